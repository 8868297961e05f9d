import fc from 'fast-check';
import * as documents from './documents.js';

/** A request as nobody means it: what kind of attack it is, and what is sent. */
export interface Attack {
  kind: string;
  /** Whether it cannot be anything but refused; otherwise it may, by luck, be a question. */
  mustRefuse: boolean;
  method?: 'POST' | 'GET' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  payload: string | Buffer;
}

const json = { 'content-type': 'application/json' };
const BODY_BYTES_MAX = 1_048_576;
const questions = Object.values(documents)
  .filter((one) => typeof one === 'object')
  .map((document) => String(document))
  .filter((text) => text.length > 0);
const question = fc.constantFrom(...questions);

const asked = (
  kind: string,
  query: string,
  variables: unknown = {},
  mustRefuse = true,
): Attack => ({
  kind,
  mustRefuse,
  payload: JSON.stringify({ query, variables }),
});

/** Texts that mean something to a database, a page, a file system, a log or a program. */
const nasty = fc.constantFrom(
  "' or 1=1 --",
  "'; drop table pub.listing; --",
  '%00',
  '\u0000',
  '\ud800',
  '\u202e\u2066',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '$(sleep 1)',
  '%s%n%x',
  'a'.repeat(100_000),
  '🜁'.repeat(20_000),
  '\u0301'.repeat(10_000),
  '(((((a+)+)+)+)+)+$',
  '__proto__',
  'constructor',
  'NaN',
  '1e999',
  '-0',
  '9'.repeat(400),
  'hou_AAAAAAAAAAAAAAAAAAAAAA',
  'true',
  '\r\nset-cookie: a=b',
);
const wildValue = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom<unknown>(null, [], {}, [[[[[]]]]], { __proto__: { kind: 'STEWARD' } }),
);

const repeated = (least: number, most: number) => fc.integer({ min: least, max: most });
const nested = (times: number) =>
  `{ regions { organization { ${'region { organization { '.repeat(times)}id${' } }'.repeat(times)} } } }`;
const circle = (length: number) =>
  `{ ...F0 } ${Array.from(
    { length },
    (_, at) => `fragment F${at} on Query { viewer { kind } ...F${(at + 1) % length} }`,
  ).join(' ')}`;

/** One letter of a text is left out, doubled, or another. */
const typo = fc
  .tuple(question, fc.nat(), fc.constantFrom('', 'x', '{', '}', '$', '"', '@', '\u0000', '…', '0'))
  .map(([text, at, letter]) => {
    const place = at % text.length;
    return text.slice(0, place) + letter + text.slice(place + 1);
  });

/** Each of the kinds that the tests must hold out against. */
const kinds: Record<string, fc.Arbitrary<Attack>> = {
  malformed: fc
    .tuple(question, fc.nat(), fc.constantFrom('', ',', '\u0000', '\ufeff', '}', '[', 'NaN', '//'))
    .map(([text, at, letter]) => {
      const whole = JSON.stringify({ query: text });
      const place = 1 + (at % (whole.length - 1));
      return { kind: 'malformed', mustRefuse: false, payload: whole.slice(0, place) + letter };
    }),
  bytes: fc
    .uint8Array({ minLength: 1, maxLength: 400 })
    .map((bytes) => ({ kind: 'bytes', mustRefuse: true, payload: Buffer.from(bytes) })),
  oversized: fc.constantFrom(
    { kind: 'oversized', mustRefuse: true, payload: `{"query":"${'a'.repeat(BODY_BYTES_MAX)}"}` },
    { kind: 'oversized', mustRefuse: true, payload: '['.repeat(BODY_BYTES_MAX - 1) },
    asked('oversized', `{ ${'viewer { kind } '.repeat(2_000)} }`),
    asked('oversized', '{ viewer { kind } }'.padEnd(400_000, '#'), {}, false),
  ),
  deep: repeated(6, 160).map((times) => asked('deep', nested(times))),
  deepVariables: repeated(100, 4_000).map((times) => ({
    kind: 'deepVariables',
    mustRefuse: true,
    payload: `{"query":"query A($input: FindHousingInput!) { findHousing(input: $input) { nodes { verdict } } }","variables":{"input":${'{"seeker":'.repeat(times)}1${'}'.repeat(times)}}}`,
  })),
  wide: repeated(16, 120).map((times) =>
    asked(
      'wide',
      `{ ${Array.from({ length: times }, (_, at) => `a${at}: regions { id }`).join(' ')} }`,
    ),
  ),
  costly: fc
    .tuple(repeated(22, 100), repeated(5, 10))
    .map(([first, lists]) =>
      asked(
        'costly',
        `{ organizations(first: 100) { nodes { ${Array.from(
          { length: lists },
          (_, at) => `a${at}: services(first: ${first}) { nodes { id } }`,
        ).join(' ')} } } }`,
      ),
    ),
  aliased: repeated(16, 150).map((times) =>
    asked(
      'aliased',
      `mutation { ${Array.from({ length: times }, (_, at) => `a${at}: signOut { signedOut }`).join(' ')} }`,
    ),
  ),
  batched: repeated(0, 40).map((times) => ({
    kind: 'batched',
    mustRefuse: true,
    payload: JSON.stringify(
      Array.from({ length: times }, () => ({ query: '{ viewer { kind } }' })),
    ),
  })),
  cyclic: repeated(1, 60).map((length) => asked('cyclic', circle(length))),
  typo: typo.map((text) => asked('typo', text, {}, false)),
  variables: fc
    .tuple(
      question,
      fc.dictionary(
        fc.constantFrom('input', 'id', 'text', 'first', 'after', 'filter', 'at', 'ids'),
        wildValue,
      ),
    )
    .map(([text, variables]) => asked('variables', text, variables, false)),
  input: fc
    .dictionary(
      fc.constantFrom(
        'at',
        'seeker',
        'avoid',
        'kinds',
        'bedsFor',
        'policies',
        'withinMeters',
        'languages',
      ),
      wildValue,
      { minKeys: 1 },
    )
    .map((input) =>
      asked(
        'input',
        'query A($input: FindHousingInput!) { findHousing(input: $input, first: 5) { nodes { verdict reasons { text } } } }',
        { input },
        false,
      ),
    ),
  comingIn: fc
    .dictionary(fc.constantFrom('email', 'password', 'token', 'name', 'role'), wildValue, {
      minKeys: 1,
    })
    .map((input) =>
      asked(
        'comingIn',
        'mutation A($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { signedIn userErrors { code } } }',
        { input },
      ),
    ),
  signingIn: fc
    .record({ email: nasty, password: nasty })
    .map((input) =>
      asked(
        'signingIn',
        'mutation A($input: SignInInput!) { signIn(input: $input) { signedIn userErrors { code } } }',
        { input },
      ),
    ),
  takingUp: fc
    .record({ token: nasty, name: nasty, password: nasty })
    .map((input) =>
      asked(
        'takingUp',
        'mutation A($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { signedIn userErrors { code } } }',
        { input },
      ),
    ),
  shape: wildValue.map((query) => ({
    kind: 'shape',
    mustRefuse: true,
    payload: JSON.stringify({ query, variables: 'none', extensions: [] }),
  })),
  directives: repeated(20, 160).map((times) =>
    asked('directives', `{ viewer ${'@include(if: true) '.repeat(times)} { kind } }`),
  ),
  method: fc.constantFrom('GET' as const, 'PUT' as const, 'DELETE' as const).map((method) => ({
    kind: 'method',
    mustRefuse: true,
    method,
    payload: method === 'GET' ? '' : '{"query":"{ viewer { kind } }"}',
  })),
  headers: fc
    .tuple(
      fc.constantFrom(
        'content-type',
        'authorization',
        'accept',
        'accept-language',
        'cookie',
        'origin',
        'x-forwarded-for',
      ),
      fc.oneof(
        fc.constantFrom(
          'text/plain',
          'application/json; charset=utf-7',
          'Bearer ',
          'Bearer hbl_x',
          'a=b; '.repeat(500),
          '*;q=9',
          ',,,;;;',
          'null',
        ),
        fc.string({ maxLength: 200 }).map((text) => text.replace(/[^\x20-\x7e]/g, '')),
      ),
    )
    .map(([name, value]) => ({
      kind: 'headers',
      mustRefuse: false,
      headers: { ...json, [name]: value },
      payload: '{"query":"{ viewer { kind } }"}',
    })),
};

export const attackKinds = Object.keys(kinds);
export const attacks: fc.Arbitrary<Attack> = fc.oneof(...Object.values(kinds)).map((attack) => ({
  headers: json,
  method: 'POST' as const,
  ...attack,
  // A failure is told in a line, not in a megabyte.
  [fc.toStringMethod]: () =>
    `${attack.kind} ${String(attack.payload.length)}: ${String(attack.payload).slice(0, 300)}`,
}));
