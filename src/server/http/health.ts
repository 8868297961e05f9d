import type { FastifyPluginAsync } from 'fastify';
import { sql } from '../../kernel/index.js';
import type { House } from '../context.js';
import { RETRY_AFTER_SECONDS } from '../graphql/retry-after.js';

/** `/healthz`: the process lives. `/readyz`: it can answer from its database. */
export function healthRoutes({ database, answering, placements }: House): FastifyPluginAsync {
  return async (app) => {
    app.get('/healthz', async () => ({ status: 'alive' }));
    app.get('/readyz', async (_request, reply) => {
      try {
        await answering.strangers.rows(sql`select 1 from pub.county limit 1`);
        return { status: 'ready', database: database.kind, placements: placements.status() };
      } catch {
        return reply
          .code(503)
          .header('retry-after', String(RETRY_AFTER_SECONDS))
          .send({
            status: 'not ready',
            errors: [
              { message: 'The database does not answer.', extensions: { code: 'UNAVAILABLE' } },
            ],
          });
      }
    });
  };
}
