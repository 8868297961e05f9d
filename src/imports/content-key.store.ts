import {
  newContentKey,
  sealedText,
  sealedTextFor,
  type SealedTable,
  type Sealing,
} from '../vault/index.js';

/**
 * The keys under which sheets lie, each a sheet's own, and its rows' while they wait: they may hold an address that nobody may read.
 * Where there is no data key there are none, nor exact addresses, and a sheet lies as it was sent.
 */
export const contentKeys: SealedTable = {
  schema: 'staging',
  table: 'content_key',
  row: 'thing_id',
  called: ['sheet', 'sheets'],
  remedy: 'send those sheets again: none is kept for long',
};

/** The key of an upload or of an import; null of one that lies as it was sent. */
export const contentKeyOf = (sealing: Sealing, id: string): Promise<string | null> =>
  sealedText(sealing, contentKeys, id);

/** The same, made where there is none yet and there is something to seal it with. */
export const contentKeyFor = (sealing: Sealing, id: string): Promise<string | null> =>
  sealedTextFor(sealing, contentKeys, id, newContentKey);

/** Throws away the keys of what is no longer there. */
export async function dropContentKeys({ em }: Pick<Sealing, 'em'>): Promise<void> {
  await em.execute(
    `delete from staging.content_key k where not exists (select from staging.upload u where u.id = k.thing_id)
       and not exists (select from staging.import_row r where r.import_id = k.thing_id)`,
  );
}
