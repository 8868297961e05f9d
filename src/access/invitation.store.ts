import { newId, textArray, type Changing, type HeldRole, type Role } from '../kernel/index.js';
import { InvitationEntity } from './access.entity.js';
import { emailKeyOf } from './person.store.js';
import { proofOf, proofText } from './secret.js';

export interface InvitationRow {
  id: string;
  emailKey: string;
  email: string;
  role: Role;
  organizationId: string | null;
  invitedBy: string | null;
}

export async function addInvitation(
  { em, now }: Changing,
  token: string,
  {
    email,
    role,
    organizationId,
    by,
    expiresAt,
  }: HeldRole & { email: string; by: string | null; expiresAt: Date },
): Promise<string> {
  const id = newId('Invitation');
  await em.insert(InvitationEntity, {
    id,
    tokenHash: proofOf(token),
    emailKey: emailKeyOf(email),
    email,
    role,
    organizationId,
    invitedAt: now,
    invitedBy: by,
    expiresAt,
    acceptedAt: null,
    acceptedBy: null,
  });
  return id;
}

/** An invitation that is open still, held until the change is kept: two who come at once are one. */
export async function openInvitation(
  { em, now }: Changing,
  token: string,
): Promise<InvitationRow | null> {
  const [row] = await em.execute<InvitationRow[]>(
    `select id, email_key as "emailKey", email, role, organization_id as "organizationId",
       invited_by as "invitedBy"
     from auth.invitation where token_hash = decode(?, 'hex') and accepted_at is null and expires_at > ?
     for update`,
    [proofText(token), now.toISOString()],
  );
  return row ?? null;
}

export async function endInvitation(
  { em, now }: Changing,
  id: string,
  account: string,
): Promise<void> {
  await em.nativeUpdate(InvitationEntity, { id }, { acceptedAt: now, acceptedBy: account });
}

/** What was offered to a person, and what she has offered to others, and is open still; each held. */
export async function openInvitationsOf(
  { em, now }: Changing,
  account: string,
): Promise<(HeldRole & { id: string })[]> {
  return em.execute(
    `select i.id, i.role, i.organization_id as "organizationId"
     from auth.invitation i join auth.account a on a.id = ? and (i.email_key = a.email_key or i.invited_by = a.id)
     where i.accepted_at is null and i.expires_at > ? order by i.id for update of i`,
    [account, now.toISOString()],
  );
}

/** Their links are good for nothing any more. */
export async function withdrawInvitations(
  { em, now }: Changing,
  ids: readonly string[],
): Promise<void> {
  await em.execute('update auth.invitation set expires_at = ? where id = any (?::text[])', [
    now.toISOString(),
    textArray(ids),
  ]);
}
