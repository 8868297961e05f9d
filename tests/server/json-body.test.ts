import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { isDeeperThan } from '../../src/server/http/json-body.js';
import { openDirectory } from '../support/directory.js';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
    : 0;

test('how deep a text nests is what a parser finds, whatever stands in its strings', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.boolean(), (value, isSpaced) => {
      const text = JSON.stringify(value, null, isSpaced ? 2 : 0);
      const depth = depthOf(JSON.parse(text));
      assert.ok(!isDeeperThan(text, depth), text);
      if (depth > 0) assert.ok(isDeeperThan(text, depth - 1), text);
    }),
    { numRuns: 2_000 },
  );
  assert.ok(!isDeeperThan(String.raw`{"query":"[[[[\"[[["}`, 1));
});

test('a body that nests too deep is refused unread; one that nests as deep as allowed is read', async () => {
  const { http } = await openDirectory();
  const send = (payload: string) =>
    http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload,
    });
  const nested = (depth: number) =>
    `{"query":"{ viewer { kind } }","extensions":${'{"a":'.repeat(depth - 1)}1${'}'.repeat(depth - 1)}}`;
  assert.equal((await send(nested(64))).statusCode, 200);
  for (const payload of [nested(65), '['.repeat(1_048_575)]) {
    const { statusCode, body } = await send(payload);
    assert.equal(statusCode, 400);
    assert.equal(JSON.parse(body).errors[0].extensions.code, 'LIMIT_EXCEEDED');
  }
});
