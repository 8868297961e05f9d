/** What is confirmed by itself. */
const GROUPS = `array['CONTACT', 'ELIGIBILITY', 'HOURS', 'PLACE']`;

const utc = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The last confirmation of a group of a listing. @param listing, group columns */
const lastOf = (listing: string, group: string) => `
  select f.* from org.confirmation f where f.listing_id = ${listing} and f.groups @> array[${group}]
  order by f.confirmed_at desc, f.id desc limit 1`;

const told = `${utc('f.confirmed_at')} as "confirmedAt", ${utc('f.due_at')} as "dueAt", f.method,
    f.confirmed_by as "confirmedBy"`;

/** Each group with its last confirmation, as one JSON; and of all, what is told of the one that runs out first. */
const eachGroup = `(with each as (
    select g.position, f.due_at, g.name as "group", ${told}
    from unnest(${GROUPS}) with ordinality g(name, position)
    left join lateral (${lastOf('l.id', 'g.name')}) f on true)
  select row_to_json(w) from (
    select e."confirmedAt", e."dueAt", e.method, e."confirmedBy", (select json_agg(row_to_json(r) order by r.position)
      from (select one.position, one."group", one."confirmedAt", one."dueAt", one.method, one."confirmedBy" from each one) r)
      as groups
    from each e order by e.due_at nulls first, e.position limit 1) w)`;

/**
 * What is told of the confirmations of a listing `l`. Where the last is of every group it is told as it always was, to the letter:
 * of most listings nothing changes.
 */
export const verification = `(select case when f.groups @> ${GROUPS}
    then (select row_to_json(v) from (select ${told}) v) else ${eachGroup} end
  from org.confirmation f where f.listing_id = l.id order by f.confirmed_at desc, f.id desc limit 1)`;

export const byGroup = {
  up: [
    `alter table org.confirmation add column groups text[] not null default ${GROUPS}
      check (groups <@ ${GROUPS} and cardinality(groups) between 1 and 4)`,
    // When the first of its groups runs out; null while one was never confirmed.
    `create function org.confirmation_due(listing text) returns timestamptz language sql stable as $$
      select case when count(f.due_at) = count(*) then min(f.due_at) end from unnest(${GROUPS}) g(name)
      left join lateral (${lastOf('listing', 'g.name')}) f on true $$`,
  ],
  down: [
    'drop function org.confirmation_due(text)',
    'alter table org.confirmation drop column groups',
  ],
};
