import { Command, Option } from 'commander';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { boundaryKinds, importBoundaries, type BoundaryKind } from '../../geography/index.js';
import { refuse } from '../../kernel/index.js';
import { readConfig } from '../config.js';
import type { Database } from '../database/open-database.js';
import { fillLand, inOne, migrateUp, seed, type Say } from '../make-ready.js';
import { openConfigured, serveUntilStopped } from '../serve.js';
import { doctor } from './doctor.js';

const FILE_BYTES_MAX = 200_000_000;

/** The one command-line program. */
export function program(say: Say): Command {
  const harborlight = new Command('harborlight')
    .description('The partner-network directory of a Safe Harbor response, and its GraphQL API.')
    .showHelpAfterError('(harborlight --help tells more)');
  harborlight
    .command('serve', { isDefault: true })
    .description('answer questions; migrates first, and gives an empty database the sample network')
    .action(() => serveUntilStopped(readConfig(), say));
  migrate(
    harborlight.command('migrate').description('the tables, up to this version or down from it'),
    say,
  );
  harborlight
    .command('seed')
    .description("enter the network's seeds; again changes nothing that has not changed in a file")
    .action(() =>
      withDatabase((database) =>
        database.alone(async () => {
          await migrateUp(database, say);
          await seed(database, say);
        }),
      ),
    );
  geography(
    harborlight.command('geography').description('the land that the network stands on'),
    say,
  );
  harborlight
    .command('doctor')
    .description('say what is configured, reachable and missing, and what to do')
    .action(async () => {
      if (!(await doctor(readConfig(), say))) process.exitCode = 1;
    });
  return harborlight;
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openConfigured(readConfig());
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

function migrate(command: Command, say: Say): void {
  command
    .command('up')
    .description('run every migration that has not run')
    .action(() =>
      withDatabase((database) =>
        database.alone(async () => {
          await migrateUp(database, say);
          say('The tables are those of this version.');
        }),
      ),
    );
  command
    .command('down')
    .description('take back the last migration, and what its tables hold')
    .option('--all', 'take back every one')
    .action(({ all }: { all?: boolean }) =>
      withDatabase((database) =>
        database.alone(async () => {
          const taken = await database.migrator.down(all ? { to: 0 } : {});
          for (const { name } of taken) say(`took back ${name}`);
          if (taken.length === 0) say('There is none to take back.');
        }),
      ),
    );
  command
    .command('status')
    .description('say which have run')
    .action(() =>
      withDatabase(async (database) => {
        for (const { name, executed_at: at } of await database.migrator.getExecuted()) {
          say(`ran      ${name}  ${at.toISOString()}`);
        }
        for (const { name } of await database.migrator.getPending()) say(`pending  ${name}`);
      }),
    );
}

function geography(command: Command, say: Say): void {
  command
    .command('import <file>')
    .description('take in boundaries from a GeoJSON file, all of them or none')
    .addOption(
      new Option('--kind <kind>', 'what the boundaries are')
        .choices(boundaryKinds)
        .makeOptionMandatory(),
    )
    .option('--source <words>', 'where the file comes from, as it is to be told', '')
    .action((file: string, options: { kind: BoundaryKind; source: string }) =>
      withDatabase((database) => importFile(database, file, options, say)),
    );
}

async function importFile(
  database: Database,
  file: string,
  { kind, source }: { kind: BoundaryKind; source: string },
  say: Say,
): Promise<void> {
  const text = readFile(file);
  await database.alone(async () => {
    await migrateUp(database, say);
    await fillLand(database, say);
    const taken = await inOne(database, (changing) =>
      importBoundaries({ kind, text, source: source || basename(file) }, changing, (done, total) =>
        say(`${done} of ${total}`),
      ),
    );
    say(`Took in ${taken} boundaries of kind ${kind} from ${basename(file)}.`);
  });
}

function readFile(file: string): string {
  try {
    if (statSync(file).size > FILE_BYTES_MAX) refuse('The file is larger than 200 MB.', 'file');
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error;
    return refuse(`${file} cannot be read. Name a GeoJSON file.`, 'file');
  }
}
