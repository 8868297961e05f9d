import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'node:test';
import fc from 'fast-check';
import { readExact, writeExact } from '../../src/disclosure/exact-address.js';
import { SealFault, type Sealed, type SealedPlace } from '../../src/vault/index.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const [first, second] = [dataKey('first'), dataKey('second')];
const vault = vaultOf(second, first);
const place: SealedPlace = {
  schema: 'conf',
  table: 'sealed_address',
  column: 'sealed',
  row: 'loc_1',
};
const text = fc.string({ unit: 'binary', maxLength: 3_000 }).filter((one) => one.isWellFormed());
const fault = (reason: string) => (error: unknown) =>
  error instanceof SealFault && error.reason === reason;
const brokenBy = (sealed: Sealed, where = place, by = vault) =>
  assert.throws(() => by.open(sealed, where), fault('BROKEN'));

test('what is sealed opens, in its place and under its key', () => {
  fc.assert(
    fc.property(text, fc.string(), (words, row) => {
      const sealed = vault.seal(words, { ...place, row });
      assert.equal(sealed.keyId, 'second', 'the first key of a vault seals');
      assert.equal(vault.open(sealed, { ...place, row }), words);
    }),
  );
});

test('an older key opens what was sealed under it, and one that is not there opens nothing', () => {
  const sealed = vaultOf(first).seal('a door', place);
  assert.equal(vault.open(sealed, place), 'a door');
  assert.throws(() => vaultOf(second).open(sealed, place), fault('NO_KEY'));
  assert.throws(() => vaultOf().open(sealed, place), fault('NO_KEY'));
});

test('any bit changed, of the nonce, the text or the tag, and it does not open', () => {
  const sealed = vault.seal(writeExact(CANARY, 'exact'), place);
  fc.assert(
    fc.property(
      fc.constantFrom('nonce' as const, 'sealed' as const),
      fc.nat(),
      fc.nat({ max: 7 }),
      (part, index, bit) => {
        const bytes = Buffer.from(sealed[part]);
        bytes[index % bytes.length]! ^= 1 << bit;
        brokenBy({ ...sealed, [part]: bytes });
      },
    ),
    { numRuns: 1_000 },
  );
  for (const part of ['nonce', 'sealed'] as const) {
    for (let length = 0; length < Math.min(64, sealed[part].length); length += 1) {
      brokenBy({ ...sealed, [part]: sealed[part].subarray(0, length) });
    }
  }
});

test('of another row, column, table or schema, it does not open', () => {
  const sealed = vault.seal('a door', place);
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(place) as (keyof SealedPlace)[])),
      fc.string(),
      (part, name) => {
        fc.pre(name !== place[part]);
        brokenBy(sealed, { ...place, [part]: name });
      },
    ),
  );
  // The parts are told apart: what one loses, the next does not gain.
  brokenBy(vault.seal('a door', { ...place, schema: 'a","b', table: 'c' }), {
    ...place,
    schema: 'a',
    table: 'b","c',
  });
});

test('another key does not open it, though it has the same name or its row is given the other’s', () => {
  const sealed = vault.seal('a door', place);
  brokenBy(sealed, place, vaultOf(dataKey('second')));
  brokenBy({ ...sealed, keyId: 'first' });
  // Even where both names are of one key: the name is sealed with the text.
  brokenBy({ ...sealed, keyId: 'alias' }, place, vaultOf(second, { ...second, id: 'alias' }));
});

test('the same text is never sealed the same way twice', () => {
  const all = Array.from({ length: 1_000 }, () => vault.seal('a door', place));
  assert.equal(new Set(all.map(({ nonce }) => nonce.toString('hex'))).size, all.length);
  assert.equal(new Set(all.map(({ sealed }) => sealed.toString('hex'))).size, all.length);
});

test('a sealed address tells nothing by its length', () => {
  const address = fc.record(
    {
      lines: fc.array(fc.string({ minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 4 }),
      city: fc.string({ minLength: 1, maxLength: 100 }),
      postalCode: fc.constantFrom('56601', '56601-1234'),
      point: fc.option(fc.constant(CANARY.point)),
      notes: fc.option(fc.string({ maxLength: 1_000 })),
    },
    { noNullPrototype: true },
  );
  const lengths = new Set<number>();
  fc.assert(
    fc.property(address, (given) => {
      const { sealed } = vault.seal(writeExact(given, 'exact'), place);
      lengths.add(sealed.length);
      assert.deepEqual(readExact(writeExact(given, 'exact')), given);
    }),
  );
  assert.equal(lengths.size, 1);
  const longest = {
    ...CANARY,
    lines: Array<string>(4).fill('ñ'.repeat(200)),
    city: 'ñ'.repeat(100),
    notes: 'ñ'.repeat(1_000),
  };
  assert.deepEqual(readExact(writeExact(longest, 'exact')), longest);
  assert.throws(() => writeExact({ ...longest, notes: '舟'.repeat(1_000) }, 'exact'), {
    code: 'INVALID',
    field: 'exact',
    message: /too long/,
  });
});

test('a vault that is logged shows nothing of its keys', () => {
  const shown = [
    inspect(vault, { depth: 9, showHidden: true }),
    JSON.stringify(vault),
    String(vault),
  ].join();
  for (const { bytes } of [first, second]) {
    for (const encoding of ['hex', 'base64'] as const)
      assert.ok(!shown.includes(bytes.toString(encoding).slice(0, 16)), shown);
  }
});
