import { loadSeeds } from '../../seeds/load.js';
import { loadLand } from '../geography/index.js';
import { sql } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import type { Database } from './database/open-database.js';

/** How long work says what it does. */
export type Say = (line: string) => void;

/** One unit of work: all of it, or nothing of it. */
export async function inOne<Result>(
  { em, vault }: Pick<Database, 'em' | 'vault'>,
  work: (changing: Sealing) => Promise<Result>,
  now = new Date(),
): Promise<Result> {
  return em().transactional((transaction) =>
    work({ em: transaction, now, vault }),
  ) as Promise<Result>;
}

/** Brings the tables to what this version knows; says which migrations it ran. */
export async function migrateUp({ migrator }: Database, say: Say): Promise<void> {
  const ran = await migrator.up();
  for (const { name } of ran) say(`migrated ${name}`);
}

/** The land every network stands on, unless it is there. */
export async function fillLand(database: Database, say: Say): Promise<void> {
  const said = new Set<string>();
  await inOne(database, (changing) =>
    loadLand(changing, (what, done, total) => {
      if (done === total && !said.has(what)) say(`loaded ${total.toLocaleString('en-US')} ${what}`);
    }),
  );
}

/** How far the seeds came; null where none were ever entered. */
export type Seeding = 'begun' | 'ended' | null;

/** Under this name the database itself notes how far its seeds came. */
const NOTE = { source: 'seeds', name: 'whole' };

export async function seedingOf({ read }: Database): Promise<Seeding> {
  const [row] = await read.rows<{ state: Seeding }>(
    sql`select digest as state from org.external_name where source = ${NOTE.source} and name = ${NOTE.name}`,
  );
  return row?.state ?? null;
}

async function noteSeeding({ em }: Database, state: NonNullable<Seeding>): Promise<void> {
  await em().execute(
    `insert into org.external_name (source, name, thing_id, digest) values (?, ?, '', ?)
     on conflict (source, name) do update set digest = excluded.digest`,
    [NOTE.source, NOTE.name, state],
  );
}

/** Whether invented providers are entered beside what is real: places, nations, agencies, crisis lines. */
export interface Seeds {
  sample: boolean;
}

/** Enters the seeds, file by file; what is there already stays as it is. */
export async function seed(database: Database, seeds: Seeds, say: Say): Promise<void> {
  await fillLand(database, say);
  await noteSeeding(database, 'begun');
  const { entered, unchanged, left } = await loadSeeds(
    (work) => inOne(database, work),
    seeds,
    (file, done, total, entered) => say(`seeded ${file} (${done} of ${total}), ${entered} entered`),
  );
  await noteSeeding(database, 'ended');
  say(
    `seeds: ${entered} entered, ${unchanged} unchanged` +
      (left > 0 ? `, ${left} changed in a file and left: people keep them` : ''),
  );
  await analyze(database);
}

/** Fresh statistics: without them the first questions after a load are planned blindly. */
async function analyze({ em, read }: Database): Promise<void> {
  const tables = await read.rows<{ name: string }>(sql`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('pub', 'org', 'further', 'partners') and c.relkind = 'r' order by 1`);
  await em().execute(`analyze ${tables.map(({ name }) => name).join(', ')}`);
}

/**
 * Statistics of tables put together from others (011-partners), which no database makes by itself. Those of a
 * network that has begun hold as it grows: they say how often a value is repeated, not how many there are.
 */
async function analyzeTogether({ em, read }: Database): Promise<void> {
  const tables = await read.rows<{ name: string }>(sql`
    select distinct n.nspname || '.' || c.relname as name
    from pg_inherits i join pg_class c on c.oid = i.inhparent join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('further', 'partners') and not exists (
      select from pg_stats s where s.schemaname = n.nspname and s.tablename = c.relname and s.inherited)
    order by 1`);
  if (tables.length === 0) return;
  await em().execute(`analyze ${tables.map(({ name }) => name).join(', ')}`);
}

async function isEmpty({ read }: Database): Promise<boolean> {
  const [row] = await read.rows<{ empty: boolean }>(
    sql`select not exists (select from org.organization) as empty`,
  );
  return row!.empty;
}

/**
 * Everything a server needs before it answers. An empty database is given the seeds, and one whose seeding
 * was broken off the rest of them; what people filled themselves is left as it is.
 */
export async function makeReady(database: Database, seeds: Seeds, say: Say): Promise<void> {
  await database.alone(async () => {
    await migrateUp(database, say);
    const brokenOff = (await seedingOf(database)) === 'begun';
    if (brokenOff || (await isEmpty(database))) await seed(database, seeds, say);
    await analyzeTogether(database);
  });
}
