import type { Changing } from '../kernel/index.js';
import { newRecoveryCodes, recoveryCodeIn } from './recovery-code.js';
import { saveRecoveryCodes } from './second-factor.store.js';

/** Gives a person recovery codes in place of those she had. @returns them, as she is told them this once */
export async function giveRecoveryCodes(changing: Changing, account: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await saveRecoveryCodes(
    changing,
    account,
    codes.map((code) => recoveryCodeIn(code)!),
  );
  return codes;
}
