import { setImmediate } from 'node:timers/promises';
import type { Reader } from '../kernel/index.js';
import type { CountyShapes } from '../geography/index.js';
import type { ClauseBook } from './clause-book.js';
import { LADDER_METERS } from './loosening.js';
import type { Found, PlacementQuestion } from './question.js';
import { placementsNear } from './rows.query.js';
import type { PlacementRow } from './row.js';
import { scan } from './scan.js';
import { together } from './together.js';

interface Means {
  read: Pick<Reader, 'rows'>;
  book: ClauseBook;
  shapes: CountyShapes;
  /** Teaches the book the rules of rows. */
  learn(rows: PlacementRow[]): Promise<void>;
}

/**
 * The search without an index: PostgreSQL finds by place and kind, and what it finds is weighed one by one.
 * The same rules weigh it, so that the answer is the index's.
 */
export async function searchBySql(question: PlacementQuestion, means: Means): Promise<Found> {
  const { at, withinMeters, widen } = question;
  const found = await weigh(question, withinMeters, means);
  if (!widen || !at || withinMeters === null) return found;
  const widened = { ...question, limit: 0, counting: false, facets: false };
  for (const rung of LADDER_METERS.filter((meters) => meters > withinMeters)) {
    const farther = await weigh(widened, rung, means);
    // A little more than the rung was fetched: what lies just beyond it is of the next, and not all of that.
    if (!farther.loosened!.withinMeters.has(rung)) continue;
    found.loosened!.withinMeters = farther.loosened!.withinMeters;
    break;
  }
  return found;
}

/**
 * Weighs what lies within so many metres, some rows at a time. Of each part only its answer is kept, however
 * many rows there are; and between two parts others get their turn.
 */
async function weigh(
  question: PlacementQuestion,
  withinMeters: number | null,
  { book, learn, read, shapes }: Means,
): Promise<Found> {
  const { at, limit } = question;
  const touching = at && withinMeters !== null ? shapes.touching(at, withinMeters + 1) : [];
  const reach = at ? shapes.from(at) : null;
  let found = scan(question, [], book, reach);
  for await (const rows of placementsNear(read, { ...question, withinMeters }, touching)) {
    await learn(rows);
    found = together(found, scan(question, rows, book, reach), limit);
    await setImmediate();
  }
  return found;
}
