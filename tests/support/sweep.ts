import { raw, sql, type Reader } from '../../src/kernel/index.js';

/** What is asked of every table `t`, whatever its schema, by its name. */
async function ofEachTable<Row extends object>(
  read: Reader,
  ask: (table: ReturnType<typeof raw>) => ReturnType<typeof sql>,
): Promise<Map<string, Row>> {
  const tables = await read.rows<{ name: string }>(sql`
    select format('%I.%I', schemaname, tablename) as name from pg_catalog.pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
  const answers = new Map<string, Row>();
  for (const { name } of tables) {
    const [row] = await read.rows<Row>(ask(raw(name)));
    answers.set(name, row!);
  }
  return answers;
}

/** The tables of every schema in which any of some texts stands. */
export async function tablesWith(read: Reader, texts: readonly string[]): Promise<string[]> {
  const patterns = texts.map((text) => `%${text}%`);
  const found = await ofEachTable<{ there: boolean }>(
    read,
    (table) => sql`
      select exists (select from ${table} t where t::text ilike any (${patterns}::text[])) as there`,
  );
  return [...found].filter(([, { there }]) => there).map(([name]) => name);
}

/** What stands in each table, by its name. */
export async function tablesNow(read: Reader): Promise<Map<string, string>> {
  const stand = await ofEachTable<{ digest: string }>(
    read,
    (table) => sql`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${table} t`,
  );
  return new Map([...stand].map(([name, { digest }]) => [name, digest]));
}

/** The tables in which something else stands than before. */
export const tablesChanged = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
