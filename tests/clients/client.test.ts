import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { beforeEach, mock, test } from 'node:test';
import {
  createClient,
  each,
  HarborlightError,
  organizations,
  pages,
  tightenDisclosure,
  viewer,
  type ErrorCode,
  type Operation,
} from '../../clients/typescript/src/index.js';
import { refusalCodes } from '../../src/kernel/index.js';
import {
  broken,
  cutShort,
  data,
  page,
  refused,
  scriptedServer,
  silent,
  type Turn,
} from './scripted-server.js';

const KEY = 'hbl_0123456789abcdef';
const stranger = { viewer: { id: null, kind: 'STRANGER', name: null, scopes: [], roles: [] } };
const told = data(stranger);

// Of what is drawn for a wait the least: tests wait no longer than they must.
beforeEach(() => void mock.method(Math, 'random', () => 0));

const failing = async (promise: Promise<unknown>): Promise<HarborlightError> => {
  const error = await promise.then(
    () => assert.fail('it was answered'),
    (error: unknown) => error,
  );
  assert.ok(error instanceof HarborlightError, String(error));
  return error;
};

test('a question goes out as JSON, with the key in its header and nowhere else', async () => {
  await using server = await scriptedServer(told);
  const client = createClient({ url: server.url, key: KEY, language: 'es' });
  assert.deepEqual(await client.ask(viewer), stranger);
  const [{ url, headers, body }] = server.asked as [(typeof server.asked)[0]];
  assert.deepEqual(body, { query: viewer.toString() });
  assert.equal(url, '/graphql');
  assert.equal(headers.authorization, `Bearer ${KEY}`);
  assert.equal(headers['content-type'], 'application/json');
  assert.equal(headers['accept-language'], 'es');
  assert.ok(!inspect(client, { depth: 9, showHidden: true }).includes(KEY));
});

test('a question is asked again while the directory is out of reach, busy or cut off', async () => {
  const turns = [broken, refused(503, 'UNAVAILABLE'), cutShort, page(502, '<h1>Bad gateway</h1>')];
  for (const turn of turns) {
    await using server = await scriptedServer(turn, told);
    assert.deepEqual(await createClient(server).ask(viewer), stranger);
    assert.equal(server.asked.length, 2);
  }
  await using server = await scriptedServer(broken);
  const error = await failing(createClient({ ...server, retries: 1 }).ask(viewer));
  assert.deepEqual([error.code, server.asked.length], ['UNREACHABLE', 2]);
});

test('what asking again does not mend is asked once', async () => {
  for (const code of ['BAD_REQUEST', 'FORBIDDEN', 'LIMIT_EXCEEDED', 'INTERNAL']) {
    await using server = await scriptedServer(refused(400, code));
    const error = await failing(createClient(server).ask(viewer));
    assert.deepEqual([error.code, server.asked.length], [code, 1]);
  }
});

test('whoever is told when to ask again does so no sooner, and not where it is long', async () => {
  const later = (seconds: string) =>
    refused(429, 'RATE_LIMITED', { headers: { 'retry-after': seconds } });
  await using server = await scriptedServer(later('1'), told);
  const begun = performance.now();
  await createClient(server).ask(viewer);
  assert.ok(performance.now() - begun >= 1_000);
  await using busy = await scriptedServer(later('3600'));
  const error = await failing(createClient(busy).ask(viewer));
  assert.deepEqual([error.code, error.retryAfter, busy.asked.length], ['RATE_LIMITED', 3_600, 1]);
  await using dated = await scriptedServer(later(new Date(Date.now() + 90_000).toUTCString()));
  const { retryAfter } = await failing(createClient(dated).ask(viewer));
  assert.ok(retryAfter! > 85 && retryAfter! <= 90);
  await using inside = await scriptedServer(
    refused(200, 'RATE_LIMITED', { retryAfterSeconds: 61 }),
  );
  assert.equal((await failing(createClient(inside).ask(viewer))).retryAfter, 61);
});

test('the waits grow, and are drawn', async () => {
  const waits: number[] = [];
  const { setTimeout: real } = globalThis;
  const TIMEOUT_MS = 60_001;
  const shortened = (done: () => void, ms?: number) => {
    // The runtime's own timers are as they were.
    if (ms !== TIMEOUT_MS && !new Error().stack!.includes('pause')) return real(done, ms);
    if (ms !== TIMEOUT_MS) waits.push(ms!);
    return real(done, ms === TIMEOUT_MS ? ms : 1);
  };
  await using server = await scriptedServer(refused(503, 'UNAVAILABLE'));
  const timers = mock.method(globalThis, 'setTimeout', shortened as typeof setTimeout);
  for (const drawn of [0, 0.5]) {
    mock.method(Math, 'random', () => drawn);
    await failing(createClient({ ...server, retries: 3, timeoutMs: TIMEOUT_MS }).ask(viewer));
  }
  timers.mock.restore();
  assert.deepEqual(waits, [150, 300, 600, 225, 450, 900]);
});

test('a change is sent again where its input has a key, alone, and never without', async () => {
  const input = { id: 'listing', to: 'OWN', reason: 'A burst pipe' } as const;
  const idempotencyKey = '6c9fa5b4-7a0e-4f7c-9c6e-5a3b9a3a6a10';
  const done = { tightenDisclosure: { disclosed: null, userErrors: [] } };
  await using kept = await scriptedServer(broken, data(done));
  const answer = await createClient(kept).ask(tightenDisclosure, {
    input: { ...input, idempotencyKey },
  });
  assert.deepEqual([answer, kept.asked.length], [done, 2]);
  assert.deepEqual(kept.asked[0]!.body, kept.asked[1]!.body);
  await using once = await scriptedServer(broken);
  await failing(createClient(once).ask(tightenDisclosure, { input }));
  const two = `mutation T($input: TightenDisclosureInput!) {
    tightenDisclosure(input: $input) { userErrors { code } }
    revealAddress(input: {listingId: "l", purpose: "p"}) { userErrors { code } }
  }` as Operation<object, { input: object }>;
  await failing(createClient(once).ask(two, { input: { ...input, idempotencyKey } }));
  assert.equal(once.asked.length, 2);
});

test('a try that takes too long is ended, and another made', async () => {
  await using server = await scriptedServer(silent, told);
  assert.deepEqual(await createClient({ ...server, timeoutMs: 50 }).ask(viewer), stranger);
  await using never = await scriptedServer(silent);
  const client = createClient({ ...never, retries: 0 });
  const error = await failing(client.ask(viewer, {}, { timeoutMs: 50 }));
  assert.equal(error.code, 'TIMEOUT');
});

test('what is said for every question holds where one says nothing, and any time may be said', async () => {
  await using never = await scriptedServer(silent);
  const client = createClient({ ...never, timeoutMs: 50, retries: 0 });
  const nothing = { timeoutMs: undefined, retries: undefined, signal: undefined };
  assert.equal((await failing(client.ask(viewer, {}, nothing))).code, 'TIMEOUT');
  assert.equal(never.asked.length, 1);
  for (const timeoutMs of [2 ** 31, Infinity]) {
    await using server = await scriptedServer(told);
    assert.deepEqual(await createClient({ ...server, timeoutMs }).ask(viewer), stranger);
    assert.equal(server.asked.length, 1);
  }
});

test('a signal ends a question that is on its way, or waits to be asked again', async () => {
  for (const turn of [silent, refused(503, 'UNAVAILABLE', { headers: { 'retry-after': '60' } })]) {
    const { promise: seen, resolve } = Promise.withResolvers<void>();
    await using server = await scriptedServer((...given) => (resolve(), turn(...given)));
    const ending = new AbortController();
    const question = createClient(server).ask(viewer, {}, { signal: ending.signal });
    await seen;
    const why = new Error('she went to another page');
    setTimeout(() => ending.abort(why), 20);
    await assert.rejects(question, why);
    assert.equal(server.asked.length, 1);
    await assert.rejects(createClient(server).ask(viewer, {}, { signal: ending.signal }), why);
    assert.equal(server.asked.length, 1);
  }
});

test('an error tells its code, what is at fault and under which number it was logged', async () => {
  const turn = refused(500, 'INTERNAL', { incident: 'f00d', field: 'input.age' });
  await using server = await scriptedServer(turn);
  const { name, code, message, incidentId, errors } = await failing(
    createClient(server).ask(viewer),
  );
  assert.deepEqual(
    { name, code, message, incidentId, errors },
    {
      name: 'HarborlightError',
      code: 'INTERNAL',
      message: 'Refused: INTERNAL.',
      incidentId: 'f00d',
      errors: [{ code: 'INTERNAL', message: 'Refused: INTERNAL.', path: null, field: 'input.age' }],
    },
  );
  const known: Record<ErrorCode, true> = {
    BAD_REQUEST: true,
    UNAUTHENTICATED: true,
    FORBIDDEN: true,
    NOT_FOUND: true,
    INVALID: true,
    LIMIT_EXCEEDED: true,
    RATE_LIMITED: true,
    STALE_VERSION: true,
    IDEMPOTENCY_CONFLICT: true,
    UNAVAILABLE: true,
    INTERNAL: true,
  };
  assert.deepEqual(Object.keys(known).sort(), [...refusalCodes].sort());
});

test('what a proxy says is told by its status alone, and no redirect is followed', async () => {
  const cases: [Turn, string][] = [
    [page(401, `<p>${KEY}</p>`), 'UNAUTHENTICATED'],
    [page(413, ''), 'LIMIT_EXCEEDED'],
    [page(500, '{}'), 'INTERNAL'],
    // JSON, and none of ours.
    [page(403, '{"errors":"no"}'), 'FORBIDDEN'],
    [page(403, '{"errors":{"message":"no"}}'), 'FORBIDDEN'],
    [page(400, '{"errors":[null]}'), 'BAD_REQUEST'],
    [page(400, '7'), 'BAD_REQUEST'],
    [page(200, '{"data":{"a":null},"errors":[{"extensions":{"code":"FORBIDDEN"}}]}'), 'FORBIDDEN'],
    [page(307, '', { location: '/elsewhere' }), 'BAD_REQUEST'],
  ];
  for (const [turn, code] of cases) {
    await using server = await scriptedServer(turn);
    const error = await failing(createClient({ ...server, key: KEY }).ask(viewer));
    assert.deepEqual([error.code, server.asked.length], [code, 1]);
    assert.ok(!inspect(error).includes(KEY));
  }
});

test('no key stands in an address or an error', async () => {
  const url = 'http://127.0.0.1:1/graphql';
  for (const settings of [
    { url: `${url}?key=${KEY}` },
    { url: `${url}?key=${KEY.replace('_', '%5F')}&secret` },
    { url: `${url}?key=${KEY.toUpperCase()}&secret` },
    { url: `${url}?key=%68b%6C_abc&secret` },
    { url, language: 'en–US secret' },
    { url: `http://app:${KEY}@127.0.0.1/graphql` },
    { url: `file:///${KEY}` },
    { url: 'file:///secret' },
    { url: 'secret' },
    { url: 'https://app:secret@127.0.0.1/graphql' },
    { url, key: `${KEY}\n` },
    { url, key: 'secret' },
    { url, key: '' },
  ])
    assert.throws(
      () => createClient(settings),
      (error: Error) => error instanceof TypeError && !/hbl_0|secret/.test(inspect(error)),
    );
  const error = await failing(createClient({ url, key: KEY, retries: 0 }).ask(viewer));
  assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes(KEY));
});

/** A directory of five, two a page; what is asked of it and how it is answered may be changed on the way. */
const five: Turn = (response, { body }) => {
  const at = Number(body.variables?.['after'] ?? 0);
  const nodes = ['a', 'b', 'c', 'd', 'e'].slice(at, at + 2).map((id) => ({ id }));
  const pageInfo = { hasNextPage: at + 2 < 5, endCursor: String(at + 2) };
  data({ organizations: { nodes, pageInfo } })(response, { body } as never);
};

test('a connection is walked to its end, page by page as it is taken in', async () => {
  await using server = await scriptedServer(five);
  const walk = pages(createClient(server), organizations, { first: 2 });
  assert.equal((await walk.next()).value!.nodes.length, 2);
  assert.equal(server.asked.length, 1);
  await walk.return();
  const ids: string[] = [];
  for await (const { id } of each(createClient(server), organizations, { first: 2, after: '2' }))
    ids.push(id);
  assert.deepEqual(ids, ['c', 'd', 'e']);
  assert.equal(server.asked.length, 3);
});

test('a server that is killed in the middle of a walk loses nothing, and tells nothing twice', async () => {
  await using server = await scriptedServer(five, broken, cutShort, five, broken, five);
  const ids: string[] = [];
  for await (const { id } of each(createClient(server), organizations, {})) ids.push(id);
  assert.deepEqual(ids, ['a', 'b', 'c', 'd', 'e']);
});

interface Further {
  organization: {
    services: {
      nodes: { id: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
}

test('a connection further in is walked where it is said to be, and one that goes round is not', async () => {
  const question = 'query Of($after: String) { … }' as Operation<
    Further,
    { after?: string | null }
  >;
  const services = (id: string, hasNextPage: boolean) => {
    const pageInfo = { hasNextPage, endCursor: id };
    return data({ organization: { services: { nodes: [{ id }], pageInfo } } });
  };
  const connection = ({ organization }: Further) => organization?.services;
  await using server = await scriptedServer(services('a', true), services('b', false));
  const ids: string[] = [];
  for await (const { id } of each(createClient(server), question, {}, { connection })) ids.push(id);
  assert.deepEqual(ids, ['a', 'b']);
  assert.deepEqual(
    server.asked.map(({ body }) => body.variables),
    [{}, { after: 'a' }],
  );
  await using round = await scriptedServer(services('a', true));
  const walk = pages(createClient(round), question, {}, { connection });
  await walk.next();
  await walk.next();
  await assert.rejects(walk.next(), { code: 'INTERNAL' });
  await using gone = await scriptedServer(data({ organization: null }));
  assert.deepEqual(await pages(createClient(gone), question, {}, { connection }).next(), {
    value: undefined,
    done: true,
  });
});
