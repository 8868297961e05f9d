import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, type Statement } from '../../src/kernel/index.js';
import { keepUnmetNeeds } from '../../src/upkeep/keep-unmet-needs.command.js';
import { testBothWays } from '../support/both-ways.js';
import { openDirectory, type Answer } from '../support/directory.js';
import {
  HousingFoundDocument,
  ServicesFoundDocument,
  type FindHousingInput,
} from '../support/documents.js';
import { watching } from '../support/failing.js';
import { appWith, comeIn } from '../support/people.js';
import { tablesChanged, tablesNow, tablesWith } from '../support/sweep.js';

/** Texts and numbers that stand nowhere else: what was told of the person may be found by them. */
const canaries = [
  'Quillfeather',
  'quillfea',
  '1836502947',
  '46.91827364',
  '93.71828459',
  '47.19283746',
];
const any = new RegExp(canaries.map((text) => text.replace('.', '\\.')).join('|'), 'i');
const directory = await openDirectory({ log: 'debug' });

const at = { point: { latitude: 46.91827364, longitude: -93.71828459 } };
/** There must be one of that id; the id that is swept for stands in what is refused. */
const [nation] = await directory.database.read.rows<{ id: string }>(
  sql`select id from pub.tribal_nation order by id limit 1`,
);
/** All of it fits, so that it is answered; each field of a person is given. */
const input = {
  at,
  withinMeters: 400_000,
  avoid: [
    { circle: { at: { point: { latitude: 47.19283746, longitude: -91.5 } }, withinMeters: 1_000 } },
  ],
  languages: ['en-x-quillfea'],
  seeker: {
    age: 17,
    gender: 'TWO_SPIRIT',
    lgbtq: true,
    veteran: true,
    pregnant: true,
    partner: true,
    unaccompaniedMinor: true,
    children: [{ age: 1, gender: 'WOMAN' }],
    situations: ['SEX_TRAFFICKING'],
    nations: [{ nationId: nation!.id, enrolled: true, descendant: true, livesWithin: true }],
    homeCountyFips: '27007',
    accessNeeds: ['WHEELCHAIR'],
    serviceAnimal: true,
    pets: true,
    languages: ['oj-x-quillfea'],
    documents: [{ kind: 'PHOTO_ID', has: false }],
    substanceUse: 'ON_MEDICATION',
    careNeeds: ['MENTAL_HEALTH'],
    custody: 'FOSTER_CARE',
    convictions: ['FELONY'],
    monthlyIncome: 1_836_502_947,
    policeCooperation: true,
    referredBy: 'POLICE',
  },
} satisfies FindHousingInput;

/** As it stands in a question. */
function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, one]) => `${name}: ${literalOf(one)}`)
      .join(', ')} }`;
  }
  return typeof value === 'string' && /^[A-Z_]{4,}$/.test(value) ? value : JSON.stringify(value);
}
const written = (of: unknown) =>
  `{ findHousing(input: ${literalOf(of)}, first: 3) { edges { cursor } pageInfo { endCursor } } }`;

/** Asked until its question is compiled, and once more. */
async function often(ask: () => Promise<Answer<unknown>>): Promise<Answer<unknown>[]> {
  const answers: Answer<unknown>[] = [];
  for (let times = 0; times < 4; times += 1) answers.push(await ask());
  return answers;
}

testBothWays(directory, 'an answer tells nothing of the person in headers or cursors', async () => {
  const services = { at, seeker: input.seeker };
  const answers = [
    ...(await often(() => directory.ask(HousingFoundDocument, { input, first: 3 }))),
    ...(await often(() => directory.ask(written(input)))),
    ...(await often(() => directory.ask(ServicesFoundDocument, { input: services, first: 3 }))),
  ];
  let cursors = 0;
  for (const { body, text, headers } of answers) {
    assert.equal(body.errors, undefined, text);
    assert.doesNotMatch(JSON.stringify(headers), any);
    for (const [, payload] of text.matchAll(/"(?:cursor|endCursor)":"([^".]+)\./g)) {
      assert.doesNotMatch(Buffer.from(payload!, 'base64url').toString(), any);
      cursors += 1;
    }
  }
  assert.ok(cursors >= answers.length);
});

/** One field at a time, each with what it refuses. */
const refused: Record<string, unknown> = {
  'seeker.homeCountyFips': 'Quillfeather',
  'seeker.nations.0.nationId': 'nat_Quillfeather',
  'seeker.languages.0': 'Quillfeather--',
  'seeker.age': 1_836_502_947,
  'seeker.monthlyIncome': -1_836_502_947,
  'seeker.gender': 'Quillfeather',
  'seeker.name': 'Quillfeather',
  'seeker.children.0.age': 1_836_502_947,
  'seeker.documents.0.has': 'Quillfeather',
  'languages.0': 'Quillfeather--',
  withinMeters: 1_836_502_947,
  bedsFor: 1_836_502_947,
  'at.zip': '1836502947',
  'at.countyFips': 'Quillfeather',
  'at.nationId': 'nat_Quillfeather',
  'at.city': { name: 'Quillfeather', state: 'MN' },
  'at.city.state': 'Quillfeather',
  'at.point': { latitude: 1836502947.5, longitude: 0 },
  'avoid.0.countyFips': 'Quillfeather',
  'avoid.0.circle.withinMeters': 1_836_502_947,
};

/** The input with one value in the place of another. A place is named in one way: by the value alone. */
function withOne(path: string, value: unknown): unknown {
  const put = (into: unknown, [step, ...rest]: string[]): unknown => {
    if (step === undefined) return value;
    if (Array.isArray(into)) {
      return into.map((one, index) => (index === Number(step) ? put(one, rest) : one));
    }
    const members = into as Record<string, unknown> | undefined;
    return { ...members, [step]: put(members?.[step], rest) };
  };
  const places: [string, object][] = [
    ['at.', { at: {} }],
    ['avoid.0.countyFips', { avoid: [{}] }],
  ];
  const emptied = places.find(([start]) => path.startsWith(start))?.[1];
  return put({ ...input, ...emptied }, path.split('.'));
}

test('a refusal repeats nothing of what was given', async () => {
  for (const [path, value] of Object.entries(refused)) {
    const other = withOne(path, value);
    const answers = [
      ...(await often(() =>
        directory.ask(HousingFoundDocument, { input: other, first: 3 } as never),
      )),
      ...(await often(() => directory.ask(written(other)))),
    ];
    for (const { body, text, headers, status } of answers) {
      assert.ok(status < 500 && body.errors?.length, `${path}: ${text}`);
      assert.notEqual(body.errors[0]?.extensions.code, 'INTERNAL', `${path}: ${text}`);
      assert.doesNotMatch(text + JSON.stringify(headers), any, path);
    }
  }
});

test('an argument that its variables spoil is refused without being repeated', async () => {
  const { languages: _, ...rest } = input;
  const query = `query($tag: LanguageTag = "en") { findHousing(input:
    { seeker: ${literalOf(rest.seeker)}, languages: [$tag] }) { totalCount } }`;
  for (const { body, text } of await often(() => directory.ask(query, { tag: null }))) {
    assert.ok(body.errors?.length, text);
    assert.doesNotMatch(text, any);
    assert.equal(body.errors[0]?.extensions.code, 'BAD_REQUEST', text);
  }
  const first = 'query($n: Int) { findHousing(input: {}, first: $n) { totalCount } }';
  for (const { body, text } of await often(() => directory.ask(first, { n: null }))) {
    assert.equal(body.errors?.[0]?.extensions.code, 'BAD_REQUEST', text);
  }
});

test('a fault says its number, and nothing of the question', async () => {
  const fail = ({ values }: Statement) => {
    throw new Error(`failed at ${JSON.stringify(values)}\n    at ${JSON.stringify(input)}`);
  };
  await watching(directory.questions, fail, async () => {
    const asked = { ...input, at: { city: { name: 'Quillfeather', state: 'MN' } } };
    const answers = [
      ...(await often(() => directory.ask(HousingFoundDocument, { input: asked, first: 3 }))),
      ...(await often(() => directory.ask(written(asked)))),
    ];
    for (const { body, text } of answers) {
      assert.equal(body.errors?.[0]?.extensions.code, 'INTERNAL', text);
      assert.doesNotMatch(text, any);
    }
  });
  assert.match(directory.logged(), /"msg":"fault"/);
});

/** Every word of the person that is one of a closed list, and every name under which she is told. */
function wordsOf(value: unknown, name?: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one, name));
  const named = name === undefined ? [] : [`"${name}":`];
  if (typeof value === 'object' && value !== null)
    return [...named, ...Object.entries(value).flatMap(([key, one]) => wordsOf(one, key))];
  return typeof value === 'string' && /^[A-Z_]+$/.test(value) ? [...named, value] : named;
}

test('no field of a person is in a log or changes a table, whoever asks for her, and whether anything is found', async () => {
  const { body } = await directory.ask<{ __type: { inputFields: { name: string }[] } }, object>(
    '{ __type(name: "SeekerInput") { inputFields { name } } }',
  );
  const fields = body.data!.__type.inputFields.map(({ name }) => name);
  assert.deepEqual(Object.keys(input.seeker).toSorted(), fields.toSorted());
  const [advocate, app] = [
    await comeIn(directory, 'ADVOCATE'),
    await appWith(directory, ['directory:read', 'partners:read']),
  ];
  const { read } = directory.database;
  const before = await tablesNow(read);
  const logged = directory.logged().length;
  const nothing = { ...input, withinMeters: 1, kinds: ['HOST_HOME'] } satisfies FindHousingInput;
  for (const headers of [{}, advocate.headers, app.headers]) {
    for (const one of [input, nothing]) {
      const answers = [
        ...(await often(() =>
          directory.ask(HousingFoundDocument, { input: one, first: 3 }, headers),
        )),
        ...(await often(() => directory.ask(written(one), {}, headers))),
      ];
      for (const { body, text } of answers) assert.equal(body.errors, undefined, text);
    }
  }
  const log = directory.logged().slice(logged);
  assert.match(log, /"route":"\/graphql"/);
  for (const word of new Set(wordsOf(input.seeker)))
    assert.ok(!new RegExp(`(?<![A-Z_])${word}(?![A-Z_])`).test(log), word);
  assert.doesNotMatch(log, any);
  const after = await tablesNow(read);
  // When a session or a key was used last.
  assert.deepEqual(
    tablesChanged(before, after).filter((name) => !/^auth\.(session|app_key)$/.test(name)),
    [],
  );
  // What was not found is counted: by region and criterion, five at a time.
  await keepUnmetNeeds(directory.house.unmet, directory.change);
  assert.deepEqual(tablesChanged(after, await tablesNow(read)), ['org.unmet_need']);
});

test('after all of that nothing of it is in a log or in any table', async () => {
  assert.match(directory.logged(), /"route":"\/graphql"/);
  assert.doesNotMatch(directory.logged(), any);
  const { read } = directory.database;
  assert.ok((await tablesWith(read, ['Merganser'])).includes('pub.listing'), 'the sweep finds');
  assert.deepEqual(await tablesWith(read, canaries), []);
  const statements = await read.rows<{ query: string }>(sql`select query from pg_stat_activity`);
  for (const { query } of statements) assert.doesNotMatch(query ?? '', any);
});
