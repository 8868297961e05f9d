import { ClauseBook } from '../../src/placement/clause-book.js';
import { PlacementIndex } from '../../src/placement/placement-index.js';
import type { PlacementRow } from '../../src/placement/row.js';
import { everyClause, everyPlacement, readLand } from '../../src/placement/rows.query.js';
import { openDatabase } from '../../src/server/database/open-database.js';

/** The index by itself, in this process, over the rows of a database. */
export interface IndexFigures {
  indexSeconds: number;
  indexBytesAListing: number;
  changeMicroseconds: number;
}

const CHANGES = 10_000;

/** The same row with its beds told otherwise. */
function changed(row: PlacementRow): PlacementRow {
  const units = row.units.map((unit) => {
    const { report } = unit;
    if (!report) return unit;
    const said = report.said === 'OPEN' ? ('FULL' as const) : ('OPEN' as const);
    return { ...unit, report: { ...report, said, bedsOpen: said === 'OPEN' ? 1 : 0 } };
  });
  return { ...row, units };
}

/** Builds it, and tells it of changes of beds alone: those that come all day. */
export async function measureIndex(url: string): Promise<IndexFigures> {
  const database = await openDatabase({ url });
  try {
    const { read } = database;
    const book = new ClauseBook(await readLand(read));
    for await (const clauses of everyClause(read)) for (const clause of clauses) book.add(clause);
    const some: PlacementRow[] = [];
    async function* rows() {
      for await (const page of everyPlacement(read)) {
        if (some.length < CHANGES) some.push(...page.filter(({ type }) => type === 'HOUSING'));
        yield page;
      }
    }
    const started = performance.now();
    const index = new PlacementIndex(book);
    await index.build(rows());
    const built = performance.now();
    const changes = some.slice(0, CHANGES).map(changed);
    const applying = performance.now();
    for (const row of changes) index.apply(row.id, row);
    return {
      indexSeconds: (built - started) / 1_000,
      indexBytesAListing: index.bytes() / index.size,
      changeMicroseconds: ((performance.now() - applying) * 1_000) / changes.length,
    };
  } finally {
    await database.close();
  }
}
