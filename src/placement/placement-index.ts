import { arrange, type Arranged } from './arrange.js';
import type { Reach } from '../geography/index.js';
import { Asked } from './asked.js';
import type { ClauseBook } from './clause-book.js';
import { Collector } from './collector.js';
import { Columns } from './columns.js';
import { ForestSearch } from './forest-search.js';
import { Lexicon } from './lexicon.js';
import { Matcher } from './matcher.js';
import { Pace } from './pace.js';
import type { Found, PlacementQuestion } from './question.js';
import type { PlacementRow } from './row.js';

/** So many changed listings are looked at one by one; then the trees are made anew. */
const OVERLAY_LISTINGS_MAX = 4_096;
const NONE = -1;

/**
 * All placements that are told, in memory, searched in well under a millisecond. It proposes; what
 * it proposes is read again from the database before it is told.
 *
 * A report changes its listing where it stands. Any other change takes the listing out and puts the
 * new one into an overlay beside the trees, until a rebuild, in slices, takes the overlay in.
 */
export class PlacementIndex {
  private base: Arranged | null = null;
  private overlay: Columns;
  private gone = 0;
  /** Of each rebuild that runs or waits: what has changed since it was asked for. */
  private readonly meanwhile = new Set<Map<string, PlacementRow | null>>();
  private rebuild: Promise<void> = Promise.resolve();

  /**
   * @param book holds the clauses that rows name before the rows come; one it lacks is a question
   *   to ask
   * @param overlayMax after how many changed listings the trees are made anew
   */
  constructor(
    private readonly book: ClauseBook,
    private readonly overlayMax = OVERLAY_LISTINGS_MAX,
  ) {
    this.overlay = new Columns(new Lexicon(), book);
  }

  /** How many listings can be found. */
  get size(): number {
    return (this.base?.columns.size ?? 0) + this.overlay.size - this.gone;
  }

  /**
   * Bytes of the listings and trees; words and clauses, which all share, are a few megabytes
   * beside.
   */
  bytes(): number {
    const { base, overlay } = this;
    if (!base) return overlay.bytes;
    const { columns, forests } = base;
    return columns.bytes + overlay.bytes + forests.HOUSING.bytes + forests.SERVICE.bytes;
  }

  /**
   * Takes in all rows, in place of what was there. It lets others in every few milliseconds;
   * changes that come meanwhile are kept and made to what was built.
   */
  build(rows: AsyncIterable<readonly PlacementRow[]>): Promise<void> {
    const pace = new Pace();
    return this.replace(async () => {
      const raw = new Columns(new Lexicon(), this.book, undefined, false);
      for await (const some of rows) {
        for (const row of some) {
          raw.add(row);
          if (pace.isDue()) await pace.rest();
        }
      }
      const arranged = await arrange([raw], pace);
      raw.giveBack();
      return arranged;
    });
  }

  /** Makes one listing what its row says; with null, it is found no more. */
  apply(id: string, row: PlacementRow | null): void {
    for (const changes of this.meanwhile) changes.set(id, row);
    const inOverlay = this.overlay.ids.find(id);
    const store = inOverlay === NONE ? this.base?.columns : this.overlay;
    const listing = inOverlay === NONE ? (store?.ids.find(id) ?? NONE) : inOverlay;
    const isThere = store !== undefined && listing !== NONE && !store.isGone(listing);
    if (isThere && row && store.sameButReports(listing, row)) {
      const first = store.unitsFrom.data[listing]!;
      for (const [index, unit] of row.units.entries()) store.report(first + index, unit);
      if (store !== this.overlay && row.type === 'HOUSING') {
        this.base!.forests.HOUSING.reported(listing);
      }
      return;
    }
    if (isThere) {
      store.remove(listing);
      this.gone += 1;
    }
    if (row) this.overlay.add(row);
    if (this.overlay.size > this.overlayMax && this.meanwhile.size === 0) void this.takeIn();
  }

  /** Answers a question. @param reach from the question's place; null where none is asked */
  search(question: PlacementQuestion, reach: Reach | null): Found {
    const asked = new Asked(question, this.overlay.lexicon, this.book, reach);
    try {
      const collector = new Collector(asked);
      new Matcher(this.overlay, asked, collector).considerAll();
      if (this.base) {
        const { columns, forests } = this.base;
        const matcher = new Matcher(columns, asked, collector);
        new ForestSearch(forests[question.type], asked, collector, matcher).run();
      }
      return collector.found();
    } finally {
      asked.close();
    }
  }

  /** Resolves when no rebuild is under way. */
  settled(): Promise<void> {
    return this.rebuild;
  }

  /** Makes the trees anew, the overlay taken in. */
  private takeIn(): Promise<void> {
    const { base, overlay } = this;
    return this.replace(() => arrange(base ? [base.columns, overlay] : [overlay], new Pace()));
  }

  /** Puts what is made in place of what is there, after any rebuild that was asked for before. */
  private replace(make: () => Promise<Arranged>): Promise<void> {
    const changes = new Map<string, PlacementRow | null>();
    this.meanwhile.add(changes);
    const replaced = this.replaceAfter(this.rebuild, make, changes);
    // Whoever asked hears of a failure; what comes after only waits for the end.
    this.rebuild = endOf(replaced);
    return replaced;
  }

  /** Makes the changes that came meanwhile to what was made. */
  private async replaceAfter(
    earlier: Promise<void>,
    make: () => Promise<Arranged>,
    changes: Map<string, PlacementRow | null>,
  ): Promise<void> {
    await earlier;
    try {
      const made = await make();
      this.base = made;
      this.overlay = new Columns(made.columns.lexicon, this.book);
      this.gone = made.gone;
    } finally {
      this.meanwhile.delete(changes);
    }
    for (const [id, row] of changes) this.apply(id, row);
  }
}

async function endOf(work: Promise<void>): Promise<void> {
  await Promise.allSettled([work]);
}
