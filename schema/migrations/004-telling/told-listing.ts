/** Below this many people a county is too small to name as the area of a withheld place. */
const SMALL_COUNTY_POPULATION = 10_000;

/** Who is told, and of what: each kind of reader has tables of its own. */
export interface Audience {
  /** The schema where what they are told lies. */
  schema: 'pub' | 'further';
  /** How what tells them is named: `org.told_listing`, `org.further_listing`. */
  named: 'told' | 'further';
  /** Of a listing `l`: they may be told of it. */
  listings: string;
  /** Of a location `s`: they may be told of it. */
  locations: string;
  /** Of a listing `l`, of an organization `o`: it has rows in these tables, if it may be told at all. */
  differs: { listing: string; organization: string };
  /** The schema that they read: there a listing is whole. */
  reads: 'pub' | 'partners';
  /** Of a listing `t` that is being told: what says nothing of places is told here. */
  isOwn: string;
  /** Where places of the others are told, as one more part of the statement. */
  placesOfOthers: string;
}

/** Everyone, before locations had a disclosure of their own. */
export const everyone: Audience = {
  schema: 'pub',
  named: 'told',
  listings: `l.disclosure = 'PUBLISHED'`,
  locations: 'true',
  differs: { listing: 'true', organization: 'true' },
  reads: 'pub',
  isOwn: 'true',
  placesOfOthers: '',
};

const utc = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Rows as one compact JSON array, `[]` where there are none. */
const list = (select: string, order: string) =>
  `coalesce((select json_agg(row_to_json(r) order by ${order}) from (${select}) r), '[]'::json)`;

/**
 * The area a withheld place may name: its county, or the region (or state) where the county is small; no row
 * where there is none. A set, and not strict: so it becomes part of the statement that asks, which is ten
 * times as fast as a call.
 */
const toldArea = `create function org.told_area(county text) returns table (name text, fips text[])
  language sql stable as $$
  select case when c.population >= ${SMALL_COUNTY_POPULATION} then c.name
      else coalesce(r.name || ' region', st.name, c.state) end,
    case when c.population >= ${SMALL_COUNTY_POPULATION} then array[c.fips]
      when r.id is not null
        then (select array_agg(m.county_fips order by m.county_fips) from org.region_county m where m.region_id = r.id)
      else (select array_agg(s.fips order by s.fips) from pub.county s where s.state = c.state) end
  from pub.county c left join pub.state st on st.code = c.state
  left join lateral (
    select region.id, region.name from org.region_county member join org.region on region.id = member.region_id
    where member.county_fips = c.fips
      and coalesce(region.effective_from, '-infinity') <= current_date
      and coalesce(region.effective_to, 'infinity') > current_date
    order by region.id limit 1) r on true
  where c.fips = county $$`;

const phonesOf = (owner: string) =>
  list(
    `select p.number, p.display, p.kind, p.extension, p.note, p.position
   from org.phone p where p.${owner}`,
    'r.position',
  );

/** The contacts of an organization or a listing, by its id `owner`. */
export const contactsOfOwner = list(
  `select c.purpose, c.name, c.title, c.email, c.hours, c.languages, c.position,
       ${phonesOf('contact_id = c.id')} as phones
     from org.contact c where c.organization_id = owner or c.listing_id = owner`,
  'r.position',
);

export const toldContacts = `create or replace function org.told_contacts(owner text) returns json
  language sql stable as $$ select ${contactsOfOwner} $$`;

const criteriaOf = (owner: string) =>
  list(
    `select c.kind, c.stance, c.terms, c.position from org.criterion c where ${owner}`,
    'r.position',
  );

/** Joins to each location `s` its told area, where its street is withheld. */
const withArea =
  'left join lateral org.told_area(case when not s.street_told then s.county_fips end) area on true';

/** Joins to each location `s` its county, or those of its told area, as `told.fips`. */
export const withToldCounties = `${withArea}
  cross join lateral unnest(case when s.street_told then array[s.county_fips] else area.fips end) told(fips)`;

/**
 * The places of some locations, each as far as it is told. The area is looked up for withheld ones alone: it
 * costs as much as all else of a place.
 * @param ids an array of their ids
 * @param phone what to call where a place is withheld, as JSON
 * @param locations of a location `s`: it may be told of
 */
export const toldPlaces = (ids: string, phone = 'null::json', locations = 'true') =>
  list(
    `select case when s.street_told then 'PublishedPlace' else 'WithheldPlace' end as "__typename",
     case when s.street_told then s.city || ', ' || c.name else area.name end as area,
     case when s.street_told then array[s.county_fips] else area.fips end as "countyFips",
     case when s.street_told then json_build_object('lines', s.lines, 'city', s.city, 'state', s.state,
       'postalCode', s.postal_code, 'country', s.country) end as address,
     case when s.street_told and s.point is not null then json_build_object(
       'latitude', public.st_y(s.point::public.geometry),
       'longitude', public.st_x(s.point::public.geometry)) end as point,
     s.withheld_reason as reason, case when not s.street_told then ${phone} end as phone
   from org.location s join pub.county c on c.fips = s.county_fips
   ${withArea}
   where s.id = any (${ids}) and ${locations}`,
    'r.area, r.address::text',
  );

const placesFor = ({ locations }: Pick<Audience, 'locations'>) =>
  toldPlaces(
    'array(select ls.location_id from org.listing_site ls where ls.listing_id = l.id)',
    `(select row_to_json(p) from (select p.number, p.display, p.kind, p.extension, p.note
    from org.phone p where p.listing_id = l.id order by p.position limit 1) p)`,
    locations,
  );

/**
 * The sites of an organization that may be told of: those of its published listings, and offices whose
 * street is told and where no listing stands. The site of a listing that is not published is not told.
 */
export const sites = ({ named, listings, locations }: Audience) =>
  `create or replace function org.${named}_sites(organization text) returns text[]
  language sql stable as $$
  select coalesce(array_agg(s.id order by s.id), '{}') from org.location s
  where s.organization_id = organization and ${locations} and (
    exists (select from org.listing_site ls join org.listing l on l.id = ls.listing_id
      where ls.location_id = s.id and ${listings} and l.status <> 'WITHDRAWN')
    or s.street_told and not exists (select from org.listing_site ls where ls.location_id = s.id)) $$`;

const areas = list(
  `select a.kind, case a.kind when 'REGION' then r.name when 'NATION' then n.name
       when 'STATEWIDE' then coalesce(st.name, a.state) when 'NATIONWIDE' then 'United States'
       else (select string_agg(c.name || ', ' || c.state, '; ' order by c.state, c.name)
         from pub.county c where c.fips = any (a.county_fips)) end as name,
     a.county_fips as "countyFips", a.region_id as "regionId", a.nation_id as "nationId", a.state, a.position
   from org.service_area a left join org.region r on r.id = a.region_id
   left join org.tribal_nation n on n.id = a.nation_id
   left join pub.state st on st.code = a.state
   where a.listing_id = l.id`,
  'r.position',
);

/** How many beds there are in all, by the latest report `v` of a unit `u`: as it was said. */
const AS_SAID = 'v.beds_total';

const units = (bedsTotal: string) =>
  list(
    `select u.id, u.name, u.capacity, ${criteriaOf('c.unit_id = u.id')} as eligibility,
     (select row_to_json(report) from (
       select ${utc('v.reported_at')} as "reportedAt", ${utc('v.good_until')} as "goodUntil", v.accepting,
         v.beds_open as "bedsOpen", ${bedsTotal} as "bedsTotal", v.waitlist, v.note
       from org.availability_report v where v.unit_id = u.id
       order by v.reported_at desc, v.id desc limit 1) report) as report, u.position
   from org.unit u where u.listing_id = l.id`,
    'r.position',
  );

const verification = `(select row_to_json(v) from (
  select ${utc('f.confirmed_at')} as "confirmedAt", ${utc('f.due_at')} as "dueAt", f.method,
    f.confirmed_by as "confirmedBy"
  from org.confirmation f where f.listing_id = l.id order by f.confirmed_at desc, f.id desc limit 1) v)`;

const serves = `coalesce((select array_agg(distinct scope order by scope) from org.service_area a
  cross join lateral unnest(case a.kind
    when 'COUNTIES' then (select array_agg('county:' || f) from unnest(a.county_fips) f)
    when 'REGION' then array['region:' || a.region_id] when 'NATION' then array['nation:' || a.nation_id]
    when 'STATEWIDE' then array['state:' || a.state] else array['everywhere'] end) scope
  where a.listing_id = l.id), '{}')`;

const lastChange = `, ${utc('l.updated_at')} as "updatedAt"`;

const card = (last: string) => `(select row_to_json(c) from (select
  case l.type when 'HOUSING' then 'HousingOption' else 'Service' end as "__typename",
  l.id, l.name, l.summary, l.organization_id as "organizationId", h.kind, s.kinds,
  h.operated_by as "operatedBy", h.stay_days_max as "stayDaysMax",
  h.transport_offered as "transportOffered", l.languages, l.status${last}) c)`;

const about = `(select row_to_json(a) from (select l.description, l.eligibility_notes as "eligibilityNotes",
  l.policies, l.fees, l.how_to_apply as "howToApply", l.required_documents as "requiredDocuments",
  l.status_reason as "statusReason") a)`;

/** Of a listing `l`: what is told of its confirmations, and by what its lists are ordered. */
export interface Confirmed {
  verification: string;
  sortKey: string;
}
const asAWhole: Confirmed = { verification, sortKey: 'pub.fold(l.name)' };

/**
 * A listing `l` with all that may be told of it, to whoever is told of these places.
 * @param more further columns, each with a comma before it
 * @param last the member of its card that says when it was last changed
 * @param bedsTotal of the latest report `v` of a unit `u`: how many beds there are in all
 */
export const listingRows = (
  audience: Pick<Audience, 'locations'>,
  more = '',
  last = lastChange,
  confirmed = asAWhole,
  bedsTotal = AS_SAID,
) => `
  select l.id, l.type, l.organization_id, l.name, ${confirmed.sortKey} as sort_key,
    coalesce(s.kinds, array[h.kind]) as kinds, l.languages,
    coalesce((select array_agg(p ->> 'policy') from jsonb_array_elements(l.policies) p
      where (p ->> 'holds')::boolean), '{}') as policies,
    ${serves} as serves, l.hours ->> 'timeZone' as time_zone,
    (select range_agg(int4range((i ->> 'from')::int, (i ->> 'to')::int))
      from jsonb_array_elements(l.hours -> 'week') i) as open_week,
    ${card(last)} as card, ${phonesOf('listing_id = l.id')} as phones, ${about} as about,
    ${placesFor(audience)} as places, ${areas} as areas, ${criteriaOf('c.listing_id = l.id and c.unit_id is null')} as eligibility,
    org.told_contacts(l.id) as contacts, l.hours::json as hours, h.intake::json as intake,
    ${units(bedsTotal)} as units, ${confirmed.verification} as verification,
    concat_ws(' ', l.summary, l.description, l.eligibility_notes, l.how_to_apply, o.name,
      replace(lower(coalesce(array_to_string(s.kinds, ' '), h.kind)), '_', ' ')) as prose${more}
  from org.listing l join org.organization o on o.id = l.organization_id
  left join org.housing_option h on h.listing_id = l.id
  left join org.service s on s.listing_id = l.id`;

/** Which listings may be told, and what: those of admitted organizations that are not withdrawn. */
export const toldListings = (
  audience: Audience,
  last?: string,
  confirmed?: Confirmed,
  bedsTotal?: string,
) => `create or replace view org.${audience.named}_listing as
  ${listingRows(audience, '', last, confirmed, bedsTotal)}
  where ${audience.listings} and ${audience.differs.listing}
    and l.status <> 'WITHDRAWN' and o.admitted_at is not null`;

export const toldFor = (audience: Audience) => [sites(audience), toldListings(audience)];

export const toldListing = {
  up: [toldArea, toldContacts, ...toldFor(everyone)],
  down: [
    'drop view org.told_listing',
    'drop function org.told_sites',
    'drop function org.told_contacts',
    'drop function org.told_area(text)',
  ],
};
