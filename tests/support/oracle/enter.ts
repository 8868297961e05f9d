import { join, raw, sql, type Reader } from '../../../src/kernel/index.js';

/** Rows by source table, their members named as its columns; every row of a table has the same. */
export type SourceRows = Record<string, readonly Record<string, unknown>[]>;

/** Writes rows straight into the source tables, all in one statement, whatever their order. */
export async function enter(read: Reader, tables: SourceRows): Promise<void> {
  const inserts = Object.entries(tables)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => {
      const columns = raw(Object.keys(rows[0]!).join(', '));
      return sql`${raw(`into_${table}`)} as (
        insert into ${raw(`org.${table}`)} (${columns})
        select ${columns} from jsonb_populate_recordset(
          null::${raw(`org.${table}`)}, ${JSON.stringify(rows)}::jsonb))`;
    });
  await read.rows(sql`with ${join(inserts)} select 1`);
}

const written = { created_at: '2026-11-01T00:00:00Z', updated_at: '2026-11-01T00:00:00Z' };

/** An admitted organization. */
export const organizationRow = (id: string) => ({
  id,
  name: 'Sample',
  kind: 'NONPROFIT',
  roles: [],
  standing: 'SAMPLE',
  admitted_at: '2026-11-01T00:00:00Z',
  version: 1,
  ...written,
});

/** A published, active listing of it. */
export const listingRow = (id: string, organization: string) => ({
  id,
  type: 'HOUSING',
  organization_id: organization,
  name: id,
  summary: 'Sample.',
  policies: [] as object[],
  languages: [] as string[],
  required_documents: [],
  disclosure: 'PUBLISHED',
  status: 'ACTIVE',
  version: 1,
  ...written,
});

export const optionRow = (listing: string, kind: string) => ({
  listing_id: listing,
  kind,
  operated_by: ['NONPROFIT'],
  transport_offered: false,
});
