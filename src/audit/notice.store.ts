import { newId, type Changing, type Role } from '../kernel/index.js';

/** What an organization is told of: what others, or one of its own, did with what is its own, and who comes to it. */
export const noticeKinds = [
  'ADDRESS_REVEALED',
  'DISCLOSURE_PROPOSED',
  'DISCLOSURE_LOOSENED',
  'DISCLOSURE_REJECTED',
  'DISCLOSURE_TIGHTENED',
  'REVEAL_GRANTED',
  'REVEAL_ENDED',
  'CONSENT_RECORDED',
  'CONSENT_WITHDRAWN',
  'ROLE_OFFERED',
  'ROLE_GIVEN',
  'ROLE_ENDED',
  'APP_KEY_ISSUED',
  'APP_KEY_ENDED',
  'APP_KEY_KEPT',
  'CONFIRMATION_REMINDED',
  'HOST_TAKEN_OUT',
  'WRITTEN_BY_OTHERS',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface Notice {
  kind: NoticeKind;
  /** Null of the network: its stewards are told. */
  organization: string | null;
  listing?: string | null;
  location?: string | null;
  appKey?: string | null;
  convening?: string | null;
  /** Who did it; null where the host did, from the command line. */
  account: string | null;
  /** Of which organization she did it, where that is known. */
  asOrganization?: string | null;
  /** Whom it concerns: to whom something was given, or of whom it was taken. */
  person?: string | null;
  role?: Role | null;
  /** Why, as whoever did it said. */
  reason?: string | null;
}

/** Tells an organization what was done, and by whom, in the transaction that does it. @returns the notice's id */
export async function addNotice({ em, now }: Changing, notice: Notice): Promise<string> {
  const id = newId('Notice');
  const { kind, organization, listing = null, location = null, appKey = null, account } = notice;
  const {
    convening = null,
    asOrganization = null,
    person = null,
    role = null,
    reason = null,
  } = notice;
  const things = [listing, location, appKey, convening];
  const told = [kind, organization, ...things, account, asOrganization, person, role, reason];
  await em.execute(
    `insert into org.notice (id, noted_at, kind, organization_id, listing_id, location_id, app_key_id, convening_id, account_id,
       as_organization_id, person_id, role, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, now.toISOString(), ...told],
  );
  return id;
}

/** Whether an organization has been told of this, of the same person, since a moment. */
export async function wasToldOf(
  { em }: Changing,
  { kind, organization, account }: Pick<Notice, 'kind' | 'organization' | 'account'>,
  since: Date,
): Promise<boolean> {
  const [row] = await em.execute<{ told: boolean }[]>(
    `select exists (select from org.notice where kind = ? and organization_id = ? and account_id = ? and noted_at > ?) as told`,
    [kind, organization, account, since],
  );
  return row!.told;
}
