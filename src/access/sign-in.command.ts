import { z } from 'zod';
import { readInput, Refusal, stranger } from '../kernel/index.js';
import type { AccessAsking } from './access-asking.js';
import { record } from '../audit/index.js';
import { isPassword } from './password.js';
import { accountByEmail, emailKeyOf, heldRoles, lastEnded, noteHere } from './person.store.js';
import { provePerson } from './prove-person.js';
import { newToken } from './secret.js';
import { code } from './second-factor.js';
import { addSession } from './session.store.js';

const input = z.strictObject({
  email: z.string().trim().min(1).max(320),
  password: z.string().min(1).max(1_000),
  code: code.nullish(),
});
export type SignIn = z.input<typeof input>;

/**
 * Signs a person in. Who there is no account of, whose password it is not and whose code it is not learn the same,
 * after as long: in one step, so that no password can be tried without a code.
 * @throws Refusal `UNAUTHENTICATED`; `RATE_LIMITED` after too many attempts; `FORBIDDEN` to who holds no role any more, with who ended it
 */
export async function signIn(given: SignIn, asking: AccessAsking): Promise<void> {
  const { attempts, change, door } = asking;
  const { email, password, code = null } = readInput(input, given, 'input');
  const emailKey = emailKeyOf(email);
  await attempts.begin(emailKey, door.network);
  const account = await change((changing) => accountByEmail(changing, emailKey));
  const isHers = await isPassword(password, account?.passwordHash ?? null);
  const token = newToken();
  let isOver = '';
  const endsAt = await change(async (changing) => {
    const by = await provePerson(changing, isHers ? account!.id : null, code);
    if (!by) {
      // Of nobody's account too: what is written for one alone would take longer for one alone.
      await record(changing, stranger, { action: 'signIn.refused', thing: account?.id ?? null });
      return null;
    }
    const { id } = account!;
    await noteHere(changing, id);
    if ((await heldRoles(changing, id)).length === 0) {
      isOver = (await lastEnded(changing, id)).map(saidEnded).join(' ');
      await record(changing, stranger, { action: 'signIn.refused', thing: id });
      return null;
    }
    await record(changing, stranger, { action: 'signIn', thing: id, detail: { by } });
    return addSession(changing, token, { account: id, isProved: by !== 'PASSWORD' });
  });
  if (isOver) throw new Refusal('FORBIDDEN', `${isOver} Whoever runs this directory can say why.`);
  if (!endsAt) {
    throw new Refusal(
      'UNAUTHENTICATED',
      'The address, the password or the code is not right. Who has a second factor gives its code too.',
    );
  }
  await attempts.succeed(emailKey, door.network);
  door.hold(token, endsAt);
}

/** Whose last role was ended reads it here: what else there is to read, is read by those who hold one. */
const saidEnded = ({ role, organization, at, by }: Awaited<ReturnType<typeof lastEnded>>[number]) =>
  `Your role ${role}${organization ? ` of ${organization}` : ''} was ended on ${at} by ${by ?? 'the host'}.`;
