import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newAppKey } from '../../src/access/secret.js';
import type { FastifyReply } from 'fastify';
import { sql, stranger } from '../../src/kernel/index.js';
import { RateLimits } from '../../src/server/http/rate-limits.js';
import { networkOf } from '../../src/server/http/who-asks.js';
import { openDirectory } from '../support/directory.js';
import { WhoAsksDocument } from '../support/documents.js';
import { appWith, comeIn } from '../support/people.js';
import { onPostgresql } from '../support/template.js';
import { until } from '../support/wait.js';

const OF_STRANGERS = 5;
const WAIT_MS = 30_000;
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

if (onPostgresql()) {
  const MANY = 100;
  const ALONE = MANY / 20;
  const rates = { stranger: MANY, app: MANY, person: MANY };
  const summed = async () =>
    (
      await database.read.rows<{ points: number }>(
        sql`select points from auth.attempt order by points desc`,
      )
    ).map(({ points }) => points);

  test('several servers of one database keep to the limit together, and write nothing of who asks little', async () => {
    const first = await openDirectory({ database, rates });
    const second = await openDirectory({ database, rates });
    await database.em().execute('delete from auth.attempt');
    const asks = async (server: typeof first, times: number, headers = {}) => {
      let answered = 0;
      for (let asked = 0; asked < times; asked += 1)
        answered += Number((await server.ask(WhoAsksDocument, {}, headers)).status === 200);
      return answered;
    };
    assert.equal(await asks(second, ALONE - 1, app.headers), ALONE - 1);
    assert.equal(await asks(first, MANY + 1), MANY);
    const hasSum = (least: number) => async () => ((await summed())[0] ?? 0) >= least;
    assert.ok((await until(hasSum(MANY + 1), WAIT_MS)) < WAIT_MS);
    assert.equal((await summed()).length, 1, 'of the app nothing is written');
    // It learns of it with the next that it adds, having answered a twentieth and those that came meanwhile.
    let answered = await asks(second, ALONE);
    assert.ok((await until(hasSum(MANY + 1 + ALONE), WAIT_MS)) < WAIT_MS);
    const isRefused = async () => {
      const one = await asks(second, 1);
      answered += one;
      return one === 0;
    };
    assert.ok((await until(isRefused, WAIT_MS)) < WAIT_MS);
    assert.ok(answered < MANY, `${answered} answered`);
    // The app that asked little is answered; of it all is added as soon as it asks more.
    assert.equal(await asks(second, ALONE, app.headers), ALONE);
    const hasApp = async () => (await summed()).some((sum) => sum >= ALONE && sum < MANY);
    assert.ok((await until(hasApp, WAIT_MS)) < WAIT_MS);
    const keys = await database.read.rows<{ key: string }>(sql`select key from auth.attempt`);
    for (const { key } of keys) assert.match(key, /^[\w-]{43}$/);
  });
}

test('where what all have counted is not to be had, each server counts for itself, and adds it later', async () => {
  const added: number[][] = [];
  const limits = new RateLimits({ stranger: 2, app: 0, person: 0 }, (counted) => {
    added.push(counted.map(({ points }) => points));
    return added.length === 1 ? Promise.reject(new Error('no database')) : Promise.resolve([]);
  });
  const told = { header: () => undefined } as unknown as FastifyReply;
  const ask = () => limits.count(stranger, '192.0.2.1', told);
  const hasAdded = (times: number) => async () => added.length === times;
  await ask();
  assert.ok((await until(hasAdded(1), WAIT_MS)) < WAIT_MS);
  await ask();
  await assert.rejects(ask, { code: 'RATE_LIMITED' });
  assert.ok((await until(hasAdded(2), WAIT_MS)) < WAIT_MS);
  assert.deepEqual(added, [[1], [3]]);
  await limits.stop();
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
