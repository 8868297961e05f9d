import type { Changing } from '../kernel/index.js';
import {
  readSealed,
  sealedSelected,
  sealedTexts,
  type Sealed,
  type SealedTable,
  type SealedTexts,
} from '../vault/index.js';

/** Where withheld locations are. */
export const sealedAddresses: SealedTable = {
  schema: 'conf',
  table: 'sealed_address',
  row: 'location_id',
  called: ['sealed address', 'sealed addresses'],
  remedy: 'enter those addresses anew',
};

/** Who knows an address without being told: whoever entered it, and where its street was told, whoever was there by `toldUntil`. */
interface Entered {
  by: string | null;
  toldUntil: Date | null;
}

/**
 * Writes the sealed address of a withheld location, in place of any before. One that is being told at the same
 * time is waited for.
 * @returns whether there is such a location
 */
export async function saveSealed(
  { em, now }: Changing,
  locationId: string,
  sealed: Sealed,
  { by, toldUntil }: Entered,
): Promise<boolean> {
  const written = await em.execute<unknown[]>(
    `insert into conf.sealed_address (location_id, key_id, nonce, sealed, sealed_at)
     select id, ?, decode(?, 'hex'), decode(?, 'hex'), ? from org.location
     where id = ? and not street_told for share
     on conflict (location_id) do update set key_id = excluded.key_id, nonce = excluded.nonce,
       sealed = excluded.sealed, sealed_at = excluded.sealed_at, entry = excluded.entry
     returning location_id`,
    [...sealedTexts(sealed), now, locationId],
  );
  if (written.length === 0) return false;
  // Its trigger has made the row, anew.
  await em.execute(
    'update auth.door_entered set entered_by = ?, told_until = ? where location_id = ?',
    [by, toldUntil, locationId],
  );
  return true;
}

export async function sealedAddress({ em }: Changing, locationId: string): Promise<Sealed | null> {
  const [row] = await em.execute<Parameters<typeof readSealed>[0][]>(
    `select ${sealedSelected} from conf.sealed_address where location_id = ?`,
    [locationId],
  );
  return row ? readSealed(row) : null;
}

/** Whether an address of a location is kept: to know it, nothing is opened. */
export async function hasSealed({ em }: Changing, locationId: string): Promise<boolean> {
  const found = 'select 1 from conf.sealed_address where location_id = ?';
  return (await em.execute<unknown[]>(found, [locationId])).length > 0;
}

/**
 * Until the transaction ends, of an organization nobody else tells a text or takes a street away: two changes at once
 * would each not see the other's, and together leave a told text that leads to a withheld door.
 */
export async function holdTexts({ em }: Changing, organization: string): Promise<void> {
  await em.execute('select 1 from org.organization where id = ? for no key update', [organization]);
}

/** What is sealed of the withheld locations of an organization, and the streets that it tells to everyone, in one read. */
export async function sealedOf(
  { em }: Changing,
  organization: string,
): Promise<{ rows: { locationId: string; sealed: Sealed }[]; told: string[] }> {
  const rows = await em.execute<(SealedTexts & { locationId: string; told: string[] })[]>(
    `select s.location_id as "locationId", ${sealedSelected}, array(select array_to_string(t.lines, ' ') from org.location t
       where t.organization_id = l.organization_id and t.street_told
         and t.disclosure = 'PUBLISHED' order by t.id) as told
     from conf.sealed_address s join org.location l on l.id = s.location_id
     where l.organization_id = ? order by s.location_id`,
    [organization],
  );
  return {
    rows: rows.map(({ locationId, ...texts }) => ({ locationId, sealed: readSealed(texts) })),
    told: rows[0]?.told ?? [],
  };
}

/** The organizations of which an address is kept sealed. */
export async function withholding({ em }: Changing): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select distinct l.organization_id as id from conf.sealed_address s join org.location l on l.id = s.location_id order by 1`,
  );
  return rows.map(({ id }) => id);
}
