import type { Changing } from '../kernel/index.js';
import type { Sealed, SealedPlace } from './vault.js';

/**
 * A table of which each row holds one sealed text, in the columns `key_id`, `nonce`, `sealed` and `sealed_at`. Each
 * is named by the context that keeps it, in code: no name of it ever comes from a request.
 */
export interface SealedTable {
  schema: string;
  table: string;
  /** The column that tells its rows apart, of texts. */
  row: string;
  /** What one of its rows is called, and several. */
  called: readonly [one: string, many: string];
  /** What to do where a row can be opened by no key any more. */
  remedy: string;
}

export interface SealedRow extends Sealed {
  row: string;
}

/** The column of a row that a text is sealed for. */
export const placeIn = ({ schema, table }: SealedTable, row: string): SealedPlace => ({
  schema,
  table,
  column: 'sealed',
  row,
});

/** As a database tells bytes to every driver alike. */
export interface SealedTexts {
  keyId: string;
  nonce: string;
  sealed: string;
}

/** What is sealed in a row, in a statement. */
export const sealedSelected = `key_id as "keyId", encode(nonce, 'hex') as nonce, encode(sealed, 'hex') as sealed`;

export const readSealed = ({ keyId, nonce, sealed }: SealedTexts): Sealed => ({
  keyId,
  nonce: Buffer.from(nonce, 'hex'),
  sealed: Buffer.from(sealed, 'hex'),
});

/** The same as a statement takes it: `?, decode(?, 'hex'), decode(?, 'hex')`. */
export const sealedTexts = ({ keyId, nonce, sealed }: Sealed): [string, string, string] => [
  keyId,
  nonce.toString('hex'),
  sealed.toString('hex'),
];

type Told = SealedTexts & { row: string };
const rowOf = ({ row, ...texts }: Told): SealedRow => ({ row, ...readSealed(texts) });
export const nameOf = ({ schema, table }: SealedTable) => `${schema}.${table}`;

/** How many rows are sealed under each key. */
export function sealedByKey(
  { em }: Changing,
  table: SealedTable,
): Promise<{ keyId: string; rows: number }[]> {
  return em.execute<{ keyId: string; rows: number }[]>(
    `select key_id as "keyId", count(*)::int as rows from ${nameOf(table)} group by key_id order by key_id`,
  );
}

/** Some of the rows under a key, drawn anew each time: whoever breaks a few cannot choose which are looked at. */
export async function drawnUnder(
  { em }: Changing,
  table: SealedTable,
  { keyId, count }: { keyId: string; count: number },
): Promise<SealedRow[]> {
  const rows = await em.execute<Told[]>(
    `select ${table.row} as "row", ${sealedSelected} from ${nameOf(table)} where key_id = ? order by random() limit ?`,
    [keyId, count],
  );
  return rows.map(rowOf);
}

/** How many rows are not under a key. */
export async function countNotUnder(
  { em }: Changing,
  table: SealedTable,
  keyId: string,
): Promise<number> {
  const [row] = await em.execute<{ rows: number }[]>(
    `select count(*)::int as rows from ${nameOf(table)} where key_id <> ?`,
    [keyId],
  );
  return row!.rows;
}

/**
 * The next rows after one that are not under a key, held until the transaction ends. Those that someone
 * else is changing are passed over, so that neither waits for the other.
 */
export async function holdNotUnder(
  { em }: Changing,
  table: SealedTable,
  { keyId, after, count }: { keyId: string; after: string; count: number },
): Promise<SealedRow[]> {
  const rows = await em.execute<Told[]>(
    `select ${table.row} as "row", ${sealedSelected} from ${nameOf(table)}
     where key_id <> ? and ${table.row} > ? order by ${table.row} limit ? for update skip locked`,
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
  table: SealedTable,
  rows: { before: SealedRow; after: Sealed }[],
): Promise<number> {
  const written = await em.execute<unknown[]>(
    `update ${nameOf(table)} s set key_id = anew.key_id, nonce = decode(anew.nonce, 'hex'),
       sealed = decode(anew.sealed, 'hex'), sealed_at = ?
     from json_to_recordset(?::json)
       anew("row" text, was text, key_id text, nonce text, sealed text)
     where s.${table.row} = anew."row" and s.nonce = decode(anew.was, 'hex')
     returning s.${table.row}`,
    [
      now,
      JSON.stringify(
        rows.map(({ before, after }) => ({
          row: before.row,
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
