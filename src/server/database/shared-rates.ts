import { createHmac } from 'node:crypto';
import type { CountStore } from './shared-counts.js';

/** What one server has counted, or all of them together. */
export interface Counted {
  /** Of what, and whose. */
  of: string;
  points: number;
  /** When it counts no longer, in milliseconds. */
  expiresAt: number;
}

/** Adds what was counted here to what every server has counted. @returns the sums, of the same */
export type SumUp = (counted: readonly Counted[]) => Promise<Counted[]>;

/** In the order of their keys, so that two servers that add the same never wait for each other in a ring. */
const ADDED = `insert into auth.attempt as a (key, points, expire)
  select key, points, expire from unnest($1::text[], $2::int[], $3::bigint[]) counted (key, points, expire) order by key
  on conflict (key) do update set
    points = case when a.expire <= $4 then excluded.points else a.points + excluded.points end,
    expire = case when a.expire <= $4 then excluded.expire else a.expire end
  returning key, points, expire`;

/**
 * Sums that all servers of a database share: one statement for whatever one of them has counted since the last. They stand with the
 * attempts to come in (`shared-counts.ts`), and go with them.
 * @param key of the servers
 */
export const sumsOf =
  (store: CountStore, key: Buffer): SumUp =>
  async (counted) => {
    const ofKey = new Map(
      counted.map((one) => [
        createHmac('sha256', key).update(`rate:${one.of}`).digest('base64url'),
        one,
      ]),
    );
    const all = [...ofKey.values()];
    const { rows } = await store.query<{ key: string; points: number; expire: string }>(ADDED, [
      [...ofKey.keys()],
      all.map(({ points }) => points),
      all.map(({ expiresAt }) => Math.round(expiresAt)),
      Date.now(),
    ]);
    return rows.map((row) => ({
      of: ofKey.get(row.key)!.of,
      points: row.points,
      expiresAt: Number(row.expire),
    }));
  };
