import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { appWith } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { nodes } from './packed-client.js';
import { agrees, directory, folder, held, rowsOf, sync, type Kill } from './sync-example.js';

const { read } = directory.database;

/** What is told to everyone, or to partners, by the tables of it. */
async function told(to: 'pub' | 'partners'): Promise<Map<string, string | null>> {
  const rows = await read.rows<{ id: string; name: string }>({
    text: `select id, coalesce(card ->> 'name', card ->> 'title') as name from (
      select id, card from ${to}.listing union all select id, card from ${to}.organization
      union all select id, card from pub.tribal_nation union all select id, card from pub.region
      union all select id, card from pub.material union all select id, card from pub.convening) told`,
    values: [],
  });
  return new Map(rows.map(({ id, name }): [string, string] => [id, name]).sort());
}

const home = await shelter(directory.database, { listed: { name: 'Sample Copied Beds' } });
const write = (statement: string) =>
  directory.change(({ em }) => em.execute(statement, [home.listing]));
const file = (name: string) => join(folder, name);

test('it says how it is used', async () => {
  const { out, code } = await sync(['--help']);
  assert.equal(code, 0);
  assert.match(out, /changes:read/);
  assert.equal((await sync([])).code, 1);
});

test('the first night makes a copy of all that is told, each later one takes in what changed', async () => {
  const path = file('nightly.db');
  const first = await sync([path]);
  assert.equal(first.code, 0, first.out);
  const everything = await told('pub');
  assert.deepEqual(held(path), everything);
  assert.match(first.out, new RegExp(`^${everything.size} changes; ${everything.size} things`));
  assert.equal(statSync(path).mode & 0o777, 0o600);
  await write(`update org.listing set name = 'Sample Renamed Beds' where id = ?`);
  const second = await sync([path]);
  assert.match(second.out, /^1 changes/);
  assert.equal(held(path).get(home.listing), 'Sample Renamed Beds');
  assert.match(readFileSync(path, 'latin1'), /Renamed/);
  await write(`update org.listing set disclosure = 'PARTNERS' where id = ?`);
  await sync([path]);
  assert.equal(held(path).has(home.listing), false);
  assert.deepEqual(held(path), await told('pub'));
  assert.doesNotMatch(
    readFileSync(path, 'latin1'),
    /Renamed/,
    'nothing is left of what is told no more',
  );
  const last = await sync([path]);
  assert.match(last.out, /^0 changes/);
  assert.equal(last.pages, 1);
});

test('killed before a page comes, and when it has come, it goes on from there, by every node here', async (context) => {
  const whole = await sync([file('whole.db')]);
  for (const node of nodes())
    for (const isAnswered of [false, true]) {
      const path = file(`killed-${isAnswered}-${nodes().indexOf(node)}.db`);
      const killed = await sync([path], { killed: { page: 3, isAnswered }, node });
      assert.equal(killed.code, null, killed.out);
      assert.ok(agrees(path) > 0);
      const rest = await sync([path], { node });
      assert.equal(rest.code, 0, rest.out);
      agrees(path);
      assert.deepEqual(held(path), await told('pub'));
      assert.ok(
        rest.pages < whole.pages,
        `${rest.pages} after the kill, ${whole.pages} from the beginning`,
      );
    }
  context.diagnostic(`by ${nodes().length} of them`);
});

test('killed between any two statements, a file is true to its cursor, and is gone on with', async () => {
  const path = file('killed-between.db');
  const all = (await told('pub')).size;
  // One after another, each where the one before it ended: after which statement, and what is there then.
  const points: [after: string, things: number][] = [
    ['1 create table', 0],
    ['1 begin', 0],
    ['1 insert into thing', 0],
    ['100 insert into thing', 0],
    ['1 insert into followed', 0],
    ['1 commit', 100],
    ['1 begin', 100],
    ['50 insert into thing', 100],
    ['2 insert into followed', 200],
    ['1 commit', 300],
    ['1 vacuum', all],
  ];
  for (const [after, things] of points) {
    const { code, out } = await sync([path], { killed: { after } });
    assert.equal(code, null, `${after}: ${out}`);
    assert.equal(agrees(path), things, after);
  }
  const { code, out } = await sync([path]);
  assert.equal(code, 0, out);
  assert.match(out, /^0 changes/);
  agrees(path);
  assert.deepEqual(held(path), await told('pub'));
});

test('killed at moments that nobody chose, again and again, it comes to the same', async (context) => {
  const { ms: whole } = await sync([file('timed.db')]);
  let kills = 0;
  for (const round of [1, 2]) {
    const path = file(`killed-at-moments-${round}.db`);
    const sizes: number[] = [];
    for (const part of [0.3, 0.6, 0.8]) {
      const { code, out } = await sync([path], { killed: { ms: whole * part * Math.random() } });
      assert.ok(code === null || code === 0, out);
      kills += code === null ? 1 : 0;
      sizes.push(agrees(path));
    }
    assert.deepEqual(
      sizes,
      [...sizes].sort((one, other) => one - other),
      'what was there was lost',
    );
    const last = await sync([path]);
    assert.equal(last.code, 0, last.out);
    agrees(path);
    assert.deepEqual(held(path), await told('pub'));
  }
  context.diagnostic(`${kills} of 6 came before the end`);
});

test('two at once on one file: what is there is right, and whoever comes second says so or waits', async () => {
  const path = file('two.db');
  const both = await Promise.all([sync([path]), sync([path])]);
  for (const { code, out } of both) if (code !== 0) assert.match(out, /Another sync|locked/);
  agrees(path);
  const last = await sync([path]);
  assert.equal(last.code, 0, last.out);
  assert.deepEqual(held(path), await told('pub'));
});

test('of two that have made a copy anew, one takes its place, and the other is told', async () => {
  const { Copy, AnotherAtWork } = await import(pathToFileURL(join(folder, 'dist/copy.js')).href);
  const path = file('taken-twice.db');
  const [one, other] = [Copy.open(path), Copy.open(path)];
  const change = (id: string) => ({ id, kind: 'TOLD', at: '2026-11-29', node: { name: id } });
  one.whole.add([change('old')], { after: null, cursor: 'before' });
  one.anew.add([change('new')], { after: null, cursor: 'end' });
  const take = (copy: typeof one, cursor: string | null, before = 'before') =>
    copy.takeAnew({ before, cursor });
  assert.throws(() => take(other, 'another end'), AnotherAtWork);
  take(one, 'end');
  // By whom nothing was told, and by whom the same was.
  for (const cursor of ['end', null]) assert.throws(() => take(other, cursor), AnotherAtWork);
  for (const copy of [one, other]) {
    assert.deepEqual([copy.whole.size, copy.whole.cursor], [1, 'end']);
    assert.deepEqual([copy.anew.size, copy.anew.cursor], [0, null]);
    copy.close();
  }
  assert.deepEqual([...rowsOf(path, 'thing').things.keys()], ['new']);
  const last = Copy.open(path);
  take(last, null, 'end');
  assert.deepEqual([last.whole.size, last.whole.cursor], [0, null]);
  last.close();
});

test('a file that is something else is left as it is', async () => {
  const path = file('notes.txt');
  writeFileSync(path, 'Somebody wrote here. '.repeat(100));
  const { code, out } = await sync([path]);
  assert.equal(code, 1);
  assert.match(out, /not a database/);
  assert.equal(readFileSync(path, 'utf8'), 'Somebody wrote here. '.repeat(100));
});

test('where the key is told more by now, or less, a copy is made anew, and the old one stays until it is whole', async () => {
  const path = file('partners.db');
  const { id, key } = await appWith(directory, ['changes:read', 'partners:read']);
  const scopes = (to: string) =>
    directory.change(({ em }) =>
      em.execute('update auth.app_key set scopes = ?::text[] where id = ?', [to, id]),
    );
  await sync([path], { key });
  const before = held(path);
  assert.deepEqual(before, await told('partners'));
  await scopes('{changes:read}');
  // Refused once, then begun anew; killed on its way, and while the one takes the place of the other.
  const kills: Kill[] = [
    { page: 4, isAnswered: false },
    { after: '1 delete from thing;' },
    { after: '1 delete from followed' },
  ];
  for (const killed of kills) {
    const { code, out } = await sync([path], { key, killed });
    assert.equal(code, null, out);
    assert.deepEqual(held(path), before);
    assert.ok(rowsOf(path, 'thing_anew').things.size > 0);
  }
  const again = await sync([path], { key });
  assert.equal(again.code, 0, again.out);
  assert.deepEqual(held(path), await told('pub'));
  agrees(path);
  assert.deepEqual(rowsOf(path, 'thing_anew'), { cursor: null, things: new Map() });
  await scopes('{directory:read}');
  const turnedDown = await sync([path], { key });
  assert.equal(turnedDown.code, 1);
  assert.match(turnedDown.out, /no scope/);
  assert.ok(!turnedDown.out.includes(key));
  assert.deepEqual(held(path), await told('pub'));
});
