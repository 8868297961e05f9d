import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { metersBetween } from '../../src/geography/index.js';
import { Column } from '../../src/placement/column.js';
import { Ids } from '../../src/placement/ids.js';
import { Bits } from '../../src/placement/lexicon.js';
import { leastOrderFrom, orderOf, placeOf } from '../../src/placement/order.js';
import { Pace } from '../../src/placement/pace.js';
import { comparePlaces } from '../../src/placement/question.js';
import { Queue } from '../../src/placement/queue.js';
import { inOrderOf } from '../../src/placement/radix.js';
import { chordSquared, chordSquaredOf, metersOf, vectorOf } from '../../src/placement/sphere.js';

const LETTERS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'.split('');
const someId = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('hou_', 'svc_'),
      fc.array(fc.constantFrom(...LETTERS), { minLength: 22, maxLength: 22 }),
    )
    .map(([prefix, letters]) => prefix + letters.join('')),
  fc.string({ maxLength: 30, unit: 'binary' }),
);

test('ids are kept whole, found again, and compared as texts are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(someId, { maxLength: 60 }), fc.array(someId), (known, unknown) => {
      const ids = new Ids(known.length % 7);
      for (const id of known) ids.push(id);
      const copied = new Ids();
      for (const number of known.keys()) copied.pushFrom(ids, number);
      for (const [number, id] of known.entries()) {
        assert.equal(ids.get(number), id);
        assert.equal(ids.find(id), number);
        assert.equal(copied.get(number), id);
        assert.equal(copied.find(id), number);
        const other = (number * 7) % known.length;
        const expected = id < known[other]! ? -1 : id > known[other]! ? 1 : 0;
        assert.equal(Math.sign(ids.compare(number, copied, other)), expected);
      }
      for (const id of unknown) if (!known.includes(id)) assert.equal(ids.find(id), -1);
    }),
  );
});

test('of an id pushed twice the later listing is found', () => {
  const ids = new Ids();
  for (const id of ['hou_AAAAAAAAAAAAAAAAAAAAAA', 'odd', 'hou_AAAAAAAAAAAAAAAAAAAAAA', 'odd']) {
    ids.push(id);
  }
  assert.deepEqual([ids.find('hou_AAAAAAAAAAAAAAAAAAAAAA'), ids.find('odd')], [2, 3]);
});

test('a column holds any whole number, and is as narrow as its numbers', () => {
  const someNumber = fc.oneof(fc.nat(255), fc.nat(65_535), fc.nat(2 ** 31 - 1), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.array(someNumber), fc.array(fc.tuple(fc.nat(), someNumber)), (pushed, sets) => {
      const column = new Column();
      const plain: number[] = [];
      for (const number of pushed) {
        column.push(number);
        plain.push(number);
      }
      for (const [at, number] of plain.length > 0 ? sets : []) {
        column.set(at % plain.length, number);
        plain[at % plain.length] = number;
      }
      column.trim();
      assert.deepEqual([...column.data], plain);
      if (pushed.every((number) => number < 256) && sets.length === 0) {
        assert.equal(column.bytes, plain.length);
      }
    }),
  );
});

test('a vocabulary of bits ends at 32 words, aloud', () => {
  const bits = new Bits();
  const words = Array.from({ length: 32 }, (_, index) => `WORD_${index}`);
  assert.equal(bits.of(words), 2 ** 32 - 1);
  assert.equal(bits.of(['WORD_31']), 2 ** 31);
  assert.throws(() => bits.of(['WORD_32']), RangeError);
});

const somePlace = fc.record({
  verdict: fc.nat(2),
  availability: fc.nat(3),
  band: fc.nat(7),
  freshness: fc.nat(3),
  meters: fc.option(fc.oneof(fc.nat(3), fc.nat(20_015_087))),
  id: fc.constant('id'),
});
const orderAt = ({ verdict, availability, band, freshness, meters }: typeof placeType) =>
  orderOf(verdict, availability, band, freshness, meters);
const placeType = fc.sample(somePlace, 1)[0]!;

test('a place in the order is one number, and back; numbers compare as places do', () => {
  fc.assert(
    fc.property(somePlace, somePlace, (a, b) => {
      assert.deepEqual({ ...placeOf(orderAt(a)), id: 'id' }, { ...a });
      assert.equal(Math.sign(orderAt(a) - orderAt(b)), Math.sign(comparePlaces(a, b)));
    }),
  );
});

test('nothing within its bounds comes before the least order, from where the page begins', () => {
  let late = 0;
  fc.assert(
    fc.property(somePlace, somePlace, somePlace, (begins, a, b) => {
      const far = (meters: number | null) => meters ?? Infinity;
      const [near, most] =
        far(a.meters) <= far(b.meters) ? [a.meters, b.meters] : [b.meters, a.meters];
      const bounds = {
        verdict: Math.min(a.verdict, b.verdict),
        availability: Math.min(a.availability, b.availability),
        band: Math.min(a.band, b.band),
        bandMost: Math.max(a.band, b.band),
        meters: near,
        metersMost: most,
      };
      const least = leastOrderFrom(orderAt(begins), bounds);
      if (least > orderAt(begins)) late += 1;
      for (const place of [a, b]) {
        if (orderAt(place) >= orderAt(begins)) assert.ok(least <= orderAt(place));
      }
    }),
    { numRuns: 20_000 },
  );
  assert.ok(late > 1_000, 'and often it is later than that');
});

test('a queue gives the first first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(5), (orders, pops) => {
      const queue = new Queue();
      const plain: number[] = [];
      for (const [at, order] of orders.entries()) {
        queue.push(order, order * 2);
        plain.push(order);
        if (at % 5 < pops) {
          plain.sort((a, b) => a - b);
          assert.equal(queue.first, plain[0]);
          assert.equal(queue.pop(), plain.shift()! * 2);
        }
      }
      for (const order of plain.sort((a, b) => a - b)) assert.equal(queue.pop(), order * 2);
      assert.equal(queue.first, Infinity);
    }),
  );
});

test('numbers are put in the order of their keys, equals as they were', async () => {
  const someKeys = fc.array(fc.tuple(fc.nat(3), fc.oneof(fc.nat(3), fc.nat(2 ** 32 - 1))));
  await fc.assert(
    fc.asyncProperty(someKeys, async (keys) => {
      const column = (part: 0 | 1) => Uint32Array.from(keys, (key) => key[part]);
      const order = await inOrderOf([column(1), column(0)], new Pace());
      const expected = [...keys.keys()].sort(
        (a, b) => keys[a]![0] - keys[b]![0] || keys[a]![1] - keys[b]![1] || a - b,
      );
      assert.deepEqual([...order], expected);
    }),
  );
});

test('a chord tells the metres of the great circle, to a centimetre', () => {
  const somewhere = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(somewhere, somewhere, (a, b) => {
      const meters = metersBetween(a, b);
      // Half way around the world a chord hardly grows any more; nobody searches there.
      if (meters > 15_000_000) return;
      const chord = chordSquared(vectorOf(a), vectorOf(b));
      assert.ok(Math.abs(metersOf(chord) - meters) < 0.02, `${metersOf(chord)} for ${meters}`);
      assert.ok(Math.abs(metersOf(chordSquaredOf(meters)) - meters) < 0.001);
    }),
  );
});

test('a column that grows keeps its numbers and gives back the memory that held them', () => {
  const column = new Column();
  const many = 200_000;
  const held = new Set<{ buffer: ArrayBufferLike }>();
  for (let number = 0; number < many; number += 1) {
    column.push(number);
    held.add(column.data);
  }
  assert.ok(column.data.every((value, index) => index >= many || value === index));
  held.delete(column.data);
  const bytes = [...held].map(({ buffer }) => buffer.byteLength);
  assert.ok(bytes.length > 10);
  // Less than 64 kB is left to the garbage collector, and so is all where there is no other way (Node 20).
  const isGivenBack = 'transfer' in ArrayBuffer.prototype;
  assert.equal(
    bytes.some((one) => one >= 65_536),
    !isGivenBack,
  );
});
