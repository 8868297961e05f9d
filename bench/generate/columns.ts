/** The columns that are generated, in the order the rows give them. */
export const columns: Record<string, string> = {
  'org.region': 'id, slug, name, standing, organization_id',
  'org.region_county': 'region_id, county_fips',
  'org.organization': `id, name, kind, roles, description, website, region_id, standing, admitted_at,
    created_at, updated_at`,
  'org.tribal_nation': `id, organization_id, name, endonym, people, seat, seat_point, seat_county_fips,
    land_geoids, standing, created_at, updated_at`,
  'org.nation_county': 'nation_id, county_fips, how',
  'org.contact': 'id, organization_id, listing_id, position, purpose, name, email, languages',
  'org.phone': 'id, contact_id, listing_id, position, number, display, kind',
  'org.location': `id, organization_id, name, street_told, lines, city, state, postal_code, point,
    county_fips, withheld_reason`,
  'org.listing': `id, type, organization_id, name, summary, description, eligibility_notes, policies,
    languages, hours, fees, how_to_apply, disclosure, status, created_at, updated_at`,
  'org.housing_option': 'listing_id, kind, operated_by, stay_days_max, transport_offered',
  'org.service': 'listing_id, kinds',
  'org.listing_site': 'listing_id, location_id',
  'org.service_area': 'id, listing_id, position, kind, county_fips, region_id, nation_id, state',
  'org.unit': 'id, listing_id, position, name, capacity',
  'org.criterion': 'id, listing_id, unit_id, position, kind, stance, terms',
  'org.availability_report': `id, listing_id, unit_id, reported_at, good_until, accepting, beds_open,
    beds_total, waitlist`,
  'org.confirmation': 'id, listing_id, confirmed_at, due_at, method, confirmed_by',
};

/** One day, so that the same rows are made on every day; reports of beds alone count from the load. */
export const GENERATED_AT = '2026-06-01T00:00:00Z';
