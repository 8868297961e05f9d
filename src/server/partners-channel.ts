import type { Database } from './database/open-database.js';
import { serverKey } from './database/server-key.js';

const LETTERS = 40;

/**
 * Where the database wakes whoever follows what partners are told more. Every login may listen where it knows the
 * name; this one is made of a key that the owner alone reads (`schema/migrations/017-held-by-database`).
 */
export async function partnersChannel(database: Pick<Database, 'em' | 'read'>): Promise<string> {
  const key = await serverKey(database, 'partners');
  return `harborlight_${key.toString('hex').slice(0, LETTERS)}`;
}
