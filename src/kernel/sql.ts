import sql, { raw, type Sql } from 'sql-template-tag';
import { Refusal } from './refusal.js';

export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag';

/** A statement as a database takes it. */
export type Statement = Pick<Sql, 'text' | 'values'>;

/** The one way to read: statements in, plain rows out. PostgreSQL and the embedded database both offer it. */
export interface Reader {
  /** @throws Refusal `INVALID` where a text value could not be stored by any database */
  rows<Row extends object>(statement: Statement): Promise<Row[]>;
}

/** Neither NUL nor half a character: no database takes them. */
export const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/**
 * PostgreSQL stores no NUL, and UTF-8 has no lone surrogate. Both are refused before they reach a
 * database, so that neither its words nor a silently changed text comes back.
 */
export function checkTexts(values: readonly unknown[], field?: string): void {
  for (const value of values) {
    if (Array.isArray(value)) checkTexts(value, field);
    else if (typeof value === 'string' && !isText(value)) {
      throw new Refusal(
        'INVALID',
        'A text holds a character that is not text (NUL or half a character).',
        field,
      );
    }
  }
}

/** Texts as one value of a statement, an array of PostgreSQL, whatever stands in them. */
export const textArray = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

/** Several conditions, all of which must hold; `true` where there are none. */
export function all(conditions: Sql[]): Sql {
  return conditions.reduce((whole, one) => sql`${whole} and ${one}`, sql`true`);
}

/**
 * Whether a column holds one of some texts, mostly ids. They stand behind a subselect, so that PostgreSQL makes one plan for
 * however many: with few in sight, one for just these looks cheaper, and it plans each time for longer than it looks.
 */
export const among = (column: string, texts: readonly string[]): Sql =>
  sql`${raw(column)} = any ((select ${[...texts]}::text[])::text[])`;
