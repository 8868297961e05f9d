import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { upkeepRounds } from '../../src/upkeep/index.js';
import { openDirectory } from '../support/directory.js';
import {
  KeptOptionDocument,
  PauseListingDocument,
  RegisterOrganizationDocument,
  RestoreListingDocument,
  ReviseHousingDocument,
  ReviseOrganizationDocument,
  type ReviseHousingInput,
} from '../support/documents.js';
import { comeIn } from '../support/people.js';
import { outcome } from '../support/outcome.js';
import { shelter } from '../support/shelters.js';

const directory = await openDirectory();
const { database } = directory;
const home = await shelter(database);
const next = await shelter(database, { organization: home.organization });
const cora = await comeIn(directory, 'COORDINATOR', home.organization);

const rowOf = async (id: string) => {
  const [row] = await database.read.rows<{ version: number; updatedAt: string }>(
    sql`select version, updated_at::text as "updatedAt" from org.listing where id = ${id}`,
  );
  return row!;
};
const optionNow = async () => {
  const { body } = await directory.ask(KeptOptionDocument, { id: home.listing }, cora.headers);
  const node = body.data!.node;
  assert.ok(node?.__typename === 'HousingOption');
  return node;
};
const revise = async (named: Partial<ReviseHousingInput>) => {
  const { version } = await rowOf(home.listing);
  const input = { id: home.listing, version, ...named };
  return directory.ask(ReviseHousingDocument, { input }, cora.headers);
};

test('places that there are none of, and texts that are none, are refused by name', async () => {
  const before = await rowOf(home.listing);
  const refused: [Partial<ReviseHousingInput>, string][] = [
    [{ serviceAreas: [{ kind: 'REGION', regionId: 'reg_none' }] }, 'serviceAreas.0.regionId'],
    [
      { serviceAreas: [{ kind: 'NATIONWIDE' }, { kind: 'NATION', nationId: 'nat_none' }] },
      'serviceAreas.1.nationId',
    ],
    [
      { serviceAreas: [{ kind: 'COUNTIES', countyFips: ['27137', '27999'] }] },
      'serviceAreas.0.countyFips',
    ],
    [{ name: 'x', reason: 'a\0b' }, 'reason'],
    [{ name: 'x', reason: 'a'.repeat(501) }, 'reason'],
    [{ name: 'x', id: 'a\0b' }, 'id'],
    [{ units: null as never }, 'units'],
    [{ operatedBy: null as never }, 'operatedBy'],
  ];
  for (const [named, field] of refused) {
    assert.equal(outcome(await revise(named)), `INVALID input.${field}`);
  }
  assert.deepEqual(await rowOf(home.listing), before);
  const registered = async (more: object) =>
    outcome(
      await directory.ask(
        RegisterOrganizationDocument,
        { input: { name: 'Sample Partner', kind: 'NONPROFIT', ...more } },
        cora.headers,
      ),
    );
  assert.equal(await registered({ regionId: 'reg_none' }), 'INVALID input.regionId');
  const nowhere = { name: 'Office', countyFips: '27999', withheld: 'CONFIDENTIAL_SHELTER' };
  assert.equal(
    await registered({ newLocations: [nowhere] }),
    'INVALID input.newLocations.0.countyFips',
  );
  const organization = { id: home.organization, version: 1, name: 'x', reason: 'a\0b' };
  assert.equal(
    outcome(await directory.ask(ReviseOrganizationDocument, { input: organization }, cora.headers)),
    'INVALID input.reason',
  );
});

test('null empties a list', async () => {
  assert.notDeepEqual((await optionNow()).phones, []);
  assert.equal(outcome(await revise({ phones: null, eligibility: null, hours: null })), 'done');
  const { phones, eligibility } = await optionNow();
  assert.deepEqual([phones, eligibility], [[], []]);
});

test('what is written as it was did not change: when it last did stays', async () => {
  const before = await rowOf(home.listing);
  assert.equal(outcome(await revise({ summary: (await optionNow()).summary })), 'done');
  assert.deepEqual(await rowOf(home.listing), before);
  assert.equal(outcome(await revise({ summary: 'Other words.' })), 'done');
  const after = await rowOf(home.listing);
  assert.equal(after.version, before.version + 1);
  assert.notEqual(after.updatedAt, before.updatedAt);
});

test('an earlier state is not brought back without a word why', async () => {
  const then = await rowOf(home.listing);
  assert.equal(outcome(await revise({ fees: 'None.' })), 'done');
  const now = await rowOf(home.listing);
  const named = { id: home.listing, version: now.version, asOfVersion: then.version };
  for (const reason of ['', ' '.repeat(20), 'Because.', 'a'.repeat(501)]) {
    const answer = await directory.ask(
      RestoreListingDocument,
      { input: { ...named, reason } },
      cora.headers,
    );
    assert.equal(outcome(answer), 'INVALID input.reason');
  }
  assert.deepEqual(await rowOf(home.listing), now);
});

test('an earlier state comes back with a unit that was left out since; one whose row is gone, as a new one', async () => {
  await revise({
    units: [
      { name: 'Youth beds', capacity: 4 },
      { name: 'Quiet room', capacity: 1 },
    ],
  });
  const then = await optionNow();
  const backWithout = async (goes: () => Promise<unknown>) => {
    assert.equal(outcome(await revise({ units: [{ name: 'Youth beds', capacity: 4 }] })), 'done');
    await goes();
    const { version } = await rowOf(home.listing);
    const input = { id: home.listing, version, asOfVersion: then.version!, reason: 'It is back.' };
    const answer = await directory.ask(RestoreListingDocument, { input }, cora.headers);
    assert.equal(outcome(answer), 'done', answer.text);
    return (await optionNow()).units;
  };
  assert.deepEqual(await backWithout(() => Promise.resolve()), then.units);
  // As it went before units were kept.
  const now = await backWithout(() =>
    database.em().execute('delete from org.unit where id = ?', [then.units[1]!.id]),
  );
  assert.deepEqual(
    now.map(({ name, capacity }) => [name, capacity]),
    then.units.map(({ name, capacity }) => [name, capacity]),
  );
  assert.equal(now[0]!.id, then.units[0]!.id);
  assert.notEqual(now[1]!.id, then.units[1]!.id);
});

test('a pause that cannot end keeps no other from ending', async () => {
  const until = new Date(Date.now() + 3_600_000);
  for (const id of [home.listing, next.listing]) {
    const { version } = await rowOf(id);
    const input = { id, version, reason: 'An hour of rest.', until: until.toISOString() };
    assert.equal(
      outcome(await directory.ask(PauseListingDocument, { input }, cora.headers)),
      'done',
    );
  }
  const failures: unknown[] = [];
  let changes = 0;
  const rounds = upkeepRounds({
    change: (work) => {
      // One writes down what is overdue, one throws old answers away, one looks for what has ended, the fourth ends the first of it.
      if ((changes += 1) === 4) return Promise.reject(new Error('broken'));
      return inOne(database, work, until);
    },
    failed: (error) => failures.push(error),
  });
  await rounds.run();
  const paused = await database.read.rows(
    sql`select id from org.listing where status = 'PAUSED' and id in (${home.listing}, ${next.listing})`,
  );
  assert.deepEqual([paused.length, failures.map(String)], [1, ['Error: broken']]);
});
