import { notRead } from './sheet-refusal.js';

// Whatever reads a file does so in a thread of its own, which begins the sooner the less it knows: nothing here, nor in what reads
// files, imports the rest of the house.

export type SheetForm = 'CSV' | 'XLSX';

const MB = 1_048_576;
/** Of a file as it is sent. */
export const FILE_BYTES_MAX = 20 * MB;
/** Of all that an archive holds, unpacked. */
export const UNPACKED_BYTES_MAX = 200 * MB;
export const ENTRIES_MAX = 1_000;
const ROWS_MAX = 25_000;
export const COLUMNS_MAX = 200;
/** As many as a cell of Excel can hold. */
const CELL_LETTERS_MAX = 32_767;

/**
 * Why a cell of a workbook is not read: nobody typed what is kept of it. A formula, an error; or a number that is shown as something
 * else: 0.3 as *30%*, 25 as *$25*, 46152 as a day, 0.5 as *1/2* or 5 as *5 beds*. Or it lies under another, with which it is shown as one.
 */
export type Unread = 'FORMULA' | 'ERROR' | 'PERCENT' | 'MONEY' | 'DATE' | 'OTHERWISE' | 'MERGED';

/** A row as it stands in a file: its number there, and its cells from the left. */
export interface FileRow {
  line: number;
  cells: string[];
  /** Which of its cells are not read, from 0, and why. */
  unread: Record<number, Unread>;
}

/** Rows as they are read, held to what a sheet may be. */
export class Rows {
  readonly all: FileRow[] = [];

  /** Adds a row; one without any text is none. @throws SheetRefusal `TOO_LARGE` */
  add({ line, cells, unread }: FileRow): void {
    while (cells.length > 0 && cells.at(-1) === '' && !unread[cells.length - 1]) cells.pop();
    if (cells.length === 0) return;
    if (cells.length > COLUMNS_MAX) {
      notRead('TOO_LARGE', `Row ${line} has more than ${COLUMNS_MAX} columns.`);
    }
    if (cells.some((cell) => cell.length > CELL_LETTERS_MAX)) {
      notRead('TOO_LARGE', `A cell of row ${line} has more than 32,767 letters.`);
    }
    // The first is the header.
    if (this.all.length > ROWS_MAX) {
      notRead('TOO_LARGE', 'The sheet has more than 25,000 rows. Send it in parts.');
    }
    this.all.push({ line, cells, unread });
  }
}

/** Encodings in which a sheet may be sent, by their names in the header; none stands for UTF-8. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1'] as const;
export type Encoding = (typeof ENCODINGS)[number];
