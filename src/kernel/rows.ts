import { join, raw, sql, type Sql } from './sql.js';

/**
 * A row written by the database as one JSON text. `spread` columns hold a ready object whose members join
 * the row; `named` ones become a member each. What it is made of stands side by side and is joined when it is
 * read: to cut the braces off a text costs the database more than all else of a page.
 */
export function jsonObject(spread: string[], named: Record<string, string>): Sql {
  const parts = spread.map((column) => `${column}::text`);
  const members = Object.entries(named).map(
    ([name, column]) => `'"${name}":' || coalesce(${column}::text, 'null')`,
  );
  if (members.length > 0) parts.push(`'{' || ${members.join(` || ',' || `)} || '}'`);
  return raw(parts.length === 1 ? parts[0]! : `'[' || ${parts.join(` || ',' || `)} || ']'`);
}

/** What the database wrote: each row an object, or the parts of one. */
function parsed<Row extends object>(rows: string): Row[] {
  const written = JSON.parse(`[${rows}]`) as (Row | [Row, ...object[]])[];
  return written.map((row) => (Array.isArray(row) ? (Object.assign(...row) as Row) : row));
}

/** A whole statement's rows as one JSON array; parsed once. */
export async function readJson<Row extends object>(
  read: { rows<R extends object>(statement: Sql): Promise<R[]> },
  select: Sql,
): Promise<Row[]> {
  const [answer] = await read.rows<{ rows: string }>(
    sql`select coalesce(string_agg(row, ','), '') as rows from (${select}) page`,
  );
  return parsed<Row>(answer?.rows ?? '');
}

/** The same for many owners at once: one row of the answer an owner. `perOwner` may use `owner.id`. */
export async function readJsonOf<Row extends object>(
  read: { rows<R extends object>(statement: Sql): Promise<R[]> },
  owners: readonly string[],
  perOwner: Sql,
): Promise<Map<string, Row[]>> {
  const answers = await read.rows<{ id: string; rows: string }>(sql`
    select owner.id, coalesce(page.rows, '') as rows from unnest((select ${[...owners]}::text[])) owner(id)
    cross join lateral (select string_agg(row, ',') as rows from (${perOwner}) listed) page`);
  return new Map(answers.map(({ id, rows }) => [id, parsed<Row>(rows)]));
}

/** Rows after a position in the order (sort_key, id). */
export function after(position: readonly string[] | null, alias: string): Sql {
  if (!position) return sql`true`;
  const columns = raw(`(${alias}.sort_key, ${alias}.id)`);
  return sql`${columns} > (${join([...position], ', ')})`;
}
