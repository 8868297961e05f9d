import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openDirectory } from '../support/directory.js';
import {
  KeptOptionDocument,
  ReviseHousingDocument,
  type ReviseHousingInput,
} from '../support/documents.js';
import { outcome } from '../support/outcome.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';

const directory = await openDirectory();
const young = {
  kind: 'AGE' as const,
  stance: 'REQUIRES' as const,
  terms: { ageMin: 16, ageMax: 24 },
};
const home = await shelter(directory.database, {
  listed: { units: [{ name: 'Youth beds', capacity: 5, eligibility: [young] }] },
});
const cora = await comeIn(directory, 'COORDINATOR', home.organization);

const read = async (headers: Record<string, string> = cora.headers) => {
  const { body } = await directory.ask(KeptOptionDocument, { id: home.listing }, headers);
  const node = body.data!.node;
  assert.ok(node?.__typename === 'HousingOption', JSON.stringify(body));
  return node;
};
/** What everyone is told of its units. */
const told = async () =>
  (await read({})).units.map(({ name, capacity, eligibility }) => [
    name,
    capacity,
    eligibility.map(({ kind }) => kind),
  ]);
const revise = async (units: ReviseHousingInput['units']) => {
  const { version } = await read();
  const input = { id: home.listing, version: version!, units };
  return outcome(await directory.ask(ReviseHousingDocument, { input }, cora.headers));
};
const { id } = (await read()).units[0]!;

beforeEach(async () => {
  assert.equal(
    await revise([{ id, name: 'Youth beds', capacity: 5, eligibility: [young] }]),
    'done',
  );
});

test('what is not named of a unit that is there stays, whether it is named by its id or by its name', async () => {
  assert.equal(await revise([{ id, name: 'Young beds', capacity: 6 }]), 'done');
  assert.deepEqual(await told(), [['Young beds', 6, ['AGE']]]);
  assert.equal(await revise([{ name: 'Young beds', capacity: 7 }]), 'done');
  assert.deepEqual(await told(), [['Young beds', 7, ['AGE']]]);
  assert.equal(await revise([{ id, name: 'Youth beds' }]), 'done');
  assert.deepEqual(await told(), [['Youth beds', 7, ['AGE']]]);
  const { version } = await read();
  assert.equal(await revise([{ name: 'Youth beds' }]), 'done');
  assert.equal((await read()).version, version, 'nothing of it was changed');
});

test('an empty list takes its rules away, and null the number of its beds', async () => {
  assert.equal(await revise([{ id, name: 'Youth beds', eligibility: [] }]), 'done');
  assert.deepEqual(await told(), [['Youth beds', 5, []]]);
  assert.equal(await revise([{ id, name: 'Youth beds', eligibility: [young] }]), 'done');
  assert.equal(await revise([{ id, name: 'Youth beds', eligibility: null }]), 'done');
  assert.deepEqual(await told(), [['Youth beds', 5, []]]);
  assert.equal(await revise([{ id, name: 'Youth beds', capacity: null }]), 'done');
  assert.deepEqual(await told(), [['Youth beds', null, []]]);
});

test('a new unit has what is named of it, also where one of its name is there by its id', async () => {
  assert.equal(await revise([{ id, name: 'Old beds' }, { name: 'Youth beds' }]), 'done');
  assert.deepEqual(await told(), [
    ['Old beds', 5, ['AGE']],
    ['Youth beds', null, []],
  ]);
});
