import { z } from 'zod';
import { readInput, Refusal, stranger } from '../kernel/index.js';
import type { AccessAsking } from './access-asking.js';
import { record } from '../audit/index.js';
import { isPassword } from './password.js';
import { accountByEmail, emailKeyOf } from './person.store.js';
import { newToken } from './secret.js';
import { addSession } from './session.store.js';

const input = z.strictObject({
  email: z.string().trim().min(1).max(320),
  password: z.string().min(1).max(1_000),
});
export type SignIn = z.input<typeof input>;

/**
 * Signs a person in. Who there is no account of, and whose password it is not, learn the same, after as long.
 * @throws Refusal `UNAUTHENTICATED`; `RATE_LIMITED` after too many attempts
 */
export async function signIn(given: SignIn, asking: AccessAsking): Promise<void> {
  const { attempts, change, door } = asking;
  const { email, password } = readInput(input, given, 'input');
  const emailKey = emailKeyOf(email);
  await attempts.begin(emailKey, door.network);
  const account = await change((changing) => accountByEmail(changing, emailKey));
  if (!(await isPassword(password, account?.passwordHash ?? null))) {
    // Of nobody's account too: what is written for one alone would take longer for one alone.
    await change((changing) =>
      record(changing, stranger, { action: 'signIn.refused', thing: account?.id ?? null }),
    );
    throw new Refusal('UNAUTHENTICATED', 'The address or the password is not right.');
  }
  await attempts.succeed(emailKey, door.network);
  const token = newToken();
  const endsAt = await change(async (changing) => {
    await record(changing, stranger, { action: 'signIn', thing: account!.id });
    return addSession(changing, token, account!.id);
  });
  door.hold(token, endsAt);
}
