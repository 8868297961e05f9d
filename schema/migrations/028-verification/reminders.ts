import { kindsNow } from '../016-bringing-in/notices.js';
import { named } from '../012-disclosing/notices.js';

const id = 'text collate "C"';
const KIND = 'CONFIRMATION_REMINDED';
/** Fourteen days before it runs out, then, and fourteen days after. In hours: a day of a session's zone may have 23 of them. */
const AT = `array[interval '-336 hours', interval '0 hours', interval '336 hours']`;
/** Of one listing nobody is reminded more often than once a week, however late the first time was. */
const APART = `interval '168 hours'`;

/**
 * Plans the next reminder of a listing, by those that were made: none where nothing was ever confirmed, where it is withdrawn, and after
 * the third.
 */
const plan = `create function org.plan_reminder(listing text) returns void language plpgsql as $$ begin
  insert into org.next_reminder (listing_id, attempt, at)
  select l.id, made.so_far + 1, greatest(l.due_at + (${AT})[made.so_far + 1], made.last + ${APART})
  from org.listing l cross join lateral (
    select count(*) filter (where r.due_at = l.due_at) as so_far, max(r.made_at) as last
    from org.reminder r where r.listing_id = l.id) made
  where l.id = listing and l.due_at is not null and l.status <> 'WITHDRAWN' and made.so_far < 3
  on conflict (listing_id) do update set attempt = excluded.attempt, at = excluded.at;
  if not found then delete from org.next_reminder where listing_id = listing; end if;
end $$`;

const planning = [
  `create function org.plan_reminders() returns trigger language plpgsql as $$ begin
    perform org.plan_reminder(new.id);
    return null;
  end $$`,
  `create trigger plan_reminder after update of due_at, status on org.listing for each row
    when (old.due_at is distinct from new.due_at or (old.status = 'WITHDRAWN') <> (new.status = 'WITHDRAWN'))
    execute function org.plan_reminders()`,
];

/**
 * Who was asked to confirm what, and what became of it. A row each that waits to be sent, so that several servers send it once; an
 * address stands in none.
 */
export const reminders = {
  up: [
    `create table org.next_reminder (
      listing_id ${id} primary key references org.listing on delete cascade,
      attempt smallint not null check (attempt between 1 and 3), at timestamptz not null)`,
    'create index next_reminder_at on org.next_reminder (at)',
    `create table org.reminder (
      id ${id} primary key, listing_id ${id} not null references org.listing on delete cascade,
      due_at timestamptz not null, attempt smallint not null check (attempt between 1 and 3),
      made_at timestamptz not null, unique (listing_id, due_at, attempt))`,
    'create index reminder_third on org.reminder (listing_id) where attempt = 3',
    // Without a result and without a next try it was begun, and nobody knows how it ended.
    `create table org.reminder_sent (
      reminder_id ${id} not null references org.reminder on delete cascade,
      account_id ${id} not null references auth.account on delete cascade,
      role text not null check (role in ('COORDINATOR', 'NATION_COORDINATOR')),
      result text check (result in ('ACCEPTED', 'REFUSED', 'DEFERRED', 'LAPSED')),
      tries smallint not null default 0, tried_at timestamptz, next_try_at timestamptz,
      primary key (reminder_id, account_id))`,
    `create index reminder_sent_waiting on org.reminder_sent (next_try_at) where next_try_at is not null`,
    plan,
    ...planning,
    'select org.plan_reminder(id) from org.listing where due_at is not null',
    'alter table auth.account add column reminders_stopped_at timestamptz',
    ...named([...kindsNow, KIND]),
  ],
  down: [
    `delete from org.notice where kind = '${KIND}'`,
    ...named(kindsNow),
    'alter table auth.account drop column reminders_stopped_at',
    'drop trigger plan_reminder on org.listing',
    'drop function org.plan_reminders()',
    'drop function org.plan_reminder(text)',
    'drop table org.reminder_sent, org.reminder, org.next_reminder',
  ],
};
