import { batched, keepsOf, readJsonOf, sql, utc, raw, type Asking } from '../kernel/index.js';
import type { ReminderView } from './reminder.view.js';

/** More than a listing has in two dates. */
const TOLD_MOST = 10;

const mails = `coalesce((select json_agg(json_build_object('role', s.role, 'triedAt', ${utc('s.tried_at')},
    'result', coalesce(s.result, case when s.next_try_at is null then 'UNKNOWN' else 'WAITING' end))
    order by s.role, s.tried_at, s.account_id)
  from org.reminder_sent s where s.reminder_id = r.id), '[]'::json)`;

/** The latest reminders of a listing, to those who keep it true; null to everyone else. */
export async function remindersOf(
  { id, organizationId }: { id: string; organizationId: string },
  asking: Asking,
): Promise<ReminderView[] | null> {
  if (!keepsOf(asking, organizationId)) return null;
  const load = batched<ReminderView[]>(asking, 'reminders', (owners) =>
    readJsonOf<ReminderView>(
      asking.read,
      owners,
      sql`select json_build_object('attempt', r.attempt, 'dueAt', ${raw(utc('r.due_at'))},
          'madeAt', ${raw(utc('r.made_at'))}, 'mails', ${raw(mails)})::text as row
        from org.reminder r where r.listing_id = owner.id order by r.made_at desc, r.id limit ${TOLD_MOST}`,
    ),
  );
  return (await load(id)) ?? [];
}
