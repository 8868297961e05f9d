import { readFileSync, statSync } from 'node:fs';
import { serverSecrets, sealedFactors, type SecondFactorRule } from '../access/index.js';
import { sealedAddresses } from '../disclosure/index.js';
import { contentKeys } from '../imports/index.js';
import { Refusal, refuse } from '../kernel/index.js';
import {
  examineVault,
  noVault,
  readDataKeys,
  Vault,
  type SealedTable,
  type SealedUnderKey,
} from '../vault/index.js';
import type { Config } from './config.js';
import type { Database } from './database/open-database.js';
import { inOne } from './make-ready.js';

/** Some hundred keys; a larger file is another one. */
const FILE_BYTES_MAX = 65_536;
/** Of a file's mode: anyone on the machine may read it. */
const READ_BY_ALL = 0o004;
const FILE = 'HARBORLIGHT_DATA_KEY_FILE';

/** Everything that is sealed under the data keys. */
export const sealedTables: readonly SealedTable[] = [
  sealedAddresses,
  ...sealedFactors,
  contentKeys,
  serverSecrets,
];

export interface OpenedVault {
  vault: Vault;
  /** What is not well about where its keys lie; null where all is. */
  warning: string | null;
}

/**
 * The vault with the keys of the settings, newest first; without any where none are set.
 * @throws Refusal `INVALID` where they cannot be used, saying which, why, and what to do
 */
export function openVault({
  HARBORLIGHT_DATA_KEY: keys,
  HARBORLIGHT_DATA_KEY_FILE: file,
}: Config): OpenedVault {
  if (keys && file) refuse(`HARBORLIGHT_DATA_KEY and ${FILE} are both set: unset one.`, FILE);
  if (keys) {
    return { vault: new Vault(readDataKeys(keys, 'HARBORLIGHT_DATA_KEY')), warning: null };
  }
  if (!file) return { vault: noVault, warning: null };
  const { text, mode } = readKeyFile(file);
  return {
    vault: new Vault(readDataKeys(text, FILE)),
    warning:
      mode & READ_BY_ALL
        ? `The file of ${FILE} can be read by everyone on this machine: run "chmod 600" on it.`
        : null,
  };
}

function readKeyFile(file: string): { text: string; mode: number } {
  try {
    const { mode, size } = statSync(file);
    if (size <= FILE_BYTES_MAX) return { text: readFileSync(file, 'utf8'), mode };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    refuse(
      `${FILE}: the file cannot be read (${code}). Name a file that this user may read, as ` +
        '"harborlight keys new-data" writes its lines.',
      FILE,
    );
  }
  return refuse(`${FILE}: the file is too large to be one of keys. Name another.`, FILE);
}

/**
 * Of whom a second factor is asked. Without a data key nobody can have one, so that nobody is asked.
 * @throws Refusal `INVALID` where it is to be asked all the same: nobody of whom it is could come in
 */
export function secondFactorOf(
  { HARBORLIGHT_SECOND_FACTOR: asked }: Config,
  { currentKeyId }: Vault,
): SecondFactorRule {
  if (currentKeyId !== null) return asked ?? 'stewards';
  if (asked === undefined || asked === 'none') return 'none';
  return refuse(
    `HARBORLIGHT_SECOND_FACTOR is "${asked}", and there is no key to seal second factors with: nobody of whom ` +
      'one is asked could come in. Make one with "harborlight keys new-data" and set HARBORLIGHT_DATA_KEY or ' +
      `${FILE} to it, or set HARBORLIGHT_SECOND_FACTOR to "none".`,
    'HARBORLIGHT_SECOND_FACTOR',
  );
}

export const examine = (database: Database): Promise<SealedUnderKey[]> =>
  inOne(database, (sealing) => examineVault(sealedTables, sealing));

/**
 * @param say is told of what is broken under a key that opens the rest: one row that somebody broke keeps no server from starting
 * @throws Refusal `UNAVAILABLE` where something is sealed under a key that is not at hand, or that opens nothing of it
 */
export async function checkSealed(
  database: Database,
  say: (warning: string) => void = () => undefined,
): Promise<void> {
  const faults = (await examine(database)).filter(({ unopened }) => unopened > 0);
  const shut = faults.filter(({ state }) => state !== 'OPENS');
  if (shut.length > 0) throw new Refusal('UNAVAILABLE', shut.map(adviceOnSealed).join(' '));
  for (const broken of faults) say(adviceOnSealed(broken));
}

/** How much of a table there is, in words. */
export const inWords = (count: number, { called: [one, many] }: SealedTable): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** What is sealed under a key that does not open it, and what to do. */
export function adviceOnSealed({ table, keyId, rows, state, unopened }: SealedUnderKey): string {
  if (state === 'OPENS') {
    return (
      `${unopened.toLocaleString('en-US')} of ${inWords(rows, table)} under the key "${keyId}" cannot be opened; the others can. ` +
      `Somebody changed what is sealed there: look who may write in the database. Bring it back from a backup, or ${table.remedy}.`
    );
  }
  const what = `${inWords(rows, table)} ${rows === 1 ? 'is' : 'are'}`;
  return state === 'NO_KEY'
    ? `${what} under the key "${keyId}", which is not configured. ` +
        `Add it to HARBORLIGHT_DATA_KEY or ${FILE}, after the newest.`
    : `${what} under the key "${keyId}", and the key of that name does not open them. ` +
        'Put back the key they were sealed under, or the database from a backup.';
}
