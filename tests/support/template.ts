import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from '../../src/kernel/index.js';
import type { Vault } from '../../src/vault/index.js';
import { openDatabase, type Database } from '../../src/server/database/open-database.js';
import { migrateUp, seed } from '../../src/server/make-ready.js';
import { onServer, withDatabase, dropDatabase } from './postgresql.js';

const root = join(import.meta.dirname, '../../..');
const cache = join(root, '.cache');
const silent = () => undefined;

/** Changes whenever something changes that a seeded database is made of. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const made = [
    ...globSync('{schema/migrations,src/geography,seeds}/**/*.{ts,json}', { cwd: root }),
    'package-lock.json',
  ].sort();
  for (const file of made) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 12);
}

export const onPostgresql = () => process.env['HARBORLIGHT_TEST_ON'] === 'postgresql';
export const serverUrl = () => process.env['HARBORLIGHT_TEST_DATABASE_URL']!;
const templateFolder = () => join(cache, `template-${fingerprint()}`);
const templateName = () => `harborlight_template_${fingerprint()}`;

/** Makes the database that every test file gets a copy of: migrated, and seeded with the sample network. */
export async function prepareTemplate(): Promise<void> {
  const started = Date.now();
  if (onPostgresql() ? await preparePostgresql() : await prepareEmbedded()) {
    console.log(`template made in ${Date.now() - started} ms`);
  }
}

async function fill(database: Database): Promise<void> {
  await migrateUp(database, silent);
  await seed(database, { sample: true }, silent);
}

async function prepareEmbedded(): Promise<boolean> {
  if (existsSync(templateFolder())) return false;
  mkdirSync(cache, { recursive: true });
  for (const old of globSync('template-*', { cwd: cache })) remove(join(cache, old));
  const making = `${templateFolder()}.making`;
  const database = await openDatabase({ folder: making });
  await fill(database);
  const inUse = await segmentInUse(database);
  await database.close();
  removeSpareLog(join(making, 'database/pg_wal'), inUse);
  renameSync(making, templateFolder());
  return true;
}

/** The file of the log of writes that the database is at. */
async function segmentInUse({ read }: Database): Promise<string> {
  const [row] = await read.rows<{ name: string }>(
    sql`select pg_walfile_name(pg_current_wal_lsn()) as name`,
  );
  return row!.name;
}

/**
 * Files of the log that are kept to be written over later are a quarter of all that is copied for every test file,
 * and are made where they are not there. The next is left: closing may have begun it.
 */
function removeSpareLog(folder: string, inUse: string): void {
  const later = readdirSync(folder).filter((name) => name.length === inUse.length && name > inUse);
  for (const spare of later.sort().slice(1)) remove(join(folder, spare));
}

async function preparePostgresql(): Promise<boolean> {
  const url = serverUrl();
  const name = templateName();
  const known = await onServer(
    url,
    `select datname as name, datistemplate as whole from pg_database
    where datname like 'harborlight\\_template\\_%'`,
  );
  if (known.some((row) => row['name'] === name && row['whole'])) return false;
  for (const { name: old } of known) {
    await onServer(url, `alter database ${String(old)} is_template false`);
    await onServer(url, `drop database ${String(old)} with (force)`);
  }
  await onServer(url, `create database ${name} template template0`);
  const database = await openDatabase({ url: withDatabase(url, name) });
  await fill(database);
  await database.close();
  await onServer(url, `alter database ${name} is_template true`);
  return true;
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** Of copies; they go also where a test ends before it closes. */
const folders: string[] = [];
process.once('exit', () => folders.forEach(remove));

function newFolder(of = templateFolder()): string {
  const folder = mkdtempSync(join(tmpdir(), 'harborlight-copy-'));
  folders.push(folder);
  cpSync(of, folder, { recursive: true });
  return folder;
}

async function copyOfFolder(): Promise<Database> {
  const folder = newFolder();
  const database = await openDatabase({ folder });
  return {
    ...database,
    close: async () => {
      await database.close();
      remove(folder);
    },
  };
}

let copies = 0;

/** A copy of the seeded database for one test file. */
export async function copyOfTemplate(): Promise<Database> {
  if (!onPostgresql()) return copyOfFolder();
  const name = `harborlight_test_${process.pid}_${(copies += 1)}`;
  const url = serverUrl();
  await onServer(url, `create database ${name} template ${templateName()}`);
  const database = await openDatabase({ url: withDatabase(url, name) });
  return {
    ...database,
    close: async () => {
      await database.close();
      await dropDatabase(url, name);
    },
  };
}

/** A database that no test holds open, for commands of their own process; and how to open it between them. */
export interface ForCommands {
  env: { DATABASE_URL: string; HARBORLIGHT_DATA: string };
  open(vault?: Vault): Promise<Database>;
  /** Another like it, to the last row; to be asked for while nobody has it open, and removed before it. */
  copy(): Promise<ForCommands>;
  remove(): Promise<void>;
}

/** A copy of the seeded database. */
export const copyForCommands = (): Promise<ForCommands> =>
  onPostgresql() ? databaseForCommands(templateName()) : folderForCommands(newFolder());

/** Nothing in it, and nothing migrated. */
export const emptyForCommands = (): Promise<ForCommands> =>
  onPostgresql()
    ? databaseForCommands('template0')
    : folderForCommands(mkdtempSync(join(tmpdir(), 'harborlight-empty-')));

async function folderForCommands(folder: string): Promise<ForCommands> {
  return {
    env: { DATABASE_URL: '', HARBORLIGHT_DATA: folder },
    open: (vault) => openDatabase({ folder, vault }),
    copy: () => folderForCommands(newFolder(folder)),
    remove: async () => remove(folder),
  };
}

async function databaseForCommands(template: string): Promise<ForCommands> {
  const name = `harborlight_commands_${process.pid}_${(copies += 1)}`;
  const url = withDatabase(serverUrl(), name);
  await onServer(serverUrl(), `create database ${name} template ${template}`);
  return {
    env: { DATABASE_URL: url, HARBORLIGHT_DATA: '' },
    open: (vault) => openDatabase({ url, vault }),
    copy: () => databaseForCommands(name),
    remove: () => dropDatabase(serverUrl(), name),
  };
}

/** An empty database of the kind under test: nothing migrated, nothing in it. */
export async function emptyDatabase(): Promise<Database> {
  if (!onPostgresql()) return openDatabase({});
  const name = `harborlight_empty_${process.pid}_${(copies += 1)}`;
  const url = serverUrl();
  await onServer(url, `create database ${name} template template0`);
  const database = await openDatabase({ url: withDatabase(url, name) });
  return {
    ...database,
    close: async () => {
      await database.close();
      await dropDatabase(url, name);
    },
  };
}
