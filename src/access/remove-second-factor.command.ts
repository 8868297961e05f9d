import { z } from 'zod';
import { record } from '../audit/index.js';
import { readInput, refuse } from '../kernel/index.js';
import type { AccessAsking } from './access-asking.js';
import { personOf, provedAgain } from './prove-again.js';
import { isAskedOf } from './roles.js';
import { hasNone, proof } from './second-factor.js';
import { deleteFactor } from './second-factor.store.js';
import { endSessionsOf } from './session.store.js';

const input = z.strictObject(proof);
export type RemoveSecondFactor = z.input<typeof input>;

/**
 * Takes away the second factor of whoever asks, and signs her out everywhere. Of whom it is asked keeps it: she
 * changes it by beginning another, so that her password alone never opens her account in between.
 * @throws Refusal `INVALID` where it is asked of her; `NOT_FOUND` where she has none; `UNAUTHENTICATED`;
 *   `RATE_LIMITED`
 */
export async function removeSecondFactor(
  given: RemoveSecondFactor,
  asking: AccessAsking,
): Promise<void> {
  const proof = readInput(input, given, 'input');
  const { viewer, secondFactor, door } = asking;
  if (isAskedOf(secondFactor, personOf(viewer).roles)) {
    refuse(
      'The network asks a second factor of you. To use another phone, begin a new one with beginSecondFactor.',
    );
  }
  await provedAgain(proof, asking, async (sealing, { id }) => {
    if (!(await deleteFactor(sealing, id))) hasNone();
    await endSessionsOf(sealing, id);
    await record(sealing, viewer, { action: 'removeSecondFactor', thing: id });
  });
  door.letGo();
}
