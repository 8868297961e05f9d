import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Digests } from '../../src/once/index.js';
import { SealFault } from '../../src/vault/index.js';

const digests = new Digests(Buffer.alloc(32, 1));
const given = { name: 'House', at: { zip: '56633', city: null }, days: [1, 2] };
const whole = ['acc_a', 'a random key', 'reviseHousing', given] as const;
const same = digests.of(...whole);

test('the same input has one digest, whatever the order of its fields', () => {
  const turned = { days: [1, 2], at: { city: null, zip: '56633' }, name: 'House' };
  assert.deepEqual(digests.of('acc_a', 'a random key', 'reviseHousing', turned), same);
  const left = { ...given, summary: undefined };
  assert.deepEqual(digests.of('acc_a', 'a random key', 'reviseHousing', left), same);
  assert.match(same.key, /^[0-9a-f]{64}$/);
  assert.match(same.input, /^[0-9a-f]{64}$/);
});

test('whatever else is given has another digest', () => {
  const others: object[] = [
    {},
    { ...given, name: 'house' },
    { ...given, summary: null },
    { ...given, at: { zip: '56633' } },
    { ...given, days: [2, 1] },
    { ...given, days: [12] },
    { ...given, days: ['1', '2'] },
    { ...given, days: { 0: 1, 1: 2 } },
    { ...given, from: new Date(0) },
    { ...given, from: new Date(1) },
  ];
  const all = others.map((other) => digests.of('acc_a', 'a random key', 'reviseHousing', other));
  assert.equal(new Set([same, ...all].map(({ input }) => input)).size, others.length + 1);
  for (const { key } of all) assert.equal(key, same.key);
});

test('of another viewer, key, change or server all is another; the key goes into the digest of the input', () => {
  const [viewer, key, change] = whole;
  assert.notEqual(digests.of('key_a', key, change, given).key, same.key);
  assert.notEqual(digests.of('acc_', `a${key}`, change, given).key, same.key);
  assert.equal(digests.of(viewer, key, 'listHousing', given).key, same.key);
  const inputs = [
    digests.of('key_a', key, change, given),
    digests.of(viewer, 'another key', change, given),
    digests.of(viewer, key, 'listHousing', given),
    new Digests(Buffer.alloc(32, 2)).of(...whole),
  ];
  assert.equal(new Set([same, ...inputs].map(({ input }) => input)).size, 5);
  assert.notEqual(new Digests(Buffer.alloc(32, 2)).of(...whole).key, same.key);
});

test('without its key none is made, and it is said why', () => {
  const none = new Digests(new SealFault('NO_KEY'));
  assert.throws(() => none.of(...whole), { code: 'UNAVAILABLE', message: /HARBORLIGHT_DATA_KEY/ });
  assert.throws(() => none.secretOf('sample', 'lst_a'), { code: 'UNAVAILABLE' });
});
