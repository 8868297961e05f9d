import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialedNumber } from '../../src/organizations/index.js';

test('a number is kept as E.164 and shown as people write it', () => {
  assert.deepEqual(dialedNumber('218-555-0143', 'n'), {
    number: '+12185550143',
    display: '218-555-0143',
  });
  assert.deepEqual(dialedNumber('(218) 555.0143', 'n'), {
    number: '+12185550143',
    display: '218-555-0143',
  });
});

test('a short code stays what is dialed', () => {
  for (const code of ['911', '988', '211', '711', '66008', '233733']) {
    assert.deepEqual(dialedNumber(code, 'n'), { number: code, display: code });
  }
});

test('what cannot be dialed is refused, naming the field', () => {
  for (const wrong of ['call us', '12', '555-0143-99-99-99-99-99']) {
    assert.throws(() => dialedNumber(wrong, 'phones.0.number'), {
      code: 'INVALID',
      field: 'phones.0.number',
    });
  }
});
