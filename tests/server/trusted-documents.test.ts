import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  changes,
  createClient,
  each,
  HarborlightError,
  organizations,
  viewer,
} from '../../clients/typescript/src/index.js';
import { readPartnersDocuments } from '../../src/server/graphql/partners-documents.js';
import { buildSchema } from '../../src/server/graphql/schema.js';
import { idOf } from '../../src/server/graphql/trusted.js';
import { openDirectory } from '../support/directory.js';
import { IssueAppKeyDocument } from '../support/documents.js';
import { appWith, comeIn } from '../support/people.js';

/** As Apollo's tool writes it. */
const manifestOf = (body: string, id = idOf(body)) =>
  JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id, name: 'Ours', type: 'query', body }],
  });
const folder = mkdtempSync(join(tmpdir(), 'harborlight-manifests-'));
after(() => rmSync(folder, { recursive: true }));
/** The folder with one file in it. */
const folderWith = (file: string, text: string) => {
  writeFileSync(join(folder, file), text);
  return folder;
};
const schema = buildSchema();
const partners = 'query Ours { regions { name } counties(state: "MN") { name } }';
const { documents, warnings } = readPartnersDocuments(
  folderWith('console.json', manifestOf(partners)),
  schema,
);
const directory = await openDirectory({ trusted: documents });
const file = (name: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../clients/operations', name), 'utf8'),
  ) as { operations: { id: string; name: string; body: string }[] };
const { operations } = file('manifest.json');
const trusted = (name: string) => operations.find((one) => one.name === name)!;
const limited = await appWith(directory, ['directory:read'], null, { trustedDocumentsOnly: true });
const free = await appWith(directory, ['directory:read']);

/** Sends a body as it is. */
async function send(body: object, headers: Record<string, string> = {}) {
  const answer = await directory.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(body),
  });
  return { status: answer.statusCode, text: answer.body, body: JSON.parse(answer.body) };
}
const byId = (sha256Hash: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});
const own = '{ organizations(first: 1) { nodes { name } } }';

test('a key for trusted documents is answered those, by their text and by their id', async () => {
  const { id, body: query } = trusted('Organizations');
  const variables = { first: 2 };
  const answers = await Promise.all([
    send({ query, variables }, limited.headers),
    send({ ...byId(id), variables }, limited.headers),
    send({ query: null, ...byId(id), variables, operationName: 'Organizations' }, limited.headers),
    send({ query, ...byId(id), variables }, limited.headers),
    send({ query, variables }, free.headers),
  ]);
  assert.equal(answers[0]!.body.data.organizations.nodes.length, 2);
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
});

test('of every other document it is refused, with a code and what to do, whatever the document asks', async () => {
  const { id, body: text } = trusted('Organizations');
  const others = [
    { query: own },
    { query: '{ __schema { queryType { name } } }' },
    { query: 'not a question' },
    { query: `${text} ` },
    { query: '' },
    { query: 5 },
    { query: [text] },
    {},
    byId('0'.repeat(64)),
    byId('__proto__'),
    // What counts is the text, and not what its id is said to be.
    { query: own, ...byId(id) },
    { query: text, ...byId(trusted('Regions').id) },
    [{ query: text }],
  ];
  for (const one of others) {
    const { status, body } = await send(one, limited.headers);
    const told = JSON.stringify(one);
    assert.equal(status, 403, told);
    assert.equal(body.errors[0].extensions.code, 'FORBIDDEN', told);
    assert.match(body.errors[0].message, /trusted documents alone\. Send one of the manifest/);
    assert.equal(body.data, undefined);
  }
});

test('what a partner’s program asks is trusted too, once the host has its manifest', async () => {
  assert.deepEqual(warnings, []);
  for (const body of [{ query: partners }, byId(idOf(partners))]) {
    const answer = await send(body, limited.headers);
    assert.equal(answer.status, 200);
    assert.ok(answer.body.data.counties.length > 80);
  }
  assert.equal((await send({ query: `${partners} ` }, limited.headers)).status, 403);
  assert.equal((await send({ query: trusted('Regions').body }, limited.headers)).status, 200);
});

test('a manifest that cannot be used is named, and what the contract does not answer is too', () => {
  const read = (text: string) => readPartnersDocuments(folderWith('console.json', text), schema);
  for (const [text, why] of [
    ['{', /console\.json: it is no JSON/],
    ['[]', /console\.json: all of it: /],
    [manifestOf(partners).replace('apollo', 'other'), /console\.json: format: /],
    [manifestOf(partners).replace('"body"', '"text"'), /operations\.0\.body: /],
    [manifestOf(`${partners} `, idOf(partners)), /the id of Ours is not the SHA-256/],
  ] as const)
    assert.throws(() => read(text), { code: 'INVALID', message: why });
  assert.throws(() => readPartnersDocuments(join(folder, 'none'), schema), {
    code: 'INVALID',
    message: /no such folder/,
  });
  const gone = read(manifestOf('query Ours { oldRegions { name } }'));
  assert.equal(gone.documents.length, 1);
  assert.match(
    gone.warnings.join(),
    /^console\.json: Ours is not answered by this contract: Cannot/,
  );
  assert.match(read(manifestOf('query {')).warnings.join(), /^console\.json: Ours .*Syntax Error/);
  folderWith('console.json', manifestOf(partners));
  assert.equal(readPartnersDocuments(folderWith('notes.txt', 'none'), schema).documents.length, 1);
});

test('what a trusted document may, the scopes of the key say still', async () => {
  const { id } = trusted('Changes');
  const { body } = await send({ ...byId(id), variables: { first: 1 } }, limited.headers);
  assert.equal(body.data.changes, null);
  assert.equal(body.errors[0].extensions.code, 'FORBIDDEN');
  assert.match(body.errors[0].message, /scope/);
  const tooMany = await send(
    { ...byId(trusted('Organizations').id), variables: { first: 101 } },
    limited.headers,
  );
  assert.equal(tooMany.body.errors[0].extensions.code, 'INVALID');
});

test('whoever else asks may send ids too, and any text', async () => {
  for (const headers of [{}, free.headers]) {
    const { body } = await send({ ...byId(trusted('Regions').id) }, headers);
    assert.ok(body.data.regions.length > 0);
    assert.equal((await send({ query: own }, headers)).body.data.organizations.nodes.length, 1);
    // As a server says that keeps no texts: Apollo's clients then send the text.
    const unknown = await send(byId('0'.repeat(64)), headers);
    assert.deepEqual(unknown.body.errors[0], {
      message: 'PersistedQueryNotSupported',
      extensions: { code: 'BAD_REQUEST' },
    });
  }
});

test('the client asks with such a key as with any other, and of a text of its own is told why not', async () => {
  await directory.http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = directory.http.server.address() as AddressInfo;
  const client = createClient({ url: `http://127.0.0.1:${port}/graphql`, key: limited.key });
  assert.equal((await client.ask(viewer)).viewer.kind, 'APP');
  const names: string[] = [];
  for await (const { name } of each(client, organizations, { first: 100 })) names.push(name);
  assert.ok(names.length > 40);
  for (const question of [changes, own as typeof viewer]) {
    await assert.rejects(client.ask(question as typeof viewer), (error) => {
      assert.ok(error instanceof HarborlightError);
      assert.equal(error.code, 'FORBIDDEN');
      assert.ok(!JSON.stringify(error).includes(limited.key));
      return true;
    });
  }
});

test('a steward issues such a key, and is told that it is one', async () => {
  const steward = await comeIn(directory, 'STEWARD');
  const issue = async (trustedDocumentsOnly?: boolean) => {
    const input = { name: 'Sample console', scopes: ['directory:read'], trustedDocumentsOnly };
    const { body } = await directory.ask(IssueAppKeyDocument, { input }, steward.headers);
    const { appKey, key } = body.data!.issueAppKey!;
    const { status } = await send({ query: own }, { authorization: `Bearer ${key}` });
    return [appKey!.trustedDocumentsOnly, status];
  };
  assert.deepEqual(await issue(true), [true, 403]);
  assert.deepEqual(await issue(false), [false, 200]);
  assert.deepEqual(await issue(), [false, 200]);
});

test('what the client of a release sends stays trusted', async () => {
  const released = file('released.json').operations;
  assert.ok(released.length >= 20);
  for (const { id, name } of released) {
    const { body } = await send(byId(id), limited.headers);
    const [error] = body.errors ?? [];
    assert.doesNotMatch(error?.message ?? '', /trusted/, name);
  }
});
