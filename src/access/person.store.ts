import { newId, sql, type Changing, type HeldRole, type Role } from '../kernel/index.js';
import { AccountEntity, RoleGrantEntity } from './access.entity.js';
import { isHeld, isNew } from './held-roles.js';

export interface AccountRow {
  id: string;
  name: string;
  email: string;
  emailKey: string;
  passwordHash: string;
}

const accountSelected = 'id, name, email, email_key as "emailKey", password_hash as "passwordHash"';

/** Letters of an address differ in case and mean the same. */
export const emailKeyOf = (email: string): string => email.normalize('NFC').toLowerCase();

export async function accountByEmail(
  { em }: Changing,
  emailKey: string,
): Promise<AccountRow | null> {
  const [row] = await em.execute<AccountRow[]>(
    `select ${accountSelected} from auth.account where email_key = ?`,
    [emailKey],
  );
  return row ?? null;
}

/** Of someone who has come in: her account is there. */
export async function accountById({ em }: Changing, id: string): Promise<AccountRow> {
  const [row] = await em.execute<AccountRow[]>(
    `select ${accountSelected} from auth.account where id = ?`,
    [id],
  );
  return row!;
}

export async function addAccount(
  { em, now }: Changing,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string },
): Promise<string> {
  const id = newId('Account');
  await em.insert(AccountEntity, {
    id,
    emailKey: emailKeyOf(email),
    email,
    name,
    passwordHash,
    createdAt: now,
  });
  return id;
}

/** The roles that a person holds, each with its grant. */
export async function grantsOf(
  { em }: Changing,
  account: string,
): Promise<(HeldRole & { id: string })[]> {
  return em.execute(
    `select id, role, organization_id as "organizationId" from auth.role_grant
     where account_id = ? and ended_at is null order by granted_at, id for update`,
    [account],
  );
}

/** The same for whoever acts by them: they are kept from ending until the change is, and others may act meanwhile. */
export async function heldRoles({ em, now }: Changing, account: string): Promise<HeldRole[]> {
  const held = sql`select g.role, g.organization_id as "organizationId", ${isNew(now)} as "isNew"
    from auth.role_grant g where g.account_id = ${account} and ${isHeld}
    order by g.granted_at, g.id for share of g`;
  return em.execute(held.sql, held.values);
}

/** Gives a role; one that is held already stays as it is. @returns whether it was given */
export async function addGrant(
  changing: Changing,
  account: string,
  { role, organizationId }: HeldRole,
  by: string | null,
): Promise<boolean> {
  const held = await grantsOf(changing, account);
  if (held.some((one) => one.role === role && one.organizationId === organizationId)) {
    return false;
  }
  const { em, now } = changing;
  await em.insert(RoleGrantEntity, {
    id: newId('Grant'),
    account,
    role,
    organizationId,
    grantedAt: now,
    grantedBy: by,
    endedAt: null,
    endedBy: null,
    confirmedAt: null,
    confirmedBy: null,
    hereSince: null,
  });
  return true;
}

/**
 * Notes of the roles that she holds that she is in, where she was not yet: by a role that a person gave she sees who comes from then on
 * (`auth.counting`). Whoever signs in at once from two places waits for the other here: it is done before her roles are held for
 * reading.
 */
export async function noteHere({ em, now }: Changing, account: string): Promise<void> {
  await em.execute(
    `update auth.role_grant g set here_since = ? where g.account_id = ? and g.here_since is null and ${isHeld.text}`,
    [now.toISOString(), account],
  );
}

/** What became of a role that was held already when it was given again. */
export type Confirmed = 'CONFIRMED' | 'STANDS' | 'UNSEEN';

/**
 * Confirms a role that does not count by time alone, by the host or by a steward who has nothing to do with who gave it
 * (`auth.counting`, `auth.may_confirm`).
 * @returns `UNSEEN` where it is not hers to confirm; `STANDS` where nothing is to be confirmed
 */
export async function confirmGrant(
  { em, now }: Changing,
  account: string,
  { role, organizationId }: HeldRole,
  by: string | null,
): Promise<Confirmed> {
  const [row] = await em.execute<{ id: string; may: boolean }[]>(
    `select id, ?::text is null or auth.may_confirm(granted_by, ?, ?) as may from auth.role_grant
     where account_id = ? and role = ? and organization_id = ? and ended_at is null
       and auth.counts_from(account_id, organization_id, 'OWN') = 'infinity' for update`,
    [by, by, now.toISOString(), account, role, organizationId],
  );
  if (!row) return 'STANDS';
  if (!row.may) return 'UNSEEN';
  const confirmed = { confirmedAt: now, confirmedBy: by };
  await em.nativeUpdate(RoleGrantEntity, { id: row.id }, confirmed);
  return 'CONFIRMED';
}

/** The roles that someone held last, and who ended them; of the host, nobody. */
export async function lastEnded(
  { em }: Changing,
  account: string,
): Promise<{ role: Role; organization: string | null; at: string; by: string | null }[]> {
  return em.execute(
    `select g.role, o.name as organization, to_char(g.ended_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') as at,
       a.name as by
     from auth.role_grant g left join org.organization o on o.id = g.organization_id
     left join auth.account a on a.id = g.ended_by
     where g.account_id = ? and g.ended_at = (select max(l.ended_at) from auth.role_grant l where l.account_id = g.account_id)
     order by g.granted_at, g.id`,
    [account],
  );
}

export async function endGrants(
  { em, now }: Changing,
  ids: readonly string[],
  by: string | null,
): Promise<void> {
  await em.nativeUpdate(RoleGrantEntity, { id: { $in: [...ids] } }, { endedAt: now, endedBy: by });
}

/** The roles of a person that someone has ended. */
export async function endedBy(
  { em }: Changing,
  account: string,
  by: string | null,
): Promise<(HeldRole & { isOfNation: boolean })[]> {
  return em.execute(
    `select distinct g.role, g.organization_id as "organizationId", exists (
       select from org.tribal_nation n where n.organization_id = g.organization_id) as "isOfNation"
     from auth.role_grant g where g.account_id = ? and g.ended_by = ?`,
    [account, by],
  );
}

/** How many hold a role of the network now. Whoever asks in order to end one keeps others from doing so. */
export async function holdersOf({ em }: Changing, role: Role): Promise<number> {
  await em.execute('lock table auth.role_grant in share row exclusive mode');
  const [row] = await em.execute<{ holders: number }[]>(
    `select count(distinct account_id)::int as holders from auth.role_grant
     where role = ? and ended_at is null`,
    [role],
  );
  return row!.holders;
}

/** Whether an organization is a nation's; null where there is none. */
export async function isOfNation({ em }: Changing, organization: string): Promise<boolean | null> {
  const [row] = await em.execute<{ nation: boolean }[]>(
    `select exists (select from org.tribal_nation n where n.organization_id = o.id) as nation
     from org.organization o where o.id = ?`,
    [organization],
  );
  return row?.nation ?? null;
}

export async function isAccount({ em }: Changing, id: string): Promise<boolean> {
  return (await em.execute<unknown[]>('select 1 from auth.account where id = ?', [id])).length > 0;
}
