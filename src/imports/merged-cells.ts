import { COLUMNS_MAX, type FileRow } from './sheet.js';

/** Cells that are shown as one: from which row and column to which, both inclusive; columns from 0. */
export interface MergedCells {
  rows: readonly [number, number];
  columns: readonly [number, number];
}

/** More looks like no sheet that anybody made: each row may lie in as many as it has columns. */
export const MERGED_MAX = 100_000;

/**
 * Marks what lies under the first of cells that are shown as one. A spreadsheet keeps the words of the first alone: to whoever sees the
 * sheet the others say the same, and read as they are kept they would empty what a listing says. What stands beyond the header, and
 * the header itself, stay as they are.
 * @returns whether they were so few that it could be done: cells that lie under each other many times over are no sheet
 */
export function markMerged(all: readonly FileRow[], merged: readonly MergedCells[]): boolean {
  const [header, ...rows] = all;
  const width = header?.cells.length ?? 0;
  let left = (rows.length + 1) * COLUMNS_MAX;
  for (const { rows: lines, columns } of merged) {
    const to = Math.min(columns[1], width - 1);
    for (let index = firstFrom(rows, lines[0]); index < rows.length; index += 1) {
      const { line, unread } = rows[index]!;
      if (line > lines[1]) break;
      for (let at = columns[0]; at <= to; at += 1) {
        if ((left -= 1) < 0) return false;
        if (line !== lines[0] || at !== columns[0]) unread[at] ??= 'MERGED';
      }
    }
  }
  return true;
}

/** The first of rows, which are in order, that stands at a line or below it. */
function firstFrom(rows: readonly FileRow[], line: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rows[middle]!.line < line) from = middle + 1;
    else to = middle;
  }
  return from;
}
