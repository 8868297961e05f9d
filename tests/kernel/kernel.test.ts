import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  Cursors,
  idPrefixes,
  kindOfId,
  newId,
  queryOf,
  questionOf,
  wordsIn,
  type IdKind,
} from '../../src/kernel/index.js';

const cursors = new Cursors(Buffer.alloc(32, 7));

test('a cursor opens for its own question and for no other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { minLength: 1, maxLength: 5 }),
      fc.string(),
      fc.string(),
      (position, mine, other) => {
        const sealed = cursors.seal(mine, position);
        assert.deepEqual(cursors.open(mine, sealed), position);
        if (mine !== other) assert.throws(() => cursors.open(other, sealed), { code: 'INVALID' });
      },
    ),
  );
});

test('a cursor with any letter changed is refused', () => {
  const sealed = cursors.seal('organizations', ['acacia', 'org_1']);
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    let opened: unknown;
    try {
      opened = cursors.open('organizations', altered);
    } catch (error) {
      assert.equal((error as { code?: string }).code, 'INVALID');
      continue;
    }
    // The last letter of base64url holds spare bits: what it opens to must be what was sealed.
    assert.deepEqual(opened, ['acacia', 'org_1']);
  }
});

test('a cursor made with another key is refused', () => {
  const foreign = new Cursors(Buffer.alloc(32, 8)).seal('q', ['a']);
  assert.throws(() => cursors.open('q', foreign), { code: 'INVALID' });
});

test('absent and null arguments are the same question; another value is another', () => {
  assert.equal(questionOf('q', { a: 1, b: null }), questionOf('q', { b: undefined, a: 1 }));
  assert.notEqual(questionOf('q', { a: 1 }), questionOf('q', { a: 2 }));
  assert.notEqual(questionOf('q', {}), questionOf('r', {}));
});

test('every id tells its kind, and nothing else is an id', () => {
  for (const kind of Object.keys(idPrefixes) as IdKind[]) assert.equal(kindOfId(newId(kind)), kind);
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (!/^[a-z]{3}_[\w-]{22}$/.test(text)) assert.equal(kindOfId(text), null);
    }),
  );
  assert.equal(kindOfId('xyz_aaaaaaaaaaaaaaaaaaaaaa'), null);
});

test('a search text becomes words, the last of them perhaps only begun', () => {
  assert.deepEqual(wordsIn("St. Paul's  advocates!", 'text'), ['St', 'Paul', 's', 'advocates']);
  assert.equal(queryOf(['legal', 'hel']), "'legal' & 'hel':*");
  assert.equal(queryOf(['legal', 'he']), "'legal' & 'he'");
  assert.equal(queryOf([['legl', 'legal'], 'help']), "('legl' | 'legal') & 'help':*");
  assert.throws(() => wordsIn(' -- ', 'text'), { code: 'INVALID', field: 'text' });
  assert.throws(() => wordsIn('x'.repeat(201), 'text'), { code: 'INVALID' });
});
