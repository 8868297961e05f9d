import { join, raw, sql, type Sql } from './sql.js';

/**
 * One JSON object written by the database from columns that hold ready JSON, so that a row is read as
 * one text. `spread` columns hold an object whose members join it; `named` ones become a member each.
 */
export function jsonObject(spread: string[], named: Record<string, string>): Sql {
  const members = spread.map((column) => `substr(${column}::text, 2, length(${column}::text) - 2)`);
  const rest = Object.entries(named).map(
    ([name, column]) => `'"${name}":' || coalesce(${column}::text, 'null')`,
  );
  return sql`'{' || ${raw([...members, ...rest].join(` || ',' || `))} || '}'`;
}

/** A whole statement's rows as one JSON array; parsed once. */
export async function readJson<Row extends object>(
  read: { rows<R extends object>(statement: Sql): Promise<R[]> },
  select: Sql,
): Promise<Row[]> {
  const [answer] = await read.rows<{ rows: string }>(
    sql`select coalesce(string_agg(row, ','), '') as rows from (${select}) page`,
  );
  return JSON.parse(`[${answer?.rows ?? ''}]`) as Row[];
}

/** The same for many owners at once: one row of the answer an owner. `perOwner` may use `owner.id`. */
export async function readJsonOf<Row extends object>(
  read: { rows<R extends object>(statement: Sql): Promise<R[]> },
  owners: readonly string[],
  perOwner: Sql,
): Promise<Map<string, Row[]>> {
  const answers = await read.rows<{ id: string; rows: string }>(sql`
    select owner.id, coalesce(page.rows, '') as rows from unnest(${[...owners]}::text[]) owner(id)
    cross join lateral (select string_agg(row, ',') as rows from (${perOwner}) listed) page`);
  return new Map(answers.map(({ id, rows }) => [id, JSON.parse(`[${rows}]`) as Row[]]));
}

/** Rows after a position in the order (sort_key, id). */
export function after(position: readonly string[] | null, alias: string): Sql {
  if (!position) return sql`true`;
  const columns = raw(`(${alias}.sort_key, ${alias}.id)`);
  return sql`${columns} > (${join([...position], ', ')})`;
}
