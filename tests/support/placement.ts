import fc from 'fast-check';
import {
  compileSeeker,
  CriterionKind,
  criterionOfPolicy,
  type Clause,
  type Seeker,
} from '../../src/eligibility/index.js';
import { metersBetween, type Point, type Reach } from '../../src/geography/index.js';
import { ClauseBook } from '../../src/placement/clause-book.js';
import type { PlacementQuestion } from '../../src/placement/question.js';
import type { PlacementRow, PlacementUnit } from '../../src/placement/row.js';

/** A made-up land of round counties around Minnesota, some of them far away. */
const countyMiddles: Record<string, Point & { radius: number }> = Object.fromEntries(
  Array.from({ length: 24 }, (_, index) => [
    `27${String(index * 2 + 1).padStart(3, '0')}`,
    {
      latitude: 41 + (index % 6) * 1.7,
      longitude: -101 + Math.floor(index / 6) * 4,
      radius: 20_000 + (index % 3) * 25_000,
    },
  ]),
);
const fipsOfLand = Object.keys(countyMiddles);

/** Reach over the made-up land. */
export function reachFrom(point: Point): Reach {
  const metersTo = (fips: string) => {
    const county = countyMiddles[fips];
    return county ? Math.max(0, metersBetween(point, county) - county.radius) : Infinity;
  };
  return {
    metersTo,
    touching: (meters) => fipsOfLand.filter((fips) => metersTo(fips) <= meters),
  };
}

const rule = (stance: string, terms: object) => ({ stance, terms }) as Clause['listing'][number];
const clause = (kind: CriterionKind, listing: object[], unit: object[] = []) =>
  ({ kind, listing, unit }) as unknown as Clause;

/** Clauses as listings have them; by place in this list, and one, their ids. */
export const clauses: readonly Clause[] = [
  clause('AGE', [rule('REQUIRES', { ageMin: 18 })]),
  clause('AGE', [rule('REQUIRES', { ageMin: 18, ageMax: 24 })]),
  clause('AGE', [rule('REQUIRES', { ageMin: 12, ageMax: 17 })]),
  clause('AGE', [rule('REQUIRES', { ageMin: 18 })], [rule('REQUIRES', { ageMin: 16, ageMax: 17 })]),
  clause('AGE', [rule('SERVES', { ageMin: 16, ageMax: 21 })]),
  clause('AGE', [
    rule('CASE_BY_CASE', { ageMin: 16, ageMax: 17 }),
    rule('REQUIRES', { ageMin: 18 }),
  ]),
  clause('GENDER', [rule('REQUIRES', { genders: ['WOMAN'] })]),
  clause('GENDER', [rule('REQUIRES', { genders: ['WOMAN', 'NONBINARY', 'TWO_SPIRIT'] })]),
  clause('GENDER', [rule('SERVES', { genders: ['MAN'] })]),
  clause('HOUSEHOLD', [rule('REQUIRES', { households: ['SINGLE'] })]),
  clause('HOUSEHOLD', [rule('REQUIRES', { households: ['PARENTING', 'PREGNANT'] })]),
  clause('HOUSEHOLD', [rule('REQUIRES', { peopleMax: 2 })]),
  clause('HOUSEHOLD', [rule('REFUSES', { children: { genders: ['MAN'], ageMin: 13 } })]),
  clause('HOUSEHOLD', [rule('REQUIRES', { households: ['UNACCOMPANIED_MINOR'] })]),
  clause('SITUATION', [rule('REQUIRES', { situations: ['SEX_TRAFFICKING', 'EXPLOITATION'] })]),
  clause('SITUATION', [rule('REFUSES', { situations: ['DOMESTIC_VIOLENCE'] })]),
  clause('VETERAN', [rule('REQUIRES', { veteran: true })]),
  clause('ANIMALS', [rule('REFUSES', { animals: ['PET'] })]),
  clause('ANIMALS', [rule('CASE_BY_CASE', { animals: ['PET'] })]),
  clause('SUBSTANCE_USE', [rule('REQUIRES', { use: ['NONE', 'SOBER'] })]),
  clause('SUBSTANCE_USE', [rule('CASE_BY_CASE', { use: ['ACTIVE', 'ON_MEDICATION'] })]),
  clause('CONVICTIONS', [rule('REFUSES', { convictions: ['VIOLENCE', 'ARSON'] })]),
  clause('CONVICTIONS', [rule('REQUIRES', { convictions: ['FELONY'] })]),
  clause('DOCUMENTS', [rule('REQUIRES', { anyOf: ['PHOTO_ID', 'TRIBAL_ID'] })]),
  clause('DOCUMENTS', [rule('REQUIRES', { allOf: ['PHOTO_ID', 'INCOME_PROOF'] })]),
  clause('INCOME', [rule('REQUIRES', { monthlyMax: 2_000 })]),
  clause('RESIDENCE', [rule('REQUIRES', { countyFips: ['27001', '27003'] })]),
  clause('NATION', [rule('REQUIRES', { nations: 'ANY', basis: 'ENROLLED' })]),
  clause('LANGUAGE', [rule('SERVES', { languages: ['es'] })]),
  clause('REFERRAL_SOURCE', [rule('REQUIRES', { sources: ['POLICE', 'CHILD_PROTECTION'] })]),
  clause('CUSTODY', [rule('REFUSES', { custody: ['COURT_ORDER'] })]),
  clause('FAITH', [rule('REQUIRES', { participation: true })]),
  clause('AGE', [rule('REQUIRES', { unreadable: true })]),
];
const idsOf = (kind: CriterionKind) =>
  clauses.flatMap((one, index) => (one.kind === kind ? [index + 1] : []));
const kindsSpoken = [...new Set(clauses.map(({ kind }) => kind))];
const bitOf = (kind: CriterionKind) => 1 << Object.keys(CriterionKind).indexOf(kind);

export function bookOfAll(): ClauseBook {
  const book = new ClauseBook({ countiesOfRegion: () => undefined });
  for (const [index, { kind, listing, unit }] of clauses.entries()) {
    book.add({ id: index + 1, kind, rules: { listing, unit } });
  }
  return book;
}

const HOUR_MS = 3_600_000;
export const NOW_MS = Date.UTC(2026, 10, 24, 20);

const some = <Value>(values: readonly Value[], maxLength = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const maybe = <Value>(value: fc.Arbitrary<Value>, freq = 2) => fc.option(value, { freq });

/** Few places, so that many are equally near; and anywhere between. */
export const somePoint: fc.Arbitrary<Point> = fc.oneof(
  fc.record({
    latitude: fc.constantFrom(44.9, 45, 45.01),
    longitude: fc.constantFrom(-93, -93.3, -93.31),
  }),
  fc.record({
    latitude: fc.double({ min: 40, max: 50, noNaN: true }),
    longitude: fc.double({ min: -102, max: -86, noNaN: true }),
  }),
);

export const someReport = fc.record({
  said: fc.constantFrom('OPEN', 'OPEN', 'WAITLIST', 'FULL'),
  bedsOpen: maybe(fc.nat(400)),
  capacity: maybe(fc.nat(20)),
  reportedAt: fc.integer({ min: -30, max: 0 }).map((hours) => NOW_MS + hours * HOUR_MS),
  goodUntil: fc.integer({ min: -5, max: 60 }).map((hours) => NOW_MS + hours * HOUR_MS),
}) as fc.Arbitrary<PlacementUnit['report']>;

export const someUnit: fc.Arbitrary<PlacementUnit> = fc
  .record({
    capacity: maybe(fc.nat(12)),
    kinds: some(kindsSpoken, 4),
    which: fc.nat(5),
    report: maybe(someReport, 4),
  })
  .map(({ capacity, kinds, which, report }) => ({
    capacity,
    clauses: kinds.map((kind) => idsOf(kind)[which % idsOf(kind).length]!),
    spoken: kinds.reduce((bits, kind) => bits | bitOf(kind), 0),
    report,
  }));

const policies = ['NO_ID_REQUIRED', 'PETS_WELCOME', 'NO_FEE', 'NIGHT_INTAKE'];
const kindsOfHousing = ['EMERGENCY_SHELTER', 'SAFE_HOUSE', 'HOST_HOME', 'TRANSITIONAL'];
const kindsOfService = ['ADVOCACY', 'LEGAL', 'CRISIS_LINE'];
const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'.split('');
const someId = fc
  .oneof(
    {
      arbitrary: fc.array(fc.constantFrom(...ID_LETTERS), { minLength: 22, maxLength: 22 }),
      weight: 9,
    },
    {
      arbitrary: fc.array(fc.constantFrom(...ID_LETTERS), { minLength: 1, maxLength: 3 }),
      weight: 1,
    },
  )
  .map((letters) => `hou_${letters.join('')}`);

export const someRow: fc.Arbitrary<PlacementRow> = fc
  .record({
    id: someId,
    type: fc.constantFrom('HOUSING', 'HOUSING', 'HOUSING', 'SERVICE'),
    kinds: some(kindsOfHousing, 1),
    services: some(kindsOfService, 3),
    policies: some(policies),
    denied: some(policies, 1),
    languages: some(['en', 'es', 'es-MX', 'oj']),
    statewide: fc.oneof(
      { arbitrary: fc.constant([]), weight: 6 },
      { arbitrary: some(['MN', 'WI', 'US']), weight: 1 },
    ),
    points: fc.oneof(
      { arbitrary: somePoint.map((point) => [point]), weight: 6 },
      { arbitrary: fc.array(somePoint, { maxLength: 3 }), weight: 2 },
      { arbitrary: fc.constant<Point[]>([]), weight: 2 },
    ),
    county: fc.constantFrom(...fipsOfLand),
    area: fc.oneof(
      { arbitrary: fc.constant([]), weight: 6 },
      { arbitrary: some([...fipsOfLand, '99999'], 2), weight: 3 },
    ),
    units: fc.array(someUnit, { maxLength: 3 }),
  })
  .map(({ services, county, ...row }) => ({
    ...row,
    kinds: row.type === 'SERVICE' ? services : row.kinds,
    denied: row.denied.filter((policy) => !row.policies.includes(policy)),
    points: row.points.map((point) => ({ ...point, county })),
    units:
      row.type === 'SERVICE'
        ? row.units.slice(0, 1).map((unit) => ({ ...unit, capacity: null, report: null }))
        : row.units,
  })) as fc.Arbitrary<PlacementRow>;

export const someRows = (maxLength: number) =>
  fc.uniqueArray(someRow, { maxLength, selector: ({ id }) => id, size: 'max' });

export const someSeeker: fc.Arbitrary<Seeker> = fc.record(
  {
    age: fc.constantFrom(15, 16, 17, 18, 22, 24, 25, 40, 70),
    gender: fc.constantFrom('WOMAN', 'MAN', 'NONBINARY'),
    veteran: fc.boolean(),
    partner: fc.boolean(),
    pregnant: fc.boolean(),
    unaccompaniedMinor: fc.boolean(),
    children: fc.array(
      fc.record({ age: fc.nat(17), gender: fc.constantFrom('WOMAN', 'MAN') }, { requiredKeys: [] }),
      { maxLength: 3 },
    ),
    situations: some(['SEX_TRAFFICKING', 'DOMESTIC_VIOLENCE', 'HOMELESS']),
    nations: fc.constantFrom([], [{ nationId: 'nat_1', enrolled: true }]),
    homeCountyFips: fc.constantFrom('27001', '27009'),
    pets: fc.boolean(),
    languages: some(['en', 'es']),
    documents: some(['PHOTO_ID', 'INCOME_PROOF']).chain((kinds) =>
      fc.boolean().map((has) => kinds.map((kind) => ({ kind, has }))),
    ),
    substanceUse: fc.constantFrom('NONE', 'SOBER', 'ON_MEDICATION', 'ACTIVE'),
    convictions: some(['FELONY', 'VIOLENCE', 'ARSON', 'SEX_OFFENSE']),
    custody: fc.constantFrom('NONE', 'COURT_ORDER'),
    monthlyIncome: fc.constantFrom(0, 1_000, 3_000),
    referredBy: fc.constantFrom('SELF', 'POLICE'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Seeker>;

const silences: CriterionKind[] = ['ANIMALS', 'LANGUAGE', 'DOCUMENTS'];
const wantedOf = (length: number) =>
  fc.array(fc.boolean(), { minLength: length, maxLength: length });

/** Few facts of the seeker as a rule: else nearly everything is refused. */
const fewFacts = fc
  .tuple(someSeeker, fc.array(fc.nat(30), { maxLength: 4 }))
  .map(([seeker, picks]) => {
    const facts = Object.entries(seeker);
    const few = picks.flatMap((pick) => (facts.length ? [facts[pick % facts.length]!] : []));
    return Object.fromEntries(few) as Seeker;
  });

export const someQuestion: fc.Arbitrary<PlacementQuestion> = fc
  .record({
    type: fc.constantFrom('HOUSING', 'HOUSING', 'HOUSING', 'SERVICE'),
    at: maybe(somePoint, 4),
    scopes: fc.constant(null),
    state: fc.constantFrom('MN', 'MN', null),
    withinMeters: maybe(
      fc.oneof(
        fc.constantFrom(1_000, 5_000, 40_000, 160_000, 400_000, 1_000_000),
        fc.integer({ min: 1, max: 1_000_000 }),
      ),
      3,
    ),
    avoid: fc.oneof(
      { arbitrary: fc.constant(null), weight: 4 },
      {
        arbitrary: fc.record({
          areaCounties: some(fipsOfLand, 6).map((counties) => new Set(counties)),
          counties: some(fipsOfLand, 4).map((counties) => new Set(counties)),
          circles: fc.array(
            fc.record({ point: somePoint, meters: fc.integer({ min: 1, max: 200_000 }) }),
            { maxLength: 2 },
          ),
        }),
        weight: 1,
      },
    ),
    kinds: maybe(
      some([...kindsOfHousing, ...kindsOfService], 4).map((kinds) => new Set(kinds)),
    ).map((kinds) => (kinds?.size ? kinds : null)),
    policies: fc.oneof(fc.constant([]), some([...policies, 'PHONE_KEPT'], 2)),
    languages: fc.oneof(fc.constant([]), some(['es', 'oj', 'hmn'], 2)),
    bedsFor: fc.oneof(
      { arbitrary: fc.constant(null), weight: 3 },
      { arbitrary: fc.integer({ min: 1, max: 6 }), weight: 1 },
    ),
    availability: fc.oneof(fc.constant([true, true, true, false]), wantedOf(4)),
    verdicts: fc.oneof(
      fc.constant([true, true, false]),
      fc.constant([true, false, false]),
      wantedOf(3),
    ),
    askAbout: fc.oneof(fc.constant(0), fc.constant(bitOf('AGE')), fc.nat(2 ** 24 - 1)),
    seeker: fewFacts.map((seeker) => compileSeeker(seeker)),
    silent: fc.oneof(fc.constant(0), fc.constant(bitOf('AGE') | bitOf('ANIMALS'))),
    // What every kind is asked about: only this can be known of whole leaves beforehand.
    silentAll: fc.oneof(
      fc.constant(0),
      some(silences, 2).map((kinds) => kinds.reduce((bits, kind) => bits | bitOf(kind), 0)),
    ),
    speaking: some(['PETS_WELCOME', 'NO_ID_REQUIRED']).map((speaking) =>
      speaking.map((policy) => ({ policy, criterion: bitOf(criterionOfPolicy(policy)!) })),
    ),
    limit: fc.constantFrom(1, 3, 8, 21),
    counting: fc.boolean(),
    facets: fc.boolean(),
    widen: fc.boolean(),
  })
  .map(({ silent, silentAll, ...question }) => ({
    ...question,
    now: NOW_MS,
    after: null,
    availability: question.type === 'SERVICE' ? [true, true, true, true] : question.availability,
    silentMask: (kind: string) =>
      silentAll | (kind === 'HOST_HOME' || kind === 'LEGAL' ? silent : 0),
  })) as fc.Arbitrary<PlacementQuestion>;
