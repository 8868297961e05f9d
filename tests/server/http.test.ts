import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { OrganizationPageDocument } from '../support/documents.js';
import { openDirectory } from '../support/directory.js';

const directory = await openDirectory();
await directory.http.listen({ port: 0, host: '127.0.0.1' });
const address = directory.http.server.address();
const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

test('the GraphQL-over-HTTP audit has no error', async () => {
  const results = await Promise.all(
    serverAudits({ url: `${base}/graphql`, fetchFn: fetch }).map((audit) => audit.fn()),
  );
  assert.ok(results.length > 50);
  assert.deepEqual(
    results.filter(({ status }) => status === 'error').map(({ name }) => name),
    [],
  );
});

test('every answer says that it is not to be kept, nor framed, nor told to others', async () => {
  for (const path of ['/', '/healthz', '/readyz', '/graphiql', '/nowhere']) {
    const { headers } = await fetch(base + path);
    assert.equal(headers.get('cache-control'), 'no-store', path);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'self'/);
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    assert.equal(headers.get('x-powered-by'), null);
    assert.equal(headers.get('server'), null);
  }
  const { headers } = await directory.ask(OrganizationPageDocument, { first: 1 });
  assert.equal(headers['cache-control'], 'no-store');
});

test('a question by GET is not taken', async () => {
  const answer = await fetch(`${base}/graphql?query={viewer{kind}}`, {
    headers: { 'apollo-require-preflight': 'yes' },
  });
  assert.equal(answer.status, 405);
  assert.equal(answer.headers.get('allow'), 'POST');
});

test('alive and ready say so; where nothing is, the answer says where something is', async () => {
  assert.deepEqual(await (await fetch(`${base}/healthz`)).json(), { status: 'alive' });
  const ready = await fetch(`${base}/readyz`);
  assert.equal(ready.status, 200);
  assert.equal(((await ready.json()) as { status: string }).status, 'ready');
  const nowhere = await fetch(`${base}/../../etc/passwd`);
  assert.equal(nowhere.status, 404);
  assert.match(await nowhere.text(), /NOT_FOUND/);
});

test('the start page says what this is, gives five questions, and loads nothing from elsewhere', async () => {
  const page = await (await fetch(base)).text();
  assert.match(page, /directory of the people who answer/);
  assert.equal(page.match(/Ask it in the explorer<\/a>/g)?.length, 5);
  assert.doesNotMatch(page, /<script|(?:src|href)="https?:/);
});

test('each of the five questions is answered without an error', async () => {
  const page = await (await fetch(base)).text();
  const questions = [...page.matchAll(/graphiql\?query=([^"]+)"/g)].map((match) =>
    decodeURIComponent(match[1]!),
  );
  assert.equal(questions.length, 5);
  for (const question of questions) {
    for (let again = 0; again < 4; again += 1) {
      const { body, text } = await directory.ask<Record<string, unknown>, object>(question);
      assert.equal(body.errors, undefined, text);
      assert.ok(Object.values(body.data!).every((answer) => answer !== null));
    }
  }
});

test('the explorer and all it loads come from our own origin', async () => {
  const page = await (await fetch(`${base}/graphiql`)).text();
  const loads = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
  assert.ok(loads.length >= 3);
  for (const load of loads) {
    assert.match(load, /^\/[^/]/);
    assert.equal((await fetch(base + load)).status, 200, load);
  }
});

test('introspection tells the whole contract; a misspelled field is not guessed at', async () => {
  const { body } = await directory.ask<{ __schema: { types: { name: string }[] } }, object>(
    '{ __schema { types { name fields { name type { name ofType { name ofType { name ofType { name } } } } } } } }',
  );
  assert.ok(body.data!.__schema.types.length > 80);
  const { text } = await directory.ask('{ organization { id } }');
  assert.doesNotMatch(text, /mean/);
});

test('the log is a list of what may be said: no question, no variable, no address', async () => {
  await directory.ask('query Tell($at: PlaceInput!) { coverage(at: $at) { county { fips } } }', {
    at: { city: { name: 'Grand Marais', state: 'MN' } },
  });
  const lines = directory
    .logged()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.ok(lines.length > 5);
  const allowed = new Set([
    'level',
    'time',
    'msg',
    'method',
    'route',
    'status',
    'duration',
    'viewer',
    'incident',
    'kind',
    'code',
    'frames',
  ]);
  for (const line of lines) for (const key of Object.keys(line)) assert.ok(allowed.has(key), key);
  assert.doesNotMatch(directory.logged(), /Grand Marais|coverage|127\.0\.0\.1/);
});

test('answers are the same compiled and not: first, third and tenth time', async () => {
  const texts: string[] = [];
  for (let time = 0; time < 10; time += 1) {
    texts.push(
      (
        await directory.ask(`query Same { housingOptions(first: 30) { totalCount nodes { __typename id name
      places { __typename area ... on WithheldPlace { reason } } organization { name } units { name eligibility { text } } }
      edges { cursor } pageInfo { endCursor } } node(id: "nope") { id } organizations(first: 0) { totalCount } }`)
      ).text,
    );
  }
  assert.equal(new Set(texts).size, 1);
  assert.match(texts[9]!, /WithheldPlace/);
  assert.match(texts[9]!, /"code":"INVALID"/);
});
