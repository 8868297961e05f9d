import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { confirmListing } from '../../src/listings/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { openDirectory } from '../support/directory.js';
import {
  ConfirmListingDocument,
  ListHousingDocument,
  OpenSuggestionsDocument,
  ProposeDisclosureDocument,
  RegisterOrganizationDocument,
  ReportAvailabilityDocument,
  ResolveSuggestionDocument,
  SuggestCorrectionDocument,
  WithdrawListingDocument,
  WorklistDocument,
  type WorklistQueryVariables,
} from '../support/documents.js';
import { appWith, broughtIn, comeIn, type SignedIn } from '../support/people.js';
import { shelter, someNation } from '../support/shelters.js';

const DAY_MS = 86_400_000;
const directory = await openDirectory();
const { database } = directory;
const [region] = await database.read.rows<{ id: string }>(
  sql`select id from org.region order by id limit 1`,
);
const home = await shelter(database, {
  said: { regionId: region!.id, name: 'Sample Home Of Work' },
});
const { organization: government } = await someNation(database.read);
const ofNation = await shelter(database, {
  organization: government,
  said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
});
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stella = await comeIn(directory, 'STEWARD');
const ada = await comeIn(directory, 'ADVOCATE');

const ask = async (
  { headers }: Pick<SignedIn, 'headers'>,
  variables: Partial<WorklistQueryVariables> = {},
) => {
  const { body, text } = await directory.ask(
    WorklistDocument,
    { first: 100, ...variables },
    headers,
  );
  assert.equal(body.errors, undefined, text);
  return body.data!.worklist!;
};
/** What waits of one organization, as `KIND thing`. */
const waiting = async (who: SignedIn, organization = home.organization) =>
  (await all(who))
    .filter(({ organizationId }) => organizationId === organization)
    .map(({ kind, thingId }) => `${kind} ${thingId}`)
    .sort();
const all = async (who: SignedIn, variables: Partial<WorklistQueryVariables> = {}) => {
  const nodes = [];
  let after: string | null = null;
  do {
    const { items }: Awaited<ReturnType<typeof ask>> = await ask(who, { ...variables, after });
    nodes.push(...items.nodes);
    after = items.pageInfo.hasNextPage ? items.pageInfo.endCursor! : null;
  } while (after !== null);
  return nodes;
};
const change = (document: object, input: object, { headers }: SignedIn) =>
  directory.ask<object, object>(document as never, { input }, headers);
const done = async (answer: ReturnType<typeof change>) => {
  const { body, text } = await answer;
  const [payload] = Object.values(body.data ?? {}) as { userErrors: object[] }[];
  assert.deepEqual([body.errors, payload?.userErrors], [undefined, []], text);
  return body.data as never;
};

test('what is new of an organization waits to be confirmed and reported, and no longer when it is', async () => {
  const { listing } = home;
  const both = [`NEVER_CONFIRMED ${listing}`, `NEVER_REPORTED ${listing}`];
  assert.deepEqual(await waiting(cora), both);
  assert.deepEqual(await waiting(stella), both);
  await done(change(ConfirmListingDocument, { listingId: listing, method: 'CALL' }, cora));
  assert.deepEqual(await waiting(cora), both.slice(1));
  const [unit] = await database.read.rows<{ id: string }>(
    sql`select id from org.unit where listing_id = ${listing}`,
  );
  const report = { unitId: unit!.id, accepting: true, bedsOpen: 0, bedsTotal: 4 };
  await done(change(ReportAvailabilityDocument, report, cora));
  assert.deepEqual([await waiting(cora), await waiting(stella)], [[], []]);
});

test('a confirmation that has run out waits since that day, until another', async () => {
  const confirmedAt = new Date(Date.now() - 400 * DAY_MS);
  const { id } = await directory.change(async (changing) => ({
    id: await confirmListing(
      { listingId: ofNation.listing, method: 'CALL', confirmedBy: 'Its people', confirmedAt },
      changing,
    ),
  }));
  const [row] = await database.read.rows<{ due: string }>(
    sql`select to_char(due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due
      from org.confirmation where id = ${id}`,
  );
  const item = (await all(nora, { kinds: ['CONFIRMATION_OVERDUE'] })).find(
    ({ thingId }) => thingId === ofNation.listing,
  );
  assert.equal(item?.since, row!.due);
  await done(change(ConfirmListingDocument, { listingId: ofNation.listing, method: 'CALL' }, nora));
  // One of long ago that is entered late does not undo it.
  await inOne(database, (changing) =>
    confirmListing(
      { listingId: ofNation.listing, method: 'CALL', confirmedBy: 'Its people', confirmedAt },
      changing,
    ),
  );
  assert.deepEqual(
    (await all(nora, { kinds: ['CONFIRMATION_OVERDUE', 'NEVER_CONFIRMED'] })).filter(
      ({ thingId }) => thingId === ofNation.listing,
    ),
    [],
  );
});

test('what is a nation’s waits for its own people alone, and nobody’s for whoever keeps nothing', async () => {
  assert.deepEqual(await waiting(nora, government), [`NEVER_REPORTED ${ofNation.listing}`]);
  assert.deepEqual(await waiting(stella, government), []);
  assert.deepEqual(await waiting(cora, government), []);
  assert.deepEqual(await waiting(nora), []);
  const app = await appWith(directory, ['directory:read', 'partners:read', 'changes:read']);
  for (const [{ headers }, code] of [
    [{ headers: {} }, 'UNAUTHENTICATED'],
    [ada, 'FORBIDDEN'],
    [app, 'FORBIDDEN'],
  ] as const) {
    const { body } = await directory.ask(WorklistDocument, { first: 1 }, headers);
    assert.deepEqual([body.data?.worklist, body.errors?.[0]?.extensions.code], [null, code]);
  }
});

test('what others say is wrong waits, and what is to be told further for whoever may be the second', async () => {
  const beds = {
    organizationId: home.organization,
    name: 'Sample Rooms Of Work',
    summary: 'Two rooms for a test.',
    serviceAreas: [{ kind: 'STATEWIDE', state: 'MN' }],
    kind: 'TRANSITIONAL',
    operatedBy: ['NONPROFIT'],
    transportOffered: false,
    units: [{ name: 'Rooms', capacity: 2 }],
  };
  const { listHousing } = (await done(change(ListHousingDocument, beds, cora))) as {
    listHousing: { housingOption: { id: string; version: number } };
  };
  const { id, version } = listHousing.housingOption;
  const reason = 'Two people have looked at it.';
  await done(change(ProposeDisclosureDocument, { id, to: 'PARTNERS', reason }, cora));
  const words = 'The line is answered until ten at night.';
  await done(
    change(SuggestCorrectionDocument, { thingId: home.listing, words }, { ...ada, headers: {} }),
  );
  const anyones = [`NEVER_CONFIRMED ${id}`, `NEVER_REPORTED ${id}`, `SUGGESTION ${home.listing}`];
  assert.deepEqual(await waiting(cora), anyones, 'she proposed it herself');
  // It withholds an address: a steward may not read the words, and does not resolve them.
  assert.deepEqual(await waiting(stella), [...anyones.slice(0, 2), `PROPOSAL ${id}`]);
  const proposal = (await all(stella, { kinds: ['PROPOSAL'] })).find(
    ({ thingId }) => thingId === id,
  );
  assert.match(proposal!.itselfId, /^pro_/);
  assert.equal(proposal!.thingName, 'Sample Rooms Of Work');
  await done(change(WithdrawListingDocument, { id, version, reason }, cora));
  assert.deepEqual(await waiting(cora), [`SUGGESTION ${home.listing}`]);
});

test('who has no coordinator, and who waits to be admitted, a steward is told', async () => {
  const alone = await shelter(database, { said: { name: 'Sample Alone' } });
  const { registerOrganization } = (await done(
    change(RegisterOrganizationDocument, { name: 'Sample New', kind: 'NONPROFIT' }, ada),
  )) as { registerOrganization: { id: string } };
  const told = new Set(
    (await all(stella, { kinds: ['NO_COORDINATOR', 'NOT_ADMITTED'] })).map(
      ({ kind, thingId }) => `${kind} ${thingId}`,
    ),
  );
  assert.ok(told.has(`NO_COORDINATOR ${alone.organization}`));
  assert.ok(told.has(`NOT_ADMITTED ${registerOrganization.id}`));
  assert.ok(!told.has(`NO_COORDINATOR ${home.organization}`));
  assert.deepEqual(await all(cora, { kinds: ['NO_COORDINATOR', 'NOT_ADMITTED'] }), []);
});

test('what is said of a nation that has no people reaches the stewards, and they learn what to do', async () => {
  const { nation, organization } = await someNation(database.read, 2);
  const lodge = await shelter(database, {
    organization,
    said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
    listed: { name: 'Sample Lodge Of Nobody' },
  });
  const words = 'The line is answered until ten at night.';
  for (const thingId of [nation, lodge.listing])
    await done(change(SuggestCorrectionDocument, { thingId, words }, { ...ada, headers: {} }));
  const both = [
    `NO_COORDINATOR ${organization}`,
    `SUGGESTION ${lodge.listing}`,
    `SUGGESTION ${nation}`,
  ];
  assert.deepEqual(await waiting(stella, organization), both);
  const counted = async (kind: string) =>
    (await ask(stella)).counts.reduce(
      (sum, count) => sum + (count.kind === kind ? count.many : 0),
      0,
    );
  const counts = await counted('SUGGESTION');
  for (const who of [cora, nora]) assert.deepEqual(await waiting(who, organization), []);
  // She decides nothing of it, and reads none of its words.
  const item = (await all(stella, { kinds: ['SUGGESTION'] })).find(
    ({ thingId }) => thingId === nation,
  );
  const { body, text } = await directory.ask(
    ResolveSuggestionDocument,
    { input: { id: item!.itselfId, outcome: 'DECLINED' } },
    stella.headers,
  );
  assert.equal(body.data!.resolveSuggestion!.userErrors[0]!.code, 'NOT_FOUND', text);
  const suggestions = await directory.ask(OpenSuggestionsDocument, { first: 100 }, stella.headers);
  assert.doesNotMatch(suggestions.text, new RegExp(`${nation}|${lodge.listing}`));
  // From when somebody of the nation is there, it is hers.
  const nell = await comeIn(directory, 'NATION_COORDINATOR', organization);
  assert.deepEqual(await waiting(stella, organization), []);
  assert.equal(await counted('SUGGESTION'), counts - 2);
  assert.deepEqual(
    (await waiting(nell, organization)).filter((one) => one.startsWith('SUGGESTION')),
    both.slice(1),
  );
});

test('where nobody is to read what is said of a house that withholds an address, a steward learns that it waits', async () => {
  const alone = await shelter(database, { said: { name: 'Sample Alone And Hidden' } });
  const words = 'The line is answered until ten at night.';
  const input = { thingId: alone.listing, words };
  await done(change(SuggestCorrectionDocument, input, { ...ada, headers: {} }));
  const suggestion = `SUGGESTION ${alone.listing}`;
  assert.ok((await waiting(stella, alone.organization)).includes(suggestion));
  const carl = await comeIn(directory, 'COORDINATOR', alone.organization);
  assert.ok(!(await waiting(stella, alone.organization)).includes(suggestion));
  assert.ok((await waiting(carl, alone.organization)).includes(suggestion));
});

test('where all are new to a house that withholds an address, they and a steward learn that a word waits, until one reads it', async () => {
  const house = await shelter(database, { said: { name: 'Sample House Of Newcomers' } });
  const { organization, listing } = house;
  const words = 'The line is answered until ten at night.';
  const said = change(SuggestCorrectionDocument, { thingId: listing, words }, {
    headers: {},
  } as SignedIn);
  await done(said);
  const first = await broughtIn(directory, stella, 'COORDINATOR', organization);
  const suggestion = `SUGGESTION ${listing}`;
  for (const who of [first, stella])
    assert.ok((await waiting(who, organization)).includes(suggestion));
  const mine = { first: 100 };
  const open = await directory.ask(OpenSuggestionsDocument, mine, first.headers);
  assert.ok(!open.text.includes(words), 'she reads none of its words');
  const settled = await comeIn(directory, 'COORDINATOR', organization);
  for (const who of [first, stella])
    assert.ok(!(await waiting(who, organization)).includes(suggestion));
  assert.ok((await waiting(settled, organization)).includes(suggestion));
});

test('a walk meets everything once, the longest waiting first; counts say how much by region', async () => {
  const whole = await all(stella);
  const paged = await all(stella, { first: 7 });
  assert.ok(whole.length > 20);
  assert.deepEqual(paged, whole);
  const since = whole.map((item) => item.since);
  assert.deepEqual(since, since.toSorted());
  const { counts, items } = await ask(stella);
  assert.equal(items.totalCount, whole.length);
  assert.equal(
    counts.reduce((sum, { many }) => sum + many, 0),
    whole.length,
  );
  const here = counts.filter((count) => count.region?.id === region!.id);
  assert.ok(here.length > 0);
  for (const { kind, many } of here) {
    const ofRegion = await all(stella, { kinds: [kind], regionId: region!.id });
    assert.equal(ofRegion.length, many);
    assert.ok(ofRegion.every((item) => item.kind === kind));
  }
  assert.deepEqual(await all(stella, { kinds: [] }), []);
  const named = await all(stella, { kinds: ['NO_COORDINATOR'] });
  assert.deepEqual(await all(stella, { kinds: ['NO_COORDINATOR', 'NO_COORDINATOR'] }), named);
});
