import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildSchema, parse, validate } from 'graphql';
import { compareVersions, lastReleased } from '../../schema/contract/released.js';
import { withDocumentsOf } from '../../schema/contract/released-documents.js';
import * as client from '../../clients/typescript/src/index.js';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const all = JSON.parse(read('clients/operations/manifest.json')) as {
  operations: { id: string; name: string; type: string; body: string }[];
};
const { operations, ...form } = all;

test('the manifest names every text that the client sends, and no other, by its SHA-256', () => {
  assert.deepEqual(form, { format: 'apollo-persisted-query-manifest', version: 1 });
  const sent = Object.values<unknown>(client).filter((one) => typeof one === 'string');
  assert.deepEqual(operations.map(({ body }) => body).sort(), sent.sort());
  for (const { id, body, name, type } of operations) {
    assert.equal(id, createHash('sha256').update(body, 'utf8').digest('hex'));
    assert.ok(body.startsWith(`${type} ${name}`), body);
  }
  assert.ok(operations.length >= 16);
});

test('what clients of releases send, the last released contract answers: the gate holds it', () => {
  const released = lastReleased(join(root, 'schema/released'))!;
  const schema = buildSchema(released.text);
  const unanswered = (manifest: typeof all) =>
    manifest.operations.filter(({ body }) => validate(schema, parse(body)).length > 0);
  const names = (manifest: typeof all) => unanswered(manifest).map(({ name }) => name);
  assert.deepEqual(names(JSON.parse(read('clients/operations/released.json'))), []);
  // A client that asks for more than was released is the next one's.
  const { version } = JSON.parse(read('clients/typescript/package.json')) as { version: string };
  if (version === released.version) assert.deepEqual(names(all), []);
  else assert.ok(compareVersions(version, released.version) > 0, version);
});

test('the operation files are whole by themselves: any tool that reads GraphQL reads them', () => {
  const schema = buildSchema(read('schema/directory.graphql'));
  const files = globSync('clients/operations/*.graphql', { cwd: root }).map(read).join('\n');
  assert.deepEqual(validate(schema, parse(files)), []);
});

test('a release adds its documents to those that are trusted, and takes none away', () => {
  const one = (id: string) => ({ id, name: 'One', type: 'query', body: id });
  const of = (...ids: string[]) => ({ format: 'f', version: 1, operations: ids.map(one) });
  assert.deepEqual(withDocumentsOf(of('b', 'c'), of('a', 'b')), of('a', 'b', 'c'));
  for (const { id, body } of (JSON.parse(read('clients/operations/released.json')) as typeof all)
    .operations)
    assert.equal(id, createHash('sha256').update(body, 'utf8').digest('hex'));
});
