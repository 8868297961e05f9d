const leads = (thing: string) =>
  `exists (select from org.leads_to_door d where d.thing_id = ${thing})`;

/** The sites of an organization: one whose name leads to a door is there with other words. */
const sites = `coalesce((select json_agg(json_build_object('id', s.id,
    'name', case when ${leads('s.id')} then 'Not told: it may lead to a withheld address.' else s.name end, 'disclosure', s.disclosure,
    'streetTold', s.street_told, 'countyFips', s.county_fips) order by s.county_fips, s.id)
  from org.location s where s.organization_id = k.id), '[]'::json)`;

const view = (name: string, select: string) =>
  `create view kept.${name} with (security_invoker = true) as ${select}`;

/** What stewards read of what others keep: as it is, but for what leads to a door that is withheld. */
export const keptForStewards = {
  up: [
    view('listing_for_stewards', `select k.* from kept.listing k where not ${leads('k.id')}`),
    view(
      'organization_for_stewards',
      `select k.id, k.name, k.sort_key, k.kind, k.roles, k.region_id, k.card, k.contacts, k.places, k.version,
        k.admitted_at, ${sites} as sites from kept.organization k`,
    ),
  ],
  down: ['drop view kept.organization_for_stewards', 'drop view kept.listing_for_stewards'],
};
