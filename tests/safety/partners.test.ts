import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listHousing } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { listService } from '../../src/services/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { openDirectory, type Directory } from '../support/directory.js';
import { sampleHousing, sampleOrganization, sampleService } from '../support/makers.js';
import { appWith, comeIn } from '../support/people.js';

const directory = await openDirectory();
directory.setNow(new Date('2026-11-20T18:00:00Z'));

/** Words that stand nowhere else: of a listing for partners, and of a place for partners. */
const LISTING = 'Quillmarsh';
const PLACE = 'Sedgebrook';
const point = { latitude: 47.9105, longitude: -91.8412 };
const county = '27137';

const made = await directory.change(async (changing) => {
  // What the sample network has for partners would be told besides.
  await changing.em.execute(
    `update org.listing set disclosure = 'OWN' where disclosure = 'PARTNERS'`,
  );
  const told = (name: string, city: string, at: typeof point) => ({
    street: 'TOLD' as const,
    name,
    countyFips: county,
    address: { lines: [`1 ${city} Road`], city, postalCode: '55731' },
    point: at,
  });
  const all = await registerOrganization(
    {
      ...sampleOrganization,
      name: `${LISTING} Circle`,
      // Sample lines are no crisis lines where there are real ones.
      standing: 'PUBLIC_SOURCE',
      locations: [told('House', LISTING, { latitude: 47.9, longitude: -91.85 })],
    },
    changing,
  );
  const common = {
    siteIds: all.locations,
    serviceAreas: [{ kind: 'COUNTIES' as const, countyFips: [county] }],
  };
  const { id: housing } = await listHousing(
    { ...sampleHousing(all.id), ...common, name: `${LISTING} Refuge` },
    changing,
  );
  const service = await listService(
    { ...sampleService(all.id), ...common, name: `${LISTING} Line`, kinds: ['CRISIS_LINE'] },
    changing,
  );
  const some = await registerOrganization(
    {
      ...sampleOrganization,
      name: 'Tansywick Circle',
      locations: [
        told('Office', 'Tansywick', { latitude: 46.79, longitude: -92.1 }),
        told('House', PLACE, point),
      ],
    },
    changing,
  );
  const { id: sited } = await listHousing(
    { ...sampleHousing(some.id), name: 'Tansywick House', siteIds: some.locations },
    changing,
  );
  const { id: bare } = await registerOrganization(
    { ...sampleOrganization, name: 'Bare Circle' },
    changing,
  );
  return { bare, all: all.id, housing, service, some: some.id, sited, place: some.locations[1]! };
});

const listing = '__typename id name places { area } organization { name places { area } }';
const page = 'totalCount pageInfo { hasNextPage }';
const found = `totalCount facets { name values { value count } } nodes { verdict
  distance { meters band } reasons { text }`;
const at = `at: { point: { latitude: ${point.latitude}, longitude: ${point.longitude} } }, withinMeters: 3000`;
/** Every root field that tells of listings or places, and each way to find one. */
const questions = {
  node: `node(id: "${made.housing}") { ... on HousingOption { ${listing} units { name } } }`,
  nodes: `nodes(ids: ["${made.service}", "${made.sited}", "${made.some}"]) { __typename id
    ... on Service { ${listing} } ... on HousingOption { ${listing} } ... on Organization { places { area } } }`,
  organizations: `organizations(first: 5, filter: { isIn: { circle: { ${at} } } }) {
    ${page} nodes { name places { area } housingOptions(first: 3) { ${page} nodes { name } }
      services(first: 3) { nodes { name } } } }`,
  housingOptions: `housingOptions(first: 5, filter: { isIn: { circle: { ${at} } } }) { ${page} nodes { ${listing} } }`,
  listingsByWord: `housingOptions(first: 5, filter: { text: "${LISTING}" }) { ${page} nodes { name } }`,
  services: `services(first: 5, filter: { serves: { countyFips: "${county}" }, text: "${LISTING}" }) { ${page} nodes { name } }`,
  findHousing: `findHousing(first: 40, input: { ${at} }) { ${found} option { ${listing} } } widen { text more } }`,
  findServices: `findServices(first: 60, input: { ${at} }) { ${found} service { ${listing} } } }`,
  search: `search(first: 5, text: "${LISTING}") { ${page} nodes { id } }`,
  misspelled: `search(first: 5, text: "quilmarch") { ${page} nodes { id } }`,
  placeByName: `search(first: 5, text: "${PLACE}") { ${page} nodes { id } }`,
  placeMisspelled: `search(first: 5, text: "sedgbrok") { ${page} nodes { id } }`,
  coverage: `coverage(at: { countyFips: "${county}" }) { crisisLines { ${listing} } }`,
};
type Heard = Record<keyof typeof questions, string>;

async function hears(headers: Record<string, string>): Promise<Heard> {
  const heard: [string, string][] = [];
  for (const [name, question] of Object.entries(questions)) {
    const { body, text } = await directory.ask(`{ ${question} }`, {}, headers);
    assert.equal(body.errors, undefined, text);
    heard.push([name, text]);
  }
  return Object.fromEntries(heard) as Heard;
}

const disclose = (listings: string, place: string) =>
  directory.change(async ({ em }) => {
    const ids = [made.housing, made.service];
    await em.execute('update org.listing set disclosure = ? where id in (?, ?)', [
      listings,
      ...ids,
    ]);
    await em.execute('update org.location set disclosure = ? where id = ?', [place, made.place]);
  });

const strangers = { stranger: {}, app: (await appWith(directory, ['directory:read'])).headers };
/** Who keeps nothing that is asked for here: those who do read it as it is (`upkeep/keeping`). */
const partners = {
  advocate: (await comeIn(directory, 'ADVOCATE')).headers,
  coordinator: (await comeIn(directory, 'COORDINATOR', made.bare)).headers,
  app: (await appWith(directory, ['partners:read'])).headers,
  'app of both': (await appWith(directory, ['directory:read', 'partners:read'])).headers,
};

const someStrangers = { stranger: {} };
const somePartners = { advocate: partners.advocate, app: partners.app };

/** What all of these hear: the same. */
async function all(viewers: Record<string, Record<string, string>>): Promise<Heard> {
  const [[, first], ...rest] = Object.entries(viewers) as [
    [string, Record<string, string>],
    ...[string, Record<string, string>][],
  ];
  const heard = await hears(first);
  for (const [who, headers] of rest) same(await hears(headers), heard, who);
  return heard;
}

function same(heard: Heard, expected: Heard, what: string): void {
  for (const [name, text] of Object.entries(heard)) {
    assert.equal(text, expected[name as keyof Heard], `${name}: ${what}`);
  }
}

/** Both indexes, where they are followed, have taken in what was changed. */
async function settle({ house }: Directory): Promise<void> {
  await house.placements.settle();
  await house.partners.placements.settle();
}

async function moves(): Promise<void> {
  await disclose('PUBLISHED', 'PUBLISHED');
  await settle(directory);
  const published = await all(strangers);
  same(await all(partners), published, 'what everyone is told, partners are told');
  for (const [name, text] of Object.entries(published)) {
    assert.match(
      text,
      new RegExp(`${made.housing}|${made.service}|${LISTING}|${PLACE}|${made.sited}`),
      name,
    );
  }
  await disclose('OWN', 'OWN');
  await settle(directory);
  const hidden = await all(strangers);
  same(await all(partners), hidden, 'what is an organization’s own, nobody is told');
  for (const [name, text] of Object.entries(hidden)) {
    assert.notEqual(text, published[name as keyof Heard], name);
    const names = text.replaceAll(`${LISTING} Circle`, '');
    assert.doesNotMatch(
      names,
      new RegExp(`${LISTING}|${PLACE}|${made.housing}|${made.service}`),
      name,
    );
  }
  await disclose('PARTNERS', 'PARTNERS');
  await settle(directory);
  same(await all(partners), published, 'all partners hear it alike');
  // And back and forth: at once, for everyone, in every answer.
  for (const [listings, place] of [
    ['PARTNERS', 'PARTNERS'],
    ['OWN', 'OWN'],
    ['PARTNERS', 'PARTNERS'],
    ['PUBLISHED', 'PUBLISHED'],
    ['PARTNERS', 'PARTNERS'],
  ] as const) {
    await disclose(listings, place);
    await settle(directory);
    same(
      await all(someStrangers),
      listings === 'PUBLISHED' ? published : hidden,
      `strangers, ${listings}`,
    );
    same(await all(somePartners), listings === 'OWN' ? hidden : published, `partners, ${listings}`);
  }
}

test('what is for partners they hear as everyone would, were it published; strangers as if it were not (by SQL)', () =>
  moves());

test('the same where both keep an index (by the index)', async () => {
  const { placements, partners: theirs } = directory.house;
  await placements.follow();
  assert.equal(theirs.placements.status().state, 'OFF', 'nobody of them has asked yet');
  await directory.ask('{ regions { id } }', {}, partners.advocate);
  await theirs.placements.settle();
  assert.equal(theirs.placements.status().state, 'READY');
  await moves();
  assert.equal(theirs.placements.status().state, 'READY');
  const [strangersHave, partnersHave] = [placements, theirs.placements].map(
    (index) => index.status().listings,
  );
  assert.equal(partnersHave! - strangersHave!, 2, 'two listings are for partners');
  const ready = await directory.http.inject({ method: 'GET', url: '/readyz' });
  assert.equal(JSON.parse(ready.body).placements.listings, strangersHave);
  await placements.stop();
  await theirs.placements.stop();
});

test('nothing that is for partners stands where strangers read, and no number there counts it', async () => {
  await disclose('PARTNERS', 'PARTNERS');
  const { read } = directory.database;
  const tables = await read.rows<{ name: string }>(sql`
    select table_name as name from information_schema.tables where table_schema = 'pub' order by 1`);
  /** All that `pub` holds, with the numbers that it counts by. */
  const everything = async () => {
    const held: Record<string, unknown> = {};
    for (const { name } of tables) {
      const [row] = await read.rows<{ rows: string | null }>({
        text: `select string_agg(t::text, ' ' order by t::text) as rows from pub.${name} t`,
        values: [],
      });
      held[name] = row!.rows;
    }
    held['numbers'] = await read.rows(sql`
      select sequencename, last_value::text from pg_sequences where schemaname = 'pub' order by 1`);
    return held;
  };
  const before = await everything();
  const words = before['search_entry'] as string;
  assert.ok(!words.includes(made.housing) && !words.toLowerCase().includes(PLACE.toLowerCase()));
  // A rule, a word, a number and a site that nothing else has.
  await directory.change(async ({ em }) => {
    const of = [made.housing];
    await em.execute(`update org.listing set name = 'Fernhollow Refuge' where id = ?`, of);
    await em.execute(`update org.unit set capacity = 31 where listing_id = ?`, of);
    await em.execute(
      `update org.criterion set terms = '{"ageMin": 23, "ageMax": 29}' where listing_id = ?`,
      of,
    );
    await em.execute(
      `update org.location set point = st_makepoint(-91.9, 47.95)::geography
       where organization_id = (select organization_id from org.listing where id = ?)`,
      of,
    );
  });
  const after = await everything();
  for (const [name, held] of Object.entries(after)) {
    // The site is told of nowhere; that its organization was told anew is in no table of pub either.
    assert.deepEqual(held, before[name], name);
  }
  const hears = await directory.ask(
    '{ search(first: 5, text: "fernholow") { totalCount } }',
    {},
    partners.app,
  );
  assert.equal(hears.text, '{"data":{"search":{"totalCount":1}}}\n');
  const [noted] = await read.rows<{ further: number; told: number }>(sql`
    select (select count(*) from further.placement_change where listing_id = ${made.housing}) as further,
      (select count(*) from partners.placement_change where listing_id = ${made.housing}) as told`);
  assert.ok(noted!.further > 0 && noted!.told > noted!.further);
});
