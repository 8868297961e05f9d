import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  judge,
  verdictOf,
  type CriterionKind,
  type Rule,
  type Seeker,
  type Stance,
} from '../../src/eligibility/index.js';
import {
  factsOf,
  kinds,
  land,
  lessTold,
  PAIRS,
  rulesOf,
  seekersFor,
  toldSeekersFor,
} from '../support/eligibility.js';

const rule = (kind: CriterionKind, stance: Stance, terms: object): Rule => ({
  kind,
  stance,
  terms,
});
const find = (listing: Rule[], unit: Rule[], seeker: Seeker) =>
  judge({ listing, unit }, seeker, land).map(({ outcome, because }) =>
    [outcome, because.rule?.stance, because.from, because.why].filter(Boolean).join(' '),
  )[0];
const age = (stance: Stance, ageMin: number, ageMax: number) =>
  rule('AGE', stance, { ageMin, ageMax });

test('to tell a fact that was unknown never changes what is settled', () => {
  const told = fc
    .constantFrom(...kinds)
    .chain((kind) => fc.tuple(fc.constant(kind), fc.oneof(toldSeekersFor(kind), seekersFor(kind))))
    .chain(([kind, seeker]) => fc.tuple(rulesOf(kind), fc.constant(seeker), lessTold(seeker)));
  let settled = 0;
  fc.assert(
    fc.property(told, ([rules, more, less]) => {
      const [before] = judge(rules, less, land);
      if (!before || before.outcome === 'UNKNOWN') return;
      settled += 1;
      assert.equal(judge(rules, more, land)[0]?.outcome, before.outcome);
    }),
    { numRuns: PAIRS },
  );
  assert.ok(settled > PAIRS / 20, `only ${settled} were settled`);
});

test('who has no pet is asked where pets are served, until it is known that nothing else comes along', () => {
  const served = [rule('ANIMALS', 'SERVES', { animals: ['PET'] })];
  // To pass here would be undone by a service animal that is told of later.
  assert.match(find(served, [], { pets: false })!, /^UNKNOWN/);
  assert.match(find(served, [], { pets: false, serviceAnimal: true })!, /^UNKNOWN/);
  assert.equal(find(served, [], { pets: false, serviceAnimal: false }), undefined);
});

test('NOT_MET only where a stated rule is broken by a stated fact', () => {
  const told = fc
    .constantFrom(...kinds)
    .chain((kind) => fc.tuple(fc.constant(kind), rulesOf(kind), seekersFor(kind)));
  let broken = 0;
  fc.assert(
    fc.property(told, ([kind, rules, seeker]) => {
      const [finding] = judge(rules, seeker, land);
      if (finding?.outcome !== 'NOT_MET') return;
      broken += 1;
      const { rule, from, why } = finding.because;
      assert.equal(why, null);
      assert.ok(rule!.stance === 'REQUIRES' || rule!.stance === 'REFUSES');
      const side = from === 'UNIT' ? rules.unit : rules.listing;
      assert.ok(side.some(({ stance, terms }) => stance === rule!.stance && terms === rule!.terms));
      const facts: readonly string[] = factsOf[kind] ?? assert.fail(`${kind} has no fact`);
      const without = Object.entries(seeker).filter(([fact]) => !facts.includes(fact));
      assert.notEqual(judge(rules, Object.fromEntries(without), land)[0]?.outcome, 'NOT_MET');
    }),
    { numRuns: PAIRS },
  );
  assert.ok(broken > PAIRS / 50, `only ${broken} were broken`);
});

test('what the house serves and what a unit takes', () => {
  const serves = [age('SERVES', 18, 99)];
  assert.equal(find(serves, [age('REQUIRES', 16, 17)], { age: 17 }), 'MET REQUIRES UNIT');
  assert.equal(find(serves, [age('SERVES', 16, 17)], { age: 17 }), 'MET SERVES UNIT');
  assert.equal(find(serves, [age('REQUIRES', 16, 17)], { age: 20 }), 'NOT_MET REQUIRES UNIT');
  assert.match(find(serves, [], { age: 17 })!, /UNKNOWN SERVES LISTING OUTSIDE/);
  assert.match(find(serves, [age('REFUSES', 0, 17)], { age: 17 })!, /NOT_MET REFUSES UNIT/);
});

test('a house that turns away whom its unit expressly takes is asked', () => {
  const house = [age('REQUIRES', 18, 99)];
  assert.match(find(house, [age('REQUIRES', 16, 17)], { age: 17 })!, /RULES_DISAGREE/);
  assert.equal(find(house, [age('REQUIRES', 16, 17)], { age: 12 }), 'NOT_MET REQUIRES UNIT');
  assert.equal(find(house, [age('REFUSES', 16, 17)], { age: 17 }), 'NOT_MET REQUIRES LISTING');
  const [pregnant, parents] = ['PREGNANT', 'PARENTING'].map((one) =>
    rule('HOUSEHOLD', 'REQUIRES', { households: [one] }),
  );
  assert.match(find([pregnant!], [parents!], { pregnant: false, children: [{}] })!, /NOT_MET/);
});

test('all that is served is one saying, but how many come is a matter of its own', () => {
  const nation = (basis: string) => rule('NATION', 'SERVES', { nations: ['nat_a'], basis });
  const her: Seeker = { nations: [{ nationId: 'nat_a', enrolled: false, descendant: true }] };
  assert.equal(find([nation('ENROLLED'), nation('DESCENDANT')], [], her), 'MET SERVES LISTING');
  assert.match(find([nation('ENROLLED')], [], her)!, /OUTSIDE/);
  const family = [
    rule('HOUSEHOLD', 'SERVES', { households: ['PARENTING'] }),
    rule('HOUSEHOLD', 'SERVES', { peopleMax: 3 }),
  ];
  const three = [{}, {}, {}];
  assert.match(find(family, [], { partner: false, children: three })!, /OUTSIDE/);
  assert.match(find(family, [], { partner: false, children: [{}] })!, /^MET/);
});

test('a child who fits hides none who does not', () => {
  const children = (stance: Stance, such: object) => rule('HOUSEHOLD', stance, { children: such });
  const bringing = (...ages: (number | undefined)[]): Seeker => ({
    children: ages.map((age) => (age === undefined ? {} : { age })),
  });
  const small = { ageMax: 5 };
  // What is told of her children, and what comes of it where such are served, and where only such are taken.
  const told: [Seeker, serves: string, requires: string][] = [
    [bringing(3, 12), 'UNKNOWN SOME_OUTSIDE', 'UNKNOWN SOME_OUTSIDE'],
    [bringing(3, 12, undefined), 'UNKNOWN SOME_OUTSIDE', 'UNKNOWN SOME_OUTSIDE'],
    [bringing(undefined, 3), 'UNKNOWN FACT_NOT_GIVEN', 'UNKNOWN FACT_NOT_GIVEN'],
    [bringing(undefined, 12), 'UNKNOWN FACT_NOT_GIVEN', 'UNKNOWN FACT_NOT_GIVEN'],
    [bringing(12), 'UNKNOWN OUTSIDE_WHAT_IT_SERVES', 'NOT_MET'],
    [bringing(9, 15), 'UNKNOWN OUTSIDE_WHAT_IT_SERVES', 'NOT_MET'],
    [bringing(), 'UNKNOWN OUTSIDE_WHAT_IT_SERVES', 'NOT_MET'],
    [bringing(3), 'MET', 'MET'],
    [bringing(3, 5, 0), 'MET', 'MET'],
    [{}, 'UNKNOWN FACT_NOT_GIVEN', 'UNKNOWN FACT_NOT_GIVEN'],
  ];
  for (const from of ['LISTING', 'UNIT']) {
    for (const [seeker, serves, requires] of told) {
      const said = (stance: Stance, such: object) => {
        const rules = [children(stance, such)];
        const found = from === 'UNIT' ? find([], rules, seeker) : find(rules, [], seeker);
        return found!.replace(`${stance} ${from}`, '').trim().replace('  ', ' ');
      };
      assert.equal(said('SERVES', small), serves, JSON.stringify(seeker));
      assert.equal(said('REQUIRES', small), requires, JSON.stringify(seeker));
    }
  }
  // A gender told of one child and not of the other is open too.
  const [girls, sister] = [{ genders: ['WOMAN'] }, { age: 4, gender: 'WOMAN' } as const];
  const find1 = (seeker: Seeker) => find([children('SERVES', girls)], [], seeker)!;
  assert.match(find1({ children: [sister, { age: 9 }] }), /FACT_NOT_GIVEN/);
  assert.match(find1({ children: [sister, { gender: 'MAN' }] }), /SOME_OUTSIDE/);
  // To be refused, or weighed, one child is enough.
  const big = { ageMin: 12 };
  assert.match(find([children('REFUSES', big)], [], bringing(3, 12))!, /^NOT_MET/);
  assert.match(find([children('CASE_BY_CASE', big)], [], bringing(3, 12))!, /^UNKNOWN/);
  assert.equal(find([children('CASE_BY_CASE', big)], [], bringing(3, 5)), undefined);
});

test('a unit that takes some of her children does not decide for its house', () => {
  const small = rule('HOUSEHOLD', 'SERVES', { children: { ageMax: 5 } });
  const older = rule('HOUSEHOLD', 'SERVES', { children: { ageMin: 10 } });
  const both = [{ age: 3 }, { age: 12 }];
  assert.match(find([small], [older], { children: both })!, /^UNKNOWN SERVES UNIT SOME_OUTSIDE/);
  const twelve = { children: [{ age: 12 }] };
  assert.equal(find([small], [older], twelve), 'MET SERVES UNIT');
});

test('to be welcome as one who brings children takes in no child who is not named', () => {
  const household = (stance: Stance, terms: object) => rule('HOUSEHOLD', stance, terms);
  const small = household('SERVES', { children: { ageMax: 5 } });
  const of = (...ages: number[]): Seeker => ({ children: ages.map((age) => ({ age })) });
  for (const stance of ['SERVES', 'REQUIRES'] as const) {
    const parents = household(stance, { households: ['PARENTING'] });
    for (const [listing, unit] of [
      [[small], [parents]],
      [[small, parents], []],
      [[], [small, parents]],
    ]) {
      const found = (seeker: Seeker) => find(listing!, unit!, seeker)!;
      assert.match(found(of(12)), /^UNKNOWN SERVES .* OUTSIDE_WHAT_IT_SERVES$/);
      assert.match(found(of(3, 12)), /^UNKNOWN SERVES .* SOME_OUTSIDE$/);
      assert.match(found(of(3, 5)), /^MET/);
    }
  }
  const expecting = household('SERVES', { households: ['PREGNANT'] });
  assert.match(find([small, expecting], [], { pregnant: true, ...of(12) })!, /OUTSIDE/);
  assert.match(find([small, expecting], [], { pregnant: true })!, /FACT_NOT_GIVEN/);
  assert.match(find([small, expecting], [], { pregnant: true, ...of() })!, /^MET/);
  assert.match(find([small, expecting], [], { pregnant: false, ...of(3) })!, /^MET/);
  // Who brings none is welcome as who she is.
  const single = household('SERVES', { households: ['SINGLE'] });
  assert.match(find([small, single], [], { partner: false, ...of() })!, /^MET/);
  // A unit that takes all of hers decides for its house.
  const any = household('REQUIRES', { children: { ageMin: 0 } });
  assert.equal(find([small], [any], of(3, 12)), 'MET REQUIRES UNIT');
});

test('children whom several rules serve together are all served', () => {
  const girls = rule('HOUSEHOLD', 'SERVES', { children: { genders: ['WOMAN'] } });
  const boys = rule('HOUSEHOLD', 'SERVES', { children: { genders: ['MAN'], ageMax: 12 } });
  const with15 = (age: number): Seeker => ({
    children: [
      { age: 15, gender: 'WOMAN' },
      { age, gender: 'MAN' },
    ],
  });
  assert.equal(find([girls, boys], [], with15(9)), 'MET SERVES LISTING');
  assert.match(find([girls, boys], [], with15(14))!, /SOME_OUTSIDE/);
  // What the listing serves and what its unit serves are two sayings.
  assert.match(find([girls], [boys], with15(9))!, /^UNKNOWN SERVES UNIT SOME_OUTSIDE/);
});

test('one animal, or one conviction, that is served takes in no other', () => {
  const animals = (...named: string[]) => rule('ANIMALS', 'SERVES', { animals: named });
  const service = [animals('SERVICE_ANIMAL')];
  assert.match(find(service, [], { serviceAnimal: true, pets: true })!, /SOME_OUTSIDE/);
  // To pass here would be undone by a pet that is told of later.
  assert.match(find(service, [], { serviceAnimal: true })!, /FACT_NOT_GIVEN/);
  assert.match(find(service, [], { serviceAnimal: true, pets: false })!, /^MET/);
  // A service animal comes along where pets do.
  assert.match(find([animals('PET')], [], { serviceAnimal: true, pets: true })!, /^MET/);
  assert.match(find([animals('PET')], [], { pets: true })!, /^MET/);
  assert.match(
    find([animals('PET'), ...service], [], { serviceAnimal: true, pets: true })!,
    /^MET/,
  );
  assert.match(find(service, [animals('PET')], { serviceAnimal: true, pets: true })!, /^MET/);
  const convicted = (...named: string[]) => rule('CONVICTIONS', 'SERVES', { convictions: named });
  const both: Seeker = { convictions: ['SEX_OFFENSE', 'ARSON'] };
  assert.match(find([convicted('ARSON')], [], both)!, /SOME_OUTSIDE/);
  assert.match(find([convicted('ARSON'), convicted('SEX_OFFENSE')], [], both)!, /^MET/);
  assert.match(find([convicted('ARSON')], [], { convictions: ['ARSON'] })!, /^MET/);
  // The other may be a felony, too.
  const felony = [convicted('FELONY')];
  assert.match(find(felony, [], { convictions: ['FELONY', 'ARSON'] })!, /FACT_NOT_GIVEN/);
  // To be refused or weighed, one is enough.
  const stance = (of: Stance) => ({ ...convicted('ARSON'), stance: of });
  assert.match(find([stance('REFUSES')], [], both)!, /^NOT_MET/);
  assert.match(find([stance('CASE_BY_CASE')], [], both)!, /^UNKNOWN/);
});

test('case by case bends what is required of the same kind, and nothing else', () => {
  const required = age('REQUIRES', 18, 24);
  assert.match(find([required, age('CASE_BY_CASE', 17, 17)], [], { age: 17 })!, /CASE_BY_CASE/);
  assert.match(find([required], [age('CASE_BY_CASE', 17, 17)], { age: 17 })!, /^UNKNOWN/);
  assert.match(find([required, age('CASE_BY_CASE', 17, 17)], [], { age: 16 })!, /^NOT_MET/);
  assert.match(
    find([age('REFUSES', 0, 17), age('CASE_BY_CASE', 17, 17)], [], { age: 17 })!,
    /^NOT_MET/,
  );
  const few = rule('HOUSEHOLD', 'REQUIRES', { peopleMax: 2 });
  const parents = rule('HOUSEHOLD', 'CASE_BY_CASE', { households: ['PARENTING'] });
  assert.match(find([few, parents], [], { children: [{}, {}] })!, /^UNKNOWN .* CASE_BY_CASE$/);
  const single = rule('HOUSEHOLD', 'REQUIRES', { households: ['SINGLE'] });
  const families = rule('HOUSEHOLD', 'CASE_BY_CASE', { peopleMin: 3 });
  const couple: Seeker = { partner: true, children: [{}] };
  assert.match(find([single, families], [], couple)!, /^UNKNOWN .* CASE_BY_CASE$/);
  assert.match(find([single], [families], { ...couple, children: [] })!, /^NOT_MET/);
});

test('a unit for more than its house takes is asked about', () => {
  const people = (terms: object) => rule('HOUSEHOLD', 'REQUIRES', terms);
  const [house, unit] = [[people({ peopleMax: 2 })], [people({ peopleMin: 4 })]];
  const children = [{}, {}];
  assert.match(find(house, unit, { partner: true, children })!, /RULES_DISAGREE/);
  // Three or four: the unit's rule is the one to ask about.
  assert.equal(find(house, unit, { children }), 'UNKNOWN REQUIRES UNIT FACT_NOT_GIVEN');
  assert.match(find(house, unit, { partner: false, children })!, /^NOT_MET/);
});

test('papers are weighed where they are missing', () => {
  const paper = (stance: Stance, kind: string) => rule('DOCUMENTS', stance, { allOf: [kind] });
  const [needs, weighs] = [paper('REQUIRES', 'PHOTO_ID'), paper('CASE_BY_CASE', 'PHOTO_ID')];
  const has = (so: boolean): Seeker => ({ documents: [{ kind: 'PHOTO_ID', has: so }] });
  assert.equal(find([needs, weighs], [], has(true)), 'MET REQUIRES LISTING');
  assert.match(find([needs, weighs], [], has(false))!, /^UNKNOWN .* CASE_BY_CASE$/);
  const other = paper('CASE_BY_CASE', 'INCOME_PROOF');
  assert.match(find([needs, other], [], has(false))!, /^UNKNOWN .* CASE_BY_CASE$/);
  const both: Seeker = {
    documents: [...has(false).documents!, { kind: 'INCOME_PROOF', has: true }],
  };
  assert.match(find([needs, other], [], both)!, /^NOT_MET/);
  assert.equal(find([weighs], [], has(true)), undefined);
});

test('a word that may be so under another name is asked about, not presumed', () => {
  const use = (stance: Stance, word: string) => rule('SUBSTANCE_USE', stance, { use: [word] });
  assert.match(
    find([use('REQUIRES', 'SOBER')], [], { substanceUse: 'ON_MEDICATION' })!,
    /^UNKNOWN/,
  );
  assert.match(find([use('REQUIRES', 'SOBER')], [], { substanceUse: 'ACTIVE' })!, /^NOT_MET/);
  assert.match(find([use('REFUSES', 'ACTIVE')], [], { substanceUse: 'ON_MEDICATION' })!, /^MET/);
  const felony = rule('CONVICTIONS', 'REFUSES', { convictions: ['FELONY'] });
  assert.match(find([felony], [], { convictions: ['ARSON'] })!, /^UNKNOWN/);
  assert.match(find([felony], [], { convictions: [] })!, /^MET/);
});

test('where nobody is asked, nobody is refused', () => {
  for (const stance of ['REQUIRES', 'REFUSES'] as const) {
    for (const statuses of ['ANY', ['CITIZEN']]) {
      const [finding] = judge(
        { listing: [rule('IMMIGRATION', stance, { statuses })], unit: [] },
        {},
        land,
      );
      assert.notEqual(finding!.outcome, 'NOT_MET');
    }
  }
  const any = rule('IMMIGRATION', 'SERVES', { statuses: 'ANY' });
  assert.equal(find([any], [], {}), 'MET SERVES LISTING');
  assert.equal(find([{ ...any, stance: 'REQUIRES' }], [], {}), 'MET REQUIRES LISTING');
});

test('a welcome asks nothing of those it does not name', () => {
  const welcomes: [CriterionKind, object][] = [
    ['LGBTQ', { lgbtq: true }],
    ['VETERAN', { veteran: true }],
    ['LANGUAGE', { languages: ['so'] }],
    ['CULTURE', { cultures: ['HMONG'] }],
    ['ACCESS', { needs: ['DEAF'] }],
    ['FAITH', { participation: true }],
  ];
  for (const [kind, terms] of welcomes) {
    assert.equal(find([rule(kind, 'SERVES', terms)], [], {}), undefined);
    assert.match(find([rule(kind, 'REQUIRES', terms)], [], {})!, /^UNKNOWN/);
  }
  assert.equal(find([rule('LGBTQ', 'SERVES', { lgbtq: true })], [], { lgbtq: false }), undefined);
});

test('what is settled is not asked: a grown person is no minor, a family counts what it must', () => {
  const minor = rule('HOUSEHOLD', 'REQUIRES', { households: ['UNACCOMPANIED_MINOR'] });
  assert.match(find([minor], [], { age: 30 })!, /^NOT_MET/);
  assert.match(find([minor], [], { age: 18 })!, /^UNKNOWN/);
  const two = rule('HOUSEHOLD', 'REQUIRES', { peopleMax: 2 });
  assert.match(find([two], [], { partner: true })!, /^UNKNOWN/);
  assert.match(find([two], [], { children: [{}, {}] })!, /^NOT_MET/);
  const one = (stance: Stance) => find([rule('HOUSEHOLD', stance, { peopleMin: 1 })], [], {});
  assert.equal(one('REQUIRES'), 'MET REQUIRES LISTING');
  assert.match(one('REFUSES')!, /^UNKNOWN/);
});

test('a region that nobody knows leaves the question open, but for the counties that are known', () => {
  const lives = rule('RESIDENCE', 'REQUIRES', { regions: ['reg_north', 'reg_unknown'] });
  assert.match(find([lives], [], { homeCountyFips: '27007' })!, /^MET/);
  assert.match(find([lives], [], { homeCountyFips: '27053' })!, /^UNKNOWN/);
  for (const stance of ['REQUIRES', 'REFUSES', 'SERVES', 'CASE_BY_CASE'] as const) {
    const nowhere = rule('RESIDENCE', stance, { regions: ['reg_unknown'] });
    assert.match(find([nowhere], [], { homeCountyFips: '27053' })!, /^UNKNOWN/);
  }
});

test('the verdict: a broken rule beats a question, a question beats nothing', () => {
  const of = (...outcomes: ('MET' | 'NOT_MET' | 'UNKNOWN')[]) =>
    verdictOf(outcomes.map((outcome) => ({ outcome })));
  assert.equal(of(), 'ELIGIBLE');
  assert.equal(of('MET'), 'ELIGIBLE');
  assert.equal(of('MET', 'UNKNOWN'), 'ASK');
  assert.equal(of('UNKNOWN', 'NOT_MET', 'MET'), 'NOT_ELIGIBLE');
});
