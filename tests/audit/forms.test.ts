import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, test } from 'node:test';
import { digestOf, eventSelected, type EventRow } from '../../src/audit/event.js';
import { NumberSet } from '../../src/audit/number-set.js';
import { digestsOf, hashOf, multirangeOf, readHead, secondsOf } from '../../src/audit/seal.js';
import { sql } from '../../src/kernel/index.js';
import { copyOfTemplate } from '../support/template.js';

const database = await copyOfTemplate();
after(() => database.close());
const { read } = database;
const numbers = fc.uniqueArray(fc.integer({ min: -50, max: 200 }), { minLength: 1, maxLength: 60 });
const rising = (list: number[]) => list.sort((one, other) => one - other).map(BigInt);

test('an event has one digest, on every database and in every time zone', async () => {
  await database.em().execute(`insert into audit.event overriding system value values
    (7000001, '2026-07-01 12:00:00.000001+05:30', 'HOST', null, 'sampleWork', 'org_ñ', '{"b" : 1,  "a": "\\u00e9é"}')`);
  const digests = new Set<string>();
  for (const zone of ['UTC', 'America/Chicago', 'Asia/Kolkata']) {
    await database.em().transactional(async (em) => {
      await em.execute(`set local time zone '${zone}'`);
      await em.execute(`set local datestyle to 'German'`);
      const [event] = await em.execute<EventRow[]>(
        `select ${eventSelected} from audit.event e where number = 7000001`,
      );
      assert.deepEqual(event, {
        number: '7000001',
        at: '1782887400.000001',
        viewerKind: 'HOST',
        viewerId: null,
        action: 'sampleWork',
        thingId: 'org_ñ',
        detail: '{"b" : 1,  "a": "\\u00e9é"}',
      });
      digests.add(digestOf(event!));
    });
  }
  // Worked out with another program: SHA-256 of the JSON array of these texts.
  assert.deepEqual(
    [...digests],
    ['e6f5d0ae16947f43ff182a71f5bb7116f84ed8f623234d77dd315c21aa6dce32'],
  );
});

test('no two events are one text: null is no text, and nothing moves from one column into the next', () => {
  const event: EventRow = {
    number: '1',
    at: '1.000000',
    viewerKind: 'HOST',
    viewerId: null,
    action: 'a',
    thingId: 'b',
    detail: '{}',
  };
  const others: Partial<EventRow>[] = [
    { viewerId: '' },
    { viewerId: 'null' },
    { action: 'a","b', thingId: '' },
    { action: 'ab', thingId: '' },
    { action: '', thingId: 'ab' },
    { thingId: null },
    { detail: '{} ' },
  ];
  const digests = new Set(
    [event, ...others.map((other) => ({ ...event, ...other }))].map(digestOf),
  );
  assert.equal(digests.size, others.length + 1);
});

test('the hash of a seal is that of all it holds', () => {
  const seal = {
    number: 2n,
    events: '{[1,3)}',
    digests: 'ab'.repeat(64),
    previous: 'cd'.repeat(32),
    sealedAt: '1.000000',
  };
  // Worked out with another program, as above.
  assert.equal(hashOf(seal), '2ab1cca72437d2b25ce178969ac13681a758e8cb6931298b34427c5bdc760514');
});

test('numbers are written as the database writes them, and read back', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, async (list) => {
      const sorted = rising(list);
      const events = multirangeOf(sorted);
      const [row] = await read.rows<{ text: string }>(
        sql`select ${events}::int8multirange::text as text`,
      );
      assert.equal(row!.text, events);
      const digests = sorted.map((number) => `${number + 100n}`.padStart(64, '0'));
      assert.deepEqual(
        [...digestsOf({ events, digests: digests.join('') })],
        sorted.map((number, index) => [number, digests[index]]),
      );
    }),
    { numRuns: 50 },
  );
});

test('a range that holds more than the seal has digests is not walked', () => {
  const digests = '0'.repeat(64);
  for (const events of ['{[1,9000000000000000000)}', '{(,5)}', '{[1,)}', '{}', 'empty']) {
    assert.deepEqual([...digestsOf({ events, digests })], []);
  }
});

test('a time of the clock is written as the database writes its seconds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2200-01-01') }),
      async (time) => {
        const [row] = await read.rows<{ text: string }>(
          sql`select extract(epoch from ${time.toISOString()}::timestamptz)::text as text`,
        );
        assert.equal(secondsOf(time), row!.text);
      },
    ),
    { numRuns: 50 },
  );
});

test('a set of numbers holds what was put in, wherever it lies', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })), (list) => {
      const set = new NumberSet();
      const known = new Set<bigint>();
      for (const number of list) {
        assert.equal(set.add(number), !known.has(number));
        known.add(number);
        assert.ok(set.has(number) && !set.add(number));
        assert.equal(set.has(number + 1n), known.has(number + 1n));
      }
    }),
  );
});

test('a head is read as it is printed, and anything else is refused', () => {
  const hash = 'a1'.repeat(32);
  assert.deepEqual(readHead(` 12:${hash.toUpperCase()}\n`), { number: 12n, hash });
  for (const text of ['', '12', `12:${hash}0`, `x:${hash}`, `-1:${hash}`, `12 ${hash}`]) {
    assert.throws(() => readHead(text), /A head is the number of a seal/);
  }
});
