import { seconds } from '../016-bringing-in/seconds.js';

const account = 'text collate "C" references auth.account';
const WAIT = "interval '72 hours'";

/** What stood before: the second statement of those that say from when on someone is the second. */
const countsFromBefore = seconds.up
  .find((statement) => statement.startsWith('create function auth.counts_from'))!
  .replace('create function', 'create or replace function');

/**
 * From when on each role of an organization counts. Whoever a person brought in counts after three days in which somebody could see her:
 * where no door of it was known when she came; or where whoever gave the role was of the organization, and counted; or from when on
 * another who counts has been there with her for all that time. Else when a second one has confirmed it, and never by time alone. The
 * first of an organization that she registered herself knows what she entered. Who counts may make another count, so it is asked
 * again until nothing changes.
 */
export const counting = `create function auth.counting(organization text) returns table (grant_id text, counts timestamptz)
language plpgsql stable as $$
declare
  known constant timestamptz := (select k.since from auth.door_known k where k.organization_id = organization
    and exists (select from org.location l where l.organization_id = organization and not l.street_told));
  ids text[]; people text[]; givers text[]; begun timestamptz[]; over timestamptz[];
  since timestamptz[]; before timestamptz[];
begin
  select array_agg(r.id order by r.granted_at, r.id), array_agg(r.account_id order by r.granted_at, r.id),
    array_agg(r.granted_by order by r.granted_at, r.id), array_agg(r.granted_at order by r.granted_at, r.id),
    array_agg(coalesce(r.ended_at, 'infinity') order by r.granted_at, r.id),
    array_agg(case when r.granted_by is null then '-infinity'
      when known is null or known > r.granted_at then r.granted_at + ${WAIT}
      when r.confirmed_at is not null then greatest(r.granted_at + ${WAIT}, r.confirmed_at)
      when not exists (select from auth.role_grant f where f.organization_id = organization
          and (f.granted_at, f.id) < (r.granted_at, r.id))
        and exists (select from audit.event e where e.thing_id = organization
          and e.action = 'registerOrganization' and e.viewer_id = r.account_id) then r.granted_at + ${WAIT}
      else 'infinity' end order by r.granted_at, r.id)
  into ids, people, givers, begun, over, since from auth.role_grant r where r.organization_id = organization;
  loop
    before := since;
    for i in 1 .. coalesce(array_length(ids, 1), 0) loop
      continue when since[i] < 'infinity';
      since[i] := coalesce((
        select min(case when w.who = givers[i] and w.seen <= begun[i] then begun[i] else together end) + ${WAIT}
        from unnest(people, begun, over, since) w (who, came, gone, seen),
          lateral (select greatest(w.came, w.seen, begun[i]) as together) t
        where w.who <> people[i] and w.seen < 'infinity' and case when w.who = givers[i] and w.seen <= begun[i]
          then w.came <= begun[i] and w.gone >= begun[i] else w.gone >= together + ${WAIT} end), 'infinity');
    end loop;
    exit when since is not distinct from before;
  end loop;
  return query select * from unnest(ids, since);
end $$`;

const countsFrom = `create or replace function auth.counts_from(who text, organization text, capacity text)
returns timestamptz language sql stable as $$
  select min(case when g.granted_by is null then '-infinity'
    when capacity <> 'OWN' then g.granted_at + ${WAIT}
    else (select c.counts from auth.counting(organization) c where c.grant_id = g.id) end)
  from auth.role_grant g where g.account_id = who and g.ended_at is null
    and case capacity when 'OWN' then g.organization_id = organization else g.role = 'STEWARD' end
$$`;

/**
 * Whether someone may confirm what another gave: a steward who counts; not she, neither brought in by her nor she by her, however long
 * ago; and not both by the same, lately.
 */
const mayConfirm = `create function auth.may_confirm(giver text, who text, at timestamptz)
returns boolean language sql stable as $$
  with recursive brought (whom, by) as (
    select w collate "C", w collate "C" from unnest(array[giver, who]) w
    union
    select b.whom, g.granted_by from brought b join auth.role_grant g on g.account_id = b.by
    where g.granted_by is not null)
  select giver is distinct from who and coalesce(auth.counts_from(who, null, 'STEWARD') <= at, false)
    and coalesce(auth.kin_until(giver, who, at) <= at, true)
    and not exists (select from brought where (whom, by) in ((giver, who), (who, giver)))
$$`;

/** Since when a door of an organization is known here, not where; of those there are it is not known when they were entered. */
export const doorKnown = {
  up: [
    `create table auth.door_known (
      organization_id text collate "C" primary key references org.organization on delete cascade,
      since timestamptz not null)`,
    `insert into auth.door_known select distinct l.organization_id, timestamptz '-infinity'
      from conf.sealed_address s join org.location l on l.id = s.location_id`,
    `create function conf.note_known() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$ begin
      insert into auth.door_known as k select l.organization_id, new.sealed_at from org.location l where l.id = new.location_id
      on conflict (organization_id) do update set since = least(k.since, excluded.since);
      return null;
    end $$`,
    `create trigger note_known after insert on conf.sealed_address for each row execute function conf.note_known()`,
  ],
  down: [
    'drop trigger note_known on conf.sealed_address',
    'drop function conf.note_known()',
    'drop table auth.door_known',
  ],
};

export const seen = {
  up: [
    `alter table auth.role_grant add column confirmed_at timestamptz, add column confirmed_by ${account},
      add constraint role_grant_confirmed check (confirmed_by is null or confirmed_at is not null
        and confirmed_by <> account_id and confirmed_by is distinct from granted_by)`,
    // Who counted before there was this rule, counts.
    `update auth.role_grant set confirmed_at = granted_at + ${WAIT}
      where organization_id is not null and granted_by is not null and granted_at + ${WAIT} <= now()`,
    ...doorKnown.up,
    'create index role_grant_ever on auth.role_grant (organization_id, granted_at)',
    counting,
    countsFrom,
    mayConfirm,
    `create index notice_of_person on org.notice (person_id) where kind = 'ROLE_ENDED'`,
  ],
  down: [
    'drop index org.notice_of_person',
    'drop function auth.may_confirm(text, text, timestamptz)',
    countsFromBefore,
    'drop function auth.counting(text)',
    'drop index auth.role_grant_ever',
    ...doorKnown.down,
    'alter table auth.role_grant drop column confirmed_by, drop column confirmed_at',
  ],
};
