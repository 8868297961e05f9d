import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { HeaderMap } from '@apollo/server';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import type { Asking } from '../../src/kernel/index.js';
import { startGraphql } from '../../src/server/graphql/graphql-server.js';

const going = (removal: string, since = '2027-01-04') =>
  `@deprecated(reason: "Use another. Deprecated ${since}, removed ${removal}.")`;
const schema = buildSchema(`
  enum Kind { NEW OLD ${going('2027-04-05')} }
  input Wanted { kind: Kind, size: Int ${going('2027-05-05')}, also: [Wanted!], place: Place }
  input Place { zip: String }
  type Bed { now: Int, was: Int ${going('2027-06-05', '2027-02-01')} }
  type Query {
    bed(wanted: Wanted, near: Int ${going('2027-07-05')}): Bed
    beds(kind: Kind): [Bed!]
    must(input: Wanted!, all: [Wanted!]): Bed
    plain: Int @deprecated(reason: "Without a day.")
  }`);
const server = await startGraphql(schema, pino({ enabled: false }));
after(() => server.stop());

async function headersOf(query: string, variables = {}) {
  const { headers, body } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      search: '',
      headers: new HeaderMap([['content-type', 'application/json']]),
      body: { query, variables },
    },
    context: async () => ({}) as Asking,
  });
  assert.equal(body.kind, 'complete');
  return [headers.get('deprecation'), headers.get('sunset')];
}

const JANUARY = '@1799020800';
const [APRIL, MAY, JUNE, JULY] = [
  'Mon, 05 Apr 2027 00:00:00 GMT',
  'Wed, 05 May 2027 00:00:00 GMT',
  'Sat, 05 Jun 2027 00:00:00 GMT',
  'Mon, 05 Jul 2027 00:00:00 GMT',
];

test('whoever asks for what will go is told since when and until when', async () => {
  const asked: [string, string | undefined, string | undefined][] = [
    ['{ bed { now } }', undefined, undefined],
    ['{ bed { was } }', '@1801440000', JUNE],
    ['{ bed { ...Old } } fragment Old on Bed { was }', '@1801440000', JUNE],
    ['{ bed(near: 1) { now } }', JANUARY, JULY],
    ['{ bed(wanted: {kind: NEW}) { now } }', undefined, undefined],
    ['{ bed(wanted: {size: 1}) { now } }', JANUARY, MAY],
    ['{ beds(kind: OLD) { now } }', JANUARY, APRIL],
    ['{ must(input: {size: 1}) { now } }', JANUARY, MAY],
    ['query ($n: Int) { must(input: {size: $n}) { now } }', JANUARY, MAY],
    ['{ must(input: {also: [{size: 1}]}) { now } }', JANUARY, MAY],
    ['{ must(input: {also: {size: 1}}) { now } }', JANUARY, MAY],
    ['{ must(input: {place: {zip: "1"}}, all: [{kind: NEW}]) { now } }', undefined, undefined],
    ['{ must(input: {}, all: [{kind: NEW}, {size: 1}]) { now } }', JANUARY, MAY],
    // Of several, the first day of each.
    ['{ beds(kind: OLD) { was } }', JANUARY, APRIL],
    ['{ plain }', undefined, undefined],
  ];
  for (const [query, since, removal] of asked)
    assert.deepEqual(await headersOf(query), [since, removal], query);
});

test('and where it is given in variables', async () => {
  const one =
    'query ($wanted: Wanted, $kind: Kind = NEW) { bed(wanted: $wanted) { now } beds(kind: $kind) { now } }';
  const many = 'query ($all: [Wanted!]!) { bed(wanted: { also: $all }) { now } }';
  const asked: [string, object, string | undefined, string | undefined][] = [
    [one, {}, undefined, undefined],
    [one, { wanted: null, kind: 'NEW' }, undefined, undefined],
    [one, { wanted: { kind: 'NEW', place: { zip: '56601' } } }, undefined, undefined],
    [one, { wanted: { size: 1 } }, JANUARY, MAY],
    // A field is used where it is given, be it null.
    [one, { wanted: { size: null } }, JANUARY, MAY],
    [one, { kind: 'OLD' }, JANUARY, APRIL],
    [one, { wanted: { size: 1, also: [{ kind: 'NEW' }, { kind: 'OLD' }] } }, JANUARY, APRIL],
    [one, { wanted: { also: { also: { size: 2 } } } }, JANUARY, MAY],
    [many, { all: [{ kind: 'NEW' }, { size: 3 }] }, JANUARY, MAY],
    [one.replace('NEW', 'OLD'), {}, JANUARY, APRIL],
  ];
  for (const [query, variables, since, removal] of asked)
    assert.deepEqual(
      await headersOf(query, variables),
      [since, removal],
      JSON.stringify(variables),
    );
});

test('it is told with every answer, where the question is compiled too', async () => {
  for (let time = 0; time < 5; time += 1)
    assert.deepEqual(await headersOf('query Again { bed { was } }'), ['@1801440000', JUNE]);
});

test('what is refused before it is understood tells nothing of it', async () => {
  assert.deepEqual(await headersOf('{ bed { was none } }'), [undefined, undefined]);
});
