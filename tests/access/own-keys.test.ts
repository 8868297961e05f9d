import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, type Scope } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  ConfirmListingDocument,
  GrantRoleDocument,
  IssueAppKeyDocument,
  KeptOptionDocument,
  ListHousingDocument,
  NoticesDocument,
  OwnAppKeysDocument,
  PauseListingDocument,
  ReportAvailabilityDocument,
  RestoreListingDocument,
  ReviseHousingDocument,
  RevokeAppKeyDocument,
  RevokePersonDocument,
  WhoAsksDocument,
} from '../support/documents.js';
import { outcome } from '../support/outcome.js';
import { appWith, broughtIn, comeIn } from '../support/people.js';
import { shelter, someNation, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('own-keys')) };
const directory = await openDirectory({ database });
const site = toldSite(CANARY);
const home = await shelter(database, { site, listed: { disclosure: 'OWN' } });
const withholding = await shelter(database, { exact: CANARY });
const { organization: government } = await someNation(database.read);
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const dora = await comeIn(directory, 'COORDINATOR', home.organization);
const wanda = await comeIn(directory, 'COORDINATOR', withholding.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stella = await comeIn(directory, 'STEWARD');
type Headers = Record<string, string>;

const WRITES: Scope[] = ['directory:read', 'availability:write', 'listings:write'];
const issue = (headers: Headers, organizationId: string | null, scopes: string[] = WRITES) =>
  directory.ask(
    IssueAppKeyDocument,
    { input: { name: 'Bed board of the house', scopes, organizationId } },
    headers,
  );
const issued = async (headers: Headers, organizationId: string | null, scopes?: string[]) => {
  const { body } = await issue(headers, organizationId, scopes);
  const { appKey, key, userErrors } = body.data!.issueAppKey!;
  assert.deepEqual(userErrors, []);
  return { ...appKey!, key: key!, headers: { authorization: `Bearer ${key}` } };
};
const read = async (id: string, headers: Headers) => {
  const { body } = await directory.ask(KeptOptionDocument, { id }, headers);
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  const node = body.data!.node;
  return node?.__typename === 'HousingOption' ? node : null;
};
const versionOf = async (id: string) => {
  const [row] = await database.read.rows<{ version: number }>(
    sql`select version from org.listing where id = ${id}`,
  );
  return row!.version;
};
const revise = async (id: string, named: object, headers: Headers) =>
  directory.ask(
    ReviseHousingDocument,
    { input: { id, version: await versionOf(id), ...named } },
    headers,
  );
const whoAsks = async (headers: Headers) =>
  (await directory.ask(WhoAsksDocument, {}, headers)).status;
const keysOf = async (organization: string, headers: Headers) => {
  const { body } = await directory.ask(OwnAppKeysDocument, { id: organization }, headers);
  return body.data!.node?.appKeys ?? null;
};

test('an app keeps the listings of its organization, as an app, and no one else’s', async () => {
  const { headers } = await issued(cora.headers, home.organization);
  const option = (await read(home.listing, headers))!;
  assert.ok(option.version, 'it is its organization’s own: told with the version to revise');
  assert.equal(await read(home.listing, {}), null);
  assert.equal(outcome(await revise(home.listing, { summary: 'By a tool.' }, headers)), 'done');
  const report = { unitId: option.units[0]!.id, accepting: true, bedsOpen: 2, bedsTotal: 4 };
  assert.equal(
    outcome(await directory.ask(ReportAvailabilityDocument, { input: report }, headers)),
    'done',
  );
  const confirm = { listingId: home.listing, method: 'OWN_STAFF' as const };
  assert.equal(
    outcome(await directory.ask(ConfirmListingDocument, { input: confirm }, headers)),
    'done',
  );
  for (const document of [PauseListingDocument, RestoreListingDocument]) {
    const version = await versionOf(home.listing);
    const input = { id: home.listing, version, reason: 'As the house says.' };
    assert.equal(
      outcome(await directory.ask(document as typeof PauseListingDocument, { input }, headers)),
      'done',
    );
  }
  const kept = (await read(home.listing, headers))!;
  assert.deepEqual(
    [kept.summary, kept.status, kept.units[0]!.availability.bedsOpen],
    ['By a tool.', 'ACTIVE', 2],
  );
  assert.equal(kept.verification.confirmedBy, 'App, Sample House Of A Test');
  assert.deepEqual(
    new Set(
      kept.history!.nodes.map(({ madeAs, organizationName }) => [madeAs, organizationName].join()),
    ),
    new Set(['APP,Sample House Of A Test']),
  );
  const [event] = await database.read.rows<{ kind: string; id: string }>(
    sql`select viewer_kind as kind, viewer_id as id from audit.event where action = 'reviseHousing'`,
  );
  assert.equal(event!.kind, 'APP');
  // Of another house it hears what it hears of nothing.
  const foreign = await revise(withholding.listing, { summary: 'By a tool.' }, headers);
  const missing = await directory.ask(
    ReviseHousingDocument,
    { input: { id: 'hou_AAAAAAAAAAAAAAAAAAAAAA', version: 1, summary: 'By a tool.' } },
    headers,
  );
  assert.equal(outcome(foreign), 'NOT_FOUND input.id');
  assert.equal(foreign.text, missing.text);
});

test('what it lists is told to its organization alone, and nothing is told further by it', async () => {
  const { headers } = await issued(cora.headers, home.organization);
  const input = {
    organizationId: home.organization,
    name: 'Rooms listed by a tool',
    summary: 'For a test.',
    serviceAreas: [{ kind: 'STATEWIDE' as const, state: 'MN' }],
    kind: 'TRANSITIONAL' as const,
    operatedBy: ['NONPROFIT' as const],
    transportOffered: false,
    units: [{ name: 'Rooms', capacity: 2 }],
  };
  const { body } = await directory.ask(ListHousingDocument, { input }, headers);
  const { id } = body.data!.listHousing!.housingOption!;
  assert.equal((await read(id, headers))!.disclosure, 'OWN');
  assert.equal(await read(id, {}), null);
  const further = `mutation { proposeDisclosure(input: { id: "${id}", to: PUBLISHED, reason: "For a test of it." }) {
    userErrors { code } } }`;
  const refused = await directory.ask(further, {}, headers);
  assert.equal(refused.body.errors![0]!.extensions.code, 'FORBIDDEN');
  const elsewhere = { ...input, organizationId: withholding.organization };
  const turnedDown = await directory.ask(ListHousingDocument, { input: elsewhere }, headers);
  assert.equal(outcome(turnedDown), 'NOT_FOUND input.organizationId');
});

test('where its organization withholds an address it tries no words, and reads none that may lead there', async () => {
  const { headers } = await issued(wanda.headers, withholding.organization);
  const [unit] = (await read(withholding.listing, wanda.headers))!.units;
  const words = await revise(withholding.listing, { fees: 'None.' }, headers);
  assert.equal(outcome(words), 'FORBIDDEN input.id');
  const report = { unitId: unit!.id, accepting: true, bedsOpen: 1 };
  assert.equal(
    outcome(await directory.ask(ReportAvailabilityDocument, { input: report }, headers)),
    'done',
  );
  // Its people's own, written before it was held against the door.
  await database.em().execute('insert into org.may_lead_to_door values (?)', [withholding.listing]);
  await database
    .em()
    .execute(`update org.listing set disclosure = 'OWN', fees = 'By the red door.' where id = ?`, [
      withholding.listing,
    ]);
  const fees = `{ node(id: "${withholding.listing}") { ... on HousingOption { name fees } } }`;
  assert.match((await directory.ask(fees, {}, wanda.headers)).text, /red door/);
  assert.doesNotMatch((await directory.ask(fees, {}, headers)).text, /red door/);
});

test('each scope opens its own, and partners’ is no organization’s', async () => {
  const { headers } = await issued(cora.headers, home.organization, ['availability:write']);
  const refused = await revise(home.listing, { fees: 'None.' }, headers);
  assert.equal(refused.body.errors![0]!.extensions.code, 'FORBIDDEN');
  const both = await issue(cora.headers, home.organization, ['partners:read', 'listings:write']);
  assert.equal(outcome(both), 'INVALID input.scopes');
  const { headers: reads } = await issued(cora.headers, home.organization);
  const partners = await shelter(database, { site, listed: { disclosure: 'PARTNERS' } });
  assert.equal(await read(partners.listing, reads), null);
  assert.ok(await read(partners.listing, wanda.headers));
});

test('its own people issue it, who are not new to it; nobody else, and of the network a steward', async () => {
  const nina = await broughtIn(directory, cora, 'COORDINATOR', home.organization);
  const who: [Headers, string | null, string][] = [
    [cora.headers, null, 'INVALID input.organizationId'],
    [stella.headers, null, 'INVALID input.organizationId'],
    [stella.headers, home.organization, 'NOT_FOUND input.organizationId'],
    [wanda.headers, home.organization, 'NOT_FOUND input.organizationId'],
    [wanda.headers, 'org_AAAAAAAAAAAAAAAAAAAAAA', 'NOT_FOUND input.organizationId'],
    [cora.headers, government, 'NOT_FOUND input.organizationId'],
    [nina.headers, home.organization, 'FORBIDDEN input.organizationId'],
  ];
  for (const [headers, organization, expected] of who)
    assert.equal(outcome(await issue(headers, organization)), expected);
  assert.match(outcome(await issue(cora.headers, null, ['directory:read'])), /^FORBIDDEN/);
  assert.equal(outcome(await issue(stella.headers, null, ['directory:read'])), 'done');
  assert.equal(outcome(await issue(nora.headers, government)), 'done');
  // And the database keeps none that writes for everyone.
  await assert.rejects(
    database.em()
      .execute(`insert into auth.app_key (id, secret_hash, prefix, name, scopes, issued_at, expires_at)
      values ('key_x', decode('00', 'hex'), 'hbl_', 'x', '{listings:write}', now(), now())`),
    /app_key_writes/,
  );
});

test('its own people see each, are told of it, and end it; a steward any but a nation’s', async () => {
  const key = await issued(dora.headers, home.organization);
  const listed = (await keysOf(home.organization, cora.headers))!.find(({ id }) => id === key.id)!;
  const { key: _, headers: __, ...told } = key;
  assert.deepEqual(listed, {
    ...told,
    organizationId: home.organization,
    answeredBy: listed.answeredBy,
  });
  assert.ok(listed.answeredBy?.startsWith('Sample Person'));
  for (const headers of [{}, stella.headers, wanda.headers, key.headers])
    assert.equal(await keysOf(home.organization, headers), null);
  const noticesOf = async (headers: Headers) =>
    (await directory.ask(NoticesDocument, { first: 50 }, headers)).body
      .data!.viewer.notices.nodes.filter(({ thingId }) => thingId === key.id)
      .map(({ kind }) => kind);
  assert.deepEqual(await noticesOf(cora.headers), ['APP_KEY_ISSUED']);
  const end = (id: string, headers: Headers) =>
    directory.ask(RevokeAppKeyDocument, { input: { id } }, headers);
  assert.equal(outcome(await end(key.id, wanda.headers)), 'NOT_FOUND input.id');
  assert.equal(await whoAsks(key.headers), 200);
  assert.equal(outcome(await end(key.id, cora.headers)), 'done');
  assert.equal(await whoAsks(key.headers), 401);
  assert.deepEqual(await noticesOf(cora.headers), ['APP_KEY_ENDED', 'APP_KEY_ISSUED']);
  assert.deepEqual(await noticesOf(stella.headers), []);
  const ofNation = await issued(nora.headers, government);
  const another = await issued(cora.headers, home.organization);
  const foreign = await end(ofNation.id, stella.headers);
  assert.equal(outcome(foreign), 'NOT_FOUND input.id');
  assert.equal(foreign.text, (await end('key_AAAAAAAAAAAAAAAAAAAAAA', stella.headers)).text);
  assert.equal(outcome(await end(another.id, stella.headers)), 'done');
});

test('it ends with the role of whoever answers for it, and does not come back with her', async () => {
  const gone = await comeIn(directory, 'COORDINATOR', home.organization);
  const key = await issued(gone.headers, home.organization);
  const revoke = { personId: gone.id, organizationId: home.organization };
  const { body } = await directory.ask(RevokePersonDocument, { input: revoke }, cora.headers);
  assert.deepEqual(
    body.data!.revokePerson!.endedAppKeys!.map(({ id }) => id),
    [key.id],
  );
  assert.equal(await whoAsks(key.headers), 401);
  const role = {
    personId: gone.id,
    role: 'COORDINATOR' as const,
    organizationId: home.organization,
  };
  await directory.ask(GrantRoleDocument, { input: role }, stella.headers);
  assert.equal(await whoAsks(key.headers), 401);
});

test('and opens nothing where its organization has become a nation’s since', async () => {
  const becomes = await shelter(database, { site });
  const clara = await comeIn(directory, 'COORDINATOR', becomes.organization);
  const key = await issued(clara.headers, becomes.organization);
  const hosts = await appWith(directory, WRITES, becomes.organization);
  assert.equal(await whoAsks(key.headers), 200);
  const [nation] = await database.read.rows<{ id: string; organization: string }>(
    sql`select id, organization_id as organization from org.tribal_nation where organization_id <> ${government}
      order by id limit 1`,
  );
  const move = (organization: string) =>
    database
      .em()
      .execute('update org.tribal_nation set organization_id = ? where id = ?', [
        organization,
        nation!.id,
      ]);
  await move(becomes.organization);
  assert.equal(await whoAsks(key.headers), 401);
  assert.equal(await whoAsks(hosts.headers), 200, 'for which the host answers');
  await move(nation!.organization);
});

test('twenty hold at most', async () => {
  const many = await shelter(database, { site });
  const mara = await comeIn(directory, 'COORDINATOR', many.organization);
  const outcomes = await Promise.all(
    Array.from({ length: 22 }, async () => outcome(await issue(mara.headers, many.organization))),
  );
  assert.deepEqual(outcomes.toSorted(), [
    ...Array.from({ length: 2 }, () => 'INVALID input.organizationId'),
    ...Array.from({ length: 20 }, () => 'done'),
  ]);
});
