import type { Database } from '../../../src/server/database/open-database.js';

/** What the oracle asks: the same database that the search under test reads. */
export type Asked = Pick<Database, 'em'>;

/**
 * Rows of one long statement that sees its question as `asked (question jsonb)`.
 * The database would take seconds to compile such a statement, for rows that take it milliseconds.
 */
export async function ask<Row extends object>(
  { em }: Asked,
  question: object,
  tables: readonly string[],
  select: string,
): Promise<Row[]> {
  return em().transactional(async (transaction) => {
    await transaction.execute('set local jit = off');
    const [answer] = await transaction.execute<{ rows: string }[]>(
      `with asked as materialized (select jsonb_strip_nulls(?::jsonb) as question),
      ${tables.join(',')}
      select coalesce(json_agg(row_to_json(answer)), '[]')::text as rows from (${select}) answer`,
      [JSON.stringify(question)],
    );
    return JSON.parse(answer!.rows) as Row[];
  });
}
