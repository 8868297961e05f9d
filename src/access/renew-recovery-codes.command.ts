import { z } from 'zod';
import { record } from '../audit/index.js';
import { readInput } from '../kernel/index.js';
import type { AccessAsking } from './access-asking.js';
import { provedAgain } from './prove-again.js';
import { giveRecoveryCodes } from './recovery-codes.js';
import { hasNone, proof } from './second-factor.js';
import { factorOf } from './second-factor.store.js';

const input = z.strictObject(proof);
export type RenewRecoveryCodes = z.input<typeof input>;

/**
 * Gives whoever asks ten new recovery codes, told this once; those she had end.
 * @throws Refusal `NOT_FOUND` where she has no second factor; `UNAUTHENTICATED`; `RATE_LIMITED`
 */
export async function renewRecoveryCodes(
  given: RenewRecoveryCodes,
  asking: AccessAsking,
): Promise<string[]> {
  const proof = readInput(input, given, 'input');
  return provedAgain(proof, asking, async (sealing, { id }) => {
    if (!(await factorOf(sealing, id))) return hasNone();
    await record(sealing, asking.viewer, { action: 'renewRecoveryCodes', thing: id });
    return giveRecoveryCodes(sealing, id);
  });
}
