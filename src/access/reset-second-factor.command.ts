import { z } from 'zod';
import { record, type Doer } from '../audit/index.js';
import { readInput, Refusal, type Changing } from '../kernel/index.js';
import { accountByEmail, emailKeyOf } from './person.store.js';
import { hasNone } from './second-factor.js';
import { deleteFactor, holdAccount } from './second-factor.store.js';
import { endSessionsOf } from './session.store.js';

const input = z.strictObject({ email: z.string().trim().min(1).max(320) });
export type ResetSecondFactor = z.input<typeof input>;

/**
 * Ends the second factor of someone who has lost her phone and her recovery codes, and signs her out everywhere. Her
 * password alone opens her account then, to set up another where the network asks it. It is the host's to do.
 * @throws Refusal `NOT_FOUND` where there is no such person, or she has none
 */
export async function resetSecondFactor(
  given: ResetSecondFactor,
  doer: Doer & { kind: 'HOST' },
  changing: Changing,
): Promise<void> {
  const { email } = readInput(input, given);
  const account = await accountByEmail(changing, emailKeyOf(email));
  if (!account) throw new Refusal('NOT_FOUND', 'There is no person of this address.', 'email');
  await holdAccount(changing, account.id);
  if (!(await deleteFactor(changing, account.id))) hasNone();
  await endSessionsOf(changing, account.id);
  await record(changing, doer, { action: 'resetSecondFactor', thing: account.id });
}
