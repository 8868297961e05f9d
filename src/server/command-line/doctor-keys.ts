import { keysOf } from '../../access/index.js';
import { Refusal, type Reader } from '../../kernel/index.js';
import { noVault, type Vault } from '../../vault/index.js';
import type { Config } from '../config.js';
import {
  adviceOnSealed,
  examine,
  inWords,
  openVault,
  secondFactorOf,
  sealedTables,
} from '../data-vault.js';
import type { Database } from '../database/open-database.js';
import type { Findings } from './findings.js';

/** Whether there are keys, and can be used; @returns the vault with them, without any where they cannot */
export function lookAtKeys(config: Config, findings: Findings): Vault {
  try {
    const { vault, warning } = openVault(config);
    findings.add(
      true,
      vault.currentKeyId === null
        ? 'No key for confidential addresses and second factors (nothing of either is kept without): ' +
            '"harborlight keys new-data" makes one'
        : `The key "${vault.currentKeyId}" seals what is confidential; keys that open it: ${vault.size}`,
      '',
    );
    if (warning) findings.warn(warning);
    return vault;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    findings.add(false, 'The keys of what is confidential cannot be used', error.message);
    return noVault;
  }
}

/** Of whom a second factor is asked, and whether they could have one. */
export function lookAtSecondFactor(config: Config, vault: Vault, findings: Findings): void {
  try {
    const asked = secondFactorOf(config, vault);
    findings.add(true, `A second factor is asked of ${asked === 'none' ? 'nobody' : asked}`, '');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    findings.add(false, 'A second factor is asked that nobody can have', error.message);
  }
}

/** How much is sealed, and whether all of it can be opened. */
export async function lookAtSealed(database: Database, findings: Findings): Promise<void> {
  const { currentKeyId } = database.vault;
  const sealed = await examine(database);
  const shut = sealed.filter(({ unopened }) => unopened > 0);
  for (const under of shut) {
    findings.add(false, `Not every ${under.table.called[0]} can be opened`, adviceOnSealed(under));
  }
  if (shut.length > 0) return;
  const count = (rows: typeof sealed) => rows.reduce((sum, { rows: more }) => sum + more, 0);
  for (const table of sealedTables) {
    const of = sealed.filter((under) => under.table === table);
    const older = count(of.filter(({ keyId }) => keyId !== currentKeyId));
    findings.add(
      true,
      inWords(count(of), table) +
        (of.length > 0 ? ', under keys that are configured' : '') +
        (older > 0 ? `; ${older} under an older one: "harborlight keys rotate-data"` : ''),
      '',
    );
  }
}

/** Keys whose steward was let go before they ended with her (016-bringing-in): whoever knows them comes in. */
export async function lookAtAppKeys(read: Reader, findings: Findings): Promise<void> {
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const left = (await keysOf(read)).filter(
    ({ answered, expires, organization }) =>
      answered && !answered.still && organization === null && expires >= today,
  );
  if (left.length === 0) {
    findings.add(true, 'Somebody answers for every key of an app', '');
    return;
  }
  const named = left.map(({ id, name, answered }) => `${id} (${name}, by ${answered!.by})`);
  findings.warn(
    `Nobody answers for ${left.length === 1 ? 'a key of an app that works' : `${left.length} keys of apps that work`}: ` +
      `${named.join(', ')}. Whoever issued them is no steward any more, and knows them: end each with "harborlight ` +
      'keys revoke", and issue another to each app that needs one',
  );
}
