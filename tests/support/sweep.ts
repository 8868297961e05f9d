import { raw, sql, type Reader } from '../../src/kernel/index.js';

/** The tables of every schema in which any of some texts stands. */
export async function tablesWith(read: Reader, texts: readonly string[]): Promise<string[]> {
  const tables = await read.rows<{ name: string }>(sql`
    select format('%I.%I', schemaname, tablename) as name from pg_catalog.pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
  const found: string[] = [];
  const patterns = texts.map((text) => `%${text}%`);
  for (const { name } of tables) {
    const [row] = await read.rows<{ there: boolean }>(sql`
      select exists (select from ${raw(name)} t where t::text ilike any (${patterns}::text[])) as there`);
    if (row!.there) found.push(name);
  }
  return found;
}
