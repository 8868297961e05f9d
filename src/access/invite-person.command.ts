import { z } from 'zod';
import { readInput, type Changing } from '../kernel/index.js';
import { idOf, record, type Doer } from '../audit/index.js';
import { checkGiving, roleInput } from './giving.js';
import { addInvitation } from './invitation.store.js';
import { newToken } from './secret.js';
import { tellOfRole } from './tell-of-role.js';

/** A link is good for so long: whoever was invited on a Friday can come in after the week that follows. */
const INVITATION_MS = 10 * 24 * 3_600_000;

const input = z.strictObject({
  email: z.email().max(320),
  role: roleInput,
  organizationId: z.string().nullish(),
});
export type InvitePerson = z.input<typeof input>;

export interface Invited {
  id: string;
  /** Told this once: of it only a proof is kept. */
  token: string;
  expiresAt: Date;
}

/**
 * Invites someone to a role, by a link that works once. Who sends the link, and how, is the inviter's to choose.
 * @throws Refusal `INVALID`, `NOT_FOUND`
 */
export async function invitePerson(
  given: InvitePerson,
  doer: Doer,
  changing: Changing,
): Promise<Invited> {
  const { email, role, organizationId = null } = readInput(input, given, 'input');
  await checkGiving(changing, doer, { role, organizationId });
  const token = newToken();
  const expiresAt = new Date(changing.now.getTime() + INVITATION_MS);
  const by = idOf(doer);
  const id = await addInvitation(changing, token, { email, role, organizationId, by, expiresAt });
  await tellOfRole(changing, { role, organizationId }, { kind: 'ROLE_OFFERED', account: by });
  await record(changing, doer, {
    action: 'invitePerson',
    thing: id,
    detail: { role, organizationId },
  });
  return { id, token, expiresAt };
}
