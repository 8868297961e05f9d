import { examineVault, noVault, type Vault } from '../../disclosure/index.js';
import { Refusal } from '../../kernel/index.js';
import type { Config } from '../config.js';
import { addressesInWords, adviceOnSealed, openVault } from '../data-vault.js';
import type { Database } from '../database/open-database.js';
import { inOne } from '../make-ready.js';
import type { Findings } from './findings.js';

/** Whether there are keys, and can be used; @returns the vault with them, without any where they cannot */
export function lookAtKeys(config: Config, findings: Findings): Vault {
  try {
    const { vault, warning } = openVault(config);
    findings.add(
      true,
      vault.currentKeyId === null
        ? 'No key for confidential addresses (needed only to keep where a withheld location is): ' +
            '"harborlight keys new-data" makes one'
        : `The key "${vault.currentKeyId}" seals confidential addresses; keys that open them: ${vault.size}`,
      '',
    );
    if (warning) findings.warn(warning);
    return vault;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    findings.add(false, 'The keys of confidential addresses cannot be used', error.message);
    return noVault;
  }
}

/** How much is sealed, and whether all of it can be opened. */
export async function lookAtSealed(database: Database, findings: Findings): Promise<void> {
  const { currentKeyId } = database.vault;
  const sealed = await inOne(database, examineVault);
  const shut = sealed.filter(({ state }) => state !== 'OPENS');
  for (const under of shut) {
    findings.add(false, 'Not every sealed address can be opened', adviceOnSealed(under));
  }
  if (shut.length > 0) return;
  const count = (rows: typeof sealed) => rows.reduce((sum, { rows: more }) => sum + more, 0);
  const older = count(sealed.filter(({ keyId }) => keyId !== currentKeyId));
  findings.add(
    true,
    addressesInWords(count(sealed)) +
      (sealed.length > 0 ? ', under keys that are configured' : '') +
      (older > 0 ? `; ${older} under an older one: "harborlight keys rotate-data"` : ''),
    '',
  );
}
