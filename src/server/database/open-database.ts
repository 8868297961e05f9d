import { MikroORM as EmbeddedOrm, PgliteDriver } from '@mikro-orm/pglite';
import type { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { noVault, type Vault } from '../../vault/index.js';
import type { Reader } from '../../kernel/index.js';
import { openAnswering, type Answering } from './answering.js';
import { embeddedReader, openEmbedded } from './embedded.js';
import { listenOn, openPool, ormOverPostgresql, postgresqlReader, withLock } from './postgresql.js';
import { lockFolder } from './folder-lock.js';
import { loginKey } from './sealed-keys.js';
import { ormSettings, WRITE_CONNECTIONS } from './orm-settings.js';

/** The database as the house knows it: one way to read, one to change, one to migrate. */
export interface Database {
  kind: 'embedded' | 'postgresql';
  read: Reader;
  /** A fresh unit of work. */
  em(): SqlEntityManager;
  migrator: Migrator;
  /** Seals what of it is confidential, and opens it. */
  vault: Vault;
  /** Runs what only one server of a database may do at a time: migrations, seeds. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  /** What to answer over. To be opened once it is migrated, and closed before it. */
  openAnswering(): Promise<Answering>;
  /** Hears what is notified on a channel; answers how to stop hearing. */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface DatabasePlace {
  url?: string | undefined;
  /** Folder of the embedded database; in memory when neither it nor a url is given. */
  folder?: string | undefined;
  connections?: number | undefined;
  /** Whether whoever asks is answered over the owner's login. */
  oneLogin?: boolean | undefined;
  /** Without one, nothing confidential is sealed or opened. */
  vault?: Vault | undefined;
}

/** @throws Refusal `UNAVAILABLE` where another process holds the embedded folder */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const { vault = noVault } = place;
  const database = await (place.url
    ? openPostgresql(place.url, place, vault)
    : openInProcess(place));
  return { ...database, vault };
}

type Opened = Omit<Database, 'vault'>;

async function openPostgresql(
  url: string,
  { connections = 10, oneLogin = false }: DatabasePlace,
  vault: Vault,
): Promise<Opened> {
  const pool = openPool(url, connections);
  const orm = await MikroORM.init({
    ...ormSettings,
    ...ormOverPostgresql,
    clientUrl: url,
    pool: { min: 0, max: WRITE_CONNECTIONS },
  });
  const read = postgresqlReader(pool);
  const em = () => orm.em.fork() as unknown as SqlEntityManager;
  const key = () => loginKey({ em, read, vault });
  return {
    kind: 'postgresql',
    read,
    em,
    migrator: orm.migrator as unknown as Migrator,
    alone: (work) => withLock(pool, work),
    openAnswering: () => openAnswering(url, { connections, oneLogin, pool, key }),
    listen: (channel, heard) => listenOn(url, channel, heard),
    close: async () => {
      await orm.close();
      await pool.end();
    },
  };
}

async function openInProcess({ folder }: DatabasePlace): Promise<Opened> {
  const unlock = folder ? lockFolder(folder) : () => undefined;
  const pglite = await openEmbedded(folder);
  const orm = await EmbeddedOrm.init({
    ...ormSettings,
    driver: PgliteDriver,
    dbName: 'postgres',
    driverOptions: { pglite },
  });
  const read = embeddedReader(pglite);
  const em = () => orm.em.fork() as unknown as SqlEntityManager;
  return {
    kind: 'embedded',
    read,
    em,
    migrator: orm.migrator as unknown as Migrator,
    alone: (work) => work(),
    // It knows one login.
    openAnswering: async () => ({
      strangers: read,
      people: read,
      em,
      counts: null,
      isOwners: null,
      close: async () => undefined,
    }),
    listen: (channel, heard) => pglite.listen(channel, heard),
    close: async () => {
      await orm.close();
      if (!pglite.closed) await pglite.close();
      unlock();
    },
  };
}
