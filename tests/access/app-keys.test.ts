import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAppKey, newAppKey } from '../../src/access/secret.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  IssueAppKeyDocument,
  RevokeAppKeyDocument,
  WhoAsksDocument,
} from '../support/documents.js';
import { appWith, comeIn } from '../support/people.js';

const directory = await openDirectory();
const other = await openDirectory({ database: directory.database });
const steward = await comeIn(directory, 'STEWARD');

test('a key is told once, opens what its scopes say, and ends at once on every server', async () => {
  const input = { name: 'Sample county', scopes: ['directory:read', 'directory:read'], days: 30 };
  const { body } = await directory.ask(IssueAppKeyDocument, { input }, steward.headers);
  const { appKey, key, userErrors } = body.data!.issueAppKey!;
  assert.deepEqual(userErrors, []);
  assert.ok(isAppKey(key!) && key!.startsWith(appKey!.prefix));
  assert.deepEqual(appKey!.scopes, ['directory:read']);
  const headers = { authorization: `Bearer ${key}` };
  for (const server of [directory, other]) {
    const { body } = await server.ask(WhoAsksDocument, {}, headers);
    assert.deepEqual(body.data!.viewer, {
      kind: 'APP',
      name: 'Sample county',
      roles: [],
      scopes: ['directory:read'],
    });
  }
  const revoke = () =>
    directory.ask(RevokeAppKeyDocument, { input: { id: appKey!.id } }, steward.headers);
  assert.equal((await revoke()).body.data!.revokeAppKey!.id, appKey!.id);
  for (const server of [directory, other]) {
    const { status, body, headers: told } = await server.ask(WhoAsksDocument, {}, headers);
    assert.deepEqual([status, body.errors![0]!.extensions.code], [401, 'UNAUTHENTICATED']);
    assert.equal(told['www-authenticate'], 'Bearer');
  }
  assert.equal((await revoke()).body.data!.revokeAppKey!.userErrors[0]!.code, 'NOT_FOUND');
});

test('a key that is none, was mistyped or has run out is refused alike', async () => {
  const { headers, key } = await appWith(directory, ['directory:read']);
  const mistyped = key.replace(/.$/, (letter) => (letter === '0' ? '1' : '0'));
  const texts = new Set<string>();
  for (const authorization of [
    `Bearer ${mistyped}`,
    `Bearer ${newAppKey().key}`,
    'Basic YTpi',
    '',
  ]) {
    const { status, text } = await directory.ask(WhoAsksDocument, {}, { authorization });
    assert.equal(status, 401, authorization);
    texts.add(text);
  }
  directory.setNow(new Date(Date.now() + 366 * 24 * 3_600_000));
  texts.add((await directory.ask(WhoAsksDocument, {}, headers)).text);
  directory.setNow(new Date());
  assert.equal((await directory.ask(WhoAsksDocument, {}, headers)).status, 200);
  assert.equal(texts.size, 1);
});

test('of a key the database keeps what proves it, and the beginning by which it is known', async () => {
  const { id, key } = await appWith(directory, ['changes:read']);
  const [row] = await directory.database.read.rows<{ text: string }>(
    sql`select k::text as text from auth.app_key k where id = ${id}`,
  );
  assert.ok(row!.text.includes(key.slice(0, 12)));
  assert.ok(!row!.text.includes(key.slice(12, 30)));
});

test('a scope that is none, and a time that is none, are refused by their field', async () => {
  const refused = async (input: { name: string; scopes: string[]; days?: number }) =>
    (await directory.ask(IssueAppKeyDocument, { input }, steward.headers)).body.data!.issueAppKey!
      .userErrors[0];
  assert.equal((await refused({ name: 'a', scopes: ['everything'] }))?.field, 'input.scopes.0');
  assert.equal((await refused({ name: 'a', scopes: [] }))?.field, 'input.scopes');
  assert.equal((await refused({ name: ' ', scopes: ['changes:read'] }))?.field, 'input.name');
  assert.equal(
    (await refused({ name: 'a', scopes: ['changes:read'], days: 0 }))?.field,
    'input.days',
  );
});

test('every key has its checksum: one wrong letter anywhere is known', () => {
  const { key } = newAppKey();
  assert.ok(isAppKey(key));
  for (let at = 0; at < key.length; at += 1) {
    const wrong = key.slice(0, at) + (key[at] === 'x' ? 'y' : 'x') + key.slice(at + 1);
    assert.ok(!isAppKey(wrong), String(at));
  }
});
