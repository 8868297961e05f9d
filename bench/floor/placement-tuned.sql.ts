import { PLACEMENT_PAGE_ROWS } from '../placement/asked.js';
import * as parts from './placement-parts.sql.js';
import { outcomes } from './placement.sql.js';

/*
 * Narrow tables first, and rules that many share weighed once, at the start: a listing is then judged by the
 * numbers of its rules alone.
 */

/** By number of a clause: its outcome (0 to 2), and a bit for each criterion that is asked where silent. */
const codes = '$6::int[]';
const OUTCOME_BITS = 3;
const OUTCOMES = 4;
const spokenBits = parts.askedWhereSilent.map((_, index) => OUTCOMES << index);
const ALL_SPOKEN = spokenBits.reduce((bits, bit) => bits | bit, 0);

const spokenBit = `case held.kind ${parts.askedWhereSilent
  .map((kind, index) => `when '${kind}' then ${spokenBits[index]}`)
  .join(' ')} else 0 end`;

const storedRules = (
  owner: string,
  ofUnit: boolean,
) => `select clause.kind, stance, terms, ${ofUnit} as of_unit
  from jsonb_to_recordset(clause.rules -> '${owner}') as c(stance text, terms jsonb)`;

/** The codes in one array; $6 to $9 are the seeker's facts. */
export const codesOfClauses = `select array_agg(coalesce(code, 0) order by number) as codes
  from (select generate_series(1, max(id)) as number from pub.clause) numbered
  left join lateral (select ${spokenBit} | outcome as code from pub.clause
    cross join lateral (${outcomes(`${storedRules('listing', false)} union all ${storedRules('unit', true)}`)}) held
    where clause.id = number) coded on true`;

const near = `${parts.place},
  area as materialized (
    select ${parts.fips} as fips, st_distance(c.boundary, place.point, false) as away from place
    join pub.county c on st_dwithin(c.boundary, place.point, ${parts.within}, false)),
  near as materialized (
    select distinct on (id) id, away, door from (
      select s.listing_id as id, round(st_distance(s.point, place.point, false)) as away, true as door
      from place join pub.placement_site s
        on st_dwithin(s.point, place.point, ${parts.roundedWithin}, false)
      union all select s.listing_id, area.away, false from area cross join lateral (
        select listing_id from pub.placement_site
        where point is null and county_fips = area.fips offset 0) s
      union all select p.listing_id, null, null from place join pub.placement p
        on p.statewide && array['US', place.state] and p.statewide <> '{}') found
    order by id, ${parts.bandOf('away')}, not door, away)`;

const nowMs = `(extract(epoch from now()) * 1000)::bigint`;
const said = (member: string) => `(report ->> '${member}')::bigint`;
const state = `case when report is null or ${nowMs} >= ${said('goodUntil')} then 'UNKNOWN'
  else report ->> 'said' end`;
const isFresh = `${nowMs} < ${said('reportedAt')} + (${said('goodUntil')} - ${said('reportedAt')}) / 4`;

const judged = (states: string) => `judged as materialized (
  select id, away, door, position, state, case when ${isFresh} then 0 else 1 end as freshness,
    ${said('bedsOpen')} as beds, verdict
  from near join pub.placement p on p.listing_id = id
  cross join lateral rows from (json_to_recordset(p.row -> 'units') as (clauses int[], report json))
    with ordinality u(clauses, report, position)
  cross join lateral (select ${state} as state) told
  cross join lateral (
    select greatest(max(code & ${OUTCOME_BITS}),
      case when bit_or(code) & ${ALL_SPOKEN} = ${ALL_SPOKEN} then 0 else 1 end) as verdict
    from (select (${codes})[clause] as code from unnest(u.clauses) clause) coded) weighed
  where p.type = 'HOUSING' and p.kinds && ${parts.kinds} and ${states}
    and verdict <= ${parts.verdictMost})`;

const best = `best as materialized (
  select distinct on (id) * from judged where state = 'OPEN'
  order by id, verdict, freshness, beds desc nulls last, position)`;

/** Farther than the circle only what serves the whole state lies: each of its counties is measured once. */
const placed = `far as materialized (
    select c.fips, st_distance(c.boundary, place.point, false) as away from place cross join (
      select distinct s.county_fips as fips from best join pub.placement_site s on s.listing_id = id
      where best.away is null and s.point is null) farther join pub.county c using (fips)),
  sited as (
    select id, position, verdict, freshness, away, door from best where away is not null
    union all select best.id, best.position, best.verdict, best.freshness, site.away, site.door
    from place cross join best cross join lateral (
      select away, door from (
        select coalesce(far.away, round(st_distance(s.point, place.point, false))) as away,
          s.point is not null as door
        from pub.placement_site s left join far on far.fips = s.county_fips and s.point is null
        where s.listing_id = best.id) every
      order by ${parts.bandOf('away')}, not door, away limit 1) site
    where best.away is null),
  placed as (
    select id, position, verdict, freshness, door, ${parts.bandOf('away')} as band,
      case when door then away::int end as meters from sited)`;

const page = `select * from placed order by ${parts.order} limit ${PLACEMENT_PAGE_ROWS}`;

const nodes = `(select coalesce(json_agg(json_build_object(
    'option', json_build_object('id', l.id, 'name', l.name,
      'organization', json_build_object('name', o.name), 'phones', ${parts.phones}),
    'verdict', ${parts.verdictWord('verdict')},
    'reasons', json_build_object('listing', d.eligibility, 'unit', d.units -> (position - 1)::int -> 'eligibility'),
    'distance', ${parts.distance}) order by verdict, band, freshness, meters nulls last, l.id), '[]')
  from (${page}) page join pub.listing l using (id)
  join pub.listing_detail d on d.listing_id = l.id join pub.organization o on o.id = l.organization_id)`;

const open = `state = 'OPEN'`;
/** Kinds, policies and languages are columns of listings alone. */
const counted = `counted as materialized (
  select l.id, l.kinds, l.policies, l.languages from best join pub.listing l using (id))`;

export const placementTuned = {
  page: `with ${near}, ${judged(open)}, ${best}, ${placed} select ${nodes}::text as nodes`,
  pageWithFacets: `with ${near}, ${judged('true')}, ${best}, ${placed}, ${counted}
    select ${parts.withFacets(nodes, 'counted', 'judged')}`,
  count: `with ${near}, ${judged(open)} select count(distinct id)::int as many from judged`,
};
