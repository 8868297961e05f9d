import { listingRows, toldPlaces } from '../004-telling/told-listing.js';
import { DETAIL, LISTING, PAUSED_UNTIL } from '../018-keeping/kept.js';

export const mayLead = (thing: string) =>
  `exists (select from org.may_lead_to_door d where d.thing_id = ${thing})`;

/** Of a location `s`: its address is not its own people's alone. */
export const TOLD_FURTHER = `s.disclosure <> 'OWN'`;

/** The sites of an organization: one whose name may lead to a door is there with other words, and in no order of names. */
const sites = `coalesce((select json_agg(json_build_object('id', s.id,
    'name', case when ${mayLead('s.id')} then 'Not told: it may lead to a withheld address.' else s.name end,
    'disclosure', s.disclosure, 'streetTold', s.street_told, 'countyFips', s.county_fips) order by s.county_fips, s.id)
  from org.location s where s.organization_id = k.id), '[]'::json)`;

const places = toldPlaces(
  'array(select own.id from org.location own where own.organization_id = k.id)',
  'null::json',
  TOLD_FURTHER,
);

const view = (name: string, select: string) =>
  `create view overseen.${name} with (security_invoker = true) as ${select}`;

/**
 * What those read who keep a thing and may not know its doors, stewards and whoever is new: as it is (`kept`), but for what may
 * lead to a withheld door, and for addresses that are its own people's alone.
 */
export const overseen = {
  up: [
    'create schema overseen',
    view(
      'all_listing',
      `${listingRows({ locations: TOLD_FURTHER }, `, l.version, l.disclosure, ${PAUSED_UNTIL} as paused_until`)}
       where not ${mayLead('l.id')}`,
    ),
    view(
      'listing',
      `select ${LISTING}, version, disclosure, paused_until from overseen.all_listing`,
    ),
    view('listing_detail', `select id as listing_id, ${DETAIL} from overseen.all_listing`),
    view(
      'organization',
      `select k.id, k.name, k.sort_key, k.kind, k.roles, k.region_id, k.card, k.contacts, ${places} as places,
        k.version, k.admitted_at, ${sites} as sites from kept.organization k`,
    ),
  ],
  down: ['drop schema overseen cascade'],
};
