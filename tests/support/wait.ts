import { sql, type Reader } from '../../src/kernel/index.js';

const LOOK_EVERY_MS = 50;

/**
 * Waits until something is so.
 * @returns after how many milliseconds the look began that found it so; Infinity where none did
 */
export async function until(isSo: () => Promise<boolean>, withinMs: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const after = performance.now() - started;
    if (after > withinMs) return Infinity;
    if (await isSo()) return after;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** Whether any statement of a database waits for what another transaction holds; PostgreSQL alone tells. */
export async function waitsForLock(read: Reader): Promise<boolean> {
  const waiting = await read.rows(sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return waiting.length > 0;
}
