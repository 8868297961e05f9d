/**
 * What says that it serves people of the place asked: `serving (listing)`. A place belongs to its
 * county, to the region that the county is in on that day, to every nation whose land or service
 * takes in the county or on whose land it lies, to its state and to the country. The seat of a
 * nation's government belongs to that nation, too.
 */
export const serving = `
  region_here as (
    select r.id from org.region r join org.region_county m on m.region_id = r.id
    join here on here.fips = m.county_fips cross join asked
    where daterange(r.effective_from, r.effective_to)
      @> ((question ->> 'now')::timestamptz at time zone 'utc')::date
    order by r.id limit 1),
  nation_here as (
    select nation as id from here
    union select m.nation_id from org.nation_county m join here on here.fips = m.county_fips
    union select n.id from here join pub.tribal_area a on public.st_intersects(a.boundary, here.at)
    join org.tribal_nation n on a.geoid = any (n.land_geoids)),
  serving as materialized (
    select distinct a.listing_id as listing from org.service_area a cross join here
    where case a.kind
      when 'COUNTIES' then here.fips = any (a.county_fips)
      when 'REGION' then a.region_id in (select id from region_here)
      when 'NATION' then a.nation_id in (select id from nation_here)
      when 'STATEWIDE' then a.state = here.state
      when 'NATIONWIDE' then true end)`;
