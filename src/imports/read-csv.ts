import { CsvError, parse } from 'csv-parse/sync';
import { Rows, type Encoding, type FileRow } from './sheet.js';
import { notRead } from './sheet-refusal.js';

/** What parts cells, as spreadsheets of several countries write it. */
const DELIMITERS = [',', ';', '\t'];

/** @throws SheetRefusal `NOT_IN_ENCODING`, `MALFORMED`, `TOO_LARGE` */
export function readCsv(bytes: Uint8Array, encoding: Encoding): FileRow[] {
  const text = decoded(bytes, encoding);
  const rows = new Rows();
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    });
    for (const [index, cells] of records.entries()) {
      rows.add({ line: index + 1, cells: cells.map((cell) => cell.trim()), unread: {} });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
    notRead('MALFORMED', `The file is no CSV${at}: a quotation mark is missing, or one too many.`);
  }
  return rows.all;
}

/** A byte order mark at its beginning is no text. */
function decoded(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return notRead(
      'NOT_IN_ENCODING',
      `The file is not in ${encoding}. Save it as "CSV UTF-8", or say its encoding where it is sent: charset=windows-1252.`,
    );
  }
}

/** That by which the first line falls into most parts. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = end < 0 ? text : text.slice(0, end);
  const parts = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((most, one) => (parts(one) > parts(most) ? one : most));
}
