import type { Statement } from '../history/index.js';
import type { Known } from './known.js';
import { asWord, listed, listIn } from './cell-text.js';
import { faulty } from './cell-fault.js';

/** What a cell is read by. */
export interface CellAsked {
  /** What the listing says now; null of one that is new. */
  before: Statement | null;
  known: Known;
  /** Whether what the cell does not name stays. */
  adds: boolean;
}

/** One column of a sheet: a field of a listing as people write it. */
export interface Column {
  name: string;
  /** Of the input that it becomes. */
  field: string;
  /** Whether something new must say it, and nothing can be without. */
  needed: boolean;
  /** Whether it is read as a number. */
  isNumber: boolean;
  cell(statement: Statement, known: Known): string;
  /** @throws CellFault where the text says no such thing */
  value(text: string, asked: CellAsked): unknown;
}

const column = (name: string, field: string, ways: Pick<Column, 'cell' | 'value'>): Column => ({
  name,
  field,
  needed: false,
  isNumber: false,
  ...ways,
});

export const needed = (one: Column): Column => ({ ...one, needed: true });

export { column };

export const text = (name: string, field = name): Column =>
  column(name, field, {
    cell: ({ [field]: said }) => (said ?? '') as string,
    value: (cell) => (cell === '' ? null : cell),
  });

export const wholeNumber = (name: string, field: string): Column => ({
  ...column(name, field, {
    cell: ({ [field]: said }) => (said == null ? '' : String(said as number)),
    value: (cell) => {
      if (cell === '') return null;
      return /^\d{1,9}$/.test(cell) ? Number(cell) : faulty('Write a whole number.');
    },
  }),
  isNumber: true,
});

const YES = new Set(['YES', 'Y', 'TRUE', '1', 'SI', 'SÍ']);
const NO = new Set(['NO', 'N', 'FALSE', '0']);

export const yesOrNo = (name: string, field: string): Column =>
  column(name, field, {
    cell: ({ [field]: said }) => (said == null ? '' : said ? 'yes' : 'no'),
    value: (cell) => {
      const word = cell.toUpperCase();
      return YES.has(word) ? true : NO.has(word) ? false : faulty('Write yes or no.');
    },
  });

const wordOf = (cell: string, words: object): string => {
  const word = asWord(cell);
  return Object.hasOwn(words, word)
    ? word
    : faulty(`It is one of: ${Object.keys(words).join(', ')}.`);
};

export const oneOf = (name: string, field: string, words: object): Column =>
  column(name, field, {
    cell: ({ [field]: said }) => (said ?? '') as string,
    value: (cell) => wordOf(cell, words),
  });

/** A text, or a word of a closed set, many times. */
export const many = (name: string, field: string, words?: object): Column =>
  column(name, field, {
    cell: ({ [field]: said }) => listed((said ?? []) as string[]),
    value: (cell, { adds, before }) => {
      const named = listIn(cell).map((one) => (words ? wordOf(one, words) : one));
      return adds ? union((before?.[field] ?? []) as string[], named) : named;
    },
  });

/** All of a list, and what another has besides. */
export const union = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set([...one, ...other]),
];
