import { BAND_METERS, distanceBands } from '../../src/placement/question.js';

/*
 * What both floors say of a search for a place to stay. Every generated listing has one site at least, so
 * that none is placed by the counties that it serves.
 */

const FACET_VALUES_MAX = 100;

/** Parameters of both, in their order. */
export const longitude = '$1::float8';
export const latitude = '$2::float8';
export const within = '$3::float8';
export const kinds = '$4::text[]';
/** The worst verdict wanted, as its rank. */
export const verdictMost = '$5::int';

const point = `st_setsrid(st_makepoint(${longitude}, ${latitude}), 4326)::geography`;
/** Where is searched, and the state that it lies in; no generated point is at sea. */
export const place = `place as materialized (
    select ${point} as point, (select c.state from pub.county c
      where c.boundary && ${point} and st_covers(c.boundary::geometry, ${point}::geometry) limit 1) as state)`;
/** What is rounded to whole metres lies within by its rounded metres. */
export const roundedWithin = `${within} + 0.5`;

/** A criterion of which nobody spoke is asked about by all four kinds, where the seeker brings it up. */
export const askedWhereSilent = ['AGE', 'HOUSEHOLD'] as const;

/** A county as the tables of sites name it: in their collation, or no index of theirs would serve. */
export const fips = `c.fips collate "default"`;

export const bandOf = (meters: string) =>
  `case ${BAND_METERS.map((most, band) => `when ${meters} <= ${most} then ${band}`).join(' ')}
    else ${BAND_METERS.length} end`;

const wordOf = (words: readonly string[], rank: string) =>
  `(array[${words.map((word) => `'${word}'`).join(', ')}])[${rank} + 1]`;
export const verdictWord = (rank: string) => wordOf(['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'], rank);
export const bandWord = (rank: string) => wordOf(distanceBands, rank);

/** Verdict, availability (only one is wanted), band, freshness, metres, id. */
export const order = 'verdict, band, freshness, meters nulls last, id';

/** The whole metres to a door; none to an area. */
export const distance = `json_build_object('band', ${bandWord('band')},
  'basis', case when door then 'PLACE' else 'AREA' end, 'meters', meters)`;

export const phones = `(select coalesce(json_agg(json_build_object(
    'number', p -> 'number', 'display', p -> 'display')), '[]') from json_array_elements(l.phones) p)`;

const facet = (name: string, values: string) => `json_build_object('name', '${name}', 'values', (
  select coalesce(json_agg(json_build_object('value', value, 'count', many)
    order by many desc, value collate "C"), '[]')
  from (select value, count(*) as many from (${values}) valued(value) group by value
    order by count(*) desc, value collate "C" limit ${FACET_VALUES_MAX}) counted))`;

/**
 * What would remain of the matches, were the question narrowed to one value.
 * @param best a table of the matches: `id`, and the columns of `pub.listing` that are counted
 */
export const facets = (best: string) => `json_build_array(
  ${facet('KIND', `select unnest(kinds) from ${best}`)},
  ${facet('POLICY', `select unnest(policies) from ${best}`)},
  ${facet('LANGUAGE', `select unnest(languages) from ${best}`)},
  ${facet(
    'COUNTY',
    `select county_fips from (select distinct b.id, s.county_fips
      from ${best} b join pub.listing_site s on s.listing_id = b.id) sited`,
  )},
  ${facet('AVAILABILITY', `select 'OPEN' from ${best}`)})`;

/**
 * What other states of availability would find.
 * @param units a table of the units of all that is near: `id`, `state`
 */
export const steps = (best: string, units: string) => `(
  select coalesce(json_agg(json_build_object('more', more, 'change', json_build_object(
    'withinMeters', null, 'availability', state, 'askAbout', null))), '[]')
  from (select state, count(distinct id) as more from ${units}
    where state <> 'OPEN' and not exists (select from ${best} b where b.id = ${units}.id)
    group by state) opened)`;

/** A page as text, with what is told beside it. */
export const withFacets = (nodes: string, best: string, units: string) => `
  ${nodes}::text as nodes, ${facets(best)}::text as facets, ${steps(best, units)}::text as steps,
  (select count(*)::int from ${best}) as many`;
