import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { dropAnswers } from '../../src/upkeep/suggestion.store.js';
import { openDirectory } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  KeptOptionDocument,
  KeptOrganizationDocument,
  ListHousingDocument,
  OpenSuggestionsDocument,
  PauseListingDocument,
  ProposeDisclosureDocument,
  PublishMaterialDocument,
  ResolveSuggestionDocument,
  RestoreListingDocument,
  ReviseHousingDocument,
  ReviseOrganizationDocument,
  SuggestCorrectionDocument,
  SuggestionDocument,
  TightenDisclosureDocument,
  type ReviseHousingInput,
} from '../support/documents.js';
import { broughtIn, comeIn, type SignedIn } from '../support/people.js';
import { comingsOf } from '../support/comings.js';
import { outcome as outcomeOf } from '../support/outcome.js';
import { shelter, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const STREET = CANARY.lines[0]!;
const DAY_MS = 86_400_000;
const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('doors untold')) };
const directory = await openDirectory({ database });
const home = await shelter(database, { exact: CANARY });
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const stella = await comeIn(directory, 'STEWARD');
type Who = Pick<SignedIn, 'headers'>;
const stranger: Who = { headers: {} };
const reason = 'The house is being painted.';

const change = (document: object, input: object, { headers }: Who) =>
  directory.ask<object, object>(document as never, { input }, headers);
const outcome = async (answer: ReturnType<typeof change>) => outcomeOf(await answer);
const versionOf = async (id: string) => {
  const [row] = await database.read.rows<{ version: number }>(
    sql`select version from org.listing where id = ${id}
      union all select version from org.organization where id = ${id}`,
  );
  return row!.version;
};
const revise = async (named: Partial<ReviseHousingInput>, who: Who = cora) => {
  const id = named.id ?? home.listing;
  return change(ReviseHousingDocument, { id, version: await versionOf(id), ...named }, who);
};
const read = async (id: string, { headers }: Who) => {
  const { body } = await directory.ask(KeptOptionDocument, { id }, headers);
  const node = body.data!.node;
  return node?.__typename === 'HousingOption' ? node : null;
};
const tries = async () => {
  const [row] = await database.read.rows<{ many: number }>(
    sql`select count(*)::int as many from audit.event where action = 'refuseText'`,
  );
  return row!.many;
};
const suggestedOf = async (thingId: string) => {
  const words = 'The line is answered until ten at night.';
  const { body } = await directory.ask(SuggestCorrectionDocument, { input: { thingId, words } });
  const { code } = body.data!.suggestCorrection!.suggestion!;
  const waiting = await directory.ask(OpenSuggestionsDocument, { first: 100 }, cora.headers);
  const { id } = waiting.body.data!.viewer.suggestions.nodes.findLast(
    (node) => node.thingId === thingId,
  )!;
  return { id, code: code! };
};
const LEADING = [
  `Come to ${STREET}.`,
  '///filled.count.soap',
  'The door code is 4471.',
  'The house is right behind the water tower.',
];

test('reasons and answers that are told lead to no door, where the listing stands at it', async () => {
  for (const said of LEADING) {
    const pause = { id: home.listing, version: await versionOf(home.listing), reason: said };
    assert.equal(await outcome(change(PauseListingDocument, pause, cora)), 'INVALID input.reason');
    const { id, code } = await suggestedOf(home.listing);
    const answer = { id, outcome: 'ACCEPTED', answer: said };
    assert.equal(
      await outcome(change(ResolveSuggestionDocument, answer, cora)),
      'INVALID input.answer',
    );
    const { body } = await directory.ask(SuggestionDocument, { code });
    assert.equal(body.data!.suggestion!.answer, null);
  }
  assert.equal((await read(home.listing, stranger))!.status, 'ACTIVE');
});

test('what is refused for another reason tells nothing of a door, and each try leaves a trace', async () => {
  const before = await tries();
  const wrong = [{ name: '', capacity: 1, eligibility: [] }];
  for (const said of ['Nothing of it.', ...LEADING]) {
    assert.equal(
      await outcome(revise({ reason: said, description: said, units: wrong })),
      'INVALID input.units.0.name',
    );
  }
  assert.equal(await tries(), before);
  const { description } = (await read(home.listing, cora))!;
  assert.equal(await outcome(revise({ description: STREET })), 'INVALID input.description');
  assert.equal(
    await outcome(revise({ description: 'New words.', reason: STREET })),
    'INVALID input.reason',
  );
  assert.equal((await read(home.listing, cora))!.description, description);
  assert.equal(await tries(), before + 2);
  const rows = await database.read.rows<{ who: string; thing: string; detail: string }>(
    sql`select viewer_id as who, thing_id as thing, detail::text as detail from audit.event
      where action = 'refuseText' order by number desc limit 1`,
  );
  assert.deepEqual(rows, [
    { who: cora.id, thing: home.organization, detail: '{"field":"input.reason"}' },
  ]);
});

test('whoever is new to an organization neither reads nor tries what leads to its doors, for three days', async () => {
  const nina = await broughtIn(directory, stella, 'COORDINATOR', home.organization);
  assert.equal(await outcome(revise({ description: STREET }, nina)), 'FORBIDDEN input.id');
  assert.equal(await outcome(revise({ description: 'New words.' }, nina)), 'FORBIDDEN input.id');
  const beds = {
    organizationId: home.organization,
    name: 'Sample Rooms',
    summary: `Rooms at ${STREET}.`,
    serviceAreas: [{ kind: 'STATEWIDE', state: 'MN' }],
    kind: 'TRANSITIONAL',
    operatedBy: ['NONPROFIT'],
    transportOffered: false,
    units: [{ name: 'Rooms', capacity: 2 }],
  };
  assert.equal(
    await outcome(change(ListHousingDocument, beds, nina)),
    'FORBIDDEN input.organizationId',
  );
  const named = { id: home.organization, version: await versionOf(home.organization) };
  assert.equal(
    await outcome(change(ReviseOrganizationDocument, { ...named, description: 'x' }, nina)),
    'FORBIDDEN input.id',
  );
  const { id } = await suggestedOf(home.listing);
  assert.equal(
    await outcome(
      change(ResolveSuggestionDocument, { id, outcome: 'DECLINED', answer: 'x' }, nina),
    ),
    'FORBIDDEN input.id',
  );
  // What must be possible at night is: its words are not told.
  const pause = async (said: string) => ({
    id: home.listing,
    version: await versionOf(home.listing),
    reason: said,
  });
  assert.equal(
    await outcome(change(PauseListingDocument, await pause(`By ${STREET}.`), nina)),
    'done',
  );
  assert.deepEqual(
    [
      (await read(home.listing, stranger))!.status,
      (await read(home.listing, stranger))!.statusReason,
    ],
    ['PAUSED', null],
  );
  const seen = (await read(home.listing, nina))!;
  assert.equal(seen.history!.nodes[0]!.reason, null);
  assert.ok(
    seen.history!.nodes.every(({ changes }) => changes.every(({ before }) => before === null)),
  );
  assert.equal(
    await outcome(change(RestoreListingDocument, await pause(reason), nina)),
    'FORBIDDEN input.id',
  );
  assert.equal(await outcome(change(RestoreListingDocument, await pause(reason), cora)), 'done');
  directory.setNow(new Date(Date.now() + 3.1 * DAY_MS));
  const query = 'mutation In($input: SignInInput!) { signIn(input: $input) { signedIn } }';
  const { headers } = await directory.ask(query, {
    input: { email: nina.email, password: 'lantern harbor quiet river' },
  });
  const settled = { headers: { cookie: String(headers['set-cookie']).split(';')[0]! } };
  assert.equal(await outcome(revise({ description: 'New words.' }, settled)), 'done');
  assert.equal(
    await outcome(revise({ description: STREET }, settled)),
    'INVALID input.description',
  );
  directory.setNow(new Date());
});

test('nothing of an answer changes by what is withheld: whoever planted streets in answers learns nothing; after 30 days none is told', async () => {
  const open = await shelter(database, {
    site: toldSite(CANARY),
    said: { name: 'Sample Open House' },
  });
  const dora = await comeIn(directory, 'COORDINATOR', open.organization);
  const words = 'The line is answered until ten at night.';
  const answered = async (thingId: string, said: string) => {
    const suggested = await directory.ask(SuggestCorrectionDocument, { input: { thingId, words } });
    const { code } = suggested.body.data!.suggestCorrection!.suggestion!;
    const waiting = await directory.ask(OpenSuggestionsDocument, { first: 1 }, dora.headers);
    const { id } = waiting.body.data!.viewer.suggestions.nodes[0]!;
    const answer = { id, outcome: 'DECLINED', answer: said };
    assert.equal(await outcome(change(ResolveSuggestionDocument, answer, dora)), 'done');
    const told = async () => (await directory.ask(SuggestionDocument, { code: code! })).text;
    return { answer, told };
  };
  const plain = [
    await answered(open.listing, 'Thank you.'),
    await answered(open.organization, 'No: it is right.'),
  ];
  const leading = await answered(open.listing, `No; come to ${STREET}.`);
  const texts = () => Promise.all(plain.map(({ told }) => told()));
  const before = await texts();
  assert.match(await leading.told(), /Zugunruhe/);
  const tighten = {
    id: open.location,
    to: 'STREET_WITHHELD',
    withheldReason: 'BY_REQUEST',
    reason,
  };
  const all = async () => [...(await texts()), await leading.told()];
  const planted = [...before, await leading.told()];
  assert.equal(await outcome(change(TightenDisclosureDocument, tighten, dora)), 'done');
  assert.deepEqual(await all(), planted);
  const anew = (more: object) =>
    outcome(change(ResolveSuggestionDocument, { ...leading.answer, ...more }, dora));
  const said = { answer: 'No; it is right.' };
  assert.equal(await anew({ ...said, outcome: 'ACCEPTED' }), 'INVALID input.id');
  assert.equal(await anew({ answer: null }), 'INVALID input.id');
  assert.equal(await anew(said), 'done');
  const tells = await leading.told();
  assert.match(tells, /"state":"DECLINED".*"answer":"No; it is right."/);
  assert.equal(await anew({ answer: `No; come to ${STREET}.` }), 'INVALID input.answer');
  assert.equal(await anew({ answer: 'Thank you.' }), 'done');
  const DAY_MS = 24 * 3_600_000;
  directory.setNow(new Date(Date.now() + 31 * DAY_MS));
  for (const text of await all()) assert.match(text, /"state":"DECLINED".*"answer":null/);
  await comingsOf(directory).again(dora);
  assert.equal(await anew(said), 'INVALID input.id');
  await directory.change((changing) => dropAnswers(changing, 100));
  const [{ many }] = (await database.read.rows<{ many: number }>(
    sql`select count(*)::int as many from org.suggestion where answer is not null`,
  )) as [{ many: number }];
  assert.equal(many, 0, 'and none is kept');
  directory.setNow(new Date());
});

test('an address that is withheld is told as no other place of its organization', async () => {
  const given = (lines: string[], point: { latitude: number; longitude: number } | null) => ({
    newLocations: [
      { name: 'Annex', countyFips: '27137', lines, city: 'Duluth', postalCode: '55802', point },
    ],
  });
  const add = async (more: object) => {
    const id = home.organization;
    return outcome(
      change(ReviseOrganizationDocument, { id, version: await versionOf(id), ...more }, cora),
    );
  };
  const refused = 'INVALID input.newLocations.0.lines';
  assert.equal(await add(given([STREET], null)), refused);
  assert.equal(await add(given(['4711 zugunruhe  Hollow, Apt 2'], null)), refused);
  assert.equal(
    await add(given(['9 Elsewhere Way'], CANARY.point)),
    'INVALID input.newLocations.0.point',
  );
  assert.equal(await add(given(['9 Elsewhere Way'], { latitude: 46.9, longitude: -93.1 })), 'done');

  const twice = await shelter(database, {
    site: toldSite(CANARY),
    said: { name: 'Sample Twice', locations: [toldSite(CANARY), toldSite(CANARY)] },
  });
  const tom = await comeIn(directory, 'COORDINATOR', twice.organization);
  const tara = await comeIn(directory, 'COORDINATOR', twice.organization);
  const { rows } = database.read;
  const [one, other] = (
    await rows<{ id: string }>(
      sql`select id from org.location where organization_id = ${twice.organization} order by id`,
    )
  ).map(({ id }) => id);
  const withhold = (id: string) =>
    outcome(
      change(
        TightenDisclosureDocument,
        { id, to: 'STREET_WITHHELD', withheldReason: 'CONFIDENTIAL_SHELTER', reason },
        tom,
      ),
    );
  assert.equal(await withhold(one!), 'INVALID input.to');
  const own = { id: other, to: 'OWN', reason };
  assert.equal(await outcome(change(TightenDisclosureDocument, own, tom)), 'done');
  assert.equal(await withhold(one!), 'done');
  const proposed = await change(
    ProposeDisclosureDocument,
    { id: other, to: 'PUBLISHED', reason },
    tom,
  );
  const { proposeDisclosure } = proposed.body.data as {
    proposeDisclosure: { proposal: { id: string } };
  };
  assert.equal(
    await outcome(
      change(ApproveDisclosureDocument, { proposalId: proposeDisclosure.proposal.id }, tara),
    ),
    'INVALID input.proposalId',
  );
  // A steward reads no address that is its own people's alone.
  const places = `{ node(id: "${twice.organization}") { ... on Organization { places { __typename area
    ... on PublishedPlace { address { lines } } } } } }`;
  const seen = async ({ headers }: Who) => (await directory.ask(places, {}, headers)).text;
  assert.match(await seen(tom), /Zugunruhe/);
  assert.doesNotMatch(await seen(stella), /Zugunruhe/);
  const { text } = await directory.ask(
    KeptOrganizationDocument,
    { id: twice.organization },
    stella.headers,
  );
  assert.equal(text.split('"streetTold":true').length - 1, 1, 'she sees that there is one');
});

test('what is in the way of an address that nobody else is told of is named to its own people alone', async () => {
  const own = { ...toldSite(CANARY), disclosure: 'OWN' } as const;
  const house = await shelter(database, { site: own, said: { name: 'Sample Own House' } });
  const { organization: organizationId, location } = house;
  const hana = await comeIn(directory, 'COORDINATOR', organizationId);
  const newcomer = await broughtIn(directory, hana, 'COORDINATOR', organizationId);
  const material = {
    organizationId,
    kind: 'GUIDE',
    title: 'Sample guide',
    audiences: ['PUBLIC'],
    language: 'en',
    url: 'https://example.org/guide',
  };
  const publish = (description: string) =>
    change(PublishMaterialDocument, { ...material, description }, stella);
  const withhold = (id: string, who: Who) =>
    change(
      TightenDisclosureDocument,
      { id, to: 'STREET_WITHHELD', withheldReason: 'CONFIDENTIAL_SHELTER', reason },
      who,
    );
  const answers = [];
  for (const said of ['Near 2401 Sample Lane.', `Near ${STREET}.`]) {
    assert.equal(await outcome(publish(said)), 'done');
    for (const who of [stella, newcomer]) answers.push((await withhold(location, who)).text);
  }
  assert.equal(new Set(answers).size, 1);
  assert.match(answers[0]!, /"FORBIDDEN"/);
  const hers = await withhold(location, hana);
  assert.equal(outcomeOf(hers), 'INVALID input.to');
  assert.match(hers.text, /mat_.*description/);
  // Of a place that she reads she may.
  const partners = await shelter(database, { site: { ...own, disclosure: 'PARTNERS' } });
  assert.equal(await outcome(withhold(partners.location, stella)), 'done');
});

test('words that may lead to a door are told further by nobody who may not know it, whatever was tried with them', async () => {
  const tried = [STREET, '2401 Sample Lane'];
  const house = await shelter(database, {
    site: toldSite(CANARY),
    said: { name: 'Sample Tried House' },
    listed: { disclosure: 'OWN', name: `Beds at ${tried[0]}` },
  });
  const { organization, location } = house;
  const other = await shelter(database, {
    organization,
    site: toldSite({ ...CANARY, lines: ['9 Sample Way'], point: null }),
    said: { name: 'Sample Tried House' },
    listed: { disclosure: 'OWN', name: `Beds at ${tried[1]}` },
  });
  const hana = await comeIn(directory, 'COORDINATOR', organization);
  const second = await comeIn(directory, 'STEWARD');
  const withhold = {
    id: location,
    to: 'STREET_WITHHELD',
    withheldReason: 'CONFIDENTIAL_SHELTER',
    reason,
  };
  assert.equal(await outcome(change(TightenDisclosureDocument, withhold, hana)), 'done');
  const answers = [];
  for (const { listing } of [house, other]) {
    const proposed = await change(
      ProposeDisclosureDocument,
      { id: listing, to: 'PARTNERS', reason },
      stella,
    );
    const { proposeDisclosure } = proposed.body.data as {
      proposeDisclosure: { proposal: { id: string } };
    };
    const input = { proposalId: proposeDisclosure.proposal.id };
    answers.push((await change(ApproveDisclosureDocument, input, second)).text);
    assert.equal(
      await outcome(change(ApproveDisclosureDocument, input, hana)),
      listing === house.listing ? 'INVALID input.proposalId' : 'done',
    );
  }
  assert.equal(new Set(answers).size, 1);
  assert.match(answers[0]!, /"FORBIDDEN"/);
});

test('languages and cultures have no room for a street', async () => {
  for (const languages of [['en-x-4711-zugunru-hollow'], ['en-4711'], ['en-847']]) {
    assert.match(await outcome(revise({ languages })), /^INVALID input\.languages/);
    const eligibility = [
      { kind: 'LANGUAGE' as const, stance: 'SERVES' as const, terms: { languages } },
    ];
    assert.match(await outcome(revise({ eligibility })), /^INVALID input\.eligibility/);
  }
  const cultures = ['ZUGUNRUHE_HOLLOW'];
  const eligibility = [
    { kind: 'CULTURE' as const, stance: 'SERVES' as const, terms: { cultures } },
  ];
  assert.match(await outcome(revise({ eligibility })), /^INVALID input\.eligibility/);
  assert.equal(
    await outcome(
      revise({
        languages: ['en', 'es-419', 'zh-Hant-TW'],
        eligibility: [{ kind: 'CULTURE', stance: 'SERVES', terms: { cultures: ['HMONG'] } }],
      }),
    ),
    'done',
  );
});

test('whoever was a coordinator of what has become a nation’s keeps nothing of it', async () => {
  const become = await shelter(database, {
    said: { name: 'Sample Becoming' },
    listed: { disclosure: 'OWN' },
  });
  const vera = await comeIn(directory, 'COORDINATOR', become.organization);
  assert.ok(await read(become.listing, vera));
  await database
    .em()
    .execute(
      `update org.tribal_nation set organization_id = ? where id = (select id from org.tribal_nation order by id limit 1)`,
      [become.organization],
    );
  assert.equal(await read(become.listing, vera), null);
  assert.notEqual(await outcome(revise({ id: become.listing, name: 'Mine' }, vera)), 'done');
});
