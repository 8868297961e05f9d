import type { Client } from 'pg';

/** Indexes that are built in one go after the rows: all but those that a constraint needs. */
const selectIndexes = `select i.indexdef as definition, i.schemaname as schema, i.indexname as name
  from pg_indexes i
  where i.schemaname = any ($1) and i.tablename <> all ($2) and i.indexname <> all ($2) and not exists (
    select from pg_constraint c
    where c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)
  order by i.indexname`;

export interface Index {
  definition: string;
  schema: string;
  name: string;
}

/**
 * Takes the secondary indexes of some schemas away, and answers how to make them again.
 * @param spared names of indexes, or of tables for all of theirs
 */
export async function dropIndexes(
  client: Client,
  schemas: string[],
  spared: string[] = [],
): Promise<Index[]> {
  const { rows } = await client.query<Index>(selectIndexes, [schemas, spared]);
  for (const { schema, name } of rows) await client.query(`drop index ${schema}.${name}`);
  return rows;
}
