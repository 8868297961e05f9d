import { z } from 'zod';
import { readInput, Refusal, refuse, stranger } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import type { AccessAsking } from './access-asking.js';
import { record } from '../audit/index.js';
import { refuseToHerself } from './giving.js';
import { endInvitation, openInvitation, type InvitationRow } from './invitation.store.js';
import { checkPassword, hashOf, isPassword } from './password.js';
import { accountByEmail, addAccount, type AccountRow } from './person.store.js';
import { giveRole } from './give-role.js';
import { provePerson } from './prove-person.js';
import { isToken, newToken } from './secret.js';
import { code } from './second-factor.js';
import { addSession } from './session.store.js';

const input = z.strictObject({
  token: z.string().max(200),
  name: z.string().trim().min(1).max(200).nullish(),
  password: z.string().max(1_000),
  code: code.nullish(),
});
export type AcceptInvitation = z.input<typeof input>;

/** Who takes up an invitation: one who has an account, and whether the password is hers; or someone new. */
type Comer =
  | { account: AccountRow; isHers: boolean; code: string | null }
  | { account: null; name: string; passwordHash: string };

/**
 * Takes up an invitation, once, and signs in: a new person chooses her name and her password, and who has an
 * account already gives the password that it has, and a code where she has a second factor.
 * @throws Refusal `NOT_FOUND` where the link is none, was used or ran out; `INVALID`; `UNAUTHENTICATED`
 */
export async function acceptInvitation(
  given: AcceptInvitation,
  { attempts, change, door }: AccessAsking,
): Promise<void> {
  const { token, name, password, code = null } = readInput(input, given, 'input');
  const [invitation, account] = await change(async (changing) => {
    const open = isToken(token) ? await openInvitation(changing, token) : null;
    return [open, open && (await accountByEmail(changing, open.emailKey))] as const;
  });
  // A guess of 256 bits is none. The password of an account that is there already is counted with its attempts to
  // come in: whoever invites someone often has no more guesses than others.
  const counted = account?.emailKey ?? token;
  await attempts.begin(counted, door.network);
  if (!invitation) return isOver();
  const comer: Comer = account
    ? { account, isHers: await isPassword(password, account.passwordHash), code }
    : { account, ...(await newPerson(name, password)) };
  const session = newToken();
  const endsAt = await change((changing) => takeUp(changing, token, comer, session));
  if (!endsAt) {
    throw new Refusal(
      'UNAUTHENTICATED',
      'There is an account of this address already. Give the password that it has, and a code where it has a ' +
        'second factor.',
      'input.password',
    );
  }
  await attempts.succeed(counted, door.network);
  door.hold(session, endsAt);
}

/** @returns when the session ends that begins so; null where the comer is not the person of her account */
async function takeUp(
  changing: Sealing,
  token: string,
  comer: Comer,
  session: string,
): Promise<Date | null> {
  // Looked for again, and held: another may have taken it up meanwhile.
  const open = (await openInvitation(changing, token)) ?? isOver();
  const known = await accountByEmail(changing, open.emailKey);
  // Whose password was not asked for a moment ago must not be let in now.
  if (known?.id !== comer.account?.id) {
    refuse('An invitation of this address was taken up just now. Try again.', 'input.token');
  }
  const { account } = comer;
  if (account && account.id === open.invitedBy) refuseToHerself('input.token');
  const by = account
    ? await provePerson(changing, comer.isHers ? account.id : null, comer.code)
    : 'PASSWORD';
  if (!by) return null;
  const id = account ? account.id : await addAccount(changing, { ...comer, email: open.email });
  await giveRole(changing, id, roleOf(open), open.invitedBy);
  await endInvitation(changing, open.id, id);
  await record(changing, stranger, {
    action: 'acceptInvitation',
    thing: id,
    detail: { invitation: open.id, ...roleOf(open), by },
  });
  return addSession(changing, session, { account: id, isProved: by !== 'PASSWORD' });
}

const roleOf = ({ role, organizationId }: InvitationRow) => ({ role, organizationId });

async function newPerson(name: string | null | undefined, password: string) {
  if (!name) refuse('Give the name by which others of the network know you.', 'input.name');
  checkPassword(password, 'input.password');
  return { name, passwordHash: await hashOf(password) };
}

function isOver(): never {
  throw new Refusal(
    'NOT_FOUND',
    'This link was used already, or its time is over. Ask whoever invited you for another.',
    'input.token',
  );
}
