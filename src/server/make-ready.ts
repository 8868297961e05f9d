import { loadSeeds } from '../../seeds/load.js';
import { loadLand } from '../geography/index.js';
import { sql, type Changing } from '../kernel/index.js';
import type { Database } from './database/open-database.js';

/** How long work says what it does. */
export type Say = (line: string) => void;

/** One unit of work: all of it, or nothing of it. */
export async function inOne<Result>(
  { em }: Pick<Database, 'em'>,
  work: (changing: Changing) => Promise<Result>,
  now = new Date(),
): Promise<Result> {
  return em().transactional((transaction) => work({ em: transaction, now })) as Promise<Result>;
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

/** Enters the seeds, file by file; what is there already stays as it is. */
export async function seed(database: Database, say: Say): Promise<void> {
  await fillLand(database, say);
  const { entered, unchanged } = await loadSeeds(
    (work) => inOne(database, work),
    (file, done, total) => say(`seeded ${file} (${done} of ${total})`),
  );
  say(`seeds: ${entered} entered, ${unchanged} unchanged`);
  await analyze(database);
}

/** Fresh statistics: without them the first questions after a load are planned blindly. */
async function analyze(database: Database): Promise<void> {
  await database.em().execute('analyze');
}

export async function isEmpty({ read }: Database): Promise<boolean> {
  const [row] = await read.rows<{ empty: boolean }>(
    sql`select not exists (select from org.organization) as empty`,
  );
  return row!.empty;
}

/** Everything a server needs before it answers. An empty database is given the sample network. */
export async function makeReady(database: Database, say: Say): Promise<void> {
  await database.alone(async () => {
    await migrateUp(database, say);
    if (await isEmpty(database)) await seed(database, say);
  });
}
