import assert from 'node:assert/strict';
import { asRefusal } from '../../src/server/database/unavailable.js';
import { test } from 'node:test';
import {
  HousingPageDocument,
  OrganizationPageDocument,
  SearchWordsDocument,
} from '../support/documents.js';
import { openDirectory } from '../support/directory.js';
import { watching } from '../support/failing.js';

const directory = await openDirectory();
const databaseWords =
  /syntax error at|relation |column |invalid input|duplicate key|pg_|postgres|pglite|SELECT |violates|at character/i;

/** Sends a body as it stands. */
const post = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  directory.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
const asked = (query: string, variables: object = {}) => post(JSON.stringify({ query, variables }));

interface Refused {
  name: string;
  send: () => Promise<{ statusCode: number; body: string }>;
  status: number;
  code: string;
}

const deep = (levels: number) => `${'{a'.repeat(levels)}${'}'.repeat(levels)}`;
const wide = (many: number) =>
  `{${Array.from({ length: many }, (_, index) => `a${index}: viewer { kind }`).join(' ')}}`;
/** Fields of one name in an answer are one: what stands in each of them stands side by side. */
const merged = (times: number, many: number) =>
  `{ ${Array.from({ length: times }, (_, time) => {
    const inside = Array.from({ length: many }, (_, at) => `a${time * many + at}: name`);
    return `x: organizations(first: 1) { nodes { ${inside.join(' ')} } }`;
  }).join(' ')} }`;
const nested = (levels: number) =>
  `{ organizations(first: 1) { nodes { ${'services(first: 1) { nodes { organization { '.repeat(levels)}id${' } } }'.repeat(levels)} } } }`;

const refused: Refused[] = [
  { name: 'malformed JSON', send: () => post('{"query": '), status: 400, code: 'BAD_REQUEST' },
  { name: 'an empty body', send: () => post(''), status: 400, code: 'BAD_REQUEST' },
  { name: 'a body that is a number', send: () => post('7'), status: 400, code: 'BAD_REQUEST' },
  {
    name: 'a batch',
    send: () => post('[{"query":"{viewer{kind}}"}]'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a query that is a list',
    send: () => post('{"query":["{viewer{kind}}"]}'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'variables that are a number',
    send: () => post('{"query":"{viewer{kind}}","variables":7}'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a poisoned prototype',
    send: () => post('{"query":"{viewer{kind}}","__proto__":{"a":1}}'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a body of 2 MB',
    send: () => post(Buffer.alloc(2_000_000, 97)),
    status: 413,
    code: 'LIMIT_EXCEEDED',
  },
  {
    name: 'another media type',
    send: () => post('{viewer{kind}}', { 'content-type': 'application/xml' }),
    status: 415,
    code: 'BAD_REQUEST',
  },
  {
    name: 'plain text, as a form of another site would send it',
    send: () => post('{"query":"{viewer{kind}}"}', { 'content-type': 'text/plain' }),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'words that are no question',
    send: () => asked('tell me everything'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'an unknown field',
    send: () => asked('{ orgnizations { totalCount } }'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a mutation',
    send: () => asked('mutation { anything }'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a subscription',
    send: () => asked('subscription { anything }'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'two operations and no name',
    send: () => asked('query A { viewer { kind } } query B { viewer { kind } }'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a place named in two ways',
    send: () =>
      asked('{ coverage(at: { zip: "56633", countyFips: "27021" }) { county { fips } } }'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a place named in no way',
    send: () =>
      asked('query($at: PlaceInput!) { coverage(at: $at) { county { fips } } }', { at: {} }),
    status: 400,
    code: 'BAD_REQUEST',
  },
  { name: 'a depth of 5,000', send: () => asked(deep(5_000)), status: 400, code: 'LIMIT_EXCEEDED' },
  { name: 'a depth of 300', send: () => asked(deep(300)), status: 400, code: 'BAD_REQUEST' },
  { name: '5,000 aliases', send: () => asked(wide(5_000)), status: 400, code: 'LIMIT_EXCEEDED' },
  {
    name: '16 aliases of one field',
    send: () => asked(wide(16)),
    status: 400,
    code: 'LIMIT_EXCEEDED',
  },
  {
    name: '45 aliases of one field under one name three times',
    send: () => asked(merged(3, 15)),
    status: 400,
    code: 'LIMIT_EXCEEDED',
  },
  {
    name: '13 levels of real fields',
    send: () => asked(nested(4)),
    status: 400,
    code: 'LIMIT_EXCEEDED',
  },
  {
    name: 'a million rows',
    send: () =>
      asked(
        '{ organizations(first: 100) { nodes { services(first: 100) { nodes { organization { services(first: 100) { nodes { id } } } } } } } }',
      ),
    status: 400,
    code: 'LIMIT_EXCEEDED',
  },
  {
    name: 'a million rows by variables',
    send: () =>
      asked(
        'query($n: Int!) { organizations(first: $n) { nodes { services(first: $n) { nodes { phones { number } } } } } }',
        { n: 100 },
      ),
    status: 400,
    code: 'LIMIT_EXCEEDED',
  },
  {
    name: 'a million rows by the defaults of variables',
    send: () =>
      asked(
        'query($n: Int! = 100) { organizations(first: $n) { nodes { services(first: $n) { nodes { phones { number } } } } } }',
      ),
    status: 400,
    code: 'LIMIT_EXCEEDED',
  },
  {
    name: 'a variable of another type',
    send: () => asked('query($n: Int!) { services(first: $n) { totalCount } }', { n: 'two' }),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a variable that is missing',
    send: () => asked('query($n: Int!) { services(first: $n) { totalCount } }'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a place named in two ways by a variable',
    send: () =>
      asked('query($at: PlaceInput!) { coverage(at: $at) { county { fips } } }', {
        at: { zip: '56633', countyFips: '27021' },
      }),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a moment of the year 0',
    send: () =>
      asked('query($f: ConveningFilter) { convenings(filter: $f) { totalCount } }', {
        f: { startsFrom: '0000-01-01T00:00:00Z' },
      }),
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    name: 'a language tag that is none by a variable',
    send: () =>
      asked('query($f: ServiceFilter) { services(filter: $f) { totalCount } }', {
        f: { languages: ['not a tag'] },
      }),
    status: 400,
    code: 'BAD_REQUEST',
  },
  ...[
    'services(filter: { organizationId: "x" })',
    'housingOptions(filter: { organizationId: "" })',
    'materials(filter: { organizationId: "reg_AAAAAAAAAAAAAAAAAAAAAA" })',
    'convenings(filter: { organizationId: "x" })',
    'convenings(filter: { regionId: "org_AAAAAAAAAAAAAAAAAAAAAA" })',
  ].map((question) => ({
    name: `an id of nothing such in ${question}`,
    send: () => asked(`{ ${question} { totalCount } }`),
    status: 200,
    code: 'INVALID',
  })),
  {
    name: 'a language tag that is none',
    send: () => asked('{ services(filter: { languages: ["not a tag"] }) { totalCount } }'),
    status: 400,
    code: 'BAD_REQUEST',
  },
];

for (const { name, send, status, code } of refused) {
  test(`${name} is refused with ${status} and ${code}, the fourth time as the first`, async () => {
    const answer = await send();
    for (let again = 0; again < 3; again += 1) {
      const { statusCode, body } = await send();
      assert.deepEqual([statusCode, body], [answer.statusCode, answer.body]);
    }
    assert.equal(answer.statusCode, status, answer.body);
    const { errors } = JSON.parse(answer.body) as {
      errors: { message: string; extensions: { code: string } }[];
    };
    assert.equal(errors[0]?.extensions.code, code, answer.body);
    assert.doesNotMatch(answer.body, databaseWords);
    assert.doesNotMatch(answer.body, /Did you mean|stacktrace|node_modules/);
  });
}

test('fragments that spread each other a thousand times over are weighed at once, and answered or refused', async () => {
  const levels = Array.from(
    { length: 60 },
    (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`,
  );
  const flat = await asked(
    `{ ...f0 } ${levels.join(' ')} fragment f60 on Query { viewer { kind } }`,
  );
  assert.equal(flat.statusCode, 200, flat.body);
  const fan = Array.from(
    { length: 9 },
    (_, index) =>
      `fragment g${index} on County { ${Array.from({ length: 12 }, (_unused, at) => `a${at}: region { counties { ...g${index + 1} } }`).join(' ')} }`,
  );
  const deepFan = await asked(
    `{ counties(state: "MN") { ...g0 } } ${fan.join(' ')} fragment g9 on County { fips }`,
  );
  assert.equal(deepFan.statusCode, 400);
  assert.match(deepFan.body, /LIMIT_EXCEEDED/);
});

test('a value out of bounds is a typed refusal that names its field', async () => {
  const wrong: [string, string][] = [
    ['{ organizations(first: 0) { totalCount } }', 'first'],
    ['{ organizations(first: 1000) { totalCount } }', 'first'],
    ['{ services(first: -5) { totalCount } }', 'first'],
    [
      '{ organizations(filter: { isIn: { circle: { at: { zip: "56633" }, withinMeters: -1 } } }) { totalCount } }',
      'filter.isIn.circle.withinMeters',
    ],
    [
      '{ services(filter: { isIn: { circle: { at: { zip: "99999" }, withinMeters: 10 } } }) { totalCount } }',
      'filter.isIn.circle.at',
    ],
    [
      '{ services(filter: { isIn: { box: { south: 48, west: -95, north: 47, east: -94 } } }) { totalCount } }',
      'filter.isIn.box.south',
    ],
    [
      '{ services(filter: { isIn: { box: { south: 47, west: -95, north: 147, east: -94 } } }) { totalCount } }',
      'filter.isIn.box.north',
    ],
    ['{ services(filter: { serves: { zip: "abc" } }) { totalCount } }', 'filter.serves.zip'],
    ['{ services(filter: { isIn: { state: "Minnesota" } }) { totalCount } }', 'filter.isIn.state'],
    ['{ search(text: "") { totalCount } }', 'text'],
    ['{ search(text: "!!") { totalCount } }', 'text'],
    ['{ counties(state: "ZZ") { fips } }', 'state'],
  ];
  for (const [query, field] of wrong) {
    const { body, text } = await directory.ask(query);
    assert.deepEqual(
      [body.errors?.[0]?.extensions.code, body.errors?.[0]?.extensions.field],
      ['INVALID', field],
      query,
    );
    assert.doesNotMatch(text, databaseWords);
  }
});

test('one field that is refused does not empty its neighbours', async () => {
  const { body } = await directory.ask<{ organizations: null; viewer: { kind: string } }, object>(
    '{ organizations(first: 0) { totalCount } viewer { kind } }',
  );
  assert.equal(body.data?.organizations, null);
  assert.equal(body.data?.viewer.kind, 'STRANGER');
});

test('NUL bytes and half characters are refused before a database sees them, wherever they stand', async () => {
  for (const wrong of ['a\0b', '\ud800', 'x\udfffy']) {
    const questions = [
      directory.ask(SearchWordsDocument, { text: `shelter${wrong}`, first: 5 }),
      directory.ask(OrganizationPageDocument, { first: 5, filter: { text: `shelter${wrong}` } }),
      directory.ask(HousingPageDocument, { first: 5, filter: { organizationId: wrong } }),
      directory.ask(HousingPageDocument, { first: 5, filter: { isIn: { countyFips: wrong } } }),
      directory.ask(
        'query($s: String!) { coverage(at: { city: { name: $s, state: "MN" } }) { county { fips } } }',
        { s: wrong },
      ),
    ];
    for (const { body, status, text } of await Promise.all(questions)) {
      assert.ok(status < 500, text);
      for (const error of body.errors ?? []) assert.equal(error.extensions.code, 'INVALID', text);
      assert.doesNotMatch(text, databaseWords);
    }
    for (const query of [
      'query($id: ID!) { node(id: $id) { id } }',
      'query($id: ID!) { nodes(ids: [$id]) { id } }',
      'query($id: String!) { services(filter: { text: $id }) { totalCount } }',
    ]) {
      const { body } = await directory.ask(query, { id: `shelter${wrong}` });
      assert.equal(body.errors?.[0]?.extensions.code, 'INVALID', query);
    }
  }
});

test('words that mean something to a database are only words', async () => {
  const words = [
    "'; drop table pub.organization; --",
    "a' & !b",
    ':* | x',
    '\\',
    "''",
    '<script>',
    '%_',
    '&|!()',
    '$1',
    '{{7*7}}',
    "Robert'); --x",
  ];
  for (const text of words) {
    const {
      status,
      body,
      text: answer,
    } = await directory.ask(SearchWordsDocument, { text, first: 5 });
    assert.equal(status, 200);
    for (const error of body.errors ?? []) assert.equal(error.extensions.code, 'INVALID', answer);
    await directory.data(OrganizationPageDocument, { first: 1 });
  }
});

test('every id of nodes counts for all that is asked of it', async () => {
  const { body } = await directory.ask(
    `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Organization { services(first: 100) { nodes { id } } } } }`,
    { ids: Array.from({ length: 100 }, (_, index) => `org_${String(index).padStart(22, 'a')}`) },
  );
  assert.equal(body.errors?.[0]?.extensions.code, 'LIMIT_EXCEEDED');
});

test('the schema is told once in a question, not many times over', async () => {
  const many = Array.from({ length: 16 }, (_, index) => `a${index}: __schema { ...G }`).join(' ');
  const { body } = await directory.ask(`{ ${many} } fragment G on __Schema { types { name } }`);
  assert.equal(body.errors?.[0]?.extensions.code, 'LIMIT_EXCEEDED');
  const { body: whole } = await directory.ask(
    '{ __schema { types { fields { type { ofType { name } } } } } }',
  );
  assert.equal(whole.errors, undefined);
});

test('where the database does not answer, it is said so, and when to ask again', async () => {
  const gone = () => {
    throw asRefusal(Object.assign(new Error('nobody there'), { code: 'ECONNREFUSED' }));
  };
  await watching(directory.questions, gone, async () => {
    const { body, headers } = await directory.ask('{ organizations(first: 1) { nodes { id } } }');
    assert.equal(body.errors?.[0]?.extensions.code, 'UNAVAILABLE');
    assert.doesNotMatch(body.errors![0]!.message, /ECONN|nobody/);
    assert.equal(headers['retry-after'], '5');
  });
  const late = asRefusal(Object.assign(new Error('canceling statement'), { code: '57014' }));
  assert.match(String(late), /took too long/);
});

test('more than 100 ids at once are refused', async () => {
  const { body } = await directory.ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 101 }, () => 'x'),
  });
  assert.equal(body.errors?.[0]?.extensions.code, 'LIMIT_EXCEEDED');
});

test('after all of that nothing was logged as a fault, and the server goes on', async () => {
  assert.doesNotMatch(directory.logged(), /"msg":"fault"/);
  assert.equal(
    (await directory.data(OrganizationPageDocument, { first: 1 })).organizations?.nodes.length,
    1,
  );
});
