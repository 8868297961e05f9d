import { isHeld } from '../access/index.js';
import { isOfNation } from '../disclosure/index.js';
import { newId, sql, textArray, type Changing, type Sql } from '../kernel/index.js';

/** A reminder that is to be made now, held until it is. */
export interface DueReminder {
  listing: string;
  organization: string;
  attempt: number;
}

/** How a mail ended. `LAPSED`: before it was sent, it was needed no more. */
export type SentResult = 'ACCEPTED' | 'REFUSED' | 'DEFERRED' | 'LAPSED';

/** Reminders whose time has come, the longest ago first; one that another server is at is its own. */
export async function holdDue({ em, now }: Changing, many: number): Promise<DueReminder[]> {
  return em.execute(
    `select n.listing_id as listing, l.organization_id as organization, n.attempt
     from org.next_reminder n join org.listing l on l.id = n.listing_id
     where n.at <= ? and l.status = 'ACTIVE' order by n.at, n.listing_id limit ? for update of n skip locked`,
    [now, many],
  );
}

/** Writes down that a listing is reminded of, and plans the next time. @returns its id */
export async function addReminder(
  { em, now }: Changing,
  { listing, attempt }: Pick<DueReminder, 'listing' | 'attempt'>,
): Promise<string> {
  const id = newId('Reminder');
  await em.execute(
    `insert into org.reminder (id, listing_id, due_at, attempt, made_at)
     select ?, id, due_at, ?, ? from org.listing where id = ?`,
    [id, attempt, now, listing],
  );
  await em.execute('select org.plan_reminder(?)', [listing]);
  return id;
}

/** That a role `g` is of those who are reminded of what is an organization’s: of a nation’s its own people alone. */
const isReminded = (organization: string): Sql =>
  sql`g.organization_id = ${organization} and ${isHeld} and g.role in ('COORDINATOR', 'NATION_COORDINATOR')
    and (g.role = 'NATION_COORDINATOR') = ${isOfNation('g.organization_id')}`;

/** Puts a reminder to each of the people of an organization who wants them, to be sent now. */
export async function addSendings(
  { em, now }: Changing,
  reminder: string,
  organization: string,
): Promise<void> {
  const add = sql`insert into org.reminder_sent (reminder_id, account_id, role, next_try_at)
    select ${reminder}::text, a.id, g.role, ${now.toISOString()}::timestamptz
    from auth.role_grant g join auth.account a on a.id = g.account_id
    where ${isReminded(organization)} and a.reminders_stopped_at is null`;
  await em.execute(add.sql, add.values);
}

/** One person’s reminders that are to be sent now. */
export interface Sending {
  reminder: string;
  account: string;
  /** Tries, this one counted. */
  tries: number;
}

/**
 * Takes the reminders of one person that wait, the longest waiting first. From here on they are nobody else’s to send: one that is
 * broken off is not sent again.
 */
export async function takeSendings({ em, now }: Changing): Promise<Sending[]> {
  return em.execute(
    `with held as (
       select reminder_id, account_id from org.reminder_sent where next_try_at <= ? and account_id = (
         select account_id from org.reminder_sent where next_try_at <= ?
         order by next_try_at, account_id limit 1 for update skip locked)
       order by reminder_id for update skip locked)
     update org.reminder_sent s set tries = s.tries + 1, tried_at = ?, next_try_at = null, result = null
     from held where s.reminder_id = held.reminder_id and s.account_id = held.account_id
     returning s.reminder_id as reminder, s.account_id as account, s.tries`,
    [now, now, now],
  );
}

/** A listing as a mail names it. */
export interface Reminded {
  reminder: string;
  /** As strangers are told of it; null where they are not: a mail passes through other people’s hands. */
  name: string | null;
  /** ISO 8601. */
  dueAt: string;
  /** By whose clock its people live. */
  timeZone: string | null;
}

/** Of some reminders of a person those that are needed still: nothing was confirmed since, and she keeps the listing. */
export async function stillNeeded(
  { em }: Changing,
  account: string,
  reminders: readonly string[],
): Promise<Reminded[]> {
  const needed = sql`select r.id as reminder, p.name, l.hours ->> 'timeZone' as "timeZone",
      to_char(r.due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt"
    from org.reminder r join org.listing l on l.id = r.listing_id and l.due_at = r.due_at and l.status = 'ACTIVE'
    join auth.account a on a.id = ${account} and a.reminders_stopped_at is null
    left join pub.listing p on p.id = l.id
    where r.id = any (${textArray(reminders)}::text[]) and exists (
      select from auth.role_grant g where g.account_id = a.id and g.organization_id = l.organization_id and ${isHeld})
    order by r.due_at, r.id`;
  return em.execute(needed.sql, needed.values);
}

export async function addressOfAccount({ em }: Changing, account: string): Promise<string> {
  const [row] = await em.execute<{ email: string }[]>(
    'select email from auth.account where id = ?',
    [account],
  );
  return row!.email;
}

/** @param nextTry when it is tried again; null where it is not */
export async function endSendings(
  { em }: Changing,
  account: string,
  reminders: readonly string[],
  result: SentResult,
  nextTry: Date | null = null,
): Promise<void> {
  await em.execute(
    `update org.reminder_sent set result = ?, next_try_at = ? where account_id = ? and reminder_id = any (?::text[])`,
    [result, nextTry, account, textArray(reminders)],
  );
}

/** Whether a person is sent reminders; null where there is no such person. */
export async function wantsReminders({ em }: Changing, account: string): Promise<boolean | null> {
  const [row] = await em.execute<{ wants: boolean }[]>(
    'select reminders_stopped_at is null as wants from auth.account where id = ?',
    [account],
  );
  return row?.wants ?? null;
}

/** Says whether a person is sent reminders. What waits to be sent to her lapses by itself. */
export async function saveWish(
  { em, now }: Changing,
  account: string,
  wants: boolean,
): Promise<void> {
  await em.execute(
    'update auth.account set reminders_stopped_at = case when ? then null else coalesce(reminders_stopped_at, ?) end where id = ?',
    [wants, now, account],
  );
}
