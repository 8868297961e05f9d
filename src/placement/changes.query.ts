import { sql, type Reader } from '../kernel/index.js';

/**
 * Follows the log of changes in the order in which they commit. A transaction may take its numbers early
 * and commit late: each look begins at the oldest transaction that was still open at the look before, so
 * that none is missed, and what was seen already is passed over.
 */
export class Changes {
  private horizon: string | null = null;
  private seen = new Set<string>();

  constructor(private readonly read: Pick<Reader, 'rows'>) {}

  /**
   * Begins to follow: looks see what commits after this.
   * @param takeAll reads everything; where it fails, nothing has begun
   */
  async begin(takeAll: () => Promise<void>): Promise<void> {
    const [row] = await this.read.rows<{ horizon: string }>(
      sql`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`,
    );
    await takeAll();
    this.horizon = row!.horizon;
    this.seen.clear();
  }

  /**
   * Looks at what has changed since the last look.
   * @param take takes in the ids of it, each once; where it fails, the next look sees the same again
   */
  async look(take: (changed: string[]) => Promise<void>): Promise<void> {
    const [row] = await this.read.rows<{ horizon: string; changes: string }>(sql`
      select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
        coalesce((select json_agg(json_build_array(number::text, listing_id, transaction >= pg_snapshot_xmin(pg_current_snapshot())))
          from pub.placement_change where transaction >= ${this.horizon}::xid8), '[]')::text as changes`);
    const changes = JSON.parse(row!.changes) as [number: string, id: string, again: boolean][];
    const fresh = changes.filter(([number]) => !this.seen.has(number));
    await take([...new Set(fresh.map(([, id]) => id))]);
    this.seen = new Set(changes.filter(([, , again]) => again).map(([number]) => number));
    this.horizon = row!.horizon;
  }

  /** Forgets what every server has long seen. */
  async prune(olderThanMs: number): Promise<void> {
    await this.read.rows(sql`delete from pub.placement_change
      where noted_at < clock_timestamp() - make_interval(secs => ${olderThanMs / 1000}::float8)`);
  }
}
