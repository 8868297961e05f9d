import { readNextImport } from '../../src/imports/read-imports.command.js';
import { columnNames } from '../../src/imports/kinds.js';
import { csvRow } from '../../src/imports/cell-text.js';
import type { ImportKind } from '../../src/imports/import.js';
import { inOne } from '../../src/server/make-ready.js';
import { readCsv } from '../../src/imports/read-csv.js';
import type { Directory } from './directory.js';
import { ImportDocument, StartImportDocument, type ImportQuery } from './documents.js';
import type { SignedIn } from './people.js';

export type Shown = NonNullable<ImportQuery['import']>;
type Who = Pick<SignedIn, 'headers'>;
/** A row by the names of its columns. */
export type Row = Record<string, string>;

/** A new housing option, as a sheet says it. */
export const newHouse: Row = {
  name: 'Sample Birch House',
  summary: 'Rooms for a test.',
  housing_type: 'Transitional',
  operated_by: 'nonprofit',
  units: 'Single rooms: 3',
  transport_offered: 'no',
  service_area: 'St. Louis County, MN; Itasca County, MN',
  phones: '218-555-0142',
  languages: 'en; so',
};

/** A sheet of rows, of the columns that any of them names. */
export function sheetOf(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map(csvRow)
    .join('');
}

/** The rows of a sheet that was downloaded. */
export function rowsIn(sheet: string): Row[] {
  const [header, ...rows] = readCsv(Buffer.from(sheet), 'utf-8');
  return rows.map(({ cells }) =>
    Object.fromEntries(header!.cells.map((name, index) => [name, cells[index] ?? ''])),
  );
}

const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sends spreadsheets to a directory, as a coordinator's program does. */
export function importer(directory: Directory, kind: ImportKind = 'HOUSING') {
  const { http, database, ask } = directory;
  const send = async ({ headers }: Who, file: string | Buffer, more: Record<string, string> = {}) =>
    http.inject({
      method: 'POST',
      url: '/imports',
      headers: { 'content-type': CSV, ...headers, ...more },
      payload: file,
    });
  const download = async ({ headers }: Who, organization: string) =>
    http.inject({
      method: 'GET',
      url: `/imports/listings/${organization}/${kind.toLowerCase()}.csv`,
      headers,
    });
  const read = () => readNextImport((work) => inOne(database, work, directory.house.now()));
  const show = async (
    { headers }: Who,
    id: string,
    variables: { first?: number; action?: 'NEW' | 'CHANGED' | 'UNCHANGED' | 'FAULTY' } = {},
  ): Promise<Shown | null> => {
    const { body, text } = await ask(ImportDocument, { id, first: 100, ...variables }, headers);
    if (body.errors) throw new Error(text);
    return body.data!.import;
  };
  const start = (who: Who, uploadId: string, organizationId: string, more: object = {}) =>
    ask(StartImportDocument, { input: { uploadId, organizationId, kind, ...more } }, who.headers);
  /** Sends a sheet, starts its import and reads it. */
  const dryRun = async (
    who: Who,
    organization: string,
    rows: readonly Row[] | string | Buffer,
    more: Record<string, string> = {},
  ): Promise<Shown> => {
    const file = Array.isArray(rows) ? sheetOf(rows) : (rows as string | Buffer);
    const { uploadId } = (await send(who, file, more)).json<{ uploadId: string }>();
    const { body, text } = await start(who, uploadId, organization);
    const { import: started } = body.data?.startImport ?? {};
    if (!started) throw new Error(`${text} ${directory.logged().slice(-1_500)}`);
    while (await read());
    return (await show(who, started.id))!;
  };
  return { send, download, read, show, start, dryRun, columns: columnNames(kind) };
}
