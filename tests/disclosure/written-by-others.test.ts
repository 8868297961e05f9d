import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  ApplyImportDocument,
  NoticesDocument,
  PublishMaterialDocument,
  ReviseConveningDocument,
  ReviseHousingDocument,
  ReviseMaterialDocument,
  ReviseOrganizationDocument,
  ScheduleConveningDocument,
  TightenDisclosureDocument,
} from '../support/documents.js';
import { importer, newHouse } from '../support/imports.js';
import { outcome } from '../support/outcome.js';
import { comeIn, type SignedIn } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('written by others')) };
const directory = await openDirectory({ database });
const stella = await comeIn(directory, 'STEWARD');
const street = CANARY.lines[0]!;

const change = (document: object, input: object, { headers }: SignedIn) =>
  directory.ask<Record<string, Record<string, { id?: string }>>, object>(
    document as never,
    { input },
    headers,
  );
const done = async (answer: ReturnType<typeof change>) => {
  const had = await answer;
  assert.equal(outcome(had), 'done', had.text);
  return had.body.data!;
};
const house = async () => {
  const home = await shelter(database, { site: toldSite(CANARY) });
  return { ...home, hana: await comeIn(directory, 'COORDINATOR', home.organization) };
};
const versionOf = async (id: string) => {
  const [row] = await database.read.rows<{ version: number }>(
    sql`select version from org.listing where id = ${id} union all select version from org.organization where id = ${id}
      union all select version from org.material where id = ${id} union all select version from org.convening where id = ${id}`,
  );
  return row!.version;
};
const told = async ({ headers }: SignedIn) => {
  const { body } = await directory.ask(NoticesDocument, { first: 50 }, headers);
  return body
    .data!.viewer.notices.nodes.filter(({ kind }) => kind === 'WRITTEN_BY_OTHERS')
    .map(({ organizationId, by }) => `${organizationId} ${by?.role}`);
};

const poster = {
  title: 'Sample poster',
  kind: 'POSTER',
  audiences: ['HOTEL_STAFF'],
  language: 'en',
  url: 'https://example.org/poster.pdf',
};
const table = {
  title: 'Sample table',
  topic: 'A test',
  startsAt: '2026-10-14T00:00:00Z',
  endsAt: '2026-10-14T02:00:00Z',
  timeZone: 'America/Chicago',
};

interface House {
  organization: string;
  listing: string;
}
/** Each way in which somebody writes what is told in an organization's name. */
const ways: Record<string, (who: SignedIn, at: House, hana: SignedIn) => Promise<unknown>> = {
  reviseHousing: async (who, { listing: id }) =>
    change(
      ReviseHousingDocument,
      { id, version: await versionOf(id), description: `Quiet rooms, ${who.email}.` },
      who,
    ),
  reviseOrganization: async (who, { organization: id }) =>
    change(
      ReviseOrganizationDocument,
      { id, version: await versionOf(id), description: `A quiet house, ${who.email}.` },
      who,
    ),
  publishMaterial: (who, { organization: organizationId }) =>
    change(PublishMaterialDocument, { ...poster, organizationId }, who),
  scheduleConvening: (who, { organization }) =>
    change(ScheduleConveningDocument, { ...table, hostIds: [organization] }, who),
  reviseMaterial: async (who, { organization: organizationId }, hana) => {
    const made = await done(change(PublishMaterialDocument, { ...poster, organizationId }, hana));
    const { id } = made['publishMaterial']!['material']! as { id: string };
    return change(
      ReviseMaterialDocument,
      { id, version: await versionOf(id), title: 'Another' },
      who,
    );
  },
};

for (const [way, write] of Object.entries(ways)) {
  test(`${way}: a house is told which steward wrote in its name, and nobody of whom it is`, async () => {
    const { hana, ...at } = await house();
    await done(write(hana, at, hana) as ReturnType<typeof change>);
    assert.deepEqual(await told(hana), [], 'what its own people write is no news');
    await done(write(stella, { ...at }, hana) as ReturnType<typeof change>);
    assert.deepEqual(await told(hana), [`${at.organization} STEWARD`]);
  });
}

test('it is told of each once a day, and of the next one too', async () => {
  const { hana, ...at } = await house();
  const stina = await comeIn(directory, 'STEWARD');
  for (const who of [stella, stella, stina])
    await done(ways['publishMaterial']!(who, at, hana) as ReturnType<typeof change>);
  assert.equal((await told(hana)).length, 2);
  await database
    .em()
    .execute(
      `update org.notice set noted_at = noted_at - interval '25 hours' where organization_id = ?`,
      [at.organization],
    );
  await done(ways['publishMaterial']!(stella, at, hana) as ReturnType<typeof change>);
  assert.equal((await told(hana)).length, 3);
});

test('a sheet that a steward applies is told once, however many rows it has', async () => {
  const { hana, organization } = await house();
  const { dryRun } = importer(directory);
  const rows = ['Birch', 'Cedar', 'Dogwood'].map((tree) => ({
    ...newHouse,
    name: `Sample ${tree}`,
  }));
  const { id } = await dryRun(stella, organization, rows);
  await done(change(ApplyImportDocument, { id }, stella));
  assert.deepEqual(await told(hana), [`${organization} STEWARD`]);
});

test('whoever hosts a convening with others and changes its words is told to them', async () => {
  const [one, other] = [await house(), await house()];
  const hostIds = [one.organization, other.organization];
  const made = await done(change(ScheduleConveningDocument, { ...table, hostIds }, stella));
  const { id } = made['scheduleConvening']!['convening']! as { id: string };
  assert.deepEqual(await told(other.hana), [`${other.organization} STEWARD`]);
  const words = { id, version: await versionOf(id), topic: 'Another test' };
  await done(change(ReviseConveningDocument, words, one.hana));
  assert.deepEqual(await told(other.hana), [
    `${other.organization} COORDINATOR`,
    `${other.organization} STEWARD`,
  ]);
  assert.deepEqual(await told(one.hana), [`${one.organization} STEWARD`]);
});

test('whoever withholds an address that others named is told to take out with it what else they wrote', async () => {
  const { hana, location, organization: organizationId } = await house();
  const description = `Next to ${street}.`;
  await done(change(PublishMaterialDocument, { ...poster, organizationId, description }, stella));
  const tighter = {
    id: location,
    to: 'STREET_WITHHELD',
    withheldReason: 'CONFIDENTIAL_SHELTER',
    reason: 'It is a shelter from now on.',
  };
  const { text } = await change(TightenDisclosureDocument, tighter, hana);
  assert.match(text, /Take out with it whatever else others wrote in its name, in one go/);
});
