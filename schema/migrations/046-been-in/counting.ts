import { counting as countingBefore } from '../039-held-further/who-entered.js';

const WAIT = "interval '72 hours'";
const withheld = `auth.door_entered d join org.location l on l.id = d.location_id and not l.street_told`;

/**
 * From when on each role of an organization counts, as before (039), but that nobody sees others by a role of which she may not know:
 * whoever gives one asks nobody, and could give it to somebody who left long ago. To whom a person gave it, she is there to see from
 * when she has come in with it. Whom she brought in herself she has seen: she did it.
 */
const counting = `create or replace function auth.counting(organization text)
returns table (grant_id text, counts timestamptz) language plpgsql stable as $$
declare
  ids text[]; people text[]; givers text[]; begun timestamptz[]; here timestamptz[]; over timestamptz[];
  sure timestamptz[]; known timestamptz[]; since timestamptz[]; before timestamptz[]; door record;
begin
  select array_agg(r.id order by r.granted_at, r.id), array_agg(r.account_id order by r.granted_at, r.id),
    array_agg(r.granted_by order by r.granted_at, r.id), array_agg(r.granted_at order by r.granted_at, r.id),
    array_agg(case when r.granted_by is null then r.granted_at
      else greatest(r.granted_at, coalesce(r.here_since, 'infinity')) end order by r.granted_at, r.id),
    array_agg(coalesce(r.ended_at, 'infinity') order by r.granted_at, r.id),
    array_agg(case when r.granted_by is null then '-infinity'
      when r.confirmed_at is not null then greatest(r.granted_at + ${WAIT}, r.confirmed_at)
      else 'infinity' end order by r.granted_at, r.id),
    array_agg(case when r.granted_by is null then '-infinity' else r.granted_at + ${WAIT} end
      order by r.granted_at, r.id)
  into ids, people, givers, begun, here, over, sure, known
  from auth.role_grant r where r.organization_id = organization;
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
          from unnest(people, begun, here, over, since) w (who, came, sees, gone, seen),
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

export const beenIn = {
  up: [
    'alter table auth.role_grant add column here_since timestamptz',
    // Who was there by then, stays so.
    'update auth.role_grant set here_since = granted_at',
    counting,
  ],
  down: [countingBefore, 'alter table auth.role_grant drop column here_since'],
};
