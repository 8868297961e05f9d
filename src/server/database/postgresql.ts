import { createHash } from 'node:crypto';
import { Client, Pool, types, type PoolClient } from 'pg';
import { checkTexts, type Reader } from '../../kernel/index.js';
import { giveBackLost } from './lost-connections.js';
import { asRefusal } from './unavailable.js';

/** What takes longer than this is turned down; the answer would come too late to be of use. */
const STATEMENT_TIMEOUT_MS = 15_000;
/**
 * How questions are asked, whoever asks. Each is of few rows, but not every estimate: compiled (jit), it would take
 * longer.
 */
export const questionSettings: readonly string[] = [
  `set statement_timeout = ${STATEMENT_TIMEOUT_MS}`,
  'set jit = off',
];
/** Whoever waits longer for a connection is told to ask again. */
const CONNECT_TIMEOUT_MS = 10_000;
/** Statements kept prepared on a connection. Shapes of questions are few; above this they are sent whole. */
const PREPARED_MAX = 400;
const INT8_OID = 20;

export function openPool(url: string, connections: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'harborlight',
    // Not sent as it comes in: a pooler before the database refuses what it does not know.
    onConnect: async (client) => void (await client.query(questionSettings.join('; '))),
  });
  // A connection that breaks while idle is replaced at the next question; it must not end the server.
  pool.on('error', () => undefined);
  pool.setMaxListeners(connections + 10);
  return pool;
}

/** How MikroORM comes in to PostgreSQL. */
export const ormOverPostgresql = {
  driverOptions: { connectionTimeoutMillis: CONNECT_TIMEOUT_MS, onPoolCreated: giveBackLost },
};

/** Reads through prepared statements, so that a question's shape is planned once a connection. */
export function postgresqlReader(pool: Pool): Reader {
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const known = names.get(text);
    if (known || names.size >= PREPARED_MAX) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    names.set(text, name);
    return name;
  };
  return {
    async rows<Row extends object>(statement: { text: string; values: unknown[] }): Promise<Row[]> {
      checkTexts(statement.values);
      const { text, values } = statement;
      const name = nameOf(text);
      const query = { text, values, types: { getTypeParser }, ...(name ? { name } : {}) };
      try {
        return (await pool.query<Row>(query)).rows;
      } catch (error) {
        throw asRefusal(error);
      }
    },
  };
}

/** Counts fit in a JavaScript number; everything else is as pg reads it. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === INT8_OID
    ? Number
    : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser;

/** Any number that no one else of the database uses: the letters "harbor". */
const UPKEEP_LOCK = 0x686172626f72;

/** A connection of its own: where it is lost, the next that is asked of it says so, and the process goes on. */
export async function connectionOf(pool: Pool): Promise<PoolClient> {
  const connection = await pool.connect();
  return connection.on('error', () => undefined);
}

/** The lock is the connection's: it goes with it, however that ends. */
export async function withLock<Result>(pool: Pool, work: () => Promise<Result>): Promise<Result> {
  const connection = await connectionOf(pool);
  try {
    await connection.query('set statement_timeout = 0');
    await connection.query('select pg_advisory_lock($1)', [UPKEEP_LOCK]);
    return await work();
  } finally {
    connection.release(true);
  }
}

const LISTEN_AGAIN_MS = 1_000;

/**
 * Hears a channel on a connection of its own. A connection that breaks is made again; what was notified in
 * between is not heard, and whoever listens must look by itself from time to time.
 */
export async function listenOn(
  url: string,
  channel: string,
  heard: () => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let client: Client | null = null;
  let again: NodeJS.Timeout | undefined;
  const open = async (): Promise<void> => {
    const fresh = new Client({ connectionString: url, application_name: 'harborlight listening' });
    const broken = () => {
      if (stopped || client !== fresh) return;
      client = null;
      again = setTimeout(() => void open().catch(broken), LISTEN_AGAIN_MS);
    };
    client = fresh;
    fresh.on('error', broken).on('end', broken).on('notification', heard);
    await fresh.connect();
    await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
    heard();
  };
  await open();
  return async () => {
    stopped = true;
    clearTimeout(again);
    await client?.end().catch(() => undefined);
  };
}
