import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDirectory } from '../support/directory.js';
import {
  GrantRevealDocument,
  InvitePersonDocument,
  NoticesDocument,
  RevealAddressDocument,
  RevealGrantsDocument,
  RevokePersonDocument,
  RevokeRevealDocument,
} from '../support/documents.js';
import { appWith, broughtIn, comeIn, type SignedIn } from '../support/people.js';
import { shelter, someNation } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('notices')) };
const directory = await openDirectory({ database });
const { read } = database;
const purpose = 'Bringing someone to the door tonight.';
const reason = 'She brings people to us by night.';

const home = await shelter(database, { exact: CANARY });
const other = await shelter(database, { exact: CANARY });
const { organization: government } = await someNation(read);
const ofNation = await shelter(database, {
  organization: government,
  exact: CANARY,
  said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
});
const ann = await comeIn(directory, 'COORDINATOR', home.organization);
const otto = await comeIn(directory, 'COORDINATOR', other.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stewart = await comeIn(directory, 'STEWARD');
const ada = await comeIn(directory, 'ADVOCATE');
const app = await appWith(directory, ['directory:read', 'partners:read']);
const nameOf = ({ email }: SignedIn) => `Sample Person ${/\d+/.exec(email)![0]}`;

type Who = { headers: Record<string, string> };
const noticesOf = async (by: Who, page: { first?: number; after?: string } = {}) =>
  (await directory.ask(NoticesDocument, page, by.headers)).body.data!.viewer.notices;
const grantsOf = async (by: Who, page: { ended?: boolean; first?: number; after?: string } = {}) =>
  (await directory.ask(RevealGrantsDocument, page, by.headers)).body.data!.viewer.revealGrants;
const reveal = (by: Who, listingId: string) =>
  directory.ask(RevealAddressDocument, { input: { listingId, purpose } }, by.headers);
const grant = (by: Who, listingId: string, personId = ada.id) =>
  directory.ask(GrantRevealDocument, { input: { listingId, personId, reason } }, by.headers);
const organizationsIn = (nodes: readonly { organizationId: string | null }[]) => [
  ...new Set(nodes.map(({ organizationId }) => organizationId)),
];

test('an organization reads who asked for its door, what for, and as what', async () => {
  await grant(ann, home.listing);
  await reveal(ada, home.listing);
  const [latest, before] = (await noticesOf(ann)).nodes;
  const { at, ...told } = latest!;
  assert.ok(Math.abs(Date.parse(at) - Date.now()) < 60_000, at);
  assert.deepEqual(told, {
    kind: 'ADDRESS_REVEALED',
    organizationId: home.organization,
    organizationName: 'Sample House Of A Test',
    thingId: home.listing,
    thingName: 'Sample Youth Beds',
    by: { name: nameOf(ada), role: 'ADVOCATE', organizationName: null },
    person: null,
    personId: null,
    role: null,
    reason: purpose,
  });
  assert.deepEqual(
    [before!.kind, before!.by, before!.person, before!.reason],
    [
      'REVEAL_GRANTED',
      { name: nameOf(ann), role: 'COORDINATOR', organizationName: 'Sample House Of A Test' },
      nameOf(ada),
      reason,
    ],
  );
});

test('it reads who is offered, given and no longer has a role there, and who invited; a steward reads it too', async () => {
  const invite = { email: 'offered@example.org', role: 'COORDINATOR' as const };
  const input = { ...invite, organizationId: home.organization };
  await directory.ask(InvitePersonDocument, { input }, stewart.headers);
  const gone = await comeIn(directory, 'COORDINATOR', home.organization);
  const ending = { personId: gone.id, organizationId: home.organization };
  await directory.ask(RevokePersonDocument, { input: ending }, ann.headers);
  const seen = (nodes: Awaited<ReturnType<typeof noticesOf>>['nodes']) =>
    nodes
      .slice(0, 4)
      .map(({ kind, role, by, person, personId }) => [kind, role, by?.name, person, personId]);
  const told = [
    ['ROLE_ENDED', 'COORDINATOR', nameOf(ann), nameOf(gone), gone.id],
    ['ROLE_GIVEN', 'COORDINATOR', undefined, nameOf(gone), gone.id],
    ['ROLE_OFFERED', 'COORDINATOR', undefined, null, null],
    ['ROLE_OFFERED', 'COORDINATOR', nameOf(stewart), null, null],
  ];
  assert.deepEqual(seen((await noticesOf(ann)).nodes), told);
  // With the ids of its people, whoever has just come, or a steward, could empty a house.
  const withoutIds = told.map((row) => [...row.slice(0, -1), null]);
  assert.deepEqual(seen((await noticesOf(stewart)).nodes), withoutIds);
  const newcomer = await broughtIn(directory, stewart, 'COORDINATOR', home.organization);
  assert.deepEqual(seen((await noticesOf(newcomer)).nodes.slice(2)), withoutIds);
  // An address, by which she was invited, is told to nobody.
  assert.doesNotMatch(JSON.stringify((await noticesOf(ann)).nodes), /offered@/);
});

test('each reads what is told to her own alone; nobody else reads anything, and nothing is read for her', async () => {
  await reveal(nora, ofNation.listing);
  await reveal(otto, other.listing);
  await grant(nora, ofNation.listing);
  for (const [person, organization] of [
    [ann, home.organization],
    [otto, other.organization],
    [nora, government],
  ] as const) {
    assert.deepEqual(organizationsIn((await noticesOf(person)).nodes), [organization]);
  }
  const { nodes: stewards } = await noticesOf(stewart, { first: 100 });
  assert.ok(!organizationsIn(stewards).includes(government), 'of a nation its people alone');
  assert.ok(stewards.every(({ kind, role }) => role !== null || kind.startsWith('APP_KEY')));
  assert.ok(stewards.some(({ organizationId, role }) => !organizationId && role === 'STEWARD'));
  const nobody = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };
  for (const one of [ada, app, { headers: {} }]) assert.deepEqual(await noticesOf(one), nobody);
  for (const one of [stewart, ada, app, { headers: {} }]) {
    assert.deepEqual(await grantsOf(one, { ended: true }), nobody);
  }
  assert.deepEqual(organizationsIn((await grantsOf(nora)).nodes), [government]);
  // Whoever is a coordinator of what has become a nation's is not one of its people.
  await database
    .em()
    .execute(`update org.tribal_nation set organization_id = ? where organization_id = ?`, [
      home.organization,
      government,
    ]);
  assert.deepEqual(await noticesOf(ann), nobody);
  assert.deepEqual(await grantsOf(ann), nobody);
  await database
    .em()
    .execute(`update org.tribal_nation set organization_id = ? where organization_id = ?`, [
      government,
      home.organization,
    ]);
});

test('whom it lets ask: since when, until when, and who ended it', async () => {
  const gone = await comeIn(directory, 'ADVOCATE');
  await grant(ann, home.listing, gone.id);
  const revoking = { listingId: home.listing, personId: gone.id };
  await directory.ask(RevokeRevealDocument, { input: revoking }, ann.headers);
  const { nodes: open } = await grantsOf(ann);
  assert.deepEqual(
    open.map((one) => [one.personId, one.personName, one.listingId, one.listingName]),
    [[ada.id, nameOf(ada), home.listing, 'Sample Youth Beds']],
  );
  assert.deepEqual(
    [open[0]!.reason, open[0]!.grantedBy, open[0]!.revokedAt, open[0]!.revokedBy],
    [reason, nameOf(ann), null, null],
  );
  const lasts = Date.parse(open[0]!.endsAt) - Date.parse(open[0]!.grantedAt);
  assert.equal(lasts, 30 * 24 * 3_600_000);
  const { nodes: all } = await grantsOf(ann, { ended: true });
  assert.deepEqual(
    all.map((one) => [one.personId, one.revokedBy]),
    [
      [gone.id, nameOf(ann)],
      [ada.id, null],
    ],
  );
  assert.equal(all[0]!.endsAt, all[0]!.revokedAt);
  const page = await grantsOf(ann, { ended: true, first: 1 });
  const rest = await grantsOf(ann, { ended: true, first: 1, after: page.pageInfo.endCursor! });
  assert.deepEqual([page.nodes[0]!.personId, rest.nodes[0]!.personId], [gone.id, ada.id]);
});

test('they are told by the page, each once and newest first, in one statement', async () => {
  const whole = await noticesOf(ann, { first: 100 });
  const walked: string[] = [];
  let after: string | undefined;
  do {
    const page = await noticesOf(ann, { first: 2, ...(after ? { after } : {}) });
    walked.push(...page.nodes.map(({ at, kind }) => at + kind));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor! : undefined;
  } while (after);
  assert.deepEqual(
    walked,
    whole.nodes.map(({ at, kind }) => at + kind),
  );
  assert.equal(whole.totalCount, walked.length);
  const times = whole.nodes.map(({ at }) => at);
  assert.deepEqual(times, [...times].sort().reverse());
  const page = await noticesOf(ann, { first: 1 });
  const stolen = { first: 1, after: page.pageInfo.endCursor! };
  const { body } = await directory.ask(NoticesDocument, stolen, otto.headers);
  assert.equal(body.errors?.[0]?.extensions.code, 'INVALID', 'a cursor is one person’s');
  const asked = async (first: number) => {
    const before = directory.statements();
    const query = `{ viewer { notices(first: ${first}) { nodes { kind by { name } thingName } } } }`;
    await directory.ask(query, {}, ann.headers);
    return directory.statements() - before;
  };
  assert.equal(await asked(2), await asked(50));
});
