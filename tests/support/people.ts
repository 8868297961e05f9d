import { invitePerson, issueAppKey } from '../../src/access/index.js';
import type { Role, Scope } from '../../src/kernel/index.js';
import { AcceptInvitationDocument, InvitePersonDocument } from './documents.js';
import type { Directory } from './directory.js';

export const HOST = { kind: 'HOST' } as const;
export const PASSWORD = 'lantern harbor quiet river';
let people = 0;

/** A person as her browser knows her: her id, her address, and the headers that hold her session. */
export interface SignedIn {
  id: string;
  email: string;
  headers: Record<string, string>;
}

/** The session that an answer sets, as the header that brings it back. */
export function sessionIn(headers: Record<string, unknown>): Record<string, string> {
  const cookie = String(headers['set-cookie'] ?? '').split(';')[0]!;
  return { cookie };
}

/** Invites someone as the host and lets her come in by her link. */
export async function comeIn(
  directory: Directory,
  role: Role,
  organizationId: string | null = null,
): Promise<SignedIn> {
  const email = `person${(people += 1)}@example.org`;
  const { token } = await directory.change((changing) =>
    invitePerson({ email, role, organizationId }, HOST, changing),
  );
  const input = { token, name: `Sample Person ${people}`, password: PASSWORD };
  const { body, headers } = await directory.ask(AcceptInvitationDocument, { input });
  if (!body.data?.acceptInvitation?.signedIn) throw new Error(JSON.stringify(body));
  const [row] = await directory.database
    .em()
    .execute<{ id: string }[]>('select id from auth.account where email = ?', [email]);
  return { id: row!.id, email, headers: sessionIn(headers) };
}

/** Whom someone invites comes in by her link. */
export async function broughtIn(
  directory: Directory,
  by: Pick<SignedIn, 'headers'>,
  role: Role,
  organizationId: string | null = null,
): Promise<SignedIn> {
  const email = `brought${(people += 1)}@example.org`;
  const offer = { input: { email, role, organizationId } };
  const { body } = await directory.ask(InvitePersonDocument, offer, by.headers);
  const { link } = body.data!.invitePerson!.invitation!;
  const token = new URL(link, 'http://localhost').hash.slice(1);
  const input = { token, name: `Brought ${people}`, password: PASSWORD };
  const { headers } = await directory.ask(AcceptInvitationDocument, { input });
  const [row] = await directory.database
    .em()
    .execute<{ id: string }[]>('select id from auth.account where email = ?', [email]);
  return { id: row!.id, email, headers: sessionIn(headers) };
}

/** An app with a key of these scopes: of the network, or of an organization. */
export async function appWith(
  directory: Directory,
  scopes: Scope[],
  organizationId: string | null = null,
  limits: { trustedDocumentsOnly?: boolean } = {},
): Promise<{ id: string; key: string; headers: Record<string, string> }> {
  const { appKey, key } = await directory.change((changing) =>
    issueAppKey({ name: 'Sample case tool', scopes, organizationId, ...limits }, HOST, changing),
  );
  return { id: appKey.id, key, headers: { authorization: `Bearer ${key}` } };
}
