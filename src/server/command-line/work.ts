import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { importBoundaries, type BoundaryKind } from '../../geography/index.js';
import { refuse } from '../../kernel/index.js';
import {
  newDataKey,
  noVault,
  rotateData,
  writeDataKey,
  type Rotation,
  type Sealing,
} from '../../vault/index.js';
import { environment, readConfig, wantsSample } from '../config.js';
import { openVault, sealedTables } from '../data-vault.js';
import type { Database } from '../database/open-database.js';
import { fillLand, inOne, migrateUp, seed, type Say } from '../make-ready.js';
import { openConfigured, serveUntilStopped } from '../serve.js';
import { doctor } from './doctor.js';

const FILE_BYTES_MAX = 200_000_000;

/** A command's database, closed after it. */
export async function withDatabase<Result>(
  work: (database: Database) => Promise<Result>,
  vault = noVault,
): Promise<Result> {
  const database = await openConfigured(readConfig(), vault);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Whoever has the database may do everything; what is done so is written down as the host's. */
export const host = { kind: 'HOST' } as const;

/** One change, in tables of this version. */
export const changing = <Result>(
  work: (sealing: Sealing) => Promise<Result>,
  say: Say,
  vault = noVault,
) =>
  withDatabase(async (database) => {
    await database.alone(() => migrateUp(database, say));
    return inOne(database, work);
  }, vault);

/** Where only one server of the database may work at a time. */
const alone = (work: (database: Database) => Promise<void>) =>
  withDatabase((database) => database.alone(() => work(database)));

export const serve = (say: Say) => serveUntilStopped(readConfig(), say);

export const goUp = (say: Say) =>
  alone(async (database) => {
    await migrateUp(database, say);
    say('The tables are those of this version.');
  });

export const goDown = (all: boolean, say: Say) =>
  alone(async ({ migrator }) => {
    const taken = await migrator.down(all ? { to: 0 } : {});
    for (const { name } of taken) say(`took back ${name}`);
    if (taken.length === 0) say('There is none to take back.');
  });

export const status = (say: Say) =>
  withDatabase(async ({ migrator }) => {
    for (const { name, executed_at: at } of await migrator.getExecuted()) {
      say(`ran      ${name}  ${at.toISOString()}`);
    }
    for (const { name } of await migrator.getPending()) say(`pending  ${name}`);
  });

export const enterSeeds = (say: Say) =>
  alone(async (database) => {
    await migrateUp(database, say);
    await seed(database, { sample: wantsSample(readConfig()) }, say);
  });

export async function importFile(
  file: string,
  { kind, source }: { kind: BoundaryKind; source: string },
  say: Say,
): Promise<void> {
  const text = readFile(file);
  await alone(async (database) => {
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

export const newData = (say: Say) => say(writeDataKey(newDataKey(new Date())));

export async function rotate(say: Say): Promise<void> {
  const { vault, warning } = openVault(readConfig());
  if (warning) say(warning);
  await withDatabase(async (database) => {
    const rotation = await rotateData(
      sealedTables,
      (work) => inOne(database, work),
      (done, total) => say(`${inWords(done)} of ${inWords(total)} sealed anew`),
    );
    for (const line of wordsOf(rotation)) say(line);
    if (rotation.left > 0) process.exitCode = 1;
  }, vault);
}

const inWords = (count: number) => count.toLocaleString('en-US');
/** Ids of what could not be opened that are said, at most. */
const UNOPENED_SAID_MAX = 20;

function wordsOf({ keyId, resealed, unopened, left }: Rotation): string[] {
  const done = `${inWords(resealed)} sealed anew; the current key is "${keyId}".`;
  if (left === 0) return [`${done} Nothing is under another key: older keys may now be removed.`];
  return [
    `${done} Still under older keys: ${inWords(left)}. Keep those keys, and run this again.`,
    ...unopened
      .slice(0, UNOPENED_SAID_MAX)
      .map(({ table, row }) => `cannot be opened: the ${table.called[0]} of ${row}`),
    ...(unopened.length > 0
      ? [
          `${inWords(unopened.length)} cannot be opened: "harborlight doctor" says which keys are missing. ` +
            `Where none is, ${[...new Set(unopened.map(({ table }) => table.remedy))].join('; ')}.`,
        ]
      : []),
  ];
}

export async function examine(say: Say): Promise<void> {
  if (!(await doctor(readConfig(), say, environment))) process.exitCode = 1;
}
