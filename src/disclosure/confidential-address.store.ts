import type { Changing } from '../kernel/index.js';
import {
  readSealed,
  sealedSelected,
  sealedTexts,
  type Sealed,
  type SealedTable,
} from '../vault/index.js';

/** Where withheld locations are. */
export const sealedAddresses: SealedTable = {
  schema: 'conf',
  table: 'sealed_address',
  row: 'location_id',
  called: ['sealed address', 'sealed addresses'],
  remedy: 'enter those addresses anew',
};

/**
 * Writes the sealed address of a withheld location, in place of any before. One that is being told at the same
 * time is waited for.
 * @returns whether there is such a location
 */
export async function saveSealed(
  { em, now }: Changing,
  locationId: string,
  sealed: Sealed,
): Promise<boolean> {
  const written = await em.execute<unknown[]>(
    `insert into conf.sealed_address (location_id, key_id, nonce, sealed, sealed_at)
     select id, ?, decode(?, 'hex'), decode(?, 'hex'), ? from org.location
     where id = ? and not street_told for share
     on conflict (location_id) do update set key_id = excluded.key_id, nonce = excluded.nonce,
       sealed = excluded.sealed, sealed_at = excluded.sealed_at
     returning location_id`,
    [...sealedTexts(sealed), now, locationId],
  );
  return written.length > 0;
}

export async function sealedAddress({ em }: Changing, locationId: string): Promise<Sealed | null> {
  const [row] = await em.execute<Parameters<typeof readSealed>[0][]>(
    `select ${sealedSelected} from conf.sealed_address where location_id = ?`,
    [locationId],
  );
  return row ? readSealed(row) : null;
}
