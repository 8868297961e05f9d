import type { Pool, PoolClient } from 'pg';

/**
 * Gives a place in the pool back when its connection is lost in the middle of a transaction. Kysely gives one back when
 * its commit or its rollback was answered, which over a lost connection neither is: each would keep its place, and after
 * as many as there are places no change would be made any more.
 */
export function giveBackLost(pool: Pool): void {
  const taken = new Set<PoolClient>();
  pool.on('acquire', (client) => taken.add(client));
  pool.on('release', (_error, client) => taken.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      if (!taken.has(client)) return;
      client.release(true);
      // Whoever held it may still give it back, and pg takes none back twice.
      client.release = () => undefined;
    });
  });
}
