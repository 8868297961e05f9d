import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { enterNation, type EnterNation } from '../../src/tribal-nations/index.js';
import { openDirectory } from '../support/directory.js';
import {
  KeptNationDocument,
  RecordConsentDocument,
  ReviseNationDocument,
  SearchWordsDocument,
  WithdrawConsentDocument,
  type ReviseNationInput,
} from '../support/documents.js';
import { broughtIn, comeIn } from '../support/people.js';
import { outcome } from '../support/outcome.js';
import { shelter, someNation } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('nations')) };
const directory = await openDirectory({ database });
const { nation, organization } = await someNation(database.read);
const neighbor = await someNation(database.read, 1);
const nora = await comeIn(directory, 'NATION_COORDINATOR', organization);
const nina = await comeIn(directory, 'NATION_COORDINATOR', neighbor.organization);
const stella = await comeIn(directory, 'STEWARD');
const cora = await comeIn(directory, 'COORDINATOR', (await shelter(database)).organization);
type Headers = Record<string, string>;
const reason = 'The council decided so today.';

const read = async (headers: Headers = {}, id = nation) => {
  const { body } = await directory.ask(KeptNationDocument, { id }, headers);
  const { node } = body.data!;
  assert.equal(node?.__typename, 'TribalNation', JSON.stringify(body));
  return node as Extract<typeof node, { __typename: 'TribalNation' }>;
};
const versionOf = async (id: string) => {
  const [row] = await database.read.rows<{ version: number }>(
    sql`select version from org.tribal_nation where id = ${id}`,
  );
  return row?.version ?? 1;
};
const revise = async (
  named: Partial<ReviseNationInput>,
  headers: Headers = nora.headers,
  id = nation,
) =>
  directory.ask(
    ReviseNationDocument,
    { input: { id, version: await versionOf(id), ...named } },
    headers,
  );
const consent = (coversRecord: boolean) => {
  const given = { givenBy: 'Tribal council', terms: 'As long as it holds.', listingIds: [] };
  const input = { nationId: nation, coversRecord, ...given };
  return directory.ask(RecordConsentDocument, { input }, nora.headers);
};
const withdraw = () =>
  directory.ask(WithdrawConsentDocument, { input: { nationId: nation, reason } }, nora.headers);
const publicly = await read();
const seat = {
  lines: ['1 Sample Council Road'],
  city: 'Sampleton',
  postalCode: '56601',
  countyFips: '27007',
  point: { latitude: 47.5, longitude: -94.9 },
};

/** As the seeds enter it, from public sources. */
async function enterAnew(said: Partial<EnterNation>): Promise<void> {
  const [row] = await database.read.rows<{ land: string[] }>(
    sql`select land_geoids as land from org.tribal_nation where id = ${nation}`,
  );
  const { name, endonym, people, website, counties } = publicly;
  await directory.change((changing) =>
    enterNation(
      {
        id: nation,
        organizationId: organization,
        name,
        endonym,
        people,
        website,
        seat: {
          address: {
            lines: ['9 Public Road'],
            city: 'Bemidji',
            state: 'MN',
            postalCode: '56601',
            country: 'US',
          },
          point: seat.point,
          countyFips: '27007',
        },
        counties: counties.map(({ fips }) => fips),
        serviceCounties: [],
        landGeoids: row!.land,
        standing: 'PUBLIC_SOURCE',
        ...said,
      },
      changing,
    ),
  );
}

test('none but its own people revise a nation; what is not there and what is not hers answer alike', async () => {
  for (const { headers } of [stella, cora])
    assert.equal(outcome(await revise({ endonym: 'Mine' }, headers)), 'FORBIDDEN');
  assert.equal(outcome(await revise({ endonym: 'Mine' }, {})), 'UNAUTHENTICATED');
  const answers = [
    await revise({ endonym: 'Mine' }, nina.headers),
    await revise({ endonym: 'Mine' }, nina.headers, 'nat_AAAAAAAAAAAAAAAAAAAAAA'),
    await revise({ endonym: 'Mine' }, nina.headers, '{"'),
  ];
  assert.equal(outcome(answers[0]!), 'NOT_FOUND input.id');
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  assert.deepEqual(await read(), publicly);
  assert.deepEqual(
    [publicly.standing, publicly.version, publicly.history],
    ['PUBLIC_SOURCE', null, null],
  );
});

test('what its own people say is told at once, confirmed by the nation, and what stood there is kept', async () => {
  const version = await versionOf(nation);
  const answer = await revise({
    endonym: ' Quillfeather ',
    seat,
    serviceCounties: ['27137', '27007'],
    reason,
  });
  assert.equal(outcome(answer), 'done', answer.text);
  const after = answer.body.data!.reviseNation!.nation!;
  const told = await read();
  const { __typename: _, history: none, ...seen } = told;
  assert.deepEqual([after, none], [{ ...seen, version: version + 1 }, null]);
  assert.deepEqual(
    { ...told, endonym: null, seat: null, serviceCounties: [], standing: null },
    { ...publicly, endonym: null, seat: null, serviceCounties: [], standing: null },
    'and nothing else is another',
  );
  assert.deepEqual(
    [told.standing, told.endonym, told.seat.area, told.version, told.history],
    ['CONFIRMED_BY_NATION', 'Quillfeather', 'Sampleton, Beltrami County', null, null],
  );
  assert.deepEqual(told.serviceCounties.map(({ fips }) => fips).sort(), ['27007', '27137']);
  const { search } = (await directory.ask(SearchWordsDocument, { text: 'quillfeather', first: 5 }))
    .body.data!;
  assert.equal(search!.nodes[0]!.id, nation);
  const [latest] = (await read(nora.headers)).history!.nodes;
  assert.deepEqual(
    [latest!.madeAs, latest!.action, latest!.reason, latest!.changes.map(({ field }) => field)],
    [
      'NATION_COORDINATOR',
      'reviseNation',
      reason,
      ['endonym', 'seat', 'serviceCounties', 'standing'],
    ],
  );
  assert.equal((await read(nina.headers)).history, null);
  const [event] = await database.read.rows<{ action: string; viewer: string }>(sql`
    select action, viewer_id as viewer from audit.event where thing_id = ${nation} order by number desc limit 1`);
  assert.deepEqual(event, { action: 'reviseNation', viewer: nora.id });
  const [change] = await database.read.rows<{ what: string }>(
    sql`select what from pub.change where id = ${nation}`,
  );
  assert.equal(change!.what, 'CHANGED');
});

test('a stale version is turned down with both; a repeat under its key changes nothing again', async () => {
  const version = await versionOf(nation);
  const input = { endonym: 'Quillfeather people', version, idempotencyKey: 'a-key-of-a-nation' };
  for (let nth = 0; nth < 2; nth += 1) {
    const { body } = await revise(input);
    assert.equal(body.data!.reviseNation!.nation!.version, version + 1);
  }
  const stale = await revise({ endonym: 'Mine', version });
  assert.equal(outcome(stale), 'STALE_VERSION input.version');
  assert.match(stale.text, new RegExp(`version ${version}; it is at version ${version + 1}`));
  await revise({ endonym: 'Quillfeather people' });
  assert.equal(await versionOf(nation), version + 1, 'nothing differs');
});

test('no public source says otherwise what the nation says; its land is as public sources have it', async () => {
  const counties = publicly.counties.map(({ fips }) => fips).slice(1);
  await enterAnew({ name: 'As others call it', counties, serviceCounties: ['27053'] });
  const told = await read();
  assert.deepEqual(
    [told.name, told.endonym, told.standing, told.seat.area],
    [publicly.name, 'Quillfeather people', 'CONFIRMED_BY_NATION', 'Sampleton, Beltrami County'],
  );
  assert.deepEqual(told.counties.map(({ fips }) => fips).sort(), counties.sort());
});

test('taken back, its own words are told no more, and its record is as public sources have it by then', async () => {
  assert.equal(outcome(await consent(true)), 'done');
  assert.equal((await read()).endonym, 'Quillfeather people');
  assert.equal(outcome(await withdraw()), 'done');
  const told = await read();
  assert.deepEqual(
    [told.name, told.endonym, told.standing, told.seat.area],
    ['As others call it', publicly.endonym, 'PUBLIC_SOURCE', 'Bemidji, Beltrami County'],
  );
  assert.deepEqual(told.serviceCounties, [{ fips: '27053' }]);
  const { search } = (await directory.ask(SearchWordsDocument, { text: 'quillfeather', first: 5 }))
    .body.data!;
  assert.deepEqual(
    search!.nodes.filter(({ id }) => id === nation),
    [],
  );
  const [latest] = (await read(nora.headers)).history!.nodes;
  assert.deepEqual([latest!.action, latest!.reason], ['withdrawConsent', reason]);
  assert.ok(
    latest!.changes.some(
      ({ field, after }) => field === 'endonym' && after === JSON.stringify(publicly.endonym),
    ) || publicly.endonym === null,
  );
  await enterAnew({ name: publicly.name });
  assert.equal((await read()).name, publicly.name, 'and follows them again');
});

test('a consent that does not cover the record takes it back too, and is to be changed before it is revised', async () => {
  assert.equal(outcome(await revise({ endonym: 'Quillfeather' })), 'done');
  assert.equal(outcome(await consent(false)), 'done');
  assert.deepEqual(
    [(await read()).standing, (await read()).endonym],
    ['PUBLIC_SOURCE', publicly.endonym],
  );
  const refused = await revise({ endonym: 'Quillfeather' });
  assert.equal(outcome(refused), 'INVALID input.id');
  assert.match(refused.text, /recordConsent/);
  assert.equal(outcome(await consent(true)), 'done');
  assert.equal(outcome(await revise({ endonym: 'Quillfeather' })), 'done');
  // What it has confirmed, it has confirmed as it stood.
  await enterAnew({ website: 'https://example.org/other' });
  assert.equal((await read()).website, publicly.website);
});

test('whoever is new to a nation revises nothing for three days', async () => {
  const noel = await broughtIn(directory, nora, 'NATION_COORDINATOR', organization);
  const answer = await revise({ endonym: 'Mine' }, noel.headers);
  assert.equal(outcome(answer), 'FORBIDDEN input.id');
  assert.match(answer.text, /revises its record after three days/);
});

test('bad input names its field; no text, no reason and no seat leads to a door', async () => {
  const bad: [Partial<ReviseNationInput>, string][] = [
    [{ name: '' }, 'input.name'],
    [{ name: null }, 'input.name'],
    [{ people: null }, 'input.people'],
    [{ website: 'ftp://example.org' }, 'input.website'],
    [{ seat: { ...seat, countyFips: '99999' } }, 'input.seat.countyFips'],
    [{ seat: { ...seat, postalCode: 'x' } }, 'input.seat.postalCode'],
    [{ seat: { ...seat, point: { latitude: 91, longitude: 0 } } }, 'input.seat.point.latitude'],
    [{ serviceCounties: ['27137', '27999'] }, 'input.serviceCounties.1'],
  ];
  for (const [named, field] of bad) assert.equal(outcome(await revise(named)), `INVALID ${field}`);
  // Where public sources say that it sits is told again when it takes its words back: that is no secret to keep.
  const point = { latitude: 47.6, longitude: -95.1 };
  assert.equal(outcome(await revise({ seat: { ...seat, point } })), 'done');
  const government = { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' as const };
  const sits = { lines: ['9 Public Road'], city: 'Bemidji', postalCode: '56601' };
  await assert.rejects(shelter(database, { organization, exact: sits, said: government }), {
    code: 'INVALID',
    message: /named as it by public sources/,
  });
  const before = await read(nora.headers);
  await shelter(database, {
    organization,
    exact: CANARY,
    said: government,
  });
  const street = CANARY.lines[0]!;
  const { lines, city, postalCode } = CANARY;
  const there = { lines, city, postalCode, point: CANARY.point!, countyFips: '27137' };
  const doors: [Partial<ReviseNationInput>, string][] = [
    [{ endonym: `Those of ${street}` }, 'input.endonym'],
    [{ endonym: 'New', reason: `We moved to ${street}.` }, 'input.reason'],
    [{ seat: there }, 'input.seat.lines'],
  ];
  for (const [named, field] of doors)
    assert.equal(outcome(await revise(named)), `INVALID ${field}`);
  const { history, ...after } = await read(nora.headers);
  assert.deepEqual({ ...after, history: before.history }, before);
  assert.equal(history!.nodes.length, before.history!.nodes.length);
});
