import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client, escapeIdentifier, type Pool, type PoolClient } from 'pg';
import { sql, type Reader } from '../../kernel/index.js';
import { takeFromAll } from './every-login.js';
import { connectionOf, questionSettings } from './postgresql.js';
import { rightsOf, type LoginName } from './rights.js';

const SCRAM_ITERATIONS = 4_096;
const KEY_BYTES = 32;
/** What PostgreSQL says to whoever may not. */
const MAY_NOT = '42501';
const LOGINS: readonly LoginName[] = ['public', 'people'];

/** Where each login comes in, as URLs. */
export type Logins = Record<LoginName, string>;

/** Why there are none: this role may not make them, they may not come in, or they would reach further than they must. */
export class NoLogins extends Error {}

/**
 * Makes the two logins of a database, or finds them made, with just the rights of `rights`. Their passwords come
 * from a key that the database keeps and only its owner reads, sealed where there is a data key: so several servers know the same ones,
 * and nobody has to be told. To be called by one server at a time, by the owner of the database.
 * @param key of the server, by which the passwords are derived
 * @throws NoLogins
 */
export async function settleLogins(pool: Pool, ownUrl: string, key: Buffer): Promise<Logins> {
  const owner = await connectionOf(pool);
  try {
    await takeFromAll(owner);
    const database = await databaseOf(owner);
    const logins = {} as Logins;
    for (const { login, role, password } of wantedLogins(database, key)) {
      const url = urlOf(ownUrl, role, password);
      await makeRole(owner, role, password, url);
      await keepOutOfPublic(owner, role);
      // At once: another server's questions go on meanwhile.
      await owner.query(['begin', ...rightsOf(login, role), 'commit'].join('; '));
      await settle(owner, url, settingsOf(role, database));
      logins[login] = url;
    }
    return logins;
  } finally {
    owner.release();
  }
}

/**
 * The statements by which somebody else makes the logins, who may: as they stand, they have what the server comes in
 * by. Their rights the owner of the tables gives them when it starts.
 */
export async function loginStatements(
  { rows }: Pick<Reader, 'rows'>,
  key: Buffer,
): Promise<string[]> {
  const [place] = await rows<{ database: string }>(sql`select current_database() as database`);
  const wanted = wantedLogins(place!.database, key);
  const made = await rows<{ name: string }>(
    sql`select rolname as name from pg_roles where rolname = any (${wanted.map(({ role }) => role)})`,
  );
  const isMade = (role: string) => made.some(({ name }) => name === role);
  return wanted.map(({ role, password }) =>
    isMade(role)
      ? `alter role ${role} login noinherit password '${verifierOf(password)}'`
      : `create role ${role} login noinherit password '${verifierOf(password)}'`,
  );
}

async function databaseOf(owner: PoolClient): Promise<string> {
  const { rows } = await owner.query<{ database: string }>('select current_database() as database');
  return rows[0]!.database;
}

const wantedLogins = (database: string, key: Buffer) =>
  LOGINS.map((login) => {
    const role = loginNames(database)[login];
    const password = createHmac('sha256', key).update(role).digest('base64url');
    return { login, role, password };
  });

/** Roles are the server's, not the database's: the name says of which database each is. */
export function loginNames(database: string): Record<LoginName, string> {
  const digest = createHash('sha256').update(database).digest('hex').slice(0, 12);
  return { public: `harborlight_public_${digest}`, people: `harborlight_people_${digest}` };
}

/**
 * Whoever comes in may set what her next connections begin with, a path or a time limit: each server takes it away.
 * What all are asked with is the login's: behind a pooler what a connection sets for itself may be another's.
 */
const settingsOf = (role: string, database: string): string[] => [
  `alter role ${role} reset all`,
  `alter role ${role} in database ${escapeIdentifier(database)} reset all`,
  ...questionSettings.map((setting) => `alter role ${role} ${setting}`),
];

function urlOf(ownUrl: string, role: string, password: string): string {
  const url = new URL(ownUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

async function makeRole(owner: PoolClient, role: string, password: string, url: string) {
  const { rows } = await owner.query('select from pg_roles where rolname = $1', [role]);
  try {
    if (rows.length === 0) await owner.query(`create role ${role} login noinherit`);
    if (await comesIn(url)) return;
    await owner.query(`alter role ${role} password '${verifierOf(password)}'`);
  } catch (error) {
    throw new NoLogins(`The database's owner may not make the login ${role}.`, { cause: error });
  }
  if (!(await comesIn(url))) throw new NoLogins(`${role} is not let in with its password.`);
}

/**
 * Where the owner's functions look for functions, nobody else may make one: it would be run as the owner. A database that
 * PostgreSQL 14 made, and 15 took over, lets everyone (CVE-2018-1058).
 */
async function keepOutOfPublic(owner: PoolClient, role: string): Promise<void> {
  const may = async () => {
    const { rows } = await owner.query<{ may: boolean }>(
      `select has_schema_privilege($1, 'public', 'create') as may`,
      [role],
    );
    return rows[0]!.may;
  };
  if (!(await may())) return;
  // Of a schema that is another's PostgreSQL takes nothing away, with an error or without one.
  await owner.query(`revoke create on schema public from public, ${role}`).catch(() => undefined);
  if (!(await may())) return;
  throw new NoLogins(
    `${role} may make functions in the schema "public". Let a superuser run there: revoke create on schema public from public;`,
  );
}

/** One that somebody else has made, its owner may not change; it may itself. */
async function settle(owner: PoolClient, url: string, settings: readonly string[]): Promise<void> {
  const whole = ['begin', ...settings, 'commit'].join('; ');
  try {
    await owner.query(whole);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === MAY_NOT)) throw error;
    await owner.query('rollback');
    // However short a time it has set for itself.
    await comesIn(url, ['set statement_timeout = 0', whole]);
  }
}

async function comesIn(url: string, statements: readonly string[] = []): Promise<boolean> {
  const client = new Client({ connectionString: url, application_name: 'harborlight' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (const statement of statements) await client.query(statement);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * What PostgreSQL keeps of a password, made here, so that no log of its statements ever has the password itself.
 * Source: RFC 5802, RFC 7677, and PostgreSQL's pg_authid.
 */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, KEY_BYTES, 'sha256');
  const keyed = (words: string) => createHmac('sha256', salted).update(words).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  const server = keyed('Server Key').toString('base64');
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${salt.toString('base64')}$${stored}:${server}`;
}
