import { sql, type Reader, type Sql } from '../kernel/index.js';

/** A server that has not looked for this long trusts the log no more. */
const TRUSTED_MS = 3_600_000;
/** Kept for twice as long, a change cannot be gone while someone still trusts the log to have it. */
const KEPT_TIMES = 2;
/** So many rows are forgotten at a time: some ten milliseconds. */
const FORGOTTEN_AT_A_TIME = 10_000;

/** Where the log stood at one look: the oldest transaction still open, and the database's clock. */
interface Stand {
  horizon: string;
  at: number;
}
const stand = sql`pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
  extract(epoch from statement_timestamp())::float8 * 1000 as at`;

interface ChangesWays {
  /** By what the log is kept short. */
  upkeep?: Pick<Reader, 'rows'> | undefined;
  /** After so long without a look the log is trusted no more. */
  trustedMs?: number;
}

/**
 * Follows the log of changes in the order in which they commit. A transaction may take its numbers early
 * and commit late: each look begins at the oldest transaction that was still open at the look before, so
 * that none is missed, and what was seen already is passed over.
 */
export class Changes {
  private last: Stand | null = null;
  private seen = new Set<string>();
  /** What had ended by then is forgotten once it has been kept long enough. */
  private old: Stand | null = null;

  private readonly upkeep: Pick<Reader, 'rows'>;
  private readonly trustedMs: number;

  constructor(
    private readonly read: Pick<Reader, 'rows'>,
    { upkeep = read, trustedMs = TRUSTED_MS }: ChangesWays = {},
  ) {
    this.upkeep = upkeep;
    this.trustedMs = trustedMs;
  }

  /**
   * Begins to follow: looks see what commits after this.
   * @param takeAll reads everything; where it fails, nothing has begun
   */
  async begin(takeAll: () => Promise<void>): Promise<void> {
    const begun = await this.one<Stand>(sql`select ${stand}`);
    await takeAll();
    this.last = begun;
    this.seen.clear();
  }

  /**
   * Looks at what has changed since the last look.
   * @param take takes in the ids of it, each once; where it fails, the next look sees the same again
   * @returns false, with nothing taken in, where the last look is so long ago that some of it may be
   *   forgotten already: then one has to begin again
   */
  async look(take: (changed: string[]) => Promise<void>): Promise<boolean> {
    const { changes: told, ...now } = await this.one<Stand & { changes: string }>(sql`
      select ${stand},
        coalesce((select json_agg(json_build_array(number::text, listing_id, transaction >= pg_snapshot_xmin(pg_current_snapshot())))
          from pub.placement_change where transaction >= ${this.last!.horizon}::xid8), '[]')::text as changes`);
    if (now.at - this.last!.at > this.trustedMs) return false;
    const changes = JSON.parse(told) as [number: string, id: string, again: boolean][];
    const fresh = changes.filter(([number]) => !this.seen.has(number));
    await take([...new Set(fresh.map(([, id]) => id))]);
    this.seen = new Set(changes.filter(([, , again]) => again).map(([number]) => number));
    this.last = now;
    return true;
  }

  /**
   * Forgets some of what everybody has seen who still trusts the log. To be called after each look; mostly
   * there is nothing to do.
   */
  async forget(): Promise<void> {
    const { last, old } = this;
    if (last && old && last.at - old.at < KEPT_TIMES * this.trustedMs) return;
    this.old = last;
    if (!old) return;
    // By when it had ended, not by when it was noted: a transaction may note early and commit late.
    const [forgotten] = await this.upkeep.rows<{ count: number }>(sql`
      select pub.forget_placement_changes(${old.horizon}::xid8, ${FORGOTTEN_AT_A_TIME}::int) as count`);
    if (forgotten!.count === FORGOTTEN_AT_A_TIME) this.old = old;
  }

  private async one<Row extends object>(statement: Sql): Promise<Row> {
    const [row] = await this.read.rows<Row>(statement);
    return row!;
  }
}
