import type { Changing } from '../kernel/index.js';
import type { Sealed, SealedPlace } from './vault.js';

/** The column that an address is sealed for. */
export const placeOf = (locationId: string): SealedPlace => ({
  schema: 'conf',
  table: 'sealed_address',
  column: 'sealed',
  row: locationId,
});

export interface SealedRow extends Sealed {
  locationId: string;
}

/** As a database tells bytes to every driver alike. */
interface Told {
  locationId: string;
  keyId: string;
  nonce: string;
  sealed: string;
}
const columns = `location_id as "locationId", key_id as "keyId",
  encode(nonce, 'hex') as nonce, encode(sealed, 'hex') as sealed`;
const rowOf = ({ nonce, sealed, ...row }: Told): SealedRow => ({
  ...row,
  nonce: Buffer.from(nonce, 'hex'),
  sealed: Buffer.from(sealed, 'hex'),
});

/**
 * Writes the sealed address of a withheld location, in place of any before. One that is being told at the same
 * time is waited for.
 * @returns whether there is such a location
 */
export async function saveSealed(
  { em, now }: Changing,
  { locationId, keyId, nonce, sealed }: SealedRow,
): Promise<boolean> {
  const written = await em.execute<unknown[]>(
    `insert into conf.sealed_address (location_id, key_id, nonce, sealed, sealed_at)
     select id, ?, decode(?, 'hex'), decode(?, 'hex'), ? from org.location
     where id = ? and not street_told for share
     on conflict (location_id) do update set key_id = excluded.key_id, nonce = excluded.nonce,
       sealed = excluded.sealed, sealed_at = excluded.sealed_at, entry = excluded.entry
     returning location_id`,
    [keyId, nonce.toString('hex'), sealed.toString('hex'), now, locationId],
  );
  return written.length > 0;
}

export async function sealedAddress(
  { em }: Changing,
  locationId: string,
): Promise<SealedRow | null> {
  const [row] = await em.execute<Told[]>(
    `select ${columns} from conf.sealed_address where location_id = ?`,
    [locationId],
  );
  return row ? rowOf(row) : null;
}

/** Whether an address of a location is kept: to know it, nothing is opened. */
export async function hasSealed({ em }: Changing, locationId: string): Promise<boolean> {
  const found = 'select 1 from conf.sealed_address where location_id = ?';
  return (await em.execute<unknown[]>(found, [locationId])).length > 0;
}

/** What is sealed of the withheld locations of an organization, and the streets that it tells, in one read. */
export async function sealedOf(
  { em }: Changing,
  organization: string,
): Promise<{ rows: SealedRow[]; told: string[] }> {
  const rows = await em.execute<(Told & { told: string[] })[]>(
    `select ${columns}, array(select array_to_string(t.lines, ' ') from org.location t
       where t.organization_id = l.organization_id and t.street_told order by t.id) as told
     from conf.sealed_address s join org.location l on l.id = s.location_id
     where l.organization_id = ? order by s.location_id`,
    [organization],
  );
  return { rows: rows.map(({ told: _, ...row }) => rowOf(row)), told: rows[0]?.told ?? [] };
}

/** How many rows are sealed under each key, and one row of each. */
export async function sealedByKey({ em }: Changing): Promise<{ rows: number; one: SealedRow }[]> {
  const keys = await em.execute<(Told & { rows: number })[]>(
    `select distinct on (key_id) ${columns}, (count(*) over (partition by key_id))::int as rows
     from conf.sealed_address order by key_id, location_id`,
  );
  return keys.map(({ rows, ...one }) => ({ rows, one: rowOf(one) }));
}

/** How many rows are not under a key. */
export async function countNotUnder({ em }: Changing, keyId: string): Promise<number> {
  const [row] = await em.execute<{ rows: number }[]>(
    'select count(*)::int as rows from conf.sealed_address where key_id <> ?',
    [keyId],
  );
  return row!.rows;
}

/**
 * The next rows after an id that are not under a key, held until the transaction ends. Those that someone
 * else is changing are passed over, so that neither waits for the other.
 */
export async function holdNotUnder(
  { em }: Changing,
  keyId: string,
  { after, count }: { after: string; count: number },
): Promise<SealedRow[]> {
  const rows = await em.execute<Told[]>(
    `select ${columns} from conf.sealed_address where key_id <> ? and location_id > ?
     order by location_id limit ? for update skip locked`,
    [keyId, after, count],
  );
  return rows.map(rowOf);
}

/**
 * Writes rows sealed anew, each only where it is still what it was sealed from: a nonce is drawn once, so
 * the same nonce is the same row.
 * @returns how many were written
 */
export async function replaceSealed(
  { em, now }: Changing,
  rows: { before: SealedRow; after: Sealed }[],
): Promise<number> {
  const written = await em.execute<unknown[]>(
    `update conf.sealed_address s set key_id = anew.key_id, nonce = decode(anew.nonce, 'hex'),
       sealed = decode(anew.sealed, 'hex'), sealed_at = ?
     from json_to_recordset(?::json)
       anew(location_id text, was text, key_id text, nonce text, sealed text)
     where s.location_id = anew.location_id and s.nonce = decode(anew.was, 'hex')
     returning s.location_id`,
    [
      now,
      JSON.stringify(
        rows.map(({ before, after }) => ({
          location_id: before.locationId,
          was: before.nonce.toString('hex'),
          key_id: after.keyId,
          nonce: after.nonce.toString('hex'),
          sealed: after.sealed.toString('hex'),
        })),
      ),
    ],
  );
  return written.length;
}
