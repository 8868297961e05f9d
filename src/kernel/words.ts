import { refuse } from './refusal.js';
import { checkTexts, sql, type Sql } from './sql.js';

/** More words than this do not make a search any narrower. */
const WORDS_MAX = 12;
const TEXT_LETTERS_MAX = 200;

/** The words of a text; what is neither letter nor digit parts them. */
export function wordsIn(text: string, field: string): string[] {
  checkTexts([text], field);
  if (text.length > TEXT_LETTERS_MAX) {
    refuse(`A search is at most ${TEXT_LETTERS_MAX} characters long.`, field);
  }
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length === 0) refuse('Write at least one word to search for.', field);
  return words.slice(0, WORDS_MAX);
}

/** Fewer letters than this begin too many words: such a word must be whole. */
const BEGUN_LETTERS_MIN = 3;

/** One word in the names of places. */
const saint = ['st', 'saint'];

/** For to_tsquery: every word, the last of them perhaps only begun. A word may be one of several. */
export function queryOf(words: readonly (string | string[])[]): string {
  return words
    .map((word) => (typeof word === 'string' && saint.includes(word.toLowerCase()) ? saint : word))
    .map((word, index) => {
      if (Array.isArray(word)) return `(${word.map((one) => `'${one}'`).join(' | ')})`;
      const begun = index === words.length - 1 && word.length >= BEGUN_LETTERS_MIN;
      return `'${word}'${begun ? ':*' : ''}`;
    })
    .join(' & ');
}

/** Ids of the things of some kinds whose words hold every word of a text. */
export function wordsOf(text: string, kinds: readonly string[], field: string): Sql {
  const query = queryOf(wordsIn(text, field));
  return sql`select e.id from pub.search_entry e where e.kind = any (${[...kinds]}::text[])
    and (e.words @@ to_tsquery('pub.directory', ${query}) or e.name_words @@ to_tsquery('pub.plain', ${query}))`;
}
