import { Line, type Reader } from '../kernel/index.js';
import type { Land } from '../eligibility/index.js';
import type { CountyShapes } from '../geography/index.js';
import { Changes } from './changes.query.js';
import { ClauseBook } from './clause-book.js';
import { KnownShapes } from './known-shapes.js';
import { PlacementIndex } from './placement-index.js';
import type { PlacementSource } from './placement-source.js';
import type { Found, PlacementQuestion } from './question.js';
import {
  clausesById,
  everyClause,
  everyPlacement,
  placementsById,
  readLand,
  type KnownLand,
} from './rows.query.js';
import type { PlacementRow } from './row.js';
import type { ClauseOf } from './ruled.js';
import { scan } from './scan.js';
import { searchBySql } from './search-by-sql.query.js';

/** How often the log of changes is looked at where no notice wakes us. */
const LOOK_EVERY_MS = 500;
/** An index that has not looked for this long may tell of the past: it is passed by. */
const LAG_MS_MAX = 2_000;
const ROWS_AT_A_TIME = 500;
/** A search by SQL may weigh a million rows: so many at once, and so many in line, then no more. */
const SQL_SEARCHES_AT_ONCE = 2;
const SQL_SEARCHES_WAITING_MAX = 32;
/** Stands in the log where the shapes of counties changed. */
const COUNTIES = 'counties';

const isRegion = (id: string) => id.startsWith('reg_');

/** `OFF`: this server keeps no index, and searches by SQL. */
export type IndexState = 'OFF' | 'BUILDING' | 'READY' | 'LAGGING';

/** How to be woken when something changes. @returns how to stop */
export type Listen = (channel: string, heard: () => void) => Promise<() => Promise<void>>;

/** How changes are followed. */
export interface Feed {
  listen?: Listen;
  /** Where the database wakes whoever listens. */
  channels?: readonly string[];
  /** By what the log is kept short, where whoever asks may not; the reader itself where it is left out. */
  upkeep?: Pick<Reader, 'rows'>;
}

/** The land as it was last read, the rules held against it, and the index made of them. */
interface Made {
  land: KnownLand;
  book: ClauseBook;
}
interface Indexed extends Made {
  index: PlacementIndex;
}

/**
 * Searches placements: by an index in this process while it keeps up with the log of changes, by SQL while
 * it is built, lags, or cannot follow. Both answer alike; what either proposes is judged again by what the
 * database says when the page is read.
 */
export class Placements implements PlacementSource {
  #made: Promise<Made> | null = null;
  #indexed: Indexed | null = null;
  #state: IndexState = 'OFF';
  #lookedAt = 0;
  #looking: Promise<void> | null = null;
  /** The look that begins when the one that runs is over. */
  #next: Promise<void> | null = null;
  #again = false;
  #begun: Promise<void> | null = null;
  #stops: (() => unknown)[] = [];
  readonly #changes: Changes;
  readonly #shapes: KnownShapes;
  readonly #line = new Line(
    SQL_SEARCHES_AT_ONCE,
    SQL_SEARCHES_WAITING_MAX,
    'Too many are searching.',
  );

  constructor(
    private readonly read: Pick<Reader, 'rows'>,
    private readonly feed: Feed = {},
  ) {
    this.#changes = new Changes(read, { upkeep: feed.upkeep });
    this.#shapes = new KnownShapes(read);
  }

  /** Begins to build the index and to follow changes; questions are answered meanwhile. */
  follow(): Promise<void> {
    return (this.#begun = this.#begin());
  }

  get isFollowing(): boolean {
    return this.#state !== 'OFF';
  }

  async #begin(): Promise<void> {
    this.#state = 'BUILDING';
    this.#indexed = null;
    const look = () => void this.settle().catch(() => undefined);
    const timer = setInterval(look, LOOK_EVERY_MS);
    timer.unref();
    this.#stops.push(() => clearInterval(timer));
    const { listen, channels = [] } = this.feed;
    for (const channel of listen ? channels : []) this.#stops.push(await listen!(channel, look));
    await this.settle();
  }

  async stop(): Promise<void> {
    this.#state = 'OFF';
    // What is begun ends first: it may hold what has to be stopped.
    await this.#begun?.catch(() => undefined);
    for (const stop of this.#stops.splice(0)) await stop();
    await this.#looking?.catch(() => undefined);
    await this.#next?.catch(() => undefined);
  }

  status(): { state: IndexState; listings: number } {
    return { state: this.#current(), listings: this.#indexed?.index.size ?? 0 };
  }

  async rulesOf(rows: readonly PlacementRow[]): Promise<{ land: Land; clauseOf: ClauseOf }> {
    const made = await this.#known();
    await this.#learn(made, rows);
    return { land: made.land, clauseOf: (id) => made.book.storedOf(id) };
  }

  shapes(): Promise<CountyShapes> {
    return this.#current() === 'READY' ? this.#shapes.known() : this.#shapes.latest();
  }

  async search(question: PlacementQuestion): Promise<Found> {
    const shapes = await this.#shapes.known();
    if (question.scopes === null && this.#current() === 'READY') {
      return this.#indexed!.index.search(question, question.at ? shapes.from(question.at) : null);
    }
    return this.#line.through(async () => {
      const latest = await this.#latest();
      const learn = (rows: PlacementRow[]) => this.#learn(latest, rows);
      return searchBySql(question, { ...latest, read: this.read, learn });
    });
  }

  async judge(question: PlacementQuestion, rows: PlacementRow[]): Promise<Found> {
    const shapes = await this.#shapes.known();
    const made = await this.#known();
    await this.#learn(made, rows);
    const plain = { ...question, counting: false, facets: false, widen: false };
    const reach = question.at ? shapes.from(question.at) : null;
    return scan({ ...plain, limit: Math.max(1, rows.length) }, rows, made.book, reach);
  }

  /** As `settle`, for a question: it waits for no building, and does without where the feed is cut. */
  async catchUp(): Promise<void> {
    if (this.#current() === 'READY') await this.settle().catch(() => undefined);
  }

  /**
   * Takes in what has changed; resolves when all that was committed before the call is in. Of a look that runs nobody knows what it
   * saw: the next is waited for, and no further, however fast changes come.
   */
  settle(): Promise<void> {
    if (this.#next) return this.#next;
    if (!this.#looking) return this.#lookNow();
    return (this.#next = this.#looking
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.#lookNow();
      }));
  }

  #lookNow(): Promise<void> {
    this.#looking = (async () => {
      try {
        do {
          this.#again = false;
          await this.#look();
        } while (this.#again);
      } finally {
        // At once: a call that comes after the last look must not be answered by it.
        this.#looking = null;
      }
    })();
    return this.#looking;
  }

  #current(): IndexState {
    if (this.#state !== 'READY') return this.#state;
    if (!this.#indexed) return 'BUILDING';
    return Date.now() - this.#lookedAt > LAG_MS_MAX ? 'LAGGING' : 'READY';
  }

  /** Builds the index anew, of a land, rules and counties read anew. Where it fails, all is as it was. */
  async #build(): Promise<void> {
    this.#shapes.forget();
    const made = await this.#make();
    const index = new PlacementIndex(made.book);
    await index.build(this.#learned(made, everyPlacement(this.read)));
    this.#indexed = { ...made, index };
    this.#made = Promise.resolve(made);
  }

  async #make(): Promise<Made> {
    const land = await readLand(this.read);
    const book = new ClauseBook(land);
    for await (const clauses of everyClause(this.read)) {
      for (const clause of clauses) book.add(clause);
    }
    return { land, book };
  }

  /**
   * Reads the rules of rows that the book does not have. By their numbers one by one: a transaction may
   * take a number early and commit it late, so that being past a number says nothing of it.
   */
  async #learn({ book }: Made, rows: readonly PlacementRow[]): Promise<void> {
    const named = rows.flatMap(({ units }) => units.flatMap(({ clauses }) => clauses));
    const unknown = new Set(named.filter((id) => !book.has(id)));
    if (unknown.size === 0) return;
    for (const clause of await clausesById(this.read, [...unknown])) book.add(clause);
  }

  /** Rows whose rules the book knows. */
  async *#learned(made: Made, rows: AsyncIterable<PlacementRow[]>): AsyncGenerator<PlacementRow[]> {
    for await (const some of rows) {
      await this.#learn(made, some);
      yield some;
    }
  }

  /** Land and rules as they were last read. */
  #known(): Promise<Made> {
    return (this.#made ??= this.#make().catch((error: unknown) => {
      this.#made = null;
      throw error;
    }));
  }

  /** The same as of now: where the changes are not followed, land and counties are looked at each time. */
  async #latest(): Promise<Made & { shapes: CountyShapes }> {
    const made = await this.#known();
    const { countiesMark, mark } = await readLand(this.read);
    const shapes = await this.#shapes.latest(countiesMark);
    if (mark === made.land.mark) return { ...made, shapes };
    this.#made = null;
    return { ...(await this.#known()), shapes };
  }

  async #look(): Promise<void> {
    if (this.#state === 'OFF') return;
    if (!this.#indexed) await this.#changes.begin(() => this.#build());
    const started = Date.now();
    if (!(await this.#changes.look((changed) => this.#take(changed)))) {
      this.#indexed = null;
      this.#again = true;
      return;
    }
    this.#lookedAt = started;
    if (this.#state === 'BUILDING') this.#state = 'READY';
    // Where it fails, the log is only longer for a while.
    await this.#changes.forget().catch(() => undefined);
  }

  async #take(noted: readonly string[]): Promise<void> {
    if (noted.includes(COUNTIES)) this.#shapes.forget();
    const made = this.#indexed!;
    if (noted.some(isRegion)) {
      // Every rule that names a region was made from its counties. What else is noted is read with all.
      const { mark } = await readLand(this.read);
      if (mark !== made.land.mark) return this.#build();
      this.#made = Promise.resolve(made);
    }
    const changed = noted.filter((id) => id !== COUNTIES && !isRegion(id));
    for (let from = 0; from < changed.length; from += ROWS_AT_A_TIME) {
      const ids = changed.slice(from, from + ROWS_AT_A_TIME);
      const rows = await placementsById(this.read, ids);
      await this.#learn(made, rows);
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const id of ids) made.index.apply(id, byId.get(id) ?? null);
    }
  }
}
