/** Further than this from every county a place is at sea. */
const SHORE_METERS = 10_000;
const CRISIS_LINES_MAX = 50;

const near = `select c.fips, c.name, c.state from (
    select fips, name, state, boundary from pub.county where st_dwithin(boundary, zip.point, ${SHORE_METERS})) c
  order by st_distance(c.boundary, zip.point) limit 1`;

/** A point inside a county needs no distances: only one on a shore does. */
const inside = `select fips, name, state from pub.county c
  where c.boundary && zip.point and st_covers(c.boundary::geometry, zip.point::geometry) limit 1`;
const insideOrNear = `select * from (${inside}) covering
  union all (${near}) limit 1`;

const display = `(select coalesce(json_agg(json_build_object('display', p -> 'display')), '[]')
  from json_array_elements(contact -> 'phones') p)`;
const navigators = `(select coalesce(json_agg(json_build_object('name', contact -> 'name', 'phones', ${display})), '[]')
  from pub.organization o, json_array_elements(o.contacts) contact
  where o.id = region.organization_id and contact ->> 'purpose' = 'NAVIGATION')`;
const numbers = `(select coalesce(json_agg(json_build_object('number', p -> 'number')), '[]')
  from json_array_elements(l.phones) p)`;

const lineOrder = `case when l.serves && array['everywhere'] then 2
  when exists (select from unnest(l.serves) s where s like 'state:%') then 1 else 3 end`;
const lineHolds = `l.kinds @> array['CRISIS_LINE'] and l.serves && scope.scopes`;

const wideLines = `(select coalesce(json_agg(json_build_object('name', l.name, 'phones', ${numbers})
    order by l.rank, l.sort_key, l.id), '[]')
  from (select l.*, ${lineOrder} as rank from pub.listing l where ${lineHolds}
    order by rank, sort_key, id limit ${CRISIS_LINES_MAX}) l)`;

const narrowLines = `(select coalesce(json_agg(json_build_object('name', l.name, 'phones', ${numbers})
    order by page.rank, page.sort_key, page.id), '[]')
  from (select l.id, l.sort_key, ${lineOrder} as rank from pub.listing l where ${lineHolds}
    order by rank, sort_key, id limit ${CRISIS_LINES_MAX}) page
  join pub.listing l on l.id = page.id)`;

const nationsFound = (point: string, fips: string) => `
  select n.id, 'WITHIN_RESERVATION' as how, 1 as rank from pub.tribal_area a
  join pub.tribal_nation n on n.land_geoids @> array[a.geoid] where st_covers(a.boundary, ${point})
  union all select m.nation_id, m.how, case m.how when 'COUNTY' then 2 else 3 end
  from pub.nation_county m where m.county_fips = ${fips}`;

const statement = (county: string, lines: string) => `with place as materialized (
    select zip.point, county.fips, county.name, county.state from pub.zip zip
    left join lateral (${county}) county on true where zip.code = $1),
  region as materialized (
    select r.id, r.name, r.organization_id from place join pub.region_county m on m.county_fips = place.fips
    join pub.region r on r.id = m.region_id
    where coalesce(r.effective_from, '-infinity') <= current_date
      and coalesce(r.effective_to, 'infinity') > current_date order by r.id limit 1),
  nation as materialized (
    select n.id, n.name, n.sort_key, array_agg(found.how order by found.rank) as how
    from place cross join lateral (${nationsFound('place.point', 'place.fips')}) found
    join pub.tribal_nation n on n.id = found.id group by n.id),
  scope as materialized (
    select array_remove(array['everywhere', 'state:' || place.state, 'county:' || place.fips,
      'region:' || (select id from region)], null)
      || coalesce((select array_agg('nation:' || id) from nation), '{}') as scopes from place)
  select json_build_object('coverage', json_build_object(
    'county', json_build_object('fips', place.fips, 'name', place.name),
    'region', (select json_build_object('name', region.name, 'navigators', ${navigators}) from region),
    'nations', (select coalesce(json_agg(json_build_object('nation', json_build_object('name', name), 'how', how)
      order by sort_key, id), '[]') from nation),
    'crisisLines', ${lines}))::text as data
  from place cross join scope`;

export const coverage = {
  plain: statement(near, wideLines),
  tuned: statement(insideOrNear, narrowLines),
};

/** The same in parts, each for one row: what PostGraphile's functions are made of. */
export const coverageParts = {
  county: near
    .replace('c.fips, c.name, c.state', 'c.*')
    .replace('fips, name, state, boundary', '*'),
  region: `select r.* from pub.region_county m join pub.region r on r.id = m.region_id
    where m.county_fips = county.fips and coalesce(r.effective_from, '-infinity') <= current_date
      and coalesce(r.effective_to, 'infinity') > current_date order by r.id limit 1`,
  navigators: `select contact ->> 'name', ${display} from pub.organization o, json_array_elements(o.contacts) contact
    where o.id = region.organization_id and contact ->> 'purpose' = 'NAVIGATION'`,
  nations: `with county as materialized (select fips from pub.zip_county(zip))
    select n.name, array_agg(found.how order by found.rank) from (${nationsFound(
      'zip.point',
      '(select fips from county)',
    )}) found
    join pub.tribal_nation n on n.id = found.id group by n.id order by n.sort_key, n.id`,
  crisisLines: `with scope as materialized (
      select array_remove(array['everywhere', 'state:' || c.state, 'county:' || c.fips,
        'region:' || (select r.id from pub.county_region(c) r)], null)
        || array(select 'nation:' || found.id from (${nationsFound('zip.point', 'c.fips')}) found) as scopes
      from pub.zip_county(zip) c)
    select l.* from pub.listing l where l.kinds @> array['CRISIS_LINE']
      and l.serves && (select scopes from scope)
    order by ${lineOrder}, l.sort_key, l.id limit ${CRISIS_LINES_MAX}`,
};
