import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDirectory } from '../support/directory.js';
import { appWith } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { freshFolder, install, must, packClient, root } from './packed-client.js';

const directory = await openDirectory();
const { read } = directory.database;
await directory.http.listen({ port: 0, host: '127.0.0.1' });
const url = `http://127.0.0.1:${(directory.http.server.address() as AddressInfo).port}/graphql`;
const folder = freshFolder();
cpSync(join(root, 'examples/sync'), folder, {
  recursive: true,
  filter: (path) => !/\/(dist|node_modules|package\.json)$/.test(path),
});
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
await install(await packClient(), folder);
symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'));
await must('tsc', ['-p', folder], folder);

/** Runs the example to its end, or to its kill: as soon as the directory is asked for this page, or has answered it. */
async function sync(
  args: string[],
  { key, killed }: { key?: string; killed?: { page: number; isAnswered: boolean } } = {},
): Promise<{ out: string; code: number | null; pages: number }> {
  let pages = 0;
  const between = createServer(async (request, response) => {
    pages += 1;
    const isLast = pages === killed?.page;
    if (isLast && !killed.isAnswered) child.kill('SIGKILL');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { authorization } = request.headers;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: Buffer.concat(parts),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()), () => {
      if (isLast && killed.isAnswered) child.kill('SIGKILL');
    });
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const port = (between.address() as AddressInfo).port;
  const child = spawn(process.execPath, [join(folder, 'dist/sync.js'), ...args], {
    cwd: folder,
    env: {
      ...process.env,
      HARBORLIGHT_URL: `http://127.0.0.1:${port}/graphql`,
      ...(key ? { HARBORLIGHT_KEY: key } : {}),
      NODE_OPTIONS: '',
      NODE_TEST_CONTEXT: '',
    },
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (out += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  between.closeAllConnections();
  await new Promise((resolve) => between.close(resolve));
  return { out, code, pages };
}

/** What a file says of each thing, as whoever reads it does. */
function held(path: string): Map<string, string | null> {
  const things = new Map<string, string | null>();
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n')) {
    const { id, node } = JSON.parse(line) as {
      id?: string;
      node?: { name?: string; title?: string };
    };
    if (id && node) things.set(id, node.name ?? node.title ?? null);
    else if (id) things.delete(id);
  }
  return new Map([...things].sort());
}

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
/** A copy that was cut off after some pages, each as it was added. */
const cut = file('cut.jsonl');

test('it says how it is used', async () => {
  const { out, code } = await sync(['--help']);
  assert.equal(code, 0);
  assert.match(out, /changes:read/);
  assert.equal((await sync([])).code, 1);
});

test('the first night makes a copy of all that is told, each later one takes in what changed', async () => {
  const path = file('nightly.jsonl');
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
  await write(`update org.listing set disclosure = 'PARTNERS' where id = ?`);
  await sync([path]);
  assert.equal(held(path).has(home.listing), false);
  assert.deepEqual(held(path), await told('pub'));
  assert.doesNotMatch(
    readFileSync(path, 'utf8'),
    /Renamed/,
    'nothing is left of what is told no more',
  );
  const last = await sync([path]);
  assert.match(last.out, /^0 changes/);
  assert.equal(last.pages, 1);
});

test('killed before a page comes, and when it has come, it goes on from there', async () => {
  for (const isAnswered of [false, true]) {
    const path = file(`killed-${isAnswered}.jsonl`);
    const killed = await sync([path], { killed: { page: 3, isAnswered } });
    assert.equal(killed.code, null);
    assert.ok(killed.pages >= 3);
    copyFileSync(path, cut);
    const rest = await sync([path]);
    assert.equal(rest.code, 0, rest.out);
    assert.deepEqual(held(path), await told('pub'));
    const whole = await sync([file(`whole-${isAnswered}.jsonl`)]);
    assert.ok(
      rest.pages < whole.pages,
      `${rest.pages} after the kill, ${whole.pages} from the beginning`,
    );
  }
});

test('a file that was cut off anywhere is gone on with, from its last whole page', async () => {
  const { size } = statSync(cut);
  const expected = await told('pub');
  const text = readFileSync(cut);
  const cursors = [...text.toString('latin1').matchAll(/\{"cursor"/g)].map(({ index }) => index);
  assert.ok(cursors.length >= 2);
  const points = [0, 1, cursors[0]! + 4, cursors[1]! - 1, cursors[1]! + 30, size - 1];
  for (const at of points) {
    const path = file(`cut-at-${at}.jsonl`);
    copyFileSync(cut, path);
    truncateSync(path, at);
    const { code, out } = await sync([path]);
    assert.equal(code, 0, out);
    assert.deepEqual(held(path), expected, `cut at ${at} of ${size}`);
  }
});

test('where the key is told more by now, or less, a copy is made anew, and the old one stays until it is whole', async () => {
  const path = file('partners.jsonl');
  const { id, key } = await appWith(directory, ['changes:read', 'partners:read']);
  const scopes = (to: string) =>
    directory.change(({ em }) =>
      em.execute('update auth.app_key set scopes = ?::text[] where id = ?', [to, id]),
    );
  await sync([path], { key });
  assert.deepEqual(held(path), await told('partners'));
  await scopes('{changes:read}');
  const before = readFileSync(path, 'utf8');
  // Refused once, then begun anew; killed on its way.
  await sync([path], { key, killed: { page: 4, isAnswered: false } });
  assert.equal(readFileSync(path, 'utf8'), before);
  const again = await sync([path], { key });
  assert.equal(again.code, 0, again.out);
  assert.deepEqual(held(path), await told('pub'));
  await scopes('{directory:read}');
  const turnedDown = await sync([path], { key });
  assert.equal(turnedDown.code, 1);
  assert.match(turnedDown.out, /no scope/);
  assert.ok(!turnedDown.out.includes(key));
  assert.deepEqual(held(path), await told('pub'));
});
