import { listingRows, toldPlaces } from '../004-telling/told-listing.js';

/** In the columns of the told tables, from the source as it is: nothing of it is stored twice. */
export const LISTING =
  'id, type, organization_id, name, sort_key, kinds, languages, policies, serves, time_zone, open_week, card, phones';
export const DETAIL =
  'about, places, areas, eligibility, contacts, hours, intake, units, verification';

export const PAUSED_UNTIL = `case when l.paused_until is not null
  then to_char(l.paused_until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end`;

const ownPlaces = toldPlaces(
  'array(select own.id from org.location own where own.organization_id = o.id)',
);

/** A location as its organization handles it; of an exact address that is withheld it says nothing. */
const sites = `coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name,
    'disclosure', s.disclosure, 'streetTold', s.street_told, 'countyFips', s.county_fips) order by s.name, s.id)
  from org.location s where s.organization_id = o.id), '[]'::json)`;

const organization = `select o.id, o.name, pub.fold(o.name) as sort_key, o.kind, o.roles, o.region_id,
    (select row_to_json(c) from (select 'Organization' as "__typename", o.id, o.name, o.kind, o.roles,
      o.description, o.website, o.region_id as "regionId", o.standing) c) as card,
    org.told_contacts(o.id) as contacts, ${ownPlaces} as places,
    o.version, o.admitted_at, ${sites} as sites
  from org.organization o`;

const view = (name: string, select: string) =>
  `create view kept.${name} with (security_invoker = true) as ${select}`;

/** What people of an organization read of what is theirs, whoever else is told of it. */
export const kept = {
  up: [
    'create schema kept',
    view(
      'all_listing',
      listingRows(
        { locations: 'true' },
        `, l.version, l.disclosure, ${PAUSED_UNTIL} as paused_until`,
      ),
    ),
    view('listing', `select ${LISTING}, version, disclosure, paused_until from kept.all_listing`),
    view('listing_detail', `select id as listing_id, ${DETAIL} from kept.all_listing`),
    view('organization', organization),
  ],
  down: ['drop schema kept cascade'],
};
