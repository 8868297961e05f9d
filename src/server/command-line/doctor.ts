import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { extensions } from '../../../schema/migrations/extensions.js';
import { unsealedOf } from '../../audit/index.js';
import { reportHolds } from '../../housing/index.js';
import { Refusal, sql } from '../../kernel/index.js';
import type { Vault } from '../../vault/index.js';
import { settingsTable, type Config } from '../config.js';
import type { Database } from '../database/open-database.js';
import { FolderHeld } from '../database/folder-lock.js';
import { checkPlace, openConfigured } from '../serve.js';
import { POSTGRESQL_ADVICE, PRIVILEGE_ADVICE } from './advice.js';
import { unreachableCode } from '../database/unavailable.js';
import { inOne, seedingOf, type Say } from '../make-ready.js';
import { lookAtAppKeys, lookAtKeys, lookAtSealed, lookAtSecondFactor } from './doctor-keys.js';
import { lookAtLogins } from './doctor-logins.js';
import { lookAtMail } from './doctor-mail.js';
import { Findings } from './findings.js';

/** A file's name is none. */
const secret = /(URL|KEY|SECRET|PASSWORD)$/;
const NODE_MAJOR_MIN = 22;
const POSTGRES_VERSION_MIN = 150_000;

/** Says what is configured, what is reachable, what is missing, and what to do. @returns whether all is well */
export async function doctor(
  config: Config,
  say: Say,
  environment: NodeJS.ProcessEnv,
): Promise<boolean> {
  say('Settings');
  for (const { name, purpose, standard } of settingsTable) {
    const value = environment[name];
    const shown = value
      ? secret.test(name)
        ? '(set)'
        : value
      : `${standard || '(not set)'} by default`;
    say(`  ${name.padEnd(36)} ${shown}\n  ${''.padEnd(36)} ${purpose}`);
  }
  say('\nState');
  const findings = new Findings(say);
  const major = Number(process.versions.node.split('.')[0]);
  findings.add(
    major >= NODE_MAJOR_MIN,
    `Node ${process.versions.node}`,
    `Node ${NODE_MAJOR_MIN} or newer is needed: start with "npm start", which uses the pinned one.`,
  );
  const vault = lookAtKeys(config, findings);
  lookAtSecondFactor(config, vault, findings);
  await lookAtMail(config, findings);
  await lookAtDatabase(config, vault, findings);
  say(findings.well ? '\nAll is well.' : '\nSomething is missing: see above.');
  return findings.well;
}

async function lookAtDatabase(config: Config, vault: Vault, findings: Findings): Promise<void> {
  try {
    checkPlace(config);
    if (!config.DATABASE_URL && !isThere(config, findings)) return;
    const database = await openConfigured(config, vault);
    try {
      await look(database, config, findings);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof FolderHeld) {
      findings.add(true, `It is in use by process ${error.pid}: ask that server's /readyz`, '');
    } else findings.add(false, 'The database cannot be opened', adviceOn(error, config));
  }
}

/** Whether there is an embedded database to look at: looking must not make one. */
function isThere({ HARBORLIGHT_DATA: folder }: Config, findings: Findings): boolean {
  const there = existsSync(join(folder, 'database'));
  if (!there && !mayBeMade(resolve(folder))) {
    findings.add(
      false,
      `The embedded database cannot be made in ${folder}`,
      'Let the folder around it be written, or set HARBORLIGHT_DATA to another.',
    );
    return false;
  }
  findings.add(
    true,
    there
      ? `Embedded database in ${folder} (for trying: no place for real addresses)`
      : `Embedded database, to be made in ${folder} at the first start`,
    '',
  );
  return there;
}

/** Whether the nearest folder that is there is one, may be written, and is none of the system's own. */
function mayBeMade(folder: string): boolean {
  if (!existsSync(folder) && dirname(folder) !== folder) return mayBeMade(dirname(folder));
  if (/^\/(proc|sys)(\/|$)/.test(folder)) return false;
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

async function look(database: Database, config: Config, findings: Findings): Promise<void> {
  const { read, migrator, kind } = database;
  const [version] = await read.rows<{ number: number; name: string }>(sql`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`);
  findings.add(
    version!.number >= POSTGRES_VERSION_MIN,
    `PostgreSQL ${version!.name} (${kind})`,
    'PostgreSQL 15 or newer is needed.',
  );
  const [postgis] = await read.rows<{ there: boolean }>(
    sql`select exists (select from pg_available_extensions where name = 'postgis') as there`,
  );
  findings.add(
    postgis!.there,
    'PostGIS is installed',
    'Install it beside PostgreSQL (Debian: apt install postgresql-15-postgis-3).',
  );
  const [may] = await read.rows<{ make: boolean }>(sql`
    select (select count(*) from pg_extension where extname = any (${extensions})) = ${extensions.length}
      or (select rolsuper from pg_roles where rolname = current_user) as make`);
  findings.add(may!.make, 'Its extensions are made, or may be', `But ${PRIVILEGE_ADVICE}`);
  const pending = await migrator.getPending();
  findings.add(
    pending.length === 0,
    'Every migration has run',
    `${pending.length} have not: run "harborlight migrate up", or "harborlight serve", which does so.`,
  );
  if (pending.length > 0) return;
  if (kind === 'postgresql') await lookAtLogins(read, config, findings);
  await lookInside(database, findings);
  await lookAtAppKeys(read, findings);
  await lookAtSealed(database, findings);
}

async function lookInside(database: Database, findings: Findings): Promise<void> {
  const { read } = database;
  const [rows] = await read.rows<Record<string, number>>(sql`
    select (select count(*) from pub.county) as counties, (select count(*) from pub.tribal_area) as areas,
      (select count(*) from org.organization) as organizations, (select count(*) from org.untold) as untold`);
  findings.add(rows!['counties']! > 0, `${rows!['counties']} counties`, 'Run "harborlight seed".');
  findings.add(
    rows!['organizations']! > 0,
    `${rows!['organizations']} organizations`,
    'Run "harborlight seed".',
  );
  if ((await seedingOf(database)) === 'begun') {
    findings.add(
      false,
      'The seeds were broken off before their end',
      'Run "harborlight seed", or "harborlight serve", which goes on with them.',
    );
  }
  findings.add(
    rows!['untold'] === 0,
    'Everything that may be told is told',
    'Some changes are not told yet: restart the server; if it stays, report it.',
  );
  findings.add(
    true,
    rows!['areas']! > 0
      ? `${rows!['areas']} tribal areas: coverage tells WITHIN_RESERVATION`
      : 'No tribal areas (optional): "harborlight geography import FILE.geojson --kind tribal-area"',
    '',
  );
  const holds = await inOne(database, reportHolds);
  const said = holds.map(({ kind, hours }) => `${kind} ${hours}`).join(', ');
  findings.add(true, `Reports of beds hold, in hours: ${said}`, '');
  const { count, since } = await unsealedOf(read);
  findings.add(
    true,
    count > 0
      ? `${count} event${count === 1 ? '' : 's'} of the audit log not sealed, the first of ${since}: a server seals them within ` +
          'a second of its start, and "harborlight audit seal" at once'
      : 'Every event of the audit log is sealed: "harborlight audit verify" proves it',
    '',
  );
}

function adviceOn(error: unknown, { DATABASE_URL }: Config): string {
  const far = unreachableCode(error);
  if (error instanceof Refusal && !far) return error.message;
  const plain = error instanceof Error && 'code' in error ? String(error.code) : null;
  const code = far ?? plain;
  const advice = DATABASE_URL ? POSTGRESQL_ADVICE : 'Is the folder of HARBORLIGHT_DATA writable?';
  return code ? `${advice} (${code})` : advice;
}
