/** Upper ends of the distance bands, in metres. */
const BAND_METERS = [5_000, 15_000, 40_000, 80_000, 160_000, 400_000];
/** The band of what has no told place, or where no place was asked: after all others. */
const NO_BAND = BAND_METERS.length + 1;
/** A point this far off every county's shore still belongs to the nearest. */
const SHORE_METERS = 10_000;

const point = (place: string) => `public.st_makepoint((${place} ->> 'longitude')::float8,
  (${place} ->> 'latitude')::float8)::public.geography`;

/**
 * Where the question is asked from: a point, its county and state, and the nation at whose seat it
 * is asked; all null where it names no place.
 */
const here = `
  here as materialized (
    select place.*, county.fips, county.state
    from (select coalesce(n.seat_point, ${point(`(question -> 'at')`)}) as at, n.id as nation
      from asked left join org.tribal_nation n on n.id = question #>> '{at,nationId}') place
    left join lateral (select c.fips, c.state from pub.county c
      where public.st_dwithin(c.boundary, place.at, ${SHORE_METERS})
      order by public.st_distance(c.boundary, place.at) limit 1) county on true),
  circle as materialized (
    select ${point(`(one -> 'point')`)} as middle, (one ->> 'meters')::float8 as meters
    from asked cross join jsonb_array_elements(question #> '{avoid,circles}') one),
  shunned_county as materialized (
    select one as fips from asked cross join jsonb_array_elements_text(question #>
      '{avoid,counties}') one)`;

/** Where each listing is, as far as it is told: doors, and counties of told areas. */
const told = `
  site as materialized (
    select ls.listing_id as listing, s.county_fips as fips,
      case when s.street_told then s.point end as door
    from org.listing_site ls join listed l on l.id = ls.listing_id
    join org.location s on s.id = ls.location_id),
  told_county as materialized (
    select one.fips, unnest(a.fips) as told from (select distinct fips from site where door is
      null) one
    cross join lateral org.told_area(one.fips) a),
  served as (
    select a.listing_id as listing, unnest(a.county_fips) as fips from org.service_area a
    where a.kind = 'COUNTIES'
    union select a.listing_id, m.county_fips from org.service_area a
    join org.region_county m on m.region_id = a.region_id where a.kind = 'REGION'
    union select a.listing_id, m.county_fips from org.service_area a
    join org.nation_county m on m.nation_id = a.nation_id where a.kind = 'NATION'),
  area as materialized (
    select s.listing, c.told as fips from site s join told_county c using (fips) where s.door is
      null
    union select l.id, v.fips from listed l join served v on v.listing = l.id
    where not exists (select from org.listing_site ls where ls.listing_id = l.id))`;

/**
 * Every distance is on the sphere. A door's is told in whole metres; an area's is to its nearest
 * point.
 */
const away = `
  county_away as materialized (
    select c.fips, public.st_distance(c.boundary, here.at, false) as away,
      c.fips in (select fips from shunned_county) or exists (select from circle
        where public.st_distance(c.boundary, circle.middle, false) <= circle.meters) as shunned
    from pub.county c cross join here where c.fips in (select fips from area)),
  reached as materialized (
    select s.listing, true as is_door, round(public.st_distance(s.door, here.at, false)) as away,
      s.fips in (select fips from shunned_county) or exists (select from circle
        where public.st_distance(s.door, circle.middle, false) <= circle.meters) as shunned
    from site s cross join here where s.door is not null
    union all select a.listing, false, c.away, c.shunned from area a join county_away c using
      (fips)),
  banded as (
    select listing, is_door, away,
      (select count(*)::int from unnest(array[${BAND_METERS.join()}]) edge where away > edge) as
        band
    from reached where away is not null)`;

/**
 * Where each listing stands to the place asked: `placed (listing, band, meters, nearest, shunned,
 * serves_all)`. The nearest site decides, a door before an area of its band; `nearest` is in
 * metres, of whichever site; `serves_all`: it serves the place's whole state, or the country.
 */
export const placed = `${here}, ${told}, ${away},
  first_site as (
    select distinct on (listing) listing, band, case when is_door then away::int end as meters
    from banded order by listing, band, is_door desc, away),
  whole as (
    select listing, min(away) as nearest, bool_or(shunned) as shunned
    from reached group by listing),
  embracing as (
    select distinct a.listing_id as listing from org.service_area a cross join here
    where a.kind = 'NATIONWIDE' or a.kind = 'STATEWIDE' and a.state = here.state),
  placed as materialized (
    select l.id as listing, coalesce(f.band, ${NO_BAND}) as band, f.meters, w.nearest,
      coalesce(w.shunned, false) as shunned, e.listing is not null as serves_all
    from listed l left join first_site f on f.listing = l.id
    left join whole w on w.listing = l.id left join embracing e on e.listing = l.id)`;
