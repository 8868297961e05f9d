import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type GraphQLFormattedError,
  type GraphQLInputObjectType,
} from 'graphql';
import { pino } from 'pino';
import { coerceVariables } from '../../src/server/graphql/coerced.js';
import { tellErrors } from '../../src/server/graphql/errors.js';
import { buildSchema } from '../../src/server/graphql/schema.js';
import { refuseMisfits } from '../../src/server/graphql/values.js';

const schema = buildSchema();
const tell = tellErrors(schema, pino({ enabled: false }));

const told = (error: GraphQLError, code: string) =>
  tell({ ...error.toJSON(), extensions: { code, ...error.extensions } }, error);

/** What is told of a question with values written into it. */
function ofLiteral(input: string): GraphQLFormattedError[] {
  const query = `{ findHousing(input: ${input}) { totalCount } }`;
  try {
    return validate(schema, parse(query)).map((error) => told(error, 'GRAPHQL_VALIDATION_FAILED'));
  } catch (error) {
    return [told(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')];
  }
}

const byVariables = parse(
  'query($input: FindHousingInput!) { findHousing(input: $input) { totalCount } }',
);

/** What is told of a variable. */
function ofVariable(input: unknown): GraphQLFormattedError[] {
  try {
    refuseMisfits(schema, getOperationAST(byVariables)!, { input });
    return [];
  } catch (error) {
    return [told(error as GraphQLError, 'BAD_USER_INPUT')];
  }
}

const A_TAG = 'A language is named by its BCP 47 tag, as es.';
/** The same wrong value written into the question and given as a variable, and what is told of both. */
const wrong: [literal: string, variable: unknown, field: string, message: string][] = [
  [
    '{ seeker: { age: "Ann" } }',
    { seeker: { age: 'Ann' } },
    'input.seeker.age',
    'must be of type Int.',
  ],
  [
    '{ seeker: { age: 1.5 } }',
    { seeker: { age: 1.5 } },
    'input.seeker.age',
    'must be of type Int.',
  ],
  ['{ seeker: "Ann" }', { seeker: 'Ann' }, 'input.seeker', 'must be of type SeekerInput.'],
  [
    '{ seeker: { gender: ANN } }',
    { seeker: { gender: 'ANN' } },
    'input.seeker.gender',
    'must be of type Gender.',
  ],
  [
    '{ seeker: { children: [{ age: 2 }, { age: "Ann" }] } }',
    { seeker: { children: [{ age: 2 }, { age: 'Ann' }] } },
    'input.seeker.children.1.age',
    'must be of type Int.',
  ],
  [
    '{ seeker: { languages: ["Ann"] } }',
    { seeker: { languages: ['Ann--'] } },
    'input.seeker.languages.0',
    `must be of type LanguageTag!. ${A_TAG}`,
  ],
  [
    '{ seeker: { nations: [{ enrolled: true }] } }',
    { seeker: { nations: [{ enrolled: true }] } },
    'input.seeker.nations.0',
    'lacks nationId, of type ID!.',
  ],
  [
    '{ seeker: { Ann: 1 } }',
    { seeker: { Ann: 1 } },
    'input.seeker',
    'has a field that SeekerInput has not.',
  ],
  [
    '{ at: { zip: "1", countyFips: "Ann" } }',
    { at: { zip: '1', countyFips: 'Ann' } },
    'input.at',
    'must name exactly one of point, zip, countyFips, city, nationId.',
  ],
  ['{ at: [{ zip: "Ann" }] }', { at: [{ zip: 'Ann' }] }, 'input.at', 'must be of type PlaceInput.'],
];

test('of a value that does not fit its place and type are told, and not the value', () => {
  for (const [literal, variable, field, message] of wrong) {
    for (const [error] of [
      ofLiteral(literal.replace('"Ann"]', '"Ann--"]')),
      ofVariable(variable),
    ]) {
      assert.equal(error?.message, `${field} ${message}`);
      assert.deepEqual(error.extensions, { code: 'BAD_REQUEST', field });
    }
  }
});

test('of a variable that is missing its name and type are told', () => {
  const operation = getOperationAST(byVariables)!;
  assert.throws(() => refuseMisfits(schema, operation, {}), {
    message: 'input is missing: it is of type FindHousingInput!.',
  });
});

test('variables come out as GraphQL understands them, defaults put in', () => {
  const coerced = coerceVariables(schema, getOperationAST(byVariables)!, {
    input: { kinds: 'SAFE_HOUSE', seeker: null },
  });
  assert.deepEqual(coerced, { input: { kinds: ['SAFE_HOUSE'], seeker: null, reach: 'NEAR' } });
  const paged = parse('query($n: Int! = 7) { organizations(first: $n) { totalCount } }');
  assert.deepEqual(coerceVariables(schema, getOperationAST(paged)!, {}), { n: 7 });
});

test('of a question that cannot be read what was written is not told', () => {
  const unreadable = [
    '{ findHousing(input: { seeker: { age: Quill Quill',
    '{ viewer(a: "Quill',
    '{ "Quill" }',
    '{ viewer { kind } Quill: 7Quill }',
    "{ a(b: 'Quill') }",
    'Quill',
    '{ a(b: "\\Quill") }',
    'query($a: Int = $Quill) { a }',
  ];
  for (const query of unreadable) {
    let error: unknown;
    try {
      parse(query);
    } catch (thrown) {
      error = thrown;
    }
    assert.ok(error instanceof GraphQLError, query);
    const { message, locations } = told(error, 'GRAPHQL_PARSE_FAILED');
    assert.match(message, /^Syntax Error/);
    assert.doesNotMatch(message, /Quill/, query);
    assert.ok(locations?.length);
  }
});

const CANARY = 'Quillfeather';
const NUMBER = 1_836_502_947.25;
/** The canary in the shapes that JSON has. */
const shapes = fc.constantFrom<unknown>(
  CANARY,
  NUMBER,
  [CANARY],
  { [CANARY]: CANARY },
  [{ [CANARY]: [NUMBER] }],
  { a: { b: CANARY } },
  [[CANARY]],
);

/** As GraphQL writes values; words stand bare where they may be an enum's. */
function literalOf(value: unknown, bare: boolean): string {
  if (Array.isArray(value)) return `[${value.map((one) => literalOf(one, bare)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, one]) => `${name}: ${literalOf(one, bare)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return bare && typeof value === 'string' ? value : JSON.stringify(value);
}

test('whatever stands in any field of the input, no refusal repeats it', () => {
  const fieldsOf = (type: string) =>
    Object.keys((schema.getType(type) as GraphQLInputObjectType).getFields());
  const paths = [
    ...fieldsOf('FindHousingInput').map((name) => [name]),
    ...fieldsOf('SeekerInput').map((name) => ['seeker', name]),
    ...fieldsOf('PlaceInput').map((name) => ['at', name]),
    ...fieldsOf('PlaceAvoidInput').map((name) => ['avoid', name]),
    ...fieldsOf('PointInput').map((name) => ['at', 'point', name]),
    ...fieldsOf('ChildInput').map((name) => ['seeker', 'children', name]),
    ...fieldsOf('SeekerNationInput').map((name) => ['seeker', 'nations', name]),
    ...fieldsOf('DocumentInput').map((name) => ['seeker', 'documents', name]),
  ];
  let refusals = 0;
  for (const path of paths) {
    fc.assert(
      fc.property(shapes, fc.boolean(), (value, bare) => {
        const input = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
        const errors = [...ofVariable(input), ...ofLiteral(literalOf(input, bare))];
        refusals += errors.length;
        for (const error of errors) {
          assert.doesNotMatch(JSON.stringify(error), /Quillfeather|1836502947/);
        }
      }),
      { numRuns: 25 },
    );
  }
  assert.ok(refusals > paths.length * 10);
});

test('a trace of a fault tells where in the code, and no line of its message', () => {
  let log = '';
  const logger = pino({ base: null }, { write: (line: string) => void (log += line) });
  const error = new Error(`first ${CANARY}\n    at ${CANARY} (file.js:1:1)\n    at ${CANARY}`);
  const answer = tellErrors(schema, logger)({ message: error.message }, error);
  assert.equal(answer.extensions?.['code'], 'INTERNAL');
  assert.match(log, /values\.test/);
  assert.doesNotMatch(JSON.stringify(answer) + log, /Quillfeather/);
});

test('the name of an operation that is not there is not repeated', () => {
  const error = new GraphQLError('Unknown operation named "Ann of Bemidji".');
  assert.equal(
    told(error, 'OPERATION_RESOLUTION_FAILURE').message,
    'The question has no operation of the name that is asked for.',
  );
});
