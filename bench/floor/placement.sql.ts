import { PLACEMENT_PAGE_ROWS } from '../placement/asked.js';
import * as parts from './placement-parts.sql.js';

/** The seeker's facts, after the parameters of both floors. */
const age = '$6::int';
const gender = '$7::text';
const children = '$8::int';
const situations = '$9::text[]';

/** Whether a rule names the seeker, by the facts that are given; null where they leave it open. */
const holds = `case kind
  when 'AGE' then ${age} between coalesce((terms ->> 'ageMin')::int, 0)
    and coalesce((terms ->> 'ageMax')::int, 200)
  when 'GENDER' then terms -> 'genders' ? ${gender}
  when 'HOUSEHOLD' then case when ${children} = 0 then null
    when terms -> 'households' ? 'PARENTING' then true
    when terms -> 'households' = '["SINGLE"]' then false end
  when 'SITUATION' then nullif(terms -> 'situations' ?| ${situations}, false) end`;

/** To name these as served is to welcome them: others are not asked about. */
const welcomes = `('LGBTQ', 'VETERAN', 'LANGUAGE', 'CULTURE', 'FAITH', 'ACCESS')`;
/** A house that turns away whom its unit expressly takes is asked. */
const unitTakes = `kind in ('AGE', 'GENDER', 'RESIDENCE', 'SUBSTANCE_USE', 'CUSTODY', 'INCOME', 'REFERRAL_SOURCE')
  and bool_or(stance = 'REQUIRES' and of_unit and holds)
  and not bool_or(stance = 'REQUIRES' and of_unit and not holds)`;

/** What all rules of one kind come to: 0 met or nothing to say, 1 to be asked, 2 broken. */
const outcome = `case
  when coalesce(bool_or(stance = 'REFUSES' and holds), false) then 2
  when coalesce(bool_or(stance = 'REQUIRES' and not holds), false)
    then case when ${unitTakes} then 1 else 2 end
  when bool_or(case stance when 'SERVES' then holds is not true and kind not in ${welcomes}
    when 'CASE_BY_CASE' then holds is not false else holds is null end) then 1
  else 0 end`;

const silent = parts.askedWhereSilent
  .map((kind) => `not coalesce(bool_or(kind = '${kind}'), false)`)
  .join(' or ');

/**
 * What the rules of each kind come to.
 * @param rules a select of rules: `kind`, `stance`, `terms`, `of_unit`
 */
export const outcomes = (rules: string) => `select kind, ${outcome} as outcome
  from (select kind, stance, of_unit, ${holds} as holds from (${rules}) rule) held group by kind`;

const rules = `select kind, stance, terms, false as of_unit
  from json_to_recordset(d.eligibility) as c(kind text, stance text, terms jsonb)
  union all select kind, stance, terms, true
  from json_to_recordset(u.eligibility) as c(kind text, stance text, terms jsonb)`;
const verdict = `select greatest(coalesce(max(outcome), 0), case when ${silent} then 1 end) as verdict
  from (${outcomes(rules)}) weighed`;

/** What may be found: doors within the circle, areas that it touches, and whatever serves the whole state. */
const near = `${parts.place},
  near as (
    select s.listing_id as id from place
    join pub.listing_site s on st_dwithin(s.point, place.point, ${parts.roundedWithin}, false)
    union select s.listing_id from pub.listing_site s
    where s.point is null and s.county_fips = any (array(select ${parts.fips} from place
      join pub.county c on st_dwithin(c.boundary, place.point, ${parts.within}, false)))
    union select l.id from place
    join pub.listing l on l.serves && array['everywhere', 'state:' || place.state])`;

const state = `case when report is null or now() >= (report ->> 'goodUntil')::timestamptz then 'UNKNOWN'
  when (report ->> 'accepting')::boolean and coalesce((report ->> 'bedsOpen')::int, 1) > 0 then 'OPEN'
  when (report ->> 'waitlist')::boolean then 'WAITLIST' else 'FULL' end`;
const reportedAt = `(report ->> 'reportedAt')::timestamptz`;
const isFresh = `now() < ${reportedAt} + ((report ->> 'goodUntil')::timestamptz - ${reportedAt}) / 4`;

/** By its key: the planner, which knows no kinds, would sooner read every listing that might be of them. */
const listing = `select l.* from pub.listing l where l.id = near.id offset 0`;

const judged = (states: string) => `judged as materialized (
  select l.id, kinds, policies, languages, position, state, freshness, beds, verdict, rules
  from near cross join lateral (${listing}) l join pub.listing_detail d on d.listing_id = l.id
  cross join lateral rows from (json_to_recordset(d.units) as (eligibility json, report json))
    with ordinality u(eligibility, report, position)
  cross join lateral (select ${state} as state, case when ${isFresh} then 0 else 1 end as freshness,
    (report ->> 'bedsOpen')::int as beds,
    json_build_object('listing', d.eligibility, 'unit', u.eligibility) as rules) told
  cross join lateral (${verdict}) weighed
  where l.type = 'HOUSING' and l.card ->> 'status' = 'ACTIVE' and l.kinds && ${parts.kinds}
    and ${states} and verdict <= ${parts.verdictMost})`;

const best = `best as materialized (
  select distinct on (id) * from judged where state = 'OPEN'
  order by id, verdict, freshness, beds desc nulls last, position)`;

const placed = `placed as (
  select best.*, site.* from place cross join best cross join lateral (
    select case when door then round(away)::int end as meters, door, ${parts.bandOf('away')} as band
    from (select s.point is not null as door, case when s.point is not null
        then round(st_distance(s.point, place.point, false))
        else st_distance(c.boundary, place.point, false) end as away
      from pub.listing_site s join pub.county c on c.fips = s.county_fips
      where s.listing_id = best.id) site order by band, not door, away limit 1) site)`;

const page = `select * from placed order by ${parts.order} limit ${PLACEMENT_PAGE_ROWS}`;

const nodes = `(select coalesce(json_agg(json_build_object(
    'option', json_build_object('id', l.id, 'name', l.name,
      'organization', json_build_object('name', o.name), 'phones', ${parts.phones}),
    'verdict', ${parts.verdictWord('verdict')}, 'reasons', rules, 'distance', ${parts.distance})
    order by verdict, band, freshness, meters nulls last, l.id), '[]')
  from (${page}) page join pub.listing l using (id)
  join pub.organization o on o.id = l.organization_id)`;

const open = `state = 'OPEN'`;
const searching = (states: string) => `with ${near}, ${judged(states)}, ${best}, ${placed}`;

/** As one writes it at first: rows as they are, their rules read from the JSON that tells them. */
export const placement = {
  page: `${searching(open)} select ${nodes}::text as nodes`,
  pageWithFacets: `${searching('true')} select ${parts.withFacets(nodes, 'best', 'judged')}`,
  count: `with ${near}, ${judged(open)} select count(distinct id)::int as many from judged`,
};

/** The same without JSON: what PostGraphile's functions are made of. */
export const placementRows = `${searching(open)}
  select id, ${parts.verdictWord('verdict')}, ${parts.bandWord('band')},
    case when door then 'PLACE' else 'AREA' end, meters, rules from (${page}) page order by ${parts.order}`;
export const placementFacetRow = `${searching('true')}
  select (select count(*)::int from best), ${parts.facets('best')}, ${parts.steps('best', 'judged')}`;
export const placementCount = placement.count;
