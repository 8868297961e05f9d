import assert from 'node:assert/strict';
import { test } from 'node:test';
import { criterionOfPolicy, type Statements } from '../../src/eligibility/index.js';
import { sql } from '../../src/kernel/index.js';
import {
  HousingForDocument,
  NationsDocument,
  type FindHousingInput,
  type HousingForQuery,
} from '../support/documents.js';
import { openDirectory } from '../support/directory.js';
import { morePeople } from './more-people.js';
import { people as somePeople } from './people.js';

type Match = NonNullable<HousingForQuery['findHousing']>['nodes'][number];

/** Reports tell their age from the seeding on; the newest was half an hour old then. */
const SINCE_NEWEST_REPORT_MS = 50 * 60_000;
const PAGE = 100;
const QUESTIONS_MAX = 5;
/** What can be said in one breath, and heard at once. */
const QUESTION_LETTERS_MAX = 140;
const TEXT_LETTERS_MAX = 240;

const people = [...somePeople, ...morePeople];
const directory = await openDirectory();
const [newest] = await directory.database.read.rows<{ at: string }>(
  sql`select max(reported_at)::text as at from org.availability_report`,
);
directory.setNow(new Date(Date.parse(newest!.at) + SINCE_NEWEST_REPORT_MS));
const { tribalNations } = await directory.data(NationsDocument);
const nationId = (name: string) =>
  tribalNations!.nodes.find((nation) => nation.name === name)?.id ?? assert.fail(name);

/** What each option states beside its rules, by its id. */
const stated = new Map(
  (
    await directory.database.read.rows<{ id: string } & Statements>(
      sql`select id, policies, languages from org.listing where type = 'HOUSING'`,
    )
  ).map((row) => [row.id, row]),
);

const everyAvailability: FindHousingInput['availability'] = ['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL'];

async function find(input: FindHousingInput, language = 'en') {
  const { body } = await directory.ask(
    HousingForDocument,
    { input, first: PAGE },
    { 'accept-language': language },
  );
  assert.equal(body.errors, undefined);
  return body.data!.findHousing!;
}
const named = (matches: readonly Match[], name: string) =>
  matches.find(({ option }) => option.name === name) ?? assert.fail(`${name} is not found`);
const outcomes = ({ reasons }: Match, outcome: string) =>
  reasons.filter((reason) => reason.outcome === outcome);

const order = {
  verdict: ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'],
  state: ['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL'],
  band: ['5', '15', '40', '80', '160', '400'].map((km) => `WITHIN_${km}_KM`),
  freshness: ['FRESH', 'AGING', 'STALE', 'NEVER'],
};
function rank({ verdict, availability, distance, option }: Match): (number | string)[] {
  const band = distance ? order.band.indexOf(distance.band) : -1;
  return [
    order.verdict.indexOf(verdict),
    order.state.indexOf(availability.state),
    distance ? (band < 0 ? order.band.length : band) : order.band.length + 1,
    order.freshness.indexOf(availability.freshness),
    distance?.meters ?? Infinity,
    option.id,
  ];
}
function inOrder(one: Match, next: Match): boolean {
  const [ranks, others] = [rank(one), rank(next)];
  const step = ranks.findIndex((value, index) => value !== others[index]);
  return step >= 0 && ranks[step]! < others[step]!;
}

for (const { who, input, first, met, asked = {}, refused, never = [] } of people) {
  test(`housing for ${who}: first ${first.option}, for ${first.because}`, async () => {
    const { nodes, totalCount } = await find(input(nationId));
    assert.equal(totalCount, nodes.length);
    const best = nodes[0]!;
    const { option, unit, verdict, availability } = best;
    assert.deepEqual(
      [option.name, unit?.name, verdict, availability.state],
      [first.option, first.unit, first.verdict, first.state],
    );
    nodes.slice(1).forEach((next, index) => assert.ok(inOrder(nodes[index]!, next)));
    const open = outcomes(best, 'UNKNOWN').map(({ text }) => text);
    assert.deepEqual(open, first.open);
    nodes.forEach(checkSilence);
    for (const [name, criteria] of Object.entries(met)) {
      const found = new Set(outcomes(named(nodes, name), 'MET').map(({ criterion }) => criterion));
      for (const one of criteria) assert.ok(found.has(one), `${name}: ${one} is not met`);
    }
    for (const [name, questions] of Object.entries(asked)) {
      const found = outcomes(named(nodes, name), 'UNKNOWN').map(({ question }) => question);
      assert.deepEqual(found, questions, name);
    }
  });

  test(`what turns away ${who} says why`, async () => {
    const asking = input(nationId);
    const { nodes } = await find(asking);
    const { kinds: _, ...anyKind } = asking;
    const { nodes: no } = await find({
      ...anyKind,
      withinMeters: 1_000_000,
      availability: everyAvailability,
      verdicts: ['NOT_ELIGIBLE'],
    });
    for (const [name, criterion] of Object.entries(refused)) {
      assert.ok(!nodes.some(({ option }) => option.name === name), `${name} is found`);
      const broken = outcomes(named(no, name), 'NOT_MET').map((reason) => reason.criterion);
      assert.ok(broken.includes(criterion), `${name}: ${broken.join()}`);
    }
    const whole = await find({
      ...anyKind,
      availability: everyAvailability,
      verdicts: ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'],
    });
    for (const name of never) {
      assert.ok(!whole.nodes.some(({ option }) => option.name === name), `${name} is found`);
    }
  });
}

test('a dog that keeps her out of the shelter in her town: someone else may keep it', async () => {
  const { nodes } = await find({ ...people[0]!.input(nationId), verdicts: ['NOT_ELIGIBLE'] });
  const animals = named(nodes, 'Whitethroat youth shelter').reasons.find(
    ({ criterion }) => criterion === 'ANIMALS',
  );
  assert.equal(
    animals?.text,
    'They cannot take people with a pet; you have a pet. Someone else keeping the animal would change that.',
  );
});

test('a girl who may come along does not hide her brothers and sisters: who they are is said', async () => {
  const mother = people.find(({ who }) => who.startsWith('a Deaf mother'))!;
  const said = async (language: string) =>
    named(
      (await find(mother.input(nationId), language)).nodes,
      'Larkmeadow Treatment House',
    ).reasons.find(({ criterion }) => criterion === 'HOUSEHOLD')!;
  const household = await said('en');
  assert.equal(household.outcome, 'UNKNOWN');
  assert.equal(
    household.text,
    'They take people who bring children up to age 5, among others; ' +
      'you also bring a girl aged 7 and a boy aged 14.',
  );
  assert.equal(
    (await said('es')).text,
    'Reciben a personas que traen hijos de hasta 5 años, entre otras personas; ' +
      'usted también trae a una niña de 7 años y un niño de 14 años.',
  );
});

test('nobody refuses someone of whom nothing is known, and no option is left out', async () => {
  const input: FindHousingInput = {
    availability: everyAvailability,
    verdicts: ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'],
  };
  const { nodes, totalCount } = await find(input);
  const [listed] = await directory.database.read.rows<{ options: string[] }>(
    sql`select array_agg(l.id) as options from org.listing l
      join org.housing_option h on h.listing_id = l.id
      join org.organization o on o.id = l.organization_id
      where l.status = 'ACTIVE' and l.disclosure = 'PUBLISHED' and o.admitted_at is not null`,
  );
  assert.ok(totalCount! > 75);
  assert.deepEqual(nodes.map(({ option }) => option.id).sort(), [...listed!.options].sort());
  for (const match of nodes) {
    assert.notEqual(match.verdict, 'NOT_ELIGIBLE', match.option.name);
    assert.equal(match.distance, null);
    assert.equal(match.verdict === 'ASK', outcomes(match, 'UNKNOWN').length > 0);
  }
});

test('every reason and question can be said aloud, in English and in Spanish', async () => {
  const nothing: FindHousingInput = { availability: everyAvailability };
  for (const input of [...people.map((one) => one.input(nationId)), nothing]) {
    const [english, spanish] = [await find(input), await find(input, 'es')];
    english.nodes.forEach((match, at) => {
      const other = spanish.nodes[at]!;
      assert.equal(other.option.id, match.option.id);
      assert.ok(outcomes(match, 'UNKNOWN').length <= QUESTIONS_MAX);
      [...match.reasons, ...match.wishes].forEach((said, index) => {
        const same = [...other.reasons, ...other.wishes][index]!;
        assert.equal(same.outcome, said.outcome);
        assert.notEqual(same.text, said.text);
        for (const { text, question } of [said, same]) checkSaid(text, question, said.outcome);
      });
      const questions = outcomes(match, 'UNKNOWN').map(({ question }) => question);
      assert.equal(new Set(questions).size, questions.length, `asked twice: ${questions.join()}`);
    });
  }
});

/** Who is told that a listing says nothing of a matter will not hear it from its policies or languages. */
function checkSilence({ option, reasons }: Match) {
  const { policies, languages } = stated.get(option.id)!;
  const speaking = new Set(policies.map(({ policy }) => criterionOfPolicy(policy)));
  for (const { criterion, text } of reasons) {
    if (!/say nothing about/.test(text)) continue;
    assert.ok(!speaking.has(criterion), `${option.name} has a policy, and: ${text}`);
    assert.ok(criterion !== 'LANGUAGE' || languages.length === 0, `${option.name}: ${text}`);
  }
}

function checkSaid(text: string, question: string | null, outcome: string) {
  assert.match(text, /^[\p{Lu}\d].*\.$/u, text);
  assert.ok(text.length <= TEXT_LETTERS_MAX, text);
  assert.equal(question !== null, outcome === 'UNKNOWN', text);
  if (question !== null) {
    assert.match(question, /^[\p{Lu}¿].*\?$/u, question);
    assert.ok(question.length <= QUESTION_LETTERS_MAX, question);
    assert.doesNotMatch(question, /without exception|among others|your listing/i);
  }
  for (const said of [text, question ?? '']) {
    assert.doesNotMatch(
      said,
      /undefined|null|\[object|[A-Z]{2,}_|nat_|reg_|\bof 1 people\b|\b1 beds\b/,
    );
    assert.doesNotMatch(said.replace('case by case', ''), /\b(victim|client|case)s?\b/i);
    assert.doesNotMatch(said, / {2}| [.;,?]/);
    // A list of five is too long to hear.
    assert.ok((said.match(/,/g) ?? []).length <= 4, said);
  }
}

test('the same question is answered alike, asked once or asked often', async () => {
  const input = people[1]!.input(nationId);
  const fresh = `${HousingForDocument.toString()}\n# asked for the first time`;
  const answers: string[] = [];
  for (let time = 0; time < 4; time += 1) {
    answers.push((await directory.ask(fresh, { input, first: PAGE })).text);
  }
  assert.match(answers[0]!, /"reasons":\[\{/);
  assert.equal(new Set(answers).size, 1);
});
