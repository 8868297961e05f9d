import { record } from '../audit/index.js';
import { isPerson, Refusal, type Person, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import type { AccessAsking } from './access-asking.js';
import { isPassword } from './password.js';
import { accountById, type AccountRow } from './person.store.js';
import { provePerson } from './prove-person.js';

/** @throws Refusal `UNAUTHENTICATED` */
export function personOf(viewer: Viewer): Person {
  if (!isPerson(viewer)) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
  return viewer;
}

/**
 * A change of someone's second factor, by herself: her session alone does not do it, for she may have left it open.
 * She gives her password again, and a code where she has a second factor. Counted with her attempts to come in.
 * @throws Refusal `UNAUTHENTICATED`; `RATE_LIMITED` after too many attempts
 */
export async function provedAgain<Result>(
  { password, code = null }: { password: string; code?: string | null | undefined },
  { attempts, change, door, viewer }: AccessAsking,
  work: (sealing: Sealing, account: AccountRow) => Promise<Result>,
): Promise<Result> {
  const { id } = personOf(viewer);
  const account = await change((changing) => accountById(changing, id));
  await attempts.begin(account.emailKey, door.network);
  const isHers = await isPassword(password, account.passwordHash);
  const done = await change(async (sealing) => {
    if (!(await provePerson(sealing, isHers ? id : null, code))) {
      await record(sealing, viewer, { action: 'secondFactor.refused', thing: id });
      return null;
    }
    return { result: await work(sealing, account) };
  });
  if (!done) throw new Refusal('UNAUTHENTICATED', 'The password or the code is not right.');
  await attempts.succeed(account.emailKey, door.network);
  return done.result;
}
