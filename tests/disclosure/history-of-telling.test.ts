import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory, type Answer } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  KeptOptionDocument,
  ProposeDisclosureDocument,
  RecordConsentDocument,
  RestoreListingDocument,
  ReviseHousingDocument,
  TightenDisclosureDocument,
  WithdrawConsentDocument,
  WithdrawListingDocument,
  type Telling,
} from '../support/documents.js';
import { broughtIn, comeIn, type SignedIn } from '../support/people.js';
import { shelter, someNation, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('history of telling')) };
const directory = await openDirectory({ database });
const open = { site: toldSite({ ...CANARY, lines: ['9 Sample Way'] }) };
const home = await shelter(database, { ...open, listed: { disclosure: 'OWN' } });
const withheld = await shelter(database, { exact: CANARY });
const { nation, organization: government } = await someNation(database.read);
const lodge = await shelter(database, {
  organization: government,
  said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
});
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const bea = await comeIn(directory, 'COORDINATOR', home.organization);
const wanda = await comeIn(directory, 'COORDINATOR', withheld.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stella = await comeIn(directory, 'STEWARD');
const ada = await comeIn(directory, 'ADVOCATE');
const newcomer = await broughtIn(directory, wanda, 'COORDINATOR', withheld.organization);
const reason = 'The board of the house decided so.';

type Who = Pick<SignedIn, 'headers'>;
const done = <Data extends object>({ body, text }: Answer<Data>): Data => {
  const [payload] = Object.values(body.data ?? {}) as { userErrors: object[] }[];
  assert.deepEqual([body.errors, payload?.userErrors], [undefined, []], text);
  return body.data!;
};
const propose = async (id: string, to: Telling, { headers }: Who) => {
  const input = { id, to, reason };
  const made = done(await directory.ask(ProposeDisclosureDocument, { input }, headers));
  return made.proposeDisclosure!.proposal!.id;
};
const approve = async (proposalId: string, { headers }: Who) =>
  done(await directory.ask(ApproveDisclosureDocument, { input: { proposalId } }, headers));
const tighten = async (id: string, to: Telling, { headers }: Who, more: object = {}) =>
  done(
    await directory.ask(TightenDisclosureDocument, { input: { id, to, reason, ...more } }, headers),
  );
const read = async (id: string, { headers }: Who) => {
  const { body, text } = await directory.ask(KeptOptionDocument, { id }, headers);
  assert.equal(body.errors, undefined, text);
  const { node } = body.data!;
  return node?.__typename === 'HousingOption' ? node : null;
};
const historyOf = async (id: string, who: Who) => (await read(id, who))!.history!.nodes;
const versionOf = async (id: string) => {
  const [row] = await database.read.rows<{ version: number }>(
    sql`select version from org.listing where id = ${id}`,
  );
  return row!.version;
};
/** Every version but the first was made by a change that is kept. */
async function isWhole(id: string): Promise<void> {
  const kept = await database.read.rows<{ version: number }>(
    sql`select version from org.revision where thing_id = ${id} order by version`,
  );
  const made = Array.from({ length: (await versionOf(id)) - 1 }, (_, nth) => nth + 2);
  assert.deepEqual(
    kept.map(({ version }) => version),
    made,
  );
}
const from = (before: string, after: string) => [
  { field: 'disclosure', before: JSON.stringify(before), after: JSON.stringify(after) },
];

test('who told a listing further, and why, stands in its history, and it is one version', async () => {
  const version = await versionOf(home.listing);
  await approve(await propose(home.listing, 'PARTNERS', cora), bea);
  const [latest] = await historyOf(home.listing, cora);
  assert.deepEqual(latest, {
    version: version + 1,
    madeAs: 'COORDINATOR',
    organizationName: 'Sample House Of A Test',
    action: 'approveDisclosure',
    reason,
    changes: from('OWN', 'PARTNERS'),
  });
  await approve(await propose(home.listing, 'PUBLISHED', cora), stella);
  const [byStewards] = await historyOf(home.listing, cora);
  assert.deepEqual(
    [byStewards!.version, byStewards!.madeAs, byStewards!.organizationName, byStewards!.changes],
    [version + 2, 'STEWARD', null, from('PARTNERS', 'PUBLISHED')],
  );
  await isWhole(home.listing);
});

test('to those who do not keep it, nothing says that it was hidden before, nor that it is told less', async () => {
  for (const who of [{ headers: {} }, ada]) {
    const { history, version, disclosure } = (await read(home.listing, who))!;
    assert.deepEqual([history, version, disclosure], [null, null, null]);
  }
  const before = await directory.ask(KeptOptionDocument, { id: home.listing });
  await tighten(home.listing, 'OWN', cora);
  assert.equal(await read(home.listing, { headers: {} }), null);
  await approve(await propose(home.listing, 'PUBLISHED', cora), bea);
  const after = await directory.ask(KeptOptionDocument, { id: home.listing });
  assert.equal(after.text, before.text);
});

test('who told it to fewer stands there too, and an earlier state that is brought back tells nothing further', async () => {
  const version = await versionOf(home.listing);
  const { headers } = cora;
  await tighten(home.listing, 'PARTNERS', cora);
  const [latest] = await historyOf(home.listing, bea);
  assert.deepEqual(
    [latest!.version, latest!.action, latest!.reason, latest!.changes],
    [version + 1, 'tightenDisclosure', reason, from('PUBLISHED', 'PARTNERS')],
  );
  const revise = { id: home.listing, version: version + 1, fees: 'None at all.' };
  done(await directory.ask(ReviseHousingDocument, { input: revise }, headers));
  const restore = { id: home.listing, version: version + 2, asOfVersion: version, reason };
  done(await directory.ask(RestoreListingDocument, { input: restore }, headers));
  assert.equal((await read(home.listing, cora))!.disclosure, 'PARTNERS');
  await isWhole(home.listing);
});

test('a place that is told otherwise is a change of what stands there, where it is counted', async () => {
  await approve(await propose(home.listing, 'PUBLISHED', cora), bea);
  await approve(await propose(home.location, 'PUBLISHED', cora), bea);
  const told = await versionOf(home.listing);
  await tighten(home.location, 'PARTNERS', cora);
  const [latest] = await historyOf(home.listing, cora);
  const place = (disclosure: string) => ({ id: home.location, disclosure });
  assert.deepEqual(
    [latest!.version, latest!.action, latest!.reason, latest!.changes.map(asRead)],
    [
      told + 1,
      'tightenDisclosure',
      reason,
      [{ field: 'places', before: place('PUBLISHED'), after: place('PARTNERS') }],
    ],
  );
  const version = await versionOf(withheld.listing);
  await approve(await propose(withheld.location, 'STREET_TOLD', wanda), stella);
  const [streets] = await historyOf(withheld.listing, wanda);
  const street = (telling: Telling) => ({ id: withheld.location, street: telling });
  assert.deepEqual(
    [streets!.version, streets!.madeAs, streets!.changes.map(asRead)],
    [
      version + 1,
      'STEWARD',
      [{ field: 'places', before: street('STREET_WITHHELD'), after: street('STREET_TOLD') }],
    ],
  );
  const withheldReason = 'CONFIDENTIAL_SHELTER';
  await tighten(withheld.location, 'STREET_WITHHELD', wanda, { withheldReason });
  for (const { listing } of [home, withheld]) await isWhole(listing);
});
const asRead = ({
  field,
  before,
  after,
}: {
  field: string;
  before: string | null;
  after: string | null;
}) => ({
  field,
  before: JSON.parse(before!) as unknown,
  after: JSON.parse(after!) as unknown,
});

test('who may not know a door reads how far it was told, and no reason', async () => {
  await tighten(withheld.listing, 'PARTNERS', wanda);
  for (const who of [stella, newcomer]) {
    const [latest] = await historyOf(withheld.listing, who);
    assert.deepEqual(
      [latest!.action, latest!.reason, latest!.changes],
      ['tightenDisclosure', null, from('PUBLISHED', 'PARTNERS')],
    );
  }
  assert.equal((await historyOf(withheld.listing, wanda))[0]!.reason, reason);
});

test('a withdrawal is one change and one version', async () => {
  const version = await versionOf(home.listing);
  const input = { id: home.listing, version, reason };
  done(await directory.ask(WithdrawListingDocument, { input }, cora.headers));
  const [latest] = await historyOf(home.listing, cora);
  assert.deepEqual(
    [latest!.version, latest!.changes.map(({ field }) => field)],
    [version + 1, ['disclosure', 'status']],
  );
  await isWhole(home.listing);
});

test('what a nation’s consent covers no longer says so, by whom of it, and why', async () => {
  const consent = (listingIds: string[]) => ({
    nationId: nation,
    givenBy: 'Tribal council, by resolution',
    terms: 'Told for as long as the council holds to it.',
    coversRecord: true,
    listingIds,
  });
  const record = async (listingIds: string[]) =>
    done(await directory.ask(RecordConsentDocument, { input: consent(listingIds) }, nora.headers));
  const version = await versionOf(lodge.listing);
  await record([lodge.listing]);
  assert.equal(await versionOf(lodge.listing), version, 'a consent tells nothing by itself');
  await record([]);
  const [instead] = await historyOf(lodge.listing, nora);
  assert.deepEqual(
    [instead!.version, instead!.action, instead!.reason, instead!.changes],
    [version + 1, 'recordConsent', null, from('PUBLISHED', 'OWN')],
  );
  await database
    .em()
    .execute(`update org.listing set disclosure = 'PUBLISHED' where id = ?`, [lodge.listing]);
  await record([lodge.listing]);
  const input = { nationId: nation, reason };
  done(await directory.ask(WithdrawConsentDocument, { input }, nora.headers));
  const [latest] = await historyOf(lodge.listing, nora);
  assert.deepEqual(latest, {
    version: version + 2,
    madeAs: 'NATION_COORDINATOR',
    organizationName: 'Sample government',
    action: 'withdrawConsent',
    reason,
    changes: from('PUBLISHED', 'OWN'),
  });
  await isWhole(lodge.listing);
});
