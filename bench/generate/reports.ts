import { Dice } from './random.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Beds are told by the real clock, so reports count back from the hour of the load. They hold for longer than
 * those of the trade, so that a database serves for some days: a fifth is fresh, a sixth has run out.
 */
const HOLDS_DAYS = 20;
const AGE_DAYS_MAX = 24;
/** After so many days reports are no more as fresh as they were made, and a database is made anew. */
export const DATABASE_DAYS_MAX = 2;

const loadedAt = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;

/** When a report was made, and until when it holds: ISO 8601. */
export function reportTimes(name: string): [reportedAt: string, goodUntil: string] {
  const reportedAt =
    loadedAt - Math.floor(new Dice(`report ${name}`).next() * AGE_DAYS_MAX * DAY_MS);
  return [
    new Date(reportedAt).toISOString(),
    new Date(reportedAt + HOLDS_DAYS * DAY_MS).toISOString(),
  ];
}
