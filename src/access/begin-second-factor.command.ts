import { z } from 'zod';
import { record } from '../audit/index.js';
import { readInput } from '../kernel/index.js';
import { currentKeyOf, noVault, placeIn } from '../vault/index.js';
import type { AccessAsking } from './access-asking.js';
import { newSecret, secretAddress } from './one-time-code.js';
import { provedAgain } from './prove-again.js';
import { enrolments, saveEnrolment } from './second-factor.store.js';
import { proof } from './second-factor.js';

const input = z.strictObject(proof);
export type BeginSecondFactor = z.input<typeof input>;

export interface BegunSecondFactor {
  /** In base32, to be typed. */
  secret: string;
  /** The same as `otpauth://…`, to be shown as a picture of squares. */
  address: string;
}

/**
 * Begins a second factor of whoever asks: a secret for her app, told this once. It is in force when a code of it
 * confirms that the app has it; one that is in force already holds until then.
 * @throws Refusal `INVALID` where the house has no key to seal it with; `UNAUTHENTICATED`; `RATE_LIMITED`
 */
export async function beginSecondFactor(
  given: BeginSecondFactor,
  asking: AccessAsking,
): Promise<BegunSecondFactor> {
  const proof = readInput(input, given, 'input');
  await asking.change(async (sealing) => currentKeyOf(sealing, { what: 'a second factor' }));
  return provedAgain(proof, asking, async (sealing, { email, id }) => {
    const { vault = noVault } = sealing;
    const secret = newSecret();
    await saveEnrolment(sealing, id, vault.seal(secret, placeIn(enrolments, id)));
    await record(sealing, asking.viewer, { action: 'beginSecondFactor', thing: id });
    return { secret, address: secretAddress(secret, email) };
  });
}
