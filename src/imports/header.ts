import { asWord } from './cell-text.js';
import type { ImportKind, Problem } from './import.js';
import { columnNames } from './kinds.js';
import type { FileRow, Unread } from './sheet.js';
import { notRead } from './sheet-refusal.js';

/** What has its own mutations: a sheet says nothing of it. */
const NOT_BY_IMPORT: Record<string, string> = {
  disclosure: 'How far it is told is decided by two people: proposeDisclosure.',
  status: 'It is paused, withdrawn and restored by mutations of their own.',
  organization_id: 'A sheet is of one organization: the one with which the import was started.',
  beds_open: 'What is free is said by reportAvailability.',
};

/** Of each column of a file the name that is known; null of one that says nothing here. */
export interface Header {
  names: (string | null)[];
  problems: Problem[];
}

/** A column without a name, as people count. */
const numbered = (index: number) => `column ${index + 1}`;

/** @throws SheetRefusal `NO_HEADER` where its first row names no columns that are known */
export function headerOf({ line, cells }: FileRow, kind: ImportKind): Header {
  const known = columnNames(kind);
  const names = cells.map((cell) => asWord(cell).toLowerCase());
  if (!names.some((name) => known.includes(name) && name !== 'id')) {
    notRead(
      'NO_HEADER',
      `The first row names the columns: ${known.join(', ')}. Download the template, and fill it in.`,
    );
  }
  const problems: Problem[] = [];
  const told = names.map((name, index) => {
    const column = cells[index] || numbered(index);
    const isAgain = names.indexOf(name) < index;
    if (known.includes(name) && !isAgain) return name;
    problems.push({ line, column, ...whyNot(name, isAgain && known.includes(name)) });
    return null;
  });
  return { names: told, problems };
}

function whyNot(name: string, isAgain: boolean): Pick<Problem, 'code' | 'message'> {
  if (isAgain) return { code: 'NAMED_TWICE', message: 'Another column is called so; it is read.' };
  const why = NOT_BY_IMPORT[name];
  if (why) return { code: 'NOT_BY_IMPORT', message: `${why} The column is left out.` };
  return {
    code: 'UNKNOWN_COLUMN',
    message: 'The template has no such column. It is left out; the others are read.',
  };
}

/** A row by the names of its columns. */
export interface SheetRow {
  line: number;
  cells: Record<string, string>;
  /** Columns whose cell is not read, and why. */
  unread: Record<string, Unread>;
  /** The first column in which something stands though the header ends before it. */
  beyond: string | null;
}

export const rowOf = ({ line, cells, unread }: FileRow, { names }: Header): SheetRow => ({
  line,
  beyond: beyondOf(cells.length, names.length, (at) => cells[at] !== '' || at in unread),
  cells: Object.fromEntries(
    names.flatMap((name, index) => (name === null ? [] : [[name, cells[index] ?? '']])),
  ),
  unread: Object.fromEntries(
    Object.entries(unread).flatMap(([index, why]) => {
      const name = names[Number(index)];
      return name ? [[name, why]] : [];
    }),
  ),
});

function beyondOf(cells: number, names: number, isSaid: (at: number) => boolean): string | null {
  for (let at = names; at < cells; at += 1) if (isSaid(at)) return numbered(at);
  return null;
}
