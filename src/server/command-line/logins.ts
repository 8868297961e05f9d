import { refuse } from '../../kernel/index.js';
import { readConfig } from '../config.js';
import { openVault } from '../data-vault.js';
import type { Database } from '../database/open-database.js';
import { openToAll } from '../database/every-login.js';
import { leftLogins } from '../database/left-logins.js';
import { loginKey } from '../database/sealed-keys.js';
import { loginStatements } from '../database/logins.js';
import { migrateUp, type Say } from '../make-ready.js';
import { withDatabase } from './work.js';

/** @throws Refusal where it is the embedded one: looking must not make it */
async function onPostgresql(work: (database: Database) => Promise<void>): Promise<void> {
  const config = readConfig();
  if (!config.DATABASE_URL) {
    refuse('The embedded database knows one login. Set DATABASE_URL to that of a PostgreSQL.');
  }
  await withDatabase(work, openVault(config).vault);
}

/** What a superuser may run in this database, as statements; nothing else is said, so that `psql` takes it as it is. */
export const sayStatements = (say: Say) =>
  onPostgresql(async (database) => {
    const { read } = database;
    await database.alone(() => migrateUp(database, () => undefined));
    const made = await loginStatements(read, await loginKey(database));
    const taken = (await openToAll(read)).flatMap(({ statements }) => statements);
    for (const statement of [...made, ...taken]) say(`${statement};`);
  });

/** Removes logins that were made for databases which are no longer there. */
export const tidyLogins = (say: Say) =>
  onPostgresql(async (database) => {
    const left = await leftLogins(database.read);
    for (const name of left) say(await dropLogin(database, name));
    if (left.length === 0) say('There is none to remove.');
  });

/** One that still has rights somewhere, as where a database was renamed and not served since, stays. */
export async function dropLogin({ em }: Pick<Database, 'em'>, name: string): Promise<string> {
  try {
    await em().execute(`drop role if exists ${name}`);
    return `removed ${name}`;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.exitCode = 1;
    return `kept ${name}: it has rights in a database that is there, or this role may not remove it`;
  }
}
