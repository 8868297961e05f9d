import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newAppKey } from '../../src/access/secret.js';
import { networkOf } from '../../src/server/http/who-asks.js';
import { openDirectory } from '../support/directory.js';
import { WhoAsksDocument } from '../support/documents.js';
import { appWith, comeIn } from '../support/people.js';

const OF_STRANGERS = 5;
const directory = await openDirectory();
const { database } = directory;
const steward = await comeIn(directory, 'STEWARD');
const app = await appWith(directory, ['directory:read']);
/** A server that counts, each time with nothing counted yet. */
const counting = () =>
  openDirectory({ database, rates: { stranger: OF_STRANGERS, app: 8, person: 7 } });

test('each viewer has so many requests a minute, is told what is left, and then when to ask again', async () => {
  const limited = await counting();
  for (const [headers, name, most] of [
    [{}, 'stranger', OF_STRANGERS],
    [app.headers, 'app', 8],
    [steward.headers, 'person', 7],
  ] as [Record<string, string>, string, number][]) {
    for (let asked = 1; asked <= most; asked += 1) {
      const { status, headers: told } = await limited.ask(WhoAsksDocument, {}, headers);
      assert.equal(status, 200, `${name} ${asked}`);
      assert.equal(told['ratelimit-policy'], `"${name}";q=${most};w=60`);
      assert.match(String(told['ratelimit']), new RegExp(`^"${name}";r=${most - asked};t=\\d+$`));
    }
    const { status, body, headers: told } = await limited.ask(WhoAsksDocument, {}, headers);
    assert.deepEqual([status, body.errors![0]!.extensions.code], [429, 'RATE_LIMITED'], name);
    const seconds = Number(told['retry-after']);
    assert.ok(seconds >= 1 && seconds <= 60, String(seconds));
  }
});

test('one app does not use up what another has, nor a stranger what a person has', async () => {
  const limited = await counting();
  const second = await appWith(directory, ['directory:read']);
  for (let asked = 0; asked < 9; asked += 1) await limited.ask(WhoAsksDocument, {}, app.headers);
  assert.equal((await limited.ask(WhoAsksDocument, {}, app.headers)).status, 429);
  assert.equal((await limited.ask(WhoAsksDocument, {}, second.headers)).status, 200);
  assert.equal((await limited.ask(WhoAsksDocument)).status, 200);
});

test('guesses of keys are counted as their network’s', async () => {
  const limited = await counting();
  const guess = () =>
    limited.ask(WhoAsksDocument, {}, { authorization: `Bearer ${newAppKey().key}` });
  for (let asked = 0; asked < OF_STRANGERS; asked += 1) assert.equal((await guess()).status, 401);
  assert.equal((await guess()).status, 429);
  assert.equal((await limited.ask(WhoAsksDocument)).status, 429);
  assert.equal((await limited.ask(WhoAsksDocument, {}, app.headers)).status, 200);
});

test('where requests are not counted, nothing is told of it', async () => {
  const { headers } = await directory.ask(WhoAsksDocument);
  assert.equal(headers['ratelimit'], undefined);
});

test('a network is an IPv4 address, or half of an IPv6 one, however short it is written', () => {
  assert.equal(networkOf('203.0.113.9'), '203.0.113.9');
  assert.equal(networkOf('::ffff:203.0.113.9'), '::ffff:203.0.113.9');
  assert.equal(networkOf('2001:db8:1:2:a:b:c:d'), '2001:db8:1:2');
  for (const host of ['2001:db8::1', '2001:db8::ffff:1', '2001:db8:0:0:5::6']) {
    assert.equal(networkOf(host), '2001:db8:0:0', host);
  }
  assert.equal(networkOf('::1'), '0:0:0:0');
});
