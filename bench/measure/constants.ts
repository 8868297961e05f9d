/** Requests under way at once. */
export const CONNECTIONS = 32;
/** The same for worst cases: enough to keep the machine busy, few enough that no statement times out. */
export const CONNECTIONS_WORST = 4;
/** Connections that each contender may hold to the database: all four together hold 32. */
export const POOL_CONNECTIONS = 8;
/** Different requests of each work, so that no cache of one answer helps. */
export const VARIANTS = 500;
