import { everyone, toldPlaces, withToldCounties, type Audience } from './told-listing.js';

export const utc = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Convenings are told in the order in which they first begin. */
export const conveningOrder = utc('v.starts_at');

const words = (text: string) => `to_tsvector('pub.directory', coalesce(${text}, ''))`;
const nameWords = (name: string) => `to_tsvector('pub.plain', ${name})`;

/** Words shorter than this are not offered in place of a misspelled one. */
const WORD_LETTERS_MIN = 4;

/** The names of told places, as one text: `Bemidji, Beltrami County`, and of a withheld one its told area alone. */
const placeNames = (places: string) =>
  `(select string_agg(place ->> 'area', ' ') from json_array_elements(${places}) place)`;
const placeWords = (places: string) => `setweight(${words(placeNames(places))}, 'B')`;

/**
 * A function that replaces the told rows of some things by what their sources now say.
 * @param places selects the told places of these things, whose names join the vocabulary
 */
const teller = (name: string, body: string, places?: string, schema: Audience['schema'] = 'pub') =>
  `create or replace function org.tell_${name}(ids text[]) returns void language plpgsql as $$ begin
    delete from ${schema}.search_entry where id = any (ids);
    ${body}
    insert into ${schema}.word
    select word from (select distinct unnest(tsvector_to_array(told)) as word from (
      select name_words from ${schema}.search_entry where id = any (ids)
      ${places ? `union all select ${nameWords(placeNames('t.places'))} from (${places}) t` : ''}
    ) entry(told)) named
    where length(word) >= ${WORD_LETTERS_MIN} order by word on conflict do nothing;
  end $$`;

const searchEntry = (
  kind: string,
  name: string,
  prose: string,
  scopes: string,
  from: string,
  places?: string,
) =>
  `insert into ${from.split('.')[0]}.search_entry (id, kind, name_key, name_words, words, scopes)
   select t.id, ${kind}, pub.fold(${name}), ${nameWords(name)},
     setweight(${words(name)}, 'A') || ${places ? `${placeWords(places)} || ` : ''}${words(prose)}, ${scopes}
   from ${from} t where t.id = any (ids);`;

/** @param name that of the function: another since partners are told more (011) */
export const tellOrganizations = ({ schema, named, differs }: Audience, name: string) =>
  teller(
    name,
    `
  delete from ${schema}.organization where id = any (ids);
  insert into ${schema}.organization (id, name, sort_key, kind, roles, region_id, card, contacts, places)
  select o.id, o.name, pub.fold(o.name), o.kind, o.roles, o.region_id,
    (select row_to_json(c) from (select 'Organization' as "__typename", o.id, o.name, o.kind, o.roles,
      o.description, o.website, o.region_id as "regionId", o.standing) c),
    org.told_contacts(o.id), ${toldPlaces(`org.${named}_sites(o.id)`)}
  from org.organization o where o.id = any (ids) and o.admitted_at is not null
    and ${differs.organization};
  insert into ${schema}.organization_site (organization_id, county_fips, point)
  select o.id, told.fips, s.point from ${schema}.organization o
  join org.location s on s.id = any (org.${named}_sites(o.id))
  ${withToldCounties}
  where o.id = any (ids);
  ${searchEntry(
    `'ORGANIZATION'`,
    't.name',
    `t.card ->> 'description'`,
    `case when t.region_id is null then '{}' else array['region:' || t.region_id] end`,
    `${schema}.organization`,
    't.places',
  )}`,
    `select places from ${schema}.organization where id = any (ids)`,
    schema,
  );

/**
 * @param name that of the function: another once the placement is told with the rows (005)
 * @param nameKey of a row that is told, its name as it is searched: another than its order since 028
 */
export const tellListings = (
  { schema, named, reads, locations, isOwn, placesOfOthers }: Audience,
  name: string,
  nameKey = 'sort_key',
) =>
  teller(
    name,
    `
  delete from ${schema}.listing where id = any (ids);
  with telling as materialized (select * from org.${named}_listing where id = any (ids)),
  narrow as (
    insert into ${schema}.listing (id, type, organization_id, name, sort_key, kinds, languages, policies,
      serves, time_zone, open_week, card, phones)
    select id, type, organization_id, name, sort_key, kinds, languages, policies, serves, time_zone,
      open_week, card, phones from telling t where ${isOwn}),
  detail as (
    insert into ${schema}.listing_detail (listing_id, about, places, areas, eligibility, contacts, hours,
      intake, units, verification)
    select id, about, places, areas, eligibility, contacts, hours, intake, units, verification
    from telling t where ${isOwn}),${placesOfOthers}
  site as (
    insert into ${schema}.listing_site (listing_id, county_fips, point)
    select t.id, told.fips, s.point from telling t join org.listing_site ls on ls.listing_id = t.id
    join org.location s on s.id = ls.location_id and ${locations}
    ${withToldCounties})
  insert into ${schema}.search_entry (id, kind, name_key, name_words, words, scopes)
  select id, case type when 'HOUSING' then 'HOUSING_OPTION' else 'SERVICE' end, ${nameKey},
    ${nameWords('name')}, setweight(${words('name')}, 'A') || ${placeWords('places')} || ${words('prose')},
    serves from telling;`,
    `select places from ${reads}.listing_detail where listing_id = any (ids)`,
    schema,
  );

const nations = teller(
  'nations',
  `
  delete from pub.tribal_nation where id = any (ids);
  insert into pub.tribal_nation (id, organization_id, name, sort_key, people, seat_point, seat_county_fips,
    land_geoids, card)
  select n.id, n.organization_id, n.name, pub.fold(n.name), n.people, n.seat_point, n.seat_county_fips,
    n.land_geoids,
    (select row_to_json(c) from (select 'TribalNation' as "__typename", n.id, n.name, n.endonym, n.people,
      n.website, n.standing, n.organization_id as "organizationId",
      json_build_object('__typename', 'PublishedPlace', 'area', (n.seat ->> 'city') || ', ' || county.name,
        'countyFips', array[n.seat_county_fips], 'address', n.seat,
        'point', json_build_object('latitude', public.st_y(n.seat_point::public.geometry),
          'longitude', public.st_x(n.seat_point::public.geometry))) as seat) c)
  from org.tribal_nation n join pub.county county on county.fips = n.seat_county_fips
  where n.id = any (ids);
  insert into pub.nation_county select nation_id, county_fips, how from org.nation_county
    where nation_id = any (ids);
  ${searchEntry(
    `'TRIBAL_NATION'`,
    't.name',
    `t.card ->> 'endonym'`,
    `array['nation:' || t.id] || coalesce((select array_agg('county:' || m.county_fips)
      from pub.nation_county m where m.nation_id = t.id), '{}')`,
    'pub.tribal_nation',
  )}`,
);

const regions = teller(
  'regions',
  `
  delete from pub.region where id = any (ids);
  insert into pub.region (id, slug, name, effective_from, effective_to, organization_id, card)
  select r.id, r.slug, r.name, r.effective_from, r.effective_to, r.organization_id,
    (select row_to_json(c) from (select 'Region' as "__typename", r.id, r.name, r.standing,
      r.standing_note as "standingNote", r.effective_from as "effectiveFrom",
      r.effective_to as "effectiveTo", r.organization_id as "organizationId") c)
  from org.region r where r.id = any (ids);
  insert into pub.region_county select region_id, county_fips from org.region_county
    where region_id = any (ids);
  ${searchEntry(
    `'REGION'`,
    `t.name || ' region'`,
    `(select string_agg(c.name, ' ') from pub.region_county m
      join pub.county c on c.fips = m.county_fips where m.region_id = t.id)`,
    `array['region:' || t.id]`,
    'pub.region',
  )}`,
);

/** What is told of a material `m`. */
export const materialCard = `(select row_to_json(c) from (select 'Material' as "__typename", m.id, m.title, m.kind, m.audiences,
      m.topics, m.language, m.url, m.description, m.published_at as "publishedAt",
      m.organization_id as "organizationId") c)`;

/** @param holds what else must hold of one that is told: since they can be withdrawn (027) */
export const tellMaterials = (holds = '') =>
  teller(
    'materials',
    `
  delete from pub.material where id = any (ids);
  insert into pub.material (id, organization_id, sort_key, kind, audiences, language, card)
  select m.id, m.organization_id, pub.fold(m.title), m.kind, m.audiences, m.language,
    ${materialCard}
  from org.material m join org.organization o on o.id = m.organization_id
  where m.id = any (ids) and o.admitted_at is not null${holds};
  ${searchEntry(
    `'MATERIAL'`,
    `(t.card ->> 'title')`,
    `concat_ws(' ', t.card ->> 'description', t.card ->> 'topics')`,
    `'{}'::text[]`,
    'pub.material',
  )}`,
  );

/** What is told of a convening `v`. @param more members besides */
export const conveningCard = (
  more = '',
) => `(select row_to_json(c) from (select 'Convening' as "__typename", v.id, v.title, v.topic, v.description, v.location,
      ${conveningOrder} as "startsAt", ${utc('v.ends_at')} as "endsAt", v.recurrence,
      v.region_id as "regionId"${more}) c)`;

/** @param more what is told besides, and what else must hold of one that is told (027) */
export const tellConvenings = ({ card = '', holds = '' } = {}) =>
  teller(
    'convenings',
    `
  delete from pub.convening where id = any (ids);
  insert into pub.convening (id, region_id, sort_key, starts_at, last_starts_at, card)
  select v.id, v.region_id, ${conveningOrder}, v.starts_at, v.last_starts_at,
    ${conveningCard(card)}
  from org.convening v where v.id = any (ids)${holds} and (
    not exists (select from org.convening_host h where h.convening_id = v.id)
    or exists (select from org.convening_host h join org.organization o on o.id = h.organization_id
      where h.convening_id = v.id and o.admitted_at is not null));
  insert into pub.convening_host select h.convening_id, h.organization_id, h.position
    from org.convening_host h join org.organization o on o.id = h.organization_id
    where h.convening_id in (select id from pub.convening where id = any (ids))
      and o.admitted_at is not null;
  ${searchEntry(
    `'CONVENING'`,
    `(t.card ->> 'title')`,
    `concat_ws(' ', t.card ->> 'topic', t.card ->> 'description')`,
    `case when t.region_id is null then '{}' else array['region:' || t.region_id] end`,
    'pub.convening',
  )}`,
  );

/** The prefix of an id says what it is. */
const tellOne = `create function org.tell(id text) returns void language plpgsql as $$ begin
  case left(id, 4)
    when 'org_' then perform org.tell_organizations(array[id]);
    when 'hou_', 'svc_' then perform org.tell_listings(array[id]);
    when 'nat_' then perform org.tell_nations(array[id]);
    when 'reg_' then perform org.tell_regions(array[id]);
    when 'mat_' then perform org.tell_materials(array[id]);
    when 'cnv_' then perform org.tell_convenings(array[id]);
  end case;
end $$`;

const names = ['organizations', 'listings', 'nations', 'regions', 'materials', 'convenings'];

export const tellers = {
  up: [
    tellOrganizations(everyone, 'organizations'),
    tellListings(everyone, 'listings'),
    nations,
    regions,
    tellMaterials(),
    tellConvenings(),
    tellOne,
  ],
  down: [
    'drop function org.tell(text)',
    ...names.map((name) => `drop function org.tell_${name}(text[])`),
  ],
};
