import { everyone, type Audience } from '../004-telling/told-listing.js';

const milliseconds = (text: string) =>
  `(extract(epoch from (${text})::timestamptz) * 1000)::bigint`;

/** The criteria in the order of their bits: as `CriterionKind` has them, which a test holds them to. */
const criteria = `array['AGE', 'GENDER', 'HOUSEHOLD', 'SITUATION', 'LGBTQ', 'VETERAN', 'RESIDENCE', 'NATION',
  'LANGUAGE', 'CULTURE', 'ACCESS', 'ANIMALS', 'SUBSTANCE_USE', 'CARE_NEEDS', 'CONVICTIONS', 'CUSTODY',
  'DOCUMENTS', 'INCOME', 'POLICE_COOPERATION', 'REFERRAL_SOURCE', 'IMMIGRATION', 'STAY_HISTORY',
  'WORK_OR_SCHOOL', 'FAITH']`;

/** Each unit of a listing; a service, or an option that names no unit, is one by itself. */
const units = `
  select l.id, (u.position - 1)::int as position, u.unit from listing l
  cross join lateral json_array_elements(
    case when l.type = 'HOUSING' and json_array_length(l.units) > 0 then l.units else '[{}]'::json end)
    with ordinality u(unit, position)`;

/** Every rule that bears on a unit: its listing's, and its own. */
const rules = `
  select u.id, u.position, c ->> 'kind' as kind, of_unit,
    jsonb_build_object('stance', c ->> 'stance', 'terms', c -> 'terms') as rule
  from unit u join listing l on l.id = u.id
  cross join lateral (
    select c, false as of_unit from json_array_elements(l.eligibility) c
    union all select c, true from json_array_elements(coalesce(u.unit -> 'eligibility', '[]')) c) stated`;

/** All rules of one kind that bear on a unit, as one. */
const clauses = `
  select *, sha256(convert_to(kind || rules::text, 'UTF8')) as digest from (
    select id, position, kind, jsonb_build_object(
      'listing', coalesce(jsonb_agg(rule order by rule) filter (where not of_unit), '[]'),
      'unit', coalesce(jsonb_agg(rule order by rule) filter (where of_unit), '[]')) as rules
    from stated group by id, position, kind) grouped`;

const report = `
  case when u.unit ->> 'report' is not null then (select row_to_json(r) from (select
    case when (u.unit #>> '{report,accepting}')::boolean
        and coalesce((u.unit #>> '{report,bedsOpen}')::int, 1) > 0 then 'OPEN'
      when (u.unit #>> '{report,waitlist}')::boolean then 'WAITLIST' else 'FULL' end as said,
    (u.unit #>> '{report,bedsOpen}')::int as "bedsOpen", (u.unit #>> '{report,bedsTotal}')::int as capacity,
    ${milliseconds(`u.unit #>> '{report,reportedAt}'`)} as "reportedAt",
    ${milliseconds(`u.unit #>> '{report,goodUntil}'`)} as "goodUntil") r) end`;

/** Where a listing without any site is: in the counties that it says it serves. */
const servedCounties = (schema: string) => `
  select l.id, fips from listing l
  join org.service_area a on a.listing_id = l.id
  cross join lateral (
    select unnest(a.county_fips) as fips where a.kind = 'COUNTIES'
    union select m.county_fips from org.region_county m where m.region_id = a.region_id
    union select m.county_fips from org.nation_county m where m.nation_id = a.nation_id) served
  where not exists (select from ${schema}.listing_site s where s.listing_id = l.id)`;

const denied = `coalesce((select json_agg(p ->> 'policy') from json_array_elements(l.about -> 'policies') p
  where not (p ->> 'holds')::boolean), '[]')`;
const statewide = `array(select case when scope = 'everywhere' then 'US' else substr(scope, 7) end
  from unnest(l.serves) scope where scope = 'everywhere' or starts_with(scope, 'state:') order by 1)`;

/** A listing that is paused takes nobody, and so is no placement. */
const listings = (reads: string) => `
  select l.id, l.type, l.kinds, l.policies, l.languages, l.serves, d.about, d.eligibility, d.units
  from ${reads}.listing l join ${reads}.listing_detail d on d.listing_id = l.id
  where l.id = any (ids) and l.card ->> 'status' = 'ACTIVE'`;

/** Told doors, and the counties of told areas. */
const sites = (schema: string) => `
  select s.listing_id, s.county_fips, s.point from ${schema}.listing_site s join listing l on l.id = s.listing_id
  union all (select distinct id, fips, null::public.geography from (${servedCounties(schema)}) served)`;

const siteRows = `
  select listing_id, json_agg(json_build_object('latitude', public.st_y(point::public.geometry),
      'longitude', public.st_x(point::public.geometry), 'county', county_fips) order by point::text)
      filter (where point is not null) as points,
    json_agg(distinct county_fips) filter (where point is null) as area
  from site group by listing_id`;

// Estimates of JSON are far too high: compiled, these statements would take seconds for milliseconds of work.
/** @param name that of the function */
export const tellPlacements = (
  { schema, reads }: Audience,
  name: string,
) => `create function org.tell_${name}(ids text[]) returns void language plpgsql
  set jit = off as $$ begin
  delete from ${schema}.placement where listing_id = any (ids);
  with listing as materialized (${listings(reads)}), unit as materialized (${units}),
  stated as (${rules}), clause_of as materialized (${clauses}),
  known as (
    insert into ${schema}.clause (kind, rules, digest)
    select distinct on (c.digest) c.kind, c.rules, c.digest from clause_of c
    where not exists (select from ${schema}.clause k where k.digest = c.digest) order by c.digest
    -- Another's transaction may have just written it: then its id is wanted all the same.
    on conflict (digest) do update set kind = excluded.kind returning id, digest),
  numbered as (select id, digest from known
    union all select k.id, k.digest from ${schema}.clause k where k.digest in (select digest from clause_of)),
  -- Each of these is joined as a whole: looked up unit by unit, a thousand listings would take minutes.
  unit_clauses as (
    select c.id, c.position, json_agg(n.id order by n.id) as clauses,
      bit_or(1 << array_position(${criteria}, c.kind) - 1) as spoken
    from clause_of c join numbered n on n.digest = c.digest group by c.id, c.position),
  unit_row as (
    select u.id, json_agg(json_build_object(
      'capacity', (u.unit ->> 'capacity')::int,
      'clauses', coalesce(k.clauses, '[]'), 'spoken', coalesce(k.spoken, 0),
      'report', ${report}) order by u.position) as units
    from unit u left join unit_clauses k on k.id = u.id and k.position = u.position group by u.id),
  site as materialized (${sites(schema)}), site_row as (${siteRows}),
  placement as (
    insert into ${schema}.placement (listing_id, type, kinds, statewide, row)
    select l.id, l.type, l.kinds, ${statewide}, json_build_object('id', l.id, 'type', l.type,
      'kinds', l.kinds, 'policies', l.policies, 'denied', ${denied}, 'languages', l.languages,
      'statewide', ${statewide}, 'points', coalesce(s.points, '[]'), 'area', coalesce(s.area, '[]'),
      'units', r.units)
    from listing l join unit_row r on r.id = l.id left join site_row s on s.listing_id = l.id)
  insert into ${schema}.placement_site (listing_id, county_fips, point)
  select listing_id, county_fips, point from site;
end $$`;

/** Notes things for those who keep placements in memory, and wakes them. */
const note = (things: string) =>
  `insert into pub.placement_change (listing_id) ${things};
    perform pg_notify('harborlight_placement', '');`;

/** Servers keep the shapes of counties in memory too; of these it is noted that some changed. */
const noteCounties = [
  `create function org.note_counties() returns trigger language plpgsql as $$ begin
    ${note(`values ('counties')`)}
    return null;
  end $$`,
  `create trigger note_counties after insert or update or delete on pub.county
    for each statement execute function org.note_counties()`,
];

export const tellPlacement = {
  up: [tellPlacements(everyone, 'placement'), ...noteCounties],
  down: [
    'drop trigger note_counties on pub.county',
    'drop function org.note_counties()',
    'drop function org.tell_placement(text[])',
  ],
};

/** Telling a listing tells its placement too, and notes it for those who keep placements in memory. */
export const tellListings = {
  up: [
    'alter function org.tell_listings(text[]) rename to tell_listing_rows',
    `create function org.tell_listings(ids text[]) returns void language plpgsql set jit = off as $$
    declare told text[] := array(select id from pub.listing where id = any (ids)); begin
      perform org.tell_listing_rows(ids);
      perform org.tell_placement(ids);
      told := array(select unnest(told) union select id from pub.listing where id = any (ids) order by 1);
      if told <> '{}' then ${note('select unnest(told)')} end if;
    end $$`,
    // Rules may name a region: its counties bear on who lives where.
    'alter function org.tell_regions(text[]) rename to tell_region_rows',
    `create function org.tell_regions(ids text[]) returns void language plpgsql as $$ begin
      perform org.tell_region_rows(ids);
      ${note('select unnest(ids)')}
    end $$`,
  ],
  down: [
    'drop function org.tell_regions(text[])',
    'alter function org.tell_region_rows(text[]) rename to tell_regions',
    'drop function org.tell_listings(text[])',
    'alter function org.tell_listing_rows(text[]) rename to tell_listings',
  ],
};
