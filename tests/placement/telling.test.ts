import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CriterionKind, criterionBit } from '../../src/eligibility/index.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import { listSampleHousing } from '../support/makers.js';

const directory = await openDirectory();
const { read } = directory.database;
const { id, organizationId, unitId } = await directory.change((changing) =>
  listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
);
const withheld = await directory.change((changing) =>
  listSampleHousing(changing, { street: 'WITHHELD', countyFips: '27077' }),
);

/** Everything that is told of listings and organizations, by thing and table: to strangers, or to partners. */
const toldIn = (schema: 'pub' | 'partners') => {
  const sites = (table: string, owner: string) => `
    select s.${owner} || ' ${schema} ${table}',
      string_agg(distinct concat_ws(' ', s.county_fips, s.point::text), ',' order by concat_ws(' ', s.county_fips, s.point::text))
    from ${schema}.${table} s group by s.${owner}`;
  return `
    select l.id || ' ${schema} listing' as what, to_json(l)::text as row from ${schema}.listing l
    union all select d.listing_id || ' ${schema} detail', to_json(d)::text from ${schema}.listing_detail d
    union all select p.listing_id || ' ${schema} placement', to_json(p)::text from ${schema}.placement p
    union all select e.id || ' ${schema} words', to_json(e)::text from ${schema}.search_entry e
    union all select o.id || ' ${schema} organization', to_json(o)::text from ${schema}.organization o
    union all ${sites('listing_site', 'listing_id')} union all ${sites('placement_site', 'listing_id')}
    union all ${sites('organization_site', 'organization_id')}`;
};

class Undone extends Error {}

/** What would be told otherwise, were everything told anew from the sources. */
async function stale(): Promise<string[]> {
  let differing: string[] = [];
  const look = directory.change(async ({ em }) => {
    const all = async () =>
      new Map(
        (
          await em.execute<{ what: string; row: string }[]>(
            `${toldIn('pub')} union all ${toldIn('partners')}`,
          )
        ).map(({ what, row }) => [what, row]),
      );
    const before = await all();
    const listings = 'array(select id from org.listing)';
    await em.execute(`select org.tell_organizations(array(select id from org.organization))`);
    await em.execute(`select org.tell_listing_rows(${listings})`);
    await em.execute(`select org.tell_placement(${listings})`);
    // Everything that may be told to partners otherwise, from nothing.
    await em.execute('delete from further.thing');
    await em.execute(`select org.tell_further_listings(${listings})`);
    await em.execute(
      `select org.tell_further_organizations(array(select id from org.organization))`,
    );
    const after = await all();
    differing = [...new Set([...before.keys(), ...after.keys()])].filter(
      (what) => before.get(what) !== after.get(what),
    );
    throw new Undone();
  });
  await assert.rejects(look, Undone);
  return differing;
}

const ofListing = `where listing_id = '${id}'`;
const ofSite = `where id in (select location_id from org.listing_site ${ofListing})`;
const region = (slug: string) => `(select id from org.region where slug = '${slug}')`;
const changes: [what: string, statement: string][] = [
  ['a unit’s beds', `update org.unit set capacity = 9 ${ofListing}`],
  ['one more unit', `insert into org.unit values ('unit_more', '${id}', 1, 'More', 2)`],
  [
    'a rule of a unit',
    `insert into org.criterion values ('crit_unit', '${id}', 'unit_more', 0, 'VETERAN', 'REQUIRES', '{"veteran": true}')`,
  ],
  [
    'a rule of a listing',
    `insert into org.criterion values ('crit_all', '${id}', null, 1, 'LGBTQ', 'SERVES', '{"lgbtq": true}')`,
  ],
  ['a rule’s stance', `update org.criterion set stance = 'CASE_BY_CASE' where id = 'crit_all'`],
  [
    'a rule’s terms',
    `update org.criterion set terms = '{"ageMin": 31}' ${ofListing} and kind = 'AGE'`,
  ],
  ['a rule taken back', `delete from org.criterion where id = 'crit_all'`],
  [
    'a report',
    `insert into org.availability_report values ('rep_one', '${id}', '${unitId}', now() - interval '1 hour', now() + interval '1 hour', true, 2, 4, false)`,
  ],
  ['a report mended', `update org.availability_report set beds_open = 1 where id = 'rep_one'`],
  ['a report taken back', `delete from org.availability_report where id = 'rep_one'`],
  [
    'a unit left out',
    `update org.unit set listing_id = null, was_of = '${id}' where id = 'unit_more'`,
  ],
  ['a unit back', `update org.unit set listing_id = '${id}', was_of = null where id = 'unit_more'`],
  ['a unit gone', `delete from org.unit where id = 'unit_more'`],
  [
    'its policies',
    `update org.listing set policies = '[{"policy": "PETS_WELCOME", "holds": false}]' where id = '${id}'`,
  ],
  ['its languages', `update org.listing set languages = '{so,es}' where id = '${id}'`],
  ['its kind', `update org.housing_option set kind = 'SAFE_HOUSE' ${ofListing}`],
  ['a service’s kinds', `update org.service set kinds = array['LEGAL', 'ADVOCACY']`],
  ['its door', `update org.location set point = st_makepoint(-94.9, 47.5)::geography ${ofSite}`],
  ['its county', `update org.location set county_fips = '27057' ${ofSite}`],
  [
    'its door withheld',
    `update org.location set street_told = false, withheld_reason = 'BY_REQUEST', lines = null, city = null,
      postal_code = null, point = null, county_fips = '27077' ${ofSite}`,
  ],
  [
    'a region’s county moved',
    `update org.region_county set region_id = ${region('central')} where county_fips = '27071'`,
  ],
  [
    'a small county moved',
    `update org.region_county set region_id = ${region('northeast')} where county_fips = '27077'`,
  ],
  ['a region renamed', `update org.region set name = 'Far North' where slug = 'northeast'`],
  ['a region ended', `update org.region set effective_to = current_date where slug = 'northeast'`],
  ['its place for partners', `update org.location set disclosure = 'PARTNERS' ${ofSite}`],
  ['for partners itself', `update org.listing set disclosure = 'PARTNERS' where id = '${id}'`],
  ['its beds, for partners', `update org.unit set capacity = 7 ${ofListing}`],
  ['a pause, for partners', `update org.listing set status = 'PAUSED' where id = '${id}'`],
  [
    'its organization gone',
    `update org.organization set admitted_at = null where id = '${organizationId}'`,
  ],
  [
    'all of it again, and its place told',
    `with back as (update org.organization set admitted_at = now() where id = '${organizationId}'),
       active as (update org.listing set status = 'ACTIVE' where id = '${id}')
     update org.location set disclosure = 'PUBLISHED' ${ofSite}`,
  ],
  ['told everyone', `update org.listing set disclosure = 'PUBLISHED' where id = '${id}'`],
  ['its site taken away', `delete from org.listing_site ${ofListing}`],
  [
    'the counties it serves',
    `update org.service_area set county_fips = '{27001,27003}' ${ofListing}`,
  ],
  [
    'a nation it serves',
    `update org.service_area set kind = 'NATION', county_fips = null, nation_id = (select min(id) from org.tribal_nation) ${ofListing}`,
  ],
  [
    'a county of that nation',
    `insert into org.nation_county select min(id), '27053', 'SERVICE_COUNTY' from org.tribal_nation`,
  ],
  [
    'a nation renamed',
    `update org.tribal_nation set name = 'Renamed Nation' where id = (select min(id) from org.tribal_nation)`,
  ],
  [
    'the state it serves',
    `update org.service_area set kind = 'STATEWIDE', nation_id = null, state = 'MN' ${ofListing}`,
  ],
  ['a pause', `update org.listing set status = 'PAUSED' where id = '${id}'`],
  ['its end', `update org.listing set status = 'ACTIVE' where id = '${id}'`],
  ['told to partners', `update org.listing set disclosure = 'PARTNERS' where id = '${id}'`],
  ['told to all', `update org.listing set disclosure = 'PUBLISHED' where id = '${id}'`],
  [
    'an organization not admitted',
    `update org.organization set admitted_at = null where id = '${organizationId}'`,
  ],
  ['admitted', `update org.organization set admitted_at = now() where id = '${organizationId}'`],
  [
    'an organization renamed',
    `update org.organization set name = 'Renamed' where id = '${organizationId}'`,
  ],
  ['a listing gone', `delete from org.listing where id = '${id}'`],
];

test('what is told of every listing is what its sources say, after every kind of change', async () => {
  assert.deepEqual(await stale(), [], 'after the seeds');
  for (const [what, statement] of changes) {
    await directory.change(({ em }) => em.execute(statement));
    assert.deepEqual(await stale(), [], what);
  }
  assert.ok(withheld.id);
});

test('the database counts criteria as CriterionKind does', async () => {
  const other = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  const kinds = Object.values(CriterionKind);
  await directory.change(async ({ em }) => {
    await em.execute('delete from org.criterion where listing_id = ?', [other.id]);
    await em.execute('delete from org.unit where listing_id = ?', [other.id]);
    for (const [position, kind] of kinds.entries()) {
      const unit = `unit_${kind}`;
      await em.execute('insert into org.unit values (?, ?, ?, ?, null)', [
        unit,
        other.id,
        position,
        kind,
      ]);
      await em.execute(`insert into org.criterion values (?, ?, ?, 0, ?, 'CASE_BY_CASE', '{}')`, [
        `crit_${kind}`,
        other.id,
        unit,
        kind,
      ]);
    }
  });
  const [row] = await read.rows<{ units: { spoken: number }[] }>(
    sql`select row -> 'units' as units from pub.placement where listing_id = ${other.id}`,
  );
  assert.deepEqual(
    row!.units.map(({ spoken }) => spoken),
    kinds.map((kind) => criterionBit(kind)),
  );
});
