import { z } from 'zod';
import { readInput, Refusal, refuse, stranger } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import type { AccessAsking } from './access-asking.js';
import { record } from '../audit/index.js';
import { refuseToHerself } from './giving.js';
import { endInvitation, openInvitation, type InvitationRow } from './invitation.store.js';
import { checkPassword, hashOf, isPassword } from './password.js';
import { accountByEmail, addAccount, noteHere, type AccountRow } from './person.store.js';
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

/** Who takes up an invitation: one who has an account, and whether the password is hers; someone new; or one who did not say who. */
type Comer =
  | { account: AccountRow; isHers: boolean }
  | { account: null; name: string; passwordHash: string }
  | { account: null; name: null };

/**
 * Takes up an invitation, once, and signs in: a new person chooses her name and her password, and who has an
 * account already gives the password that it has, and a code where she has a second factor. Whoever invited holds the link as
 * well: she does not learn by a refusal whether there is an account of an address, nor by how long it takes.
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
  // A guess of 256 bits is none. A password is counted with the attempts to come in of its address, whether there is an account
  // of it or not: whoever invites someone often has no more guesses than others.
  const counted = invitation?.emailKey ?? token;
  await attempts.begin(counted, door.network);
  if (!invitation) return isOver();
  // No account has one that is shorter.
  checkPassword(password, 'input.password');
  const comer = await comerOf(account, name ?? null, password);
  const session = newToken();
  const endsAt = await change((changing) => takeUp(changing, { token, comer, code }, session));
  if (!endsAt) {
    throw new Refusal(
      'UNAUTHENTICATED',
      'New to this network, you choose a password and give the name by which others know you. Where you have an account of ' +
        'this address, give the password that it has, and a code where it has a second factor.',
      'input.password',
    );
  }
  await attempts.succeed(counted, door.network);
  door.hold(session, endsAt);
}

/** One password is hashed, or held against a hash, whoever it is: each takes as long. */
async function comerOf(
  account: AccountRow | null,
  name: string | null,
  password: string,
): Promise<Comer> {
  if (account === null && name !== null) {
    return { account, name, passwordHash: await hashOf(password) };
  }
  const isHers = await isPassword(password, account?.passwordHash ?? null);
  return account ? { account, isHers } : { account, name: null };
}

/** @returns when the session ends that begins so; null where the comer is neither new nor the person of her account */
async function takeUp(
  changing: Sealing,
  { token, comer, code }: { token: string; comer: Comer; code: string | null },
  session: string,
): Promise<Date | null> {
  // Looked for again, and held: another may have taken it up meanwhile.
  const open = (await openInvitation(changing, token)) ?? isOver();
  const known = await accountByEmail(changing, open.emailKey);
  // Whose password was not asked for a moment ago must not be let in now.
  if (known?.id !== comer.account?.id) {
    refuse('An invitation of this address was taken up just now. Try again.', 'input.token');
  }
  const by = await provenBy(comer, code, changing);
  if (!by) return null;
  if (known && known.id === open.invitedBy) refuseToHerself('input.token');
  const id = known ? known.id : await newAccount(comer, open.email, changing);
  await giveRole(changing, id, roleOf(open), open.invitedBy);
  await noteHere(changing, id);
  await endInvitation(changing, open.id, id);
  await record(changing, stranger, {
    action: 'acceptInvitation',
    thing: id,
    detail: { invitation: open.id, ...roleOf(open), by },
  });
  return addSession(changing, session, { account: id, isProved: by !== 'PASSWORD' });
}

const roleOf = ({ role, organizationId }: InvitationRow) => ({ role, organizationId });

/** By what she is proved to be who she says: someone new by her password, since nobody was there before. */
async function provenBy(comer: Comer, code: string | null, changing: Sealing) {
  if (comer.account === null && comer.name !== null) return 'PASSWORD';
  const account = comer.account && comer.isHers ? comer.account.id : null;
  return provePerson(changing, account, code);
}

async function newAccount(comer: Comer, email: string, changing: Sealing): Promise<string> {
  if (comer.account !== null || comer.name === null) throw new Error('She is known, or nobody.');
  return addAccount(changing, { name: comer.name, passwordHash: comer.passwordHash, email });
}

function isOver(): never {
  throw new Refusal(
    'NOT_FOUND',
    'This link was used already, or its time is over. Ask whoever invited you for another.',
    'input.token',
  );
}
