import type { Reach } from '../geography/index.js';
import { Asked } from './asked.js';
import type { ClauseBook } from './clause-book.js';
import { Collector } from './collector.js';
import { Columns, type Room } from './columns.js';
import { Lexicon } from './lexicon.js';
import { Matcher } from './matcher.js';
import type { Found, PlacementQuestion } from './question.js';
import type { PlacementRow } from './row.js';

function roomFor(rows: readonly PlacementRow[]): Room {
  const room = { listings: rows.length, units: 0, clauses: 0, doors: 0 };
  for (const { units, points } of rows) {
    room.units += units.length;
    room.doors += points.length;
    for (const { clauses } of units) room.clauses += clauses.length;
  }
  return room;
}

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
  const columns = new Columns(new Lexicon(), book, roomFor(rows), false);
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
