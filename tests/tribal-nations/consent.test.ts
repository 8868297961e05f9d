import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { enterNation } from '../../src/tribal-nations/index.js';
import { openDirectory } from '../support/directory.js';
import {
  PlacesOfDocument,
  ProposeDisclosureDocument,
  ApproveDisclosureDocument,
  RecordConsentDocument,
  SearchWordsDocument,
  WithdrawConsentDocument,
} from '../support/documents.js';
import { broughtIn, comeIn, type SignedIn } from '../support/people.js';
import { shelter, someNation } from '../support/shelters.js';

const directory = await openDirectory();
const { database } = directory;
const { read } = database;
const { nation, organization } = await someNation(read);
const neighbor = await someNation(read, 1);
const said = { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' as const };
const listed = (name: string, disclosure: 'PUBLISHED' | 'PARTNERS' | 'OWN') =>
  shelter(database, { organization, said, listed: { name, disclosure } });
const pine = await listed('Pinewhistle Sample Lodge', 'PUBLISHED');
const birch = await listed('Birchwhistle Sample Lodge', 'PARTNERS');
const cedar = await listed('Cedarwhistle Sample Lodge', 'PUBLISHED');
const nora = await comeIn(directory, 'NATION_COORDINATOR', organization);
const nell = await comeIn(directory, 'NATION_COORDINATOR', organization);
const nina = await comeIn(directory, 'NATION_COORDINATOR', neighbor.organization);
const stewart = await comeIn(directory, 'STEWARD');
const ann = await comeIn(directory, 'COORDINATOR', (await shelter(database)).organization);
const reason = 'The council decided so today.';

const consent = (input: object = {}) => ({
  nationId: nation,
  givenBy: 'Tribal council, by resolution',
  terms: 'Told for as long as the council holds to it.',
  coversRecord: true,
  listingIds: [pine.listing, birch.listing],
  ...input,
});
const record = async (by: Pick<SignedIn, 'headers'>, input: object = {}) => {
  const { body, text } = await directory.ask(
    RecordConsentDocument,
    { input: consent(input) },
    by.headers,
  );
  return { text, code: body.errors?.[0]?.extensions.code, ...body.data?.recordConsent };
};
const withdraw = async (by: Pick<SignedIn, 'headers'>, nationId = nation) => {
  const input = { nationId, reason };
  const { body, text } = await directory.ask(WithdrawConsentDocument, { input }, by.headers);
  return { text, code: body.errors?.[0]?.extensions.code, ...body.data?.withdrawConsent };
};
const standing = async () =>
  (
    await directory.ask<{ node: { standing: string; name: string } }, object>(
      'query($id: ID!) { node(id: $id) { ... on TribalNation { standing name } } }',
      { id: nation },
    )
  ).body.data!.node.standing;
const isTold = async ({ listing }: { listing: string }, word: string) => {
  const { body } = await directory.ask(PlacesOfDocument, { listing, organization });
  const { body: found } = await directory.ask(SearchWordsDocument, { text: word, first: 5 });
  assert.equal(
    found.data!.search!.nodes.some(({ id }) => id === listing),
    body.data!.listing !== null,
  );
  return body.data!.listing !== null;
};
const disclosures = async () =>
  (
    await read.rows<{ disclosure: string }>(sql`select disclosure from org.listing
      where id = any (${[pine.listing, birch.listing, cedar.listing]}::text[]) order by name desc`)
  ).map((row) => row.disclosure);

test('none but the nation’s own people record or withdraw; what is not there and what is not hers answer alike', async () => {
  const app = {};
  for (const who of [stewart, ann, { headers: app }]) {
    const code = 'id' in who ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    assert.equal((await record(who)).code, code);
    assert.equal((await withdraw(who)).code, code);
  }
  for (const ask of [
    record,
    (by: SignedIn, { nationId }: { nationId?: string } = {}) => withdraw(by, nationId),
  ]) {
    const texts = new Set([
      (await ask(nina, { nationId: nation })).text,
      (await ask(nina, { nationId: 'nat_AAAAAAAAAAAAAAAAAAAAAA' })).text,
      (await ask(nina, { nationId: '{"' })).text,
    ]);
    assert.equal(texts.size, 1);
    assert.match([...texts][0]!, /"NOT_FOUND"/);
  }
  assert.equal(await standing(), 'PUBLIC_SOURCE');
});

test('a consent confirms the record, and tells nothing further by itself', async () => {
  const { consent: recorded, standing: now, withdrawnListingIds, text } = await record(nora);
  assert.equal(recorded?.givenBy, 'Tribal council, by resolution', text);
  assert.deepEqual([now, withdrawnListingIds], ['CONFIRMED_BY_NATION', []]);
  assert.equal(await standing(), 'CONFIRMED_BY_NATION');
  assert.deepEqual(await disclosures(), ['PUBLISHED', 'PUBLISHED', 'PARTNERS']);
  const [event] = await read.rows<{ action: string; viewer: string }>(sql`
    select action, viewer_id as viewer from audit.event where thing_id = ${nation} order by number desc limit 1`);
  assert.deepEqual(event, { action: 'recordConsent', viewer: nora.id });
});

test('what public sources say anew does not make a confirmed record unconfirmed', async () => {
  const [row] = await read.rows<{
    card: { name: string; people: 'OJIBWE'; website: string | null; endonym: string | null };
    seat: object;
    longitude: number;
    latitude: number;
    fips: string;
  }>(sql`
    select t.card, n.seat, st_x(n.seat_point::geometry) as longitude, st_y(n.seat_point::geometry) as latitude,
      n.seat_county_fips as fips
    from pub.tribal_nation t join org.tribal_nation n on n.id = t.id where t.id = ${nation}`);
  const { card, seat, longitude, latitude, fips } = row!;
  const enter = (status: 'PUBLIC_SOURCE' | 'CONFIRMED_BY_NATION', id = nation, of = organization) =>
    directory.change((changing) =>
      enterNation(
        {
          id,
          organizationId: of,
          name: card.name,
          endonym: card.endonym,
          people: card.people,
          website: card.website,
          seat: { address: seat as never, point: { latitude, longitude }, countyFips: fips },
          counties: [],
          serviceCounties: [],
          landGeoids: [],
          standing: status,
        },
        changing,
      ),
    );
  await enter('PUBLIC_SOURCE');
  assert.equal(await standing(), 'CONFIRMED_BY_NATION');
  await assert.rejects(enter('CONFIRMED_BY_NATION', neighbor.nation, neighbor.organization), {
    code: 'INVALID',
    field: 'standing',
  });
});

test('another consent takes the place of the first: what that no longer covers is taken down at once', async () => {
  const { withdrawnListingIds } = await record(nell, {
    listingIds: [birch.listing, cedar.listing],
  });
  assert.deepEqual(withdrawnListingIds, [pine.listing]);
  assert.deepEqual(await disclosures(), ['OWN', 'PUBLISHED', 'PARTNERS']);
  assert.equal(await isTold(pine, 'Pinewhistle'), false);
  assert.equal(await isTold(cedar, 'Cedarwhistle'), true);
  const open = await read.rows(
    sql`select from org.consent where nation_id = ${nation} and ended_at is null`,
  );
  assert.equal(open.length, 1);
});

test('withdrawn, all it covered is the nation’s own at once, what waits is void, and its record is of public source', async () => {
  const input = { id: birch.listing, to: 'PUBLISHED' as const, reason };
  const { body } = await directory.ask(ProposeDisclosureDocument, { input }, nora.headers);
  const proposalId = body.data!.proposeDisclosure!.proposal!.id;
  const { standing: now, withdrawnListingIds } = await withdraw(nell);
  assert.equal(now, 'PUBLIC_SOURCE');
  assert.deepEqual(withdrawnListingIds, [birch.listing, cedar.listing].sort());
  assert.deepEqual(await disclosures(), ['OWN', 'OWN', 'OWN']);
  assert.equal(await isTold(cedar, 'Cedarwhistle'), false);
  assert.equal(await standing(), 'PUBLIC_SOURCE');
  const approved = await directory.ask(
    ApproveDisclosureDocument,
    { input: { proposalId } },
    nell.headers,
  );
  assert.equal(approved.body.data!.approveDisclosure!.userErrors[0]!.code, 'INVALID');
  assert.equal((await withdraw(nora)).userErrors![0]!.code, 'NOT_FOUND', 'none holds now');
  const kinds = await read.rows<{ kind: string }>(sql`select kind from org.notice
    where organization_id = ${organization} and kind like 'CONSENT%' order by noted_at`);
  assert.deepEqual(
    kinds.map(({ kind }) => kind),
    ['CONSENT_RECORDED', 'CONSENT_RECORDED', 'CONSENT_WITHDRAWN'],
  );
});

test('a consent to some listings alone leaves the record as public sources have it; an invented nation stays so', async () => {
  assert.equal(
    (await record(nora, { coversRecord: false, listingIds: [] })).standing,
    'PUBLIC_SOURCE',
  );
  await database
    .em()
    .execute(`update org.tribal_nation set standing = 'SAMPLE' where id = ?`, [nation]);
  assert.equal((await record(nora)).standing, 'SAMPLE');
  assert.equal((await withdraw(nora)).standing, 'SAMPLE');
  assert.equal(await standing(), 'SAMPLE');
  await database
    .em()
    .execute(`update org.tribal_nation set standing = 'PUBLIC_SOURCE' where id = ?`, [nation]);
});

test('two at once: one consent holds in the end, and each is written down', async () => {
  const answers = await Promise.all([record(nora), record(nell), withdraw(nora), record(nora)]);
  for (const { text } of answers) assert.doesNotMatch(text, /INTERNAL/, text);
  const open = await read.rows(
    sql`select from org.consent where nation_id = ${nation} and ended_at is null`,
  );
  assert.ok(open.length <= 1);
  assert.equal(await standing(), open.length === 1 ? 'CONFIRMED_BY_NATION' : 'PUBLIC_SOURCE');
});

test('an input that is none is refused by its field; listings of others are not found', async () => {
  const field = async (input: object) => (await record(nora, input)).userErrors![0]!.field;
  assert.equal(await field({ givenAt: '2099-01-01T00:00:00Z' }), 'input.givenAt');
  assert.equal(await field({ terms: ' ' }), 'input.terms');
  assert.equal(await field({ listingIds: ['hou_AAAAAAAAAAAAAAAAAAAAAA'] }), 'input.listingIds');
  assert.equal(await field({ listingIds: ['{",'] }), 'input.listingIds');
});

test('the database itself keeps a consent as it was recorded, and the nation’s', async () => {
  await record(nora);
  const em = () => database.em();
  await assert.rejects(
    em().execute(
      `update org.consent set terms = 'Others' where nation_id = ? and ended_at is null`,
      [nation],
    ),
    /stays as it was recorded/,
  );
  await assert.rejects(
    em().execute(
      `update org.consent set ended_at = now(), ended_by = ?, ended_because = 'x' where nation_id = ? and ended_at is null`,
      [stewart.id, nation],
    ),
    /its own people record/,
  );
  const other = await shelter(database);
  await assert.rejects(
    em().execute(
      `insert into org.consent_listing select id, ? from org.consent where nation_id = ? and ended_at is null`,
      [other.listing, nation],
    ),
    /nation's own/,
  );
});

test('whoever is new to a nation records no consent for three days, and withdraws one at once', async () => {
  assert.deepEqual((await record(nora)).userErrors, []);
  const noel = await broughtIn(directory, nora, 'NATION_COORDINATOR', organization);
  const { userErrors } = await record(noel);
  assert.deepEqual(
    userErrors!.map(({ code, field }) => [code, field]),
    [['FORBIDDEN', 'input.nationId']],
  );
  assert.match(userErrors![0]!.message, /records what it consents to after three days/);
  assert.deepEqual((await withdraw(noel)).userErrors, []);
});
