/**
 * Attempts to come in, counted by all servers together: `src/server/database/shared-counts.ts`. The columns, and
 * their order, are those of rate-limiter-flexible. What is counted stands here by what proves it alone, and in no
 * copy that follows the log of the database: what is lost when it falls is counted anew.
 */
export const attempts = {
  up: [
    `create unlogged table auth.attempt (
      key varchar(255) primary key, points integer not null default 0, expire bigint)`,
  ],
  down: ['drop table auth.attempt'],
};
