import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Kind } from 'graphql';
import {
  Cursors,
  DateTime,
  LanguageTag,
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
    assert.throws(() => cursors.open('organizations', altered), { code: 'INVALID' });
  }
  for (const more of ['=', '==', ' ', '\n', '.', 'A', '-'])
    assert.throws(() => cursors.open('organizations', sealed + more), { code: 'INVALID' });
});

test('a moment lies in the years 1 to 9999; a language comes by its canonical tag', () => {
  for (const wrong of [
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+05:00',
    '9999-12-31T23:59:59-12:00',
  ]) {
    assert.throws(() => DateTime.parseValue(wrong), { code: 'INVALID' });
    assert.throws(() => DateTime.parseLiteral({ kind: Kind.STRING, value: wrong }), {
      code: 'INVALID',
    });
  }
  assert.equal(DateTime.parseValue('2026-11-24T16:00:00Z').getTime(), Date.UTC(2026, 10, 24, 16));
  assert.deepEqual(
    ['EN', 'es-mx', 'hmn'].map((tag) => LanguageTag.parseValue(tag)),
    ['en', 'es-MX', 'hmn'],
  );
  assert.equal(LanguageTag.parseLiteral({ kind: Kind.STRING, value: 'SO' }), 'so');
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
  for (const wrong of ['shelter\ud800', 'a\0b'])
    assert.throws(() => wordsIn(wrong, 'filter.text'), { code: 'INVALID', field: 'filter.text' });
  assert.throws(() => wordsIn(' -- ', 'text'), { code: 'INVALID', field: 'text' });
  assert.throws(() => wordsIn('x'.repeat(201), 'text'), { code: 'INVALID' });
});
