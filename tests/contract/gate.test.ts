import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readChangeFile, readChanges, type ChangeFile } from '../../schema/contract/changes.js';
import { gateFaults } from '../../schema/contract/gate.js';
import { lastReleased, readReleased, written } from '../../schema/contract/released.js';
import { releaseFaults } from '../../schema/contract/release-faults.js';

const root = join(import.meta.dirname, '../../..');
const schema = join(root, 'schema');
const emitted = readFileSync(join(schema, 'directory.graphql'), 'utf8');

test('the contract breaks nothing of the last released one that no change file names', async () => {
  const released = lastReleased(join(schema, 'released'));
  assert.ok(released);
  const today = new Date().toISOString().slice(0, 10);
  assert.deepEqual(
    await gateFaults(released, emitted, readChanges(join(schema, 'changes')), today),
    [],
  );
});

/** A small contract, taken for the released one: the whole takes a while to compare. */
const small = `type Query {
  counties(state: String!): [County!]
  find(input: FindInput!, first: Int! = 20): Match
}

type County {
  name: String!
}

input FindInput {
  at: String
  bedsFor: Int
}

type Match {
  verdict: Verdict!
  place: Place
  distance: Distance
}

type Distance {
  band: String!
  meters: Int
}

enum Verdict {
  ASK
  FITS
}

interface Place {
  area: String!
}

type WithheldPlace implements Place {
  area: String!
}
`;
const released = { version: '0.1.0', date: '2026-11-29', text: small };
/** The contract with one thing altered. */
function planted(from: string, to: string, text = small): string {
  const altered = text.replace(from, to);
  assert.notEqual(altered, text, from);
  return altered;
}
const TODAY = '2027-04-05';
const faultsOf = (text: string, changes: ChangeFile[] = [], today = TODAY) =>
  gateFaults(released, text, changes, today);

const breaks: [from: string, to: string, named: string][] = [
  ['  meters: Int\n', '', 'FIELD_REMOVED Distance.meters'],
  ['verdict: Verdict!', 'verdict: Verdict', 'FIELD_TYPE_CHANGED Match.verdict'],
  ['  ASK\n', '', 'ENUM_VALUE_REMOVED Verdict.ASK'],
  ['at: String\n', 'at: String!\n', 'INPUT_FIELD_TYPE_CHANGED FindInput.at'],
  ['bedsFor: Int\n', 'bedsFor: Int\n  pets: Boolean!\n', 'INPUT_FIELD_ADDED FindInput.pets'],
  ['(state: String!)', '', 'FIELD_ARGUMENT_REMOVED Query.counties.state'],
  ['first: Int! = 20', 'first: Int! = 10', 'FIELD_ARGUMENT_DEFAULT_CHANGED Query.find.first'],
  ['FindInput {', 'FindInput @oneOf {', 'DIRECTIVE_USAGE_INPUT_OBJECT_ADDED FindInput.@oneOf'],
  ['Place implements Place {', 'Place {', 'OBJECT_TYPE_INTERFACE_REMOVED WithheldPlace'],
];

test('what breaks a program is caught, and named by its path', async () => {
  for (const [from, to, name] of breaks) {
    const faults = await faultsOf(planted(from, to));
    assert.equal(faults.length, 1, faults.join());
    assert.ok(faults[0]!.startsWith(`${name}: `), faults[0]);
  }
});

test('what only adds is not', async () => {
  const added: [string, string][] = [
    ['  meters: Int\n', '  meters: Int\n  minutes: Int\n'],
    ['  ASK\n', '  ASK\n  PERHAPS\n'],
    ['at: String\n', 'at: String\n  also: String\n'],
    ['(state: String!)', '(state: String!, named: String)'],
    ['type Distance {', 'type Minutes {\n  many: Int!\n}\n\ntype Distance {'],
    ['verdict: Verdict!', '"Whether it fits."\n  verdict: Verdict!'],
    ['meters: Int', 'meters: Int!'],
  ];
  for (const [from, to] of added) assert.deepEqual(await faultsOf(planted(from, to)), [], to);
});

test('of the whole contract too, what breaks is caught and what adds is not', async () => {
  const whole = { ...released, text: emitted };
  const [field] = /^ {2}freshness: Freshness!\n/m.exec(emitted)!;
  assert.match(
    (await gateFaults(whole, planted(field, '', emitted), [], TODAY)).join(),
    /^FIELD_REMOVED Availability\.freshness: /,
  );
  const more = planted(field, `${field}  since: String\n`, emitted);
  assert.deepEqual(await gateFaults(whole, more, [], TODAY), []);
});

const change = (text: string) => readChangeFile('place.yml', text);
const metersGo = (date: string, version = '0.2.0') =>
  change(`{version: ${version}, date: ${date}, why: Bands say it.,
    breaks: [{change: FIELD_REMOVED, path: Distance.meters}]}`);
const without = planted('  meters: Int\n', '');

test('a break that a change file names may be, and a file that names none may not', async () => {
  assert.deepEqual(await faultsOf(without, [metersGo('2027-01-04')]), []);
  assert.match((await faultsOf(small, [metersGo('2027-01-04')])).join(), /no break of this/);
  // What came with the released contract is behind us, and names nothing that comes.
  assert.deepEqual(await faultsOf(small, [metersGo('2026-11-29', '0.1.0')]), []);
  assert.equal((await faultsOf(without, [metersGo('2026-11-29', '0.1.0')])).length, 1);
});

test('until its day has come, what breaks stays outside', async () => {
  const named = [metersGo('2027-01-04')];
  assert.match(
    (await faultsOf(without, named, '2027-01-03')).join(),
    /^place\.yml: .*has not come/,
  );
  assert.deepEqual(await faultsOf(without, named, '2027-01-04'), []);
});

test('a change file says with which version, when, why and what', () => {
  for (const wrong of [
    '{version: 0.2.0, date: 2027-02-30, why: So., breaks: [{change: A, path: B}]}',
    '{version: next, date: 2027-02-03, why: So., breaks: [{change: A, path: B}]}',
    '{version: 0.2.0, date: 2027-02-03, why: " ", breaks: [{change: A, path: B}]}',
    '{version: 0.2.0, date: 2027-02-03, why: So., breaks: []}',
    '{version: 0.2.0, date: 2027-02-03, breaks: [{change: A, path: B}]}',
    '{version: 0.2.0, date: 2027-02-03, why: So., breaks: [{change: A, path: B}], more: 1}',
  ])
    assert.throws(() => change(wrong), /^Error: place\.yml: /, wrong);
});

const told = (since: string, removal: string) =>
  planted(
    'meters: Int',
    `meters: Int @deprecated(reason: "Use the band. Deprecated ${since}, removed ${removal}.")`,
  );

test('a deprecation tells its days, ninety apart, and none that nobody was told', async () => {
  assert.deepEqual(await faultsOf(told('2026-12-01', '2027-03-01')), []);
  const faults: [string, RegExp][] = [
    [told('2026-12-01', '2027-02-28'), /^Distance\.meters: it may go 90 days after/],
    [told('2026-06-01', '2027-03-01'), /nobody was told/],
    [told('2026-12-01', '2027-02-30'), /ends as in/],
    [planted('meters: Int', 'meters: Int @deprecated'), /^Distance\.meters: .*ends as in/],
    [planted('  ASK', '  ASK @deprecated(reason: "Old.")'), /^Verdict\.ASK: .*ends as in/],
    [
      planted('(state: String!)', '(state: String!, old: Int @deprecated)'),
      /^Query\.counties\.old: /,
    ],
    [planted('at: String', 'at: String @deprecated'), /^FindInput\.at: /],
  ];
  for (const [text, words] of faults) assert.match((await faultsOf(text)).join(), words);
});

test('what was promised to last lasts until that day', async () => {
  const promised = { ...released, text: told('2026-12-01', '2027-03-01') };
  assert.deepEqual(await gateFaults(promised, without, [metersGo('2027-03-01')], TODAY), []);
  const sooner = await gateFaults(promised, without, [metersGo('2027-02-01')], TODAY);
  assert.match(sooner.join(), /promised until 2027-03-01/);
  const types = planted('  distance: Distance\n', '').replace(/type Distance \{[^}]+\}\n/, '');
  const typeGoes = change(`{version: 0.2.0, date: 2026-12-02, why: Bands say it.,
    breaks: [{change: TYPE_REMOVED, path: Distance}, {change: FIELD_REMOVED, path: Match.distance}]}`);
  const withType = await gateFaults(promised, types, [typeGoes], TODAY);
  assert.deepEqual(withType, ['place.yml: Distance was promised until 2027-03-01.']);
  const moved = await gateFaults(promised, told('2026-11-30', '2027-02-28'), [], TODAY);
  assert.match(moved.join(), /2027-03-01 was promised/);
});

test('a contract is released under a newer version, once the day of its changes has come', async () => {
  const next = (version: string, date: string, text = small) => ({ version, date, text });
  assert.deepEqual(await releaseFaults(next('0.1.0', '2026-11-29'), null, []), []);
  assert.deepEqual(await releaseFaults(next('0.10.0', '2026-12-01'), released, []), []);
  assert.equal((await releaseFaults(next('0.1.0', '2026-12-01'), released, [])).length, 1);
  assert.equal((await releaseFaults(next('0.2', '2026-12-01'), released, [])).length, 1);
  assert.match(
    (await releaseFaults(next('0.2.0', '2026-11-28'), released, [])).join(),
    /before it/,
  );
  assert.equal((await releaseFaults(next('0.2.0', 'today'), released, [])).length, 1);
  assert.equal((await releaseFaults(next('0.2.0', '2027-01-04', without), released, [])).length, 1);
  const named = [metersGo('2027-01-04')];
  const release = (version: string, date: string) =>
    releaseFaults(next(version, date, without), released, named);
  assert.deepEqual(await release('0.2.0', '2027-01-04'), []);
  assert.match((await release('0.2.0', '2027-01-03')).join(), /has not come/);
  assert.match((await release('0.3.0', '2027-01-04')).join(), /comes with 0\.2\.0/);
  const late = next('0.2.0', '2026-12-02', told('2026-12-01', '2027-03-01'));
  assert.match((await releaseFaults(late, released, [])).join(), /told on 2026-12-02/);
});

test('a released contract is read as it was written, and the command says what it does', () => {
  const text = written(released);
  assert.deepEqual(readReleased(text), { ...released, text });
  assert.throws(() => readReleased(emitted), /begins with its version/);
  const command = join(root, 'dist/schema/contract/release.js');
  const help = execFileSync(process.execPath, [command, '--help'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: '' },
  });
  assert.match(help, /--check/);
});
