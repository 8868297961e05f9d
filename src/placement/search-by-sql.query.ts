import type { Reader } from '../kernel/index.js';
import type { CountyShapes } from '../geography/index.js';
import type { ClauseBook } from './clause-book.js';
import { LADDER_METERS } from './loosening.js';
import type { Found, PlacementQuestion } from './question.js';
import { placementsNear } from './rows.query.js';
import type { PlacementRow } from './row.js';
import { scan } from './scan.js';

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
  const reach = at ? means.shapes.from(at) : null;
  const found = scan(question, await near(question, means), means.book, reach);
  if (!widen || !at || withinMeters === null) return found;
  for (const rung of LADDER_METERS.filter((meters) => meters > withinMeters)) {
    const rows = await near({ ...question, withinMeters: rung }, means);
    const farther = scan(question, rows, means.book, reach);
    if (farther.loosened!.withinMeters.size === 0) continue;
    found.loosened!.withinMeters = farther.loosened!.withinMeters;
    break;
  }
  return found;
}

async function near(
  question: PlacementQuestion,
  { read, shapes, learn }: Means,
): Promise<PlacementRow[]> {
  const { at, withinMeters } = question;
  const touching = at && withinMeters !== null ? shapes.touching(at, withinMeters + 1) : [];
  const rows: PlacementRow[] = [];
  for await (const some of placementsNear(read, question, touching)) rows.push(...some);
  await learn(rows);
  return rows;
}
