import { MikroORM } from '@mikro-orm/postgresql';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Pool } from 'pg';
import type { Reader } from '../../kernel/index.js';
import { NoLogins, settleLogins, type Logins } from './logins.js';
import { ormSettings, WRITE_CONNECTIONS } from './orm-settings.js';
import type { CountStore } from './shared-counts.js';
import { openPool, ormOverPostgresql, postgresqlReader, withLock } from './postgresql.js';

/** What a server answers over: each of it reaches no further than whoever asks must. */
export interface Answering {
  /** Reads for strangers and for apps that are told no more than they. */
  strangers: Reader;
  /** Reads for people and for partners' apps, and who it is that asks. */
  people: Reader;
  /** A fresh unit of work, for a change that was asked for. */
  em(): SqlEntityManager;
  /** Where all servers count together; null where there is but one. */
  counts: CountStore | null;
  /** Why all of it has the rights of the database's owner; null where each has just its own. */
  isOwners: string | null;
  close(): Promise<void>;
}

interface AnsweringWays {
  connections: number;
  oneLogin: boolean;
  /** The owner's. */
  pool: Pool;
  /** The key by which the passwords of logins are derived. */
  key: () => Promise<Buffer>;
}

/** @param ownUrl of the database's owner, who has migrated it */
export async function openAnswering(
  ownUrl: string,
  { connections, oneLogin, pool, key }: AnsweringWays,
): Promise<Answering> {
  const { logins, isOwners } = oneLogin
    ? ownersLogin(ownUrl, 'HARBORLIGHT_ONE_LOGIN is "yes".')
    : await loginsOf(ownUrl, pool, key);
  return { ...(await openLogins(logins, connections)), isOwners };
}

const ownersLogin = (ownUrl: string, why: string) => ({
  logins: { public: ownUrl, people: ownUrl },
  isOwners: why,
});

async function loginsOf(
  ownUrl: string,
  pool: Pool,
  key: AnsweringWays['key'],
): Promise<{ logins: Logins; isOwners: string | null }> {
  try {
    const logins = await withLock(pool, async () => settleLogins(pool, ownUrl, await key()));
    return { logins, isOwners: null };
  } catch (error) {
    if (error instanceof NoLogins) return ownersLogin(ownUrl, error.message);
    throw error;
  }
}

async function openLogins(
  logins: Logins,
  connections: number,
): Promise<Omit<Answering, 'isOwners'>> {
  const strangers = openPool(logins.public, connections);
  const people = openPool(logins.people, connections);
  const orm = await MikroORM.init({
    ...ormSettings,
    ...ormOverPostgresql,
    clientUrl: logins.people,
    pool: { min: 0, max: WRITE_CONNECTIONS },
  });
  return {
    strangers: postgresqlReader(strangers),
    people: postgresqlReader(people),
    em: () => orm.em.fork() as unknown as SqlEntityManager,
    counts: people,
    close: async () => {
      await orm.close();
      await Promise.all([strangers.end(), people.end()]);
    },
  };
}
