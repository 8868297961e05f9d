import { newId } from '../../src/kernel/index.js';
import { bytes, day, LATER, numbers, person, put, words, type Adding } from './adding-rows.js';

export const IMPORT_TABLES = `org.import org.import_change staging.upload staging.import_row staging.import_problem
  staging.import_seen staging.import_duplicate`;

/** Sheets that were sent for what is told and what is hidden, what was read of them, and what they changed. */
export async function importSheets(adding: Adding): Promise<void> {
  const { told, hidden } = adding;
  const account = person(adding, 0);
  for (const nth of numbers(adding)) {
    const [at, said] = [day(adding, nth), words(adding, 'in a sheet', nth)];
    for (const { listing, organization } of [told, hidden]) {
      const [upload, id] = [newId('Upload'), newId('Import')];
      const file = { form: 'CSV', encoding: 'utf-8', bytes: bytes(32) };
      await put(adding, 'staging.upload', {
        id: upload,
        account_id: account,
        received_at: at,
        ...file,
      });
      await put(adding, 'org.import', {
        id,
        organization_id: organization,
        kind: 'HOUSING',
        upload_id: upload,
        started_at: at,
        started_by: account,
        expires_at: LATER,
        state: 'READY',
        rows_total: 1 + nth,
        rows_read: 1 + nth,
      });
      const row = { import_id: id, line: 2 + nth };
      const [named, changes] = [
        JSON.stringify({ name: said }),
        JSON.stringify({ name: { before: null, after: said } }),
      ];
      await put(adding, 'staging.import_row', {
        ...row,
        cells: JSON.stringify({ cells: { name: said }, unread: {} }),
        name: said,
        action: 'NEW',
        named,
        changes,
      });
      const problem = { position: 0, column_name: 'name', code: 'INVALID', message: said };
      await put(adding, 'staging.import_problem', { ...row, ...problem });
      const seen = { import_id: id, thing_id: listing, version: 1 + nth };
      await put(adding, 'staging.import_seen', seen);
      await put(adding, 'staging.import_duplicate', {
        id: newId('Duplicate'),
        ...row,
        thing_id: listing,
        score: 0.9,
        name_score: 0.8,
        same_phone: true,
        same_place: false,
      });
      await put(adding, 'org.import_change', {
        ...row,
        thing_id: listing,
        version_before: 1,
        version_after: 2 + nth,
      });
    }
  }
}
