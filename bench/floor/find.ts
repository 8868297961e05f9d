import type { Pool } from 'pg';
import { queryOf, wordsIn } from '../../src/kernel/index.js';
import { search, spelling } from './search.sql.js';
import type { Form } from './statements.js';

const MISSPELLED_LETTERS_MIN = 4;

interface Found {
  data: string;
  many: number;
}

/** One statement; where it finds nothing, one for the spelling and one more search. */
export async function find(pool: Pool, form: Form, text: string): Promise<string> {
  const words = wordsIn(text, 'text');
  const ask = async (query: string) => {
    const values = [query, text.trim()];
    const { rows } = await pool.query<Found>({ name: 'search', text: search[form], values });
    return rows[0]!;
  };
  const found = await ask(queryOf(words));
  if (found.many > 0) return found.data;
  const tried = words.filter((word) => word.length >= MISSPELLED_LETTERS_MIN);
  const { rows } = await pool.query<{ word: string; likes: string[] }>({
    name: 'spelling',
    text: spelling,
    values: [tried],
  });
  if (rows.length === 0) return found.data;
  const likes = new Map(rows.map((row) => [row.word, row.likes]));
  const corrected = words.map((word) => (likes.has(word) ? [word, ...likes.get(word)!] : word));
  return (await ask(queryOf(corrected))).data;
}
