import { z } from 'zod';
import { readInput, Refusal, refuse, stranger } from '../kernel/index.js';
import type { AccessAsking } from './access-asking.js';
import { record } from '../audit/index.js';
import { endInvitation, openInvitation, type InvitationRow } from './invitation.store.js';
import { checkPassword, hashOf, isPassword } from './password.js';
import { accountByEmail, addAccount, addGrant } from './person.store.js';
import { isToken, newToken } from './secret.js';
import { addSession } from './session.store.js';

const input = z.strictObject({
  token: z.string().max(200),
  name: z.string().trim().min(1).max(200).nullish(),
  password: z.string().max(1_000),
});
export type AcceptInvitation = z.input<typeof input>;

/**
 * Takes up an invitation, once, and signs in: a new person chooses her name and her password, and who has an
 * account already gives the password that it has.
 * @throws Refusal `NOT_FOUND` where the link is none, was used or ran out; `INVALID`; `UNAUTHENTICATED`
 */
export async function acceptInvitation(
  given: AcceptInvitation,
  { attempts, change, door }: AccessAsking,
): Promise<void> {
  const { token, name, password } = readInput(input, given, 'input');
  // A guess of 256 bits is none; what is counted is the password of an account that is there already.
  await attempts.begin(token, door.network);
  const [invitation, account] = await change(async (changing) => {
    const open = isToken(token) ? await openInvitation(changing, token) : null;
    return [open, open && (await accountByEmail(changing, open.emailKey))] as const;
  });
  if (!invitation) return isOver();
  const passwordHash = account ? null : await newHash(name, password);
  if (account && !(await isPassword(password, account.passwordHash))) {
    throw new Refusal(
      'UNAUTHENTICATED',
      'There is an account of this address already. Give the password that it has.',
      'input.password',
    );
  }
  const session = newToken();
  const endsAt = await change(async (changing) => {
    // Looked for again, and held: another may have taken it up meanwhile.
    const open = (await openInvitation(changing, token)) ?? isOver();
    const known = await accountByEmail(changing, open.emailKey);
    // Whose password was not asked for a moment ago must not be let in now.
    if (known?.id !== account?.id) {
      refuse('An invitation of this address was taken up just now. Try again.', 'input.token');
    }
    const id =
      known?.id ??
      (await addAccount(changing, { email: open.email, name: name!, passwordHash: passwordHash! }));
    await addGrant(changing, id, roleOf(open), open.invitedBy);
    await endInvitation(changing, open.id, id);
    await record(changing, stranger, {
      action: 'acceptInvitation',
      thing: id,
      detail: { invitation: open.id, ...roleOf(open) },
    });
    return addSession(changing, session, id);
  });
  await attempts.succeed(token, door.network);
  door.hold(session, endsAt);
}

const roleOf = ({ role, organizationId }: InvitationRow) => ({ role, organizationId });

function newHash(name: string | null | undefined, password: string): Promise<string> {
  if (!name) refuse('Give the name by which others of the network know you.', 'input.name');
  checkPassword(password, 'input.password');
  return hashOf(password);
}

function isOver(): never {
  throw new Refusal(
    'NOT_FOUND',
    'This link was used already, or its time is over. Ask whoever invited you for another.',
    'input.token',
  );
}
