import { sites } from '../../schema/migrations/004-telling/told-listing.js';
import { strangers } from '../../schema/migrations/011-partners/audiences.js';
import { toldSitesPlanned } from '../../schema/migrations/041-planned-once/told-by-plan.js';
import type { Worlds } from './worlds.js';

/** A mistake that would tell what is hidden, made on purpose in one of two networks. */
export interface Leak {
  name: string;
  plant: [statement: string, values?: unknown[]];
}

/** As if a teller, a trigger or a migration had been written wrong: what then would stand in told tables. */
export function leaksOf({ other, withheld }: Worlds): Leak[] {
  const { listing: forPartners, organization: partnersToo, sited } = other.forPartners;
  const { listing: hidden, organization: circle } = other.hidden;
  const { listing: shelter, organization } = withheld;
  const ofListing = (column: string, value: string): [string, unknown[]] => [
    `update pub.listing set ${column} = ${value} where id = ?`,
    [shelter],
  ];
  const detail = (column: string, value: string): [string, unknown[]] => [
    `update pub.listing_detail set ${column} = ${value} where listing_id = ?`,
    [shelter],
  ];
  const placed = (members: string): [string, unknown[]] => [
    `update pub.placement set row = (row::jsonb || ${members})::json where listing_id = ?`,
    [shelter],
  ];
  const site = `(select s.county_fips from org.listing_site ls join org.location s on s.id = ls.location_id
    where ls.listing_id = '${shelter}' limit 1)`;
  return [
    {
      name: 'an unlisted listing is told whole',
      plant: [
        `with listed as (update org.listing set disclosure = 'PUBLISHED' where id = ? returning organization_id)
         update org.organization set admitted_at = now() where id in (select organization_id from listed)`,
        [hidden],
      ],
    },
    {
      name: 'a listing for partners is told everyone',
      plant: [
        `with row as (insert into pub.listing select * from further.listing where id = ? returning id)
         insert into pub.listing_detail select d.* from further.listing_detail d join row on row.id = d.listing_id`,
        [forPartners],
      ],
    },
    {
      name: 'a place for partners is told of its listing',
      plant: [
        `update pub.listing_detail d set places = f.places from further.listing_places f
         where f.listing_id = d.listing_id and d.listing_id = ?`,
        [sited],
      ],
    },
    {
      name: 'an organization is found at its place for partners',
      plant: [
        `insert into pub.organization_site select * from further.organization_site where organization_id = ?`,
        [partnersToo],
      ],
    },
    {
      name: 'words for partners find what everyone is told',
      plant: [
        `update pub.search_entry e set words = f.words from further.search_entry f where f.id = e.id and e.id = ?`,
        [sited],
      ],
    },
    {
      name: 'an organization that is not admitted is told',
      plant: ['update org.organization set admitted_at = now() where id = ?', [circle]],
    },
    {
      name: 'an unlisted listing is found by its words',
      plant: [
        `insert into pub.search_entry select ?, 'HOUSING_OPTION', 'quillmarsh', to_tsvector('pub.plain', 'tansywick refuge'),
           to_tsvector('pub.directory', 'tansywick refuge house sample'), '{}'`,
        [hidden],
      ],
    },
    {
      name: 'a nation serves a county more',
      plant: [
        `insert into pub.nation_county select id, '27137', 'SERVICE_COUNTY' from pub.tribal_nation
         order by id limit 1 on conflict do nothing`,
      ],
    },
    {
      name: 'the county of a withheld site is its area',
      plant: detail(
        'places',
        `(select json_agg((place || jsonb_build_object('countyFips', jsonb_build_array(${site}), 'area', ${site}))) from jsonb_array_elements(places::jsonb) place)`,
      ),
    },
    {
      name: 'a search for a bed passes by a withheld site',
      plant: ['delete from pub.placement_site where listing_id = ?', [shelter]],
    },
    {
      name: 'a search for a bed knows the county of a withheld site',
      plant: [
        `update pub.placement set row = (row::jsonb || jsonb_build_object('area', jsonb_build_array(${site})))::json where listing_id = ?`,
        [shelter],
      ],
    },
    {
      name: 'an organization stands at its hidden site',
      plant: [`delete from pub.organization_site where organization_id = ?`, [organization]],
    },
    { name: 'the order by name follows a hidden name', plant: ofListing('sort_key', `'aaaa'`) },
    {
      name: 'a hidden change shows in the last change',
      plant: [`update pub.change set at = '2026-11-19T01:02:03.000Z' where id = ?`, [shelter]],
    },
    {
      name: 'a hidden change of what is told is logged',
      plant: [
        `with ended as (update pub.change_end set number = number + 1 returning number)
         update pub.change c set number = ended.number, what = 'CHANGED' from ended where c.id = ?`,
        [shelter],
      ],
    },
    {
      name: 'a thing that is told to nobody is in the log',
      plant: [
        `with ended as (update pub.change_end set number = number + 1 returning number, at)
         insert into pub.change (id, number, what, at, digest) select ?, number, 'TOLD', at, '' from ended
         on conflict (id) do update set number = excluded.number, what = 'TOLD', digest = ''`,
        [hidden],
      ],
    },
    {
      name: 'numbers count what is told to nobody',
      plant: [
        `do $leak$ begin
          update pub.change set number = -number - 1 where number > 1;
          update pub.change set number = -number where number < 0;
        end $leak$`,
      ],
    },
    {
      name: 'the end of the log moves when something hidden changes',
      plant: ['update pub.change_end set number = number + 1'],
    },
    {
      name: 'a note for partners stands in the description',
      plant: detail(
        'about',
        `(about::jsonb || '{"description":"Tansywick: ring at the back."}')::json`,
      ),
    },
    {
      name: 'a hidden phone is told',
      plant: ofListing(
        'phones',
        `'[{"number":"+12185550123","display":"218-555-0123","kind":"VOICE","extension":null,"note":null,"position":0}]'`,
      ),
    },
    {
      name: 'the language of a hidden unit counts',
      plant: placed(`jsonb_build_object('languages', row::jsonb -> 'languages' || '["fi"]')`),
    },
    { name: 'a policy of a hidden unit counts', plant: placed(`'{"policies":[]}'`) },
    { name: 'the kind of a hidden unit counts', plant: placed(`'{"kinds":["DAY_CENTER"]}'`) },
    { name: 'whom it serves tells where it is', plant: ofListing('serves', `'{}'`) },
    {
      name: 'hidden hours count as open',
      plant: detail(
        'hours',
        `'{"timeZone":"America/Chicago","weekly":[{"day":"MONDAY","opens":"00:00","closes":"24:00"}],"notes":null,"week":[{"from":0,"to":1440}]}'`,
      ),
    },
    {
      name: 'a hidden unit is told',
      plant: detail(
        'units',
        `(units::jsonb || jsonb_build_array(jsonb_build_object('id', 'unt_AAAAAAAAAAAAAAAAAAAAAA', 'name', 'Attic', 'capacity', 1, 'eligibility', jsonb_build_array(), 'report', null)))::json`,
      ),
    },
    { name: 'a hidden rule is told', plant: detail('eligibility', `'[]'`) },
    { name: 'who confirmed it is told', plant: detail('verification', 'null') },
    {
      name: 'a hidden contact is told',
      plant: detail(
        'contacts',
        `'[{"purpose":"INTAKE","name":"Tansywick","title":null,"email":null,"hours":null,"languages":[],"phones":[],"position":0}]'`,
      ),
    },
    { name: 'where it serves beyond what is told', plant: detail('areas', `'[]'`) },
    {
      name: 'an organization’s hidden contact is told',
      plant: [
        `update pub.organization set contacts = '[{"purpose":"INTAKE","name":"Tansywick","title":null,"email":null,"hours":null,"languages":[],"phones":[],"position":0}]' where id = ?`,
        [organization],
      ],
    },
    {
      name: 'an organization’s hidden place is told',
      plant: [`update pub.organization set places = '[]' where id = ?`, [organization]],
    },
    {
      name: 'an organization’s name is another',
      plant: [
        `update pub.organization set card = (card::jsonb || '{"name":"Tansywick"}')::json where id = ?`,
        [organization],
      ],
    },
    {
      name: 'an office is told by what stands there, as it once was',
      plant: [
        `do $leak$ begin ${sites(strangers)}; perform org.tell(array['${partnersToo}']); end $leak$`,
      ],
    },
    {
      name: 'an organization is of no region',
      plant: [
        `update pub.organization set card = (card::jsonb || '{"regionId":null}')::json where id = ?`,
        [organization],
      ],
    },
    {
      name: 'a region has a county more',
      plant: [
        `insert into pub.region_county select r.id, '27137' from pub.region r where not exists (
           select from pub.region_county c where c.region_id = r.id and c.county_fips = '27137') order by r.id limit 1`,
      ],
    },
    {
      name: 'words of what is hidden rank what is told',
      plant: [
        `update pub.search_entry set words = words || setweight(to_tsvector('pub.directory', 'tansywick'), 'A') where id = ?`,
        [shelter],
      ],
    },
  ];
}

/** The log as it was before: what is mended is a change too. */
export const logBefore: [statement: string][] = [
  ['delete from pub.change'],
  ['insert into pub.change select * from before.change'],
  ['update pub.change_end e set number = b.number, at = b.at from before.change_end b'],
];

/** Everything told anew from what the sources say, and nothing more. */
export const mended = ({ other, withheld }: Worlds): [statement: string, values: unknown[]][] => [
  [toldSitesPlanned(strangers), []],
  [`update org.listing set disclosure = 'OWN' where id = ?`, [other.hidden.listing]],
  ['update org.organization set admitted_at = null where id = ?', [other.hidden.organization]],
  [
    `select org.tell(array[?, ?, ?, ?, ?, ?, ?] || (select array_agg(id) from org.region)
      || (select array_agg(id) from org.tribal_nation))`,
    [withheld, other.hidden, other.forPartners]
      .flatMap(({ listing, organization }) => [listing, organization])
      .concat(other.forPartners.sited),
  ],
];
