import type { Reach } from '../geography/index.js';
import { Asked } from './asked.js';
import type { ClauseBook } from './clause-book.js';
import { Collector } from './collector.js';
import { Columns } from './columns.js';
import { Lexicon } from './lexicon.js';
import { Matcher } from './matcher.js';
import type { Found, PlacementQuestion } from './question.js';
import type { PlacementRow } from './row.js';

/**
 * Answers a question from rows already at hand, looking at each: what the database fetched.
 * @param book must hold the clauses that the rows name; one that it lacks is a question to ask
 * @param reach from the question's place; null where none is asked
 */
export function scan(
  question: PlacementQuestion,
  rows: readonly PlacementRow[],
  book: ClauseBook,
  reach: Reach | null,
): Found {
  const columns = new Columns(new Lexicon(), book);
  for (const row of rows) columns.add(row);
  const asked = new Asked(question, columns.lexicon, book, reach);
  try {
    const collector = new Collector(asked);
    new Matcher(columns, asked, collector).considerAll();
    return collector.found();
  } finally {
    asked.close();
  }
}
