import type { SqlEntityManager } from '@mikro-orm/sql';

/** One change: the unit of work it belongs to, and its one clock. */
export interface Changing {
  em: SqlEntityManager;
  now: Date;
}
