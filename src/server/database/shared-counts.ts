import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import type { CounterOf } from '../../access/index.js';

/** Where all servers of a database count together. */
export type CountStore = Pick<Pool, 'query'>;

/** What is counted stands in the table by what proves it to who has the key: a network's address is soon guessed. */
class Shared extends RateLimiterPostgres {
  constructor(
    private readonly ofKey: (text: string) => string,
    options: ConstructorParameters<typeof RateLimiterPostgres>[0],
  ) {
    super(options);
  }

  override getKey(counted: string | number): string {
    return this.ofKey(String(counted));
  }
}

/**
 * Counters that all servers of a database share. Where it does not answer, each counts for itself in memory.
 * @param key of the servers
 */
export const sharedCounts =
  (store: CountStore, key: Buffer): CounterOf =>
  (of, limits) =>
    new Shared(
      (counted) => createHmac('sha256', key).update(`${of}:${counted}`).digest('base64url'),
      {
        ...limits,
        storeClient: store,
        storeType: 'client',
        schemaName: 'auth',
        tableName: 'attempt',
        tableCreated: true,
        insuranceLimiter: new RateLimiterMemory(limits),
      },
    );
