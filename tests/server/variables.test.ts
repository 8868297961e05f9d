import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDirectory, type Answer } from '../support/directory.js';

const directory = await openDirectory();

type Names = { services: { nodes: { name: string }[] } | null };

/** Asks the same four times, so that it is compiled in between; the answer must stay. */
async function fourTimes(query: string, variables: object = {}): Promise<Answer<Names>> {
  const first = await directory.ask<Names, object>(query, variables);
  for (let again = 0; again < 3; again += 1) {
    const { status, text } = await directory.ask(query, variables);
    assert.deepEqual([status, text], [first.status, first.text], query);
  }
  assert.doesNotMatch(directory.logged(), /"msg":"fault"/);
  return first;
}

test('the default of a variable holds, compiled and not', async () => {
  for (const query of [
    'query($n: Int! = 2) { services(first: $n) { nodes { name } } }',
    'query($n: Int = 2) { services(first: $n) { nodes { name } } }',
    'query($n: Int! = 2, $f: ServiceFilter = { kinds: LEGAL }) { services(first: $n, filter: $f) { nodes { name } } }',
    'query($n: Int! = 2, $more: Boolean = true) { services(first: $n) { nodes { name id @skip(if: $more) } } }',
  ]) {
    assert.equal((await fourTimes(query)).body.data?.services?.nodes.length, 2, query);
    const { body } = await fourTimes(query, { n: 1 });
    assert.equal(body.data?.services?.nodes.length, 1, query);
  }
});

test('a variable that is absent leaves the default of its argument', async () => {
  const query = 'query($n: Int) { services(first: $n) { nodes { name } } }';
  assert.equal((await fourTimes(query)).body.data?.services?.nodes.length, 20);
});

test('null where an argument may not be null is a bad request, not a fault', async () => {
  const { body } = await fourTimes('query($n: Int) { services(first: $n) { nodes { name } } }', {
    n: null,
  });
  assert.equal(body.errors?.[0]?.extensions.code, 'BAD_REQUEST');
});

test('one value stands for a list of one, and a list within an input too', async () => {
  const query = 'query($f: ServiceFilter) { services(filter: $f, first: 3) { nodes { name } } }';
  const one = await fourTimes(query, { f: { kinds: 'LEGAL' } });
  const list = await fourTimes(query, { f: { kinds: ['LEGAL'] } });
  assert.equal(one.body.data?.services?.nodes.length, 3);
  assert.equal(one.text, list.text);
});

test('two operations of one document keep their own variables', async () => {
  const query = `query A($n: Int! = 1) { services(first: $n) { nodes { name } } }
    query B($n: Int! = 3) { services(first: $n) { nodes { name } } }`;
  for (let again = 0; again < 4; again += 1) {
    for (const [operationName, many] of [
      ['A', 1],
      ['B', 3],
    ] as const) {
      const answer = await directory.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ query, operationName }),
      });
      const { data } = JSON.parse(answer.body) as { data: Names };
      assert.equal(data.services?.nodes.length, many);
    }
  }
});

test('what compiled code is given is no part of the contract', async () => {
  const { body } = await directory.ask<{ __type: null }, object>(
    '{ __type(name: "AsGiven") { name } }',
  );
  assert.equal(body.data?.__type, null);
  const { status } = await directory.ask(
    'query($x: AsGiven) { services(first: $x) { totalCount } }',
  );
  assert.equal(status, 400);
});
