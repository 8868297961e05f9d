import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openAddress } from '../../src/disclosure/index.js';
import { sql } from '../../src/kernel/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { openDirectory } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  HousingFoundDocument,
  PlacesOfDocument,
  ProposeDisclosureDocument,
  RevealAddressDocument,
  SearchWordsDocument,
  TightenDisclosureDocument,
  type Telling,
} from '../support/documents.js';
import { sampleOrganization } from '../support/makers.js';
import { comeIn } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { tablesWith } from '../support/sweep.js';
import { copyOfTemplate } from '../support/template.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';
import { until } from '../support/wait.js';

const plain = await copyOfTemplate();
const key = dataKey('streets');
const database = { ...plain, vault: vaultOf(key) };
const directory = await openDirectory({ database, log: 'debug', follow: true });
/** The same network, as a server sees it that was given no key, or another. */
const keyless = await openDirectory({ database: plain });
const mistaken = await openDirectory({
  database: { ...plain, vault: vaultOf(dataKey('streets')) },
});
after(() => plain.close());
const { read } = database;
const reason = 'The house moves, and its door may be known.';
const NAME = 'Kittiwake Sample Beds';
/** The door, in every part of it that stands nowhere else. */
const door = /Zugunruhe|Quetzalcoatlus|Wrenhaven|00719|46\.7139|93\.2846|Ptarmigan/;
const INDEX_MS = 20_000;

const home = await shelter(database, { exact: CANARY, listed: { name: NAME } });
const ann = await comeIn(directory, 'COORDINATOR', home.organization);
const bea = await comeIn(directory, 'COORDINATOR', home.organization);

/** All a stranger can hear of the house: by its id, by a search at its very door, and by its words. */
async function heard() {
  const { location: _, ...ids } = home;
  const whole = await directory.ask(PlacesOfDocument, ids);
  const nearby = await directory.ask(HousingFoundDocument, {
    input: {
      at: { point: CANARY.point },
      withinMeters: 1_000,
      availability: ['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL'],
    },
    first: 50,
  });
  const words = await directory.ask(SearchWordsDocument, { text: 'Wrenhaven', first: 5 });
  const found = nearby.body.data!.findHousing!.edges.find(({ node }) => node.option.name === NAME);
  return {
    text: whole.text + nearby.text + words.text,
    place: whole.body.data!.listing!.places![0]!,
    ofOrganization: whole.body.data!.organization!.places!,
    basis: found?.node.distance?.basis ?? null,
    named: words.body.data!.search!.nodes.some(({ id }) => id === home.listing),
    updatedAt: whole.body.data!.listing!.updatedAt,
  };
}
const change = async (to: Telling, of: typeof directory = directory) => {
  const input = { id: home.location, to, reason };
  const proposed = await of.ask(ProposeDisclosureDocument, { input }, ann.headers);
  const proposalId = proposed.body.data!.proposeDisclosure!.proposal!.id;
  return of.ask(ApproveDisclosureDocument, { input: { proposalId } }, bea.headers);
};
const withhold = (of: typeof directory = directory, id = home.location, headers = ann.headers) =>
  of.ask(
    TightenDisclosureDocument,
    {
      input: {
        id,
        to: 'STREET_WITHHELD',
        withheldReason: 'CONFIDENTIAL_SHELTER',
        reason: 'It must not be known any more.',
      },
    },
    headers,
  );
const sealedIn = async () =>
  (
    await read.rows<{ many: number }>(
      sql`select count(*)::int as many from conf.sealed_address where location_id = ${home.location}`,
    )
  )[0]!.many;

test('a withheld street is told by two: from the vault into what is told, and nothing stays sealed', async () => {
  const before = await heard();
  assert.doesNotMatch(before.text, door);
  assert.deepEqual(before.place, {
    __typename: 'WithheldPlace',
    area: 'St. Louis County',
    reason: 'CONFIDENTIAL_SHELTER',
  });
  assert.equal(before.named, false);
  const { body, text } = await change('STREET_TOLD');
  assert.equal(body.data!.approveDisclosure!.proposal!.state, 'APPROVED', text);
  assert.doesNotMatch(text, door, 'an approval repeats no address');
  const { lines, city, postalCode, point } = CANARY;
  const after = await heard();
  const told = {
    __typename: 'PublishedPlace',
    area: 'Wrenhaven Ferry, St. Louis County',
    address: { lines, city, postalCode },
    point,
  };
  assert.deepEqual(after.place, told);
  assert.deepEqual(after.ofOrganization, [told]);
  assert.equal(after.named, true);
  await until(async () => (await heard()).basis === 'PLACE', INDEX_MS);
  assert.equal((await heard()).basis, 'PLACE');
  assert.ok(after.updatedAt > before.updatedAt, 'a change that everyone sees is a last change');
  assert.equal(await sealedIn(), 0);
});

test('a told street is withheld by one, at once: sealed, and nowhere else any more', async () => {
  assert.match((await heard()).text, door);
  const { body, text } = await withhold();
  assert.deepEqual(body.data!.tightenDisclosure!.disclosed, {
    id: home.location,
    disclosure: 'PUBLISHED',
    street: 'STREET_WITHHELD',
  });
  assert.doesNotMatch(text, door);
  const after = await heard();
  assert.doesNotMatch(after.text, door);
  assert.equal(after.place.__typename, 'WithheldPlace');
  assert.equal(after.named, false);
  await until(async () => (await heard()).basis !== 'PLACE', INDEX_MS);
  assert.notEqual((await heard()).basis, 'PLACE');
  const { notes: _, ...kept } = CANARY;
  assert.deepEqual(await inOne(database, (sealing) => openAddress(home.location, sealing)), kept);
  const texts = ['Zugunruhe', 'Quetzalcoatlus', '00719-4242'];
  assert.deepEqual(await tablesWith(read, texts), [], 'no table holds it in clear');
  const input = { listingId: home.listing, purpose: 'Bringing someone to the door.' };
  const revealed = await directory.ask(RevealAddressDocument, { input }, bea.headers);
  assert.deepEqual(revealed.body.data!.revealAddress!.addresses![0]!.lines, CANARY.lines);
});

test('told and withheld again and again, it is the same address to the last digit', async () => {
  for (let round = 0; round < 3; round += 1) {
    assert.equal(
      (await change('STREET_TOLD')).body.data!.approveDisclosure!.proposal?.state,
      'APPROVED',
    );
    assert.ok((await withhold()).body.data!.tightenDisclosure!.disclosed);
  }
  const { notes: _, ...kept } = CANARY;
  assert.deepEqual(await inOne(database, (sealing) => openAddress(home.location, sealing)), kept);
});

test('without the key nothing is told and nothing is lost, and what to do is said', async () => {
  const input = { id: home.location, to: 'STREET_TOLD' as const, reason };
  const { body } = await directory.ask(ProposeDisclosureDocument, { input }, ann.headers);
  const proposalId = body.data!.proposeDisclosure!.proposal!.id;
  for (const server of [keyless, mistaken]) {
    const refused = await server.ask(
      ApproveDisclosureDocument,
      { input: { proposalId } },
      bea.headers,
    );
    assert.equal(refused.body.errors![0]!.extensions.code, 'UNAVAILABLE', refused.text);
  }
  assert.equal(await sealedIn(), 1);
  const done = await directory.ask(
    ApproveDisclosureDocument,
    { input: { proposalId } },
    bea.headers,
  );
  assert.equal(done.body.data!.approveDisclosure!.proposal?.state, 'APPROVED', 'it is open still');
  const told = await withhold(keyless);
  const [error] = told.body.data!.tightenDisclosure!.userErrors;
  assert.equal(error!.field, 'input.to');
  assert.match(
    error!.message,
    /no key.*harborlight keys new-data.*tell the location to fewer people: to OWN/,
  );
  assert.match((await heard()).text, door, 'it is told as before');
  // To fewer people it is told at once all the same, and of what the reason says nothing can be compared.
  const own = {
    id: home.location,
    to: 'OWN' as const,
    reason: 'They know about Zugunruhe Hollow.',
  };
  const tightened = await keyless.ask(TightenDisclosureDocument, { input: own }, ann.headers);
  assert.equal(
    tightened.body.data!.tightenDisclosure!.disclosed!.disclosure,
    'OWN',
    tightened.text,
  );
  assert.doesNotMatch((await heardOfHidden()).text, door);
  await database
    .em()
    .execute(`update org.location set disclosure = 'PUBLISHED' where id = ?`, [home.location]);
  assert.ok((await withhold()).body.data!.tightenDisclosure!.disclosed);
});

/** Of a house of which no place is told. */
async function heardOfHidden() {
  const { location: _, ...ids } = home;
  return directory.ask(PlacesOfDocument, ids);
}

test('to tell less is possible where what is sealed cannot be opened; its reason is then not kept', async () => {
  const input = {
    id: home.listing,
    to: 'OWN' as const,
    reason: 'Somebody knows 4711 Zugunruhe Hollow.',
  };
  const refused = await directory.ask(TightenDisclosureDocument, { input }, ann.headers);
  assert.equal(refused.body.data!.tightenDisclosure!.userErrors[0]!.field, 'input.reason');
  assert.doesNotMatch(refused.text, door);
  const { body } = await mistaken.ask(TightenDisclosureDocument, { input }, ann.headers);
  assert.equal(body.data!.tightenDisclosure!.disclosed!.disclosure, 'OWN');
  const [event] = await read.rows<{ detail: object }>(
    sql`select detail from audit.event where thing_id = ${home.listing} order by number desc limit 1`,
  );
  assert.deepEqual(event!.detail, { before: 'PUBLISHED', after: 'OWN', reason: null });
  await database
    .em()
    .execute(`update org.listing set disclosure = 'PUBLISHED' where id = ?`, [home.listing]);
});

test('a street of which no address is kept cannot be proposed; of one withheld no reason is no answer', async () => {
  const unkept = await shelter(database);
  const own = await comeIn(directory, 'COORDINATOR', unkept.organization);
  const input = { id: unkept.location, to: 'STREET_TOLD' as const, reason };
  const { body } = await directory.ask(ProposeDisclosureDocument, { input }, own.headers);
  assert.equal(body.data!.proposeDisclosure!.userErrors[0]!.field, 'input.id');
  const told = await shelter(database, {
    site: toldSite({
      ...CANARY,
      lines: ['12 Told Sample Street'],
      city: 'Duluth',
      postalCode: '55802',
    }),
  });
  const tolds = await comeIn(directory, 'COORDINATOR', told.organization);
  const bare = { id: told.location, to: 'STREET_WITHHELD' as const, reason };
  const unsaid = await directory.ask(TightenDisclosureDocument, { input: bare }, tolds.headers);
  assert.equal(unsaid.body.data!.tightenDisclosure!.userErrors[0]!.field, 'input.withheldReason');
});

test('what is told to fewer people changes nothing that strangers see of what they see still', async () => {
  await database
    .em()
    .execute(`update org.location set disclosure = 'PARTNERS' where id = ?`, [home.location]);
  const lastChange = async () =>
    (await directory.ask(`{ node(id: "${home.listing}") { ... on Listing { updatedAt } } }`)).text;
  const [hidden, updatedAt] = [await heardOfHidden(), await lastChange()];
  const own = { id: home.location, to: 'OWN' as const, reason };
  assert.ok(
    (await directory.ask(TightenDisclosureDocument, { input: own }, ann.headers)).body.data!
      .tightenDisclosure!.disclosed,
  );
  assert.equal(
    (await heardOfHidden()).text,
    hidden.text,
    'from partners to its own: nobody else hears of it',
  );
  assert.equal(await lastChange(), updatedAt);
  await database
    .em()
    .execute(`update org.location set disclosure = 'PUBLISHED' where id = ?`, [home.location]);
  assert.notEqual(await lastChange(), updatedAt, 'that a place came back everyone sees');
});

test('a location is written by its own organization alone', async () => {
  const thief = await shelter(database, { exact: { ...CANARY, lines: ['1 Thief Way'] } });
  const site = {
    street: 'WITHHELD',
    name: 'Mine',
    countyFips: '27137',
    withheldReason: 'BY_REQUEST',
  } as const;
  const write = (id: string) =>
    inOne(database, (sealing) =>
      registerOrganization(
        { ...sampleOrganization, id: thief.organization, locations: [site, { ...site, id }] },
        sealing,
      ),
    );
  const errors: unknown[] = [];
  for (const id of [home.location, 'loc_AAAAAAAAAAAAAAAAAAAAAA', '{",']) {
    await write(id).catch((error: { code: string; message: string; field: string }) =>
      errors.push([error.code, error.message, error.field]),
    );
  }
  const alike = ['NOT_FOUND', 'This organization has no such location.', 'locations.1.id'];
  assert.deepEqual(errors, [alike, alike, alike]);
  const [row] = await read.rows<{ owner: string }>(
    sql`select organization_id as owner from org.location where id = ${home.location}`,
  );
  assert.equal(row!.owner, home.organization);
  assert.ok(await write(thief.location));
});

test('nothing of a door is logged', () => {
  assert.match(directory.logged(), /"viewer":"COORDINATOR"/);
  for (const { logged } of [directory, keyless, mistaken]) assert.doesNotMatch(logged(), door);
});
