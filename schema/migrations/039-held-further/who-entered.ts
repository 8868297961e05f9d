import { counting as countingBefore, doorKnown } from '../036-seen/seen.js';

const WAIT = "interval '72 hours'";
const withheld = `auth.door_entered d join org.location l on l.id = d.location_id and not l.street_told`;

/**
 * From when on each role of an organization counts. Where it withholds no address that is kept, whoever a person brought in counts
 * after three days. Else it is asked of each of its doors who knows it, and what the last of them answers holds: whom the host brought
 * in, or another confirmed; whoever entered it, and whom she who entered it brought in; who was there while its street was told; and
 * whom one of those has been there with for three days, or brought in herself, through whomever. Who knows a door may make another
 * know it, so it is asked again until nothing changes. Of doors that the same person entered, the answers are the same.
 * @param sees of a role `r`, from when on whoever has it sees others come
 */
export const countingBy = (
  sees: string,
) => `create or replace function auth.counting(organization text)
returns table (grant_id text, counts timestamptz) language plpgsql stable as $$
declare
  ids text[]; people text[]; givers text[]; begun timestamptz[]; sees timestamptz[]; over timestamptz[];
  sure timestamptz[]; known timestamptz[]; since timestamptz[]; before timestamptz[]; door record;
begin
  select array_agg(r.id order by r.granted_at, r.id), array_agg(r.account_id order by r.granted_at, r.id),
    array_agg(r.granted_by order by r.granted_at, r.id), array_agg(r.granted_at order by r.granted_at, r.id),
    array_agg(${sees} order by r.granted_at, r.id),
    array_agg(coalesce(r.ended_at, 'infinity') order by r.granted_at, r.id),
    array_agg(case when r.granted_by is null then '-infinity'
      when r.confirmed_at is not null then greatest(r.granted_at + ${WAIT}, r.confirmed_at)
      else 'infinity' end order by r.granted_at, r.id),
    array_agg(case when r.granted_by is null then '-infinity' else r.granted_at + ${WAIT} end
      order by r.granted_at, r.id)
  into ids, people, givers, begun, sees, over, sure, known from auth.role_grant r where r.organization_id = organization;
  for door in select distinct d.entered_by, d.told_until from ${withheld} where l.organization_id = organization loop
    since := array(select case when door.entered_by in (w.who, w.giver) or w.came < door.told_until
        then least(w.sure, w.came + ${WAIT}) else w.sure end
      from unnest(people, givers, begun, sure) with ordinality w (who, giver, came, sure, nth) order by nth);
    loop
      before := since;
      for i in 1 .. coalesce(array_length(ids, 1), 0) loop
        continue when since[i] < 'infinity';
        since[i] := coalesce((
          select min(case when w.who = givers[i] and w.seen <= begun[i] then begun[i] else together end) + ${WAIT}
          from unnest(people, begun, sees, over, since) w (who, came, sees, gone, seen),
            lateral (select greatest(w.sees, w.seen, begun[i]) as together) t
          where w.who <> people[i] and w.seen < 'infinity' and case when w.who = givers[i] and w.seen <= begun[i]
            then w.came <= begun[i] and w.gone >= begun[i] else w.gone >= together + ${WAIT} end), 'infinity');
      end loop;
      exit when since is not distinct from before;
    end loop;
    known := array(select greatest(w.known, w.since)
      from unnest(known, since) with ordinality w (known, since, nth) order by nth);
  end loop;
  return query select * from unnest(ids, known);
end $$`;
export const counting = countingBy('r.granted_at');

/**
 * Of each sealed address whose account entered it, and until when its street was told; not where it is. Whoever seals one says so after
 * it; of whom nobody says it, it is nobody's.
 */
const doorEntered = [
  `create table auth.door_entered (
    location_id text collate "C" primary key references org.location on delete cascade,
    entered_by text collate "C" references auth.account, told_until timestamptz)`,
  // Who tightened it is found in the log, and who entered it as it was sealed last.
  `insert into auth.door_entered
    select s.location_id, e.viewer_id, case e.action when 'tightenDisclosure' then e.at end
    from conf.sealed_address s join org.location l on l.id = s.location_id
    left join lateral (select e.viewer_id, e.action, e.at from audit.event e join auth.account a on a.id = e.viewer_id
      where e.at = s.sealed_at and (e.action = 'tightenDisclosure' and e.thing_id = l.id
        or e.action in ('registerOrganization', 'reviseOrganization') and e.thing_id = l.organization_id)
      order by e.number limit 1) e on true`,
  `create function conf.note_entered() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$ begin
    delete from auth.door_entered where location_id = coalesce(new.location_id, old.location_id);
    if tg_op <> 'DELETE' then insert into auth.door_entered (location_id) values (new.location_id); end if;
    return null;
  end $$`,
  `create trigger note_entered after insert or delete or update of entry on conf.sealed_address
    for each row execute function conf.note_entered()`,
];

/** Whom the migration of 036 confirmed where there was no door: of one that is entered later, it said nothing. */
const confirmedForNone = `update auth.role_grant g set confirmed_at = null
  where g.confirmed_by is null and g.confirmed_at = g.granted_at + ${WAIT}
    and not exists (select from ${withheld} where l.organization_id = g.organization_id)`;

/** Who counts for a door that is there, counts. */
const confirmedAsBefore = `update auth.role_grant g set confirmed_at = greatest(g.granted_at + ${WAIT}, c.counts)
  from (select distinct l.organization_id as id from ${withheld}) o, lateral auth.counting(o.id) c
  where c.grant_id = g.id and g.granted_by is not null and g.confirmed_at is null
    and c.counts <= now() and c.counts <= coalesce(g.ended_at, 'infinity')`;

export const whoEntered = {
  up: [...doorEntered, confirmedForNone, confirmedAsBefore, counting, ...doorKnown.down],
  down: [
    ...doorKnown.up,
    countingBefore.replace('create function', 'create or replace function'),
    'drop trigger note_entered on conf.sealed_address',
    'drop function conf.note_entered()',
    'drop table auth.door_entered',
  ],
};
