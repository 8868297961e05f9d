import fc from 'fast-check';
import { CriterionKind, Stance, type Land, type Seeker } from '../../src/eligibility/index.js';
import * as words from '../../src/eligibility/vocabulary.js';

export const kinds = Object.values(CriterionKind);
export const stances = Object.values(Stance);

/** Few values, so that rules and seekers meet; every bound is met from both sides. */
const counties = ['27007', '27021', '27053', '01001'];
const nations = ['nat_a', 'nat_b', 'nat_c'];
const tags = ['en', 'es', 'es-MX', 'so', 'hmn'];

export const land: Land = {
  countiesOfRegion: (id) =>
    (({ reg_north: ['27007', '27021'], reg_south: ['27053'] }) as Record<string, string[]>)[id],
};

const of = (vocabulary: Record<string, string>) => fc.constantFrom(...Object.values(vocabulary));
const some = <Value>(value: fc.Arbitrary<Value>) =>
  fc.uniqueArray(value, { minLength: 1, maxLength: 3 });
const age = fc.integer({ min: 14, max: 24 });
const between = <Least extends string, Most extends string>(
  least: Least,
  most: Most,
  value: fc.Arbitrary<number>,
) =>
  fc
    .record({ [least]: value, [most]: value } as Record<Least | Most, fc.Arbitrary<number>>, {
      requiredKeys: [],
    })
    .filter((said) => {
      const { [least]: from, [most]: to } = said as Record<string, number | undefined>;
      return (from ?? to) !== undefined && (from === undefined || to === undefined || from <= to);
    });
const only = (value: object) => fc.constant(value);

/** Made once a kind: to make a generator costs more than to use it. */
const once = <Made>(make: (kind: CriterionKind) => Made) => {
  const made = new Map<CriterionKind, Made>();
  return (kind: CriterionKind): Made => {
    if (!made.has(kind)) made.set(kind, make(kind));
    return made.get(kind)!;
  };
};

/** Terms of every form of every kind. */
export const someTerms: Record<CriterionKind, fc.Arbitrary<object>> = {
  AGE: between('ageMin', 'ageMax', age),
  GENDER: fc.record({ genders: some(of(words.Gender)) }),
  HOUSEHOLD: fc.oneof(
    fc.record({ households: some(of(words.Household)) }),
    fc.record({
      children: fc
        .record({ genders: some(of(words.Gender)), ageMin: age, ageMax: age }, { requiredKeys: [] })
        .filter(({ ageMin = 0, ageMax = 120 }) => ageMin <= ageMax),
    }),
    { weight: 2, arbitrary: between('peopleMin', 'peopleMax', fc.integer({ min: 1, max: 5 })) },
  ),
  SITUATION: fc.record({ situations: some(of(words.Situation)) }),
  LGBTQ: only({ lgbtq: true }),
  VETERAN: only({ veteran: true }),
  RESIDENCE: fc.oneof(
    fc.record({ countyFips: some(fc.constantFrom(...counties)) }),
    fc.record({ outsideCountyFips: some(fc.constantFrom(...counties)) }),
    fc.record({ regions: some(fc.constantFrom('reg_north', 'reg_south', 'reg_unknown')) }),
  ),
  NATION: fc.record({
    nations: fc.oneof(fc.constant('ANY'), some(fc.constantFrom(...nations))),
    basis: of(words.NationBasis),
  }),
  LANGUAGE: fc.record({ languages: some(fc.constantFrom(...tags)) }),
  CULTURE: fc.record({ cultures: some(fc.constantFrom('HMONG', 'LATINA')) }),
  ACCESS: fc.record({ needs: some(of(words.AccessNeed)) }),
  ANIMALS: fc.record({ animals: some(of(words.Animal)) }),
  SUBSTANCE_USE: fc.record({ use: some(of(words.SubstanceUse)) }),
  CARE_NEEDS: fc.record({ needs: some(of(words.CareNeed)) }),
  CONVICTIONS: fc.record({ convictions: some(of(words.ConvictionKind)) }),
  CUSTODY: fc.record({ custody: some(of(words.Custody)) }),
  DOCUMENTS: fc.oneof(
    fc.record({ allOf: some(of(words.DocumentKind)) }),
    fc.record({ anyOf: some(of(words.DocumentKind)) }),
  ),
  INCOME: between('monthlyMin', 'monthlyMax', fc.constantFrom(0, 500, 1000, 1500)),
  POLICE_COOPERATION: only({ cooperates: true }),
  REFERRAL_SOURCE: fc.record({ sources: some(of(words.ReferralSource)) }),
  IMMIGRATION: fc.record({
    statuses: fc.oneof(fc.constant('ANY'), some(fc.constantFrom('CITIZEN', 'VISA_HOLDER'))),
  }),
  STAY_HISTORY: fc.constantFrom(
    { stayedWithinDays: 30 },
    { shelterStayWithinDays: 90 },
    { barred: true },
  ),
  WORK_OR_SCHOOL: only({ hoursWeeklyMin: 20 }),
  FAITH: only({ participation: true }),
};

/** A rule of one kind; one in twenty cannot be read. Requirements are what the other stances bear on. */
export const ruleOf = (kind: CriterionKind) =>
  fc.record({
    kind: fc.constant(kind),
    stance: fc.constantFrom(...stances, 'REQUIRES' as const),
    // As it comes from the database: plain objects.
    terms: fc
      .oneof(
        { weight: 19, arbitrary: someTerms[kind] },
        { weight: 1, arbitrary: fc.constant({ nonsense: 1 }) },
      )
      .map((terms) => ({ ...terms })),
  });

/**
 * Rules of one kind for a house, and for its unit: up to one each as often as up to three, since of many
 * the loudest hides what the others say. None of them is none.
 */
export const rulesOf = once((kind) => {
  const upTo = (maxLength: number) =>
    fc
      .record({
        listing: fc.array(ruleOf(kind), { maxLength }),
        unit: fc.array(ruleOf(kind), { maxLength }),
      })
      .filter(({ listing, unit }) => listing.length + unit.length > 0);
  return fc.oneof(upTo(1), upTo(3));
});

const nation = (nationId: string) =>
  fc.record(
    {
      nationId: fc.constant(nationId),
      enrolled: fc.boolean(),
      descendant: fc.boolean(),
      livesWithin: fc.boolean(),
    },
    { requiredKeys: ['nationId'] },
  );
/** Every fact; of children and nations only some, where a seeker may hold unknowns. */
const facts = (unknowns: boolean): Record<keyof Seeker, fc.Arbitrary<unknown>> => ({
  age,
  gender: of(words.Gender),
  lgbtq: fc.boolean(),
  veteran: fc.boolean(),
  pregnant: fc.boolean(),
  partner: fc.boolean(),
  unaccompaniedMinor: fc.boolean(),
  children: fc.array(
    fc.record(
      { age: fc.integer({ min: 0, max: 18 }), gender: of(words.Gender) },
      unknowns ? { requiredKeys: [] } : {},
    ),
    { maxLength: 3 },
  ),
  situations: fc.uniqueArray(of(words.Situation), { maxLength: 4 }),
  nations: fc.tuple(...nations.map(nation)).chain((all) => fc.subarray(all)),
  homeCountyFips: fc.constantFrom(...counties),
  accessNeeds: fc.uniqueArray(of(words.AccessNeed)),
  serviceAnimal: fc.boolean(),
  pets: fc.boolean(),
  languages: fc.uniqueArray(fc.constantFrom(...tags)),
  documents: fc.uniqueArray(fc.record({ kind: of(words.DocumentKind), has: fc.boolean() }), {
    selector: ({ kind }) => kind,
  }),
  substanceUse: of(words.SubstanceUse),
  careNeeds: fc.uniqueArray(of(words.CareNeed)),
  custody: of(words.Custody),
  convictions: fc.uniqueArray(of(words.ConvictionKind)),
  monthlyIncome: fc.constantFrom(0, 500, 999, 1500, 2000),
  policeCooperation: fc.boolean(),
  referredBy: of(words.ReferralSource),
});

const seekerOf = (wanted: readonly (keyof Seeker)[], unknowns: boolean) => {
  const all = facts(unknowns);
  const chosen = Object.fromEntries(wanted.map((fact) => [fact, all[fact]]));
  return fc.record(chosen, unknowns ? { requiredKeys: [] } : {}).map((told) => {
    const { unaccompaniedMinor, ...rest } = told as Seeker;
    const grown = (rest.age ?? 0) >= words.NO_MINOR_AGE_YEARS;
    return (unaccompaniedMinor && grown ? rest : told) as Seeker;
  });
};
const everyFact = Object.keys(facts(true)) as (keyof Seeker)[];

/** A seeker of whom some facts are known; and of those facts alone that a kind of rule is about. */
export const someSeeker = seekerOf(everyFact, true);
const about = (kind: CriterionKind, unknowns: boolean) =>
  fc.oneof(
    { weight: 9, arbitrary: seekerOf(factsOf[kind] ?? everyFact, unknowns) },
    { weight: 1, arbitrary: seekerOf(everyFact, unknowns) },
  );
/** A seeker for the rules of one kind, of whom some facts are known, or all. */
export const seekersFor = once((kind) => about(kind, true));
export const toldSeekersFor = once((kind) => about(kind, false));

/** The same seeker with some facts not given. What is given as complete goes as a whole, or not at all. */
export const lessTold = (seeker: Seeker): fc.Arbitrary<Seeker> =>
  fc.infiniteStream(fc.boolean()).map((coin) => {
    const gives = () => coin.next().value as boolean;
    const less = Object.fromEntries(
      Object.entries(seeker)
        .filter(() => gives())
        .map(([fact, value]) => [
          fact,
          Array.isArray(value) ? lessOf(fact, value as object[], gives) : value,
        ]),
    );
    return less as Seeker;
  });

function lessOf(fact: string, items: readonly object[], gives: () => boolean): unknown[] {
  if (fact === 'convictions') return [...items];
  if (fact === 'children' || fact === 'nations') {
    const kept = fact === 'children' ? items : items.filter(() => gives());
    return kept.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([name]) => name === 'nationId' || gives())),
    );
  }
  return items.filter(() => gives());
}

/** Which facts a kind of rule is held against. */
export const factsOf: Partial<Record<CriterionKind, readonly (keyof Seeker)[]>> = {
  AGE: ['age'],
  GENDER: ['gender'],
  HOUSEHOLD: ['partner', 'children', 'pregnant', 'unaccompaniedMinor', 'age'],
  SITUATION: ['situations'],
  LGBTQ: ['lgbtq'],
  VETERAN: ['veteran'],
  RESIDENCE: ['homeCountyFips'],
  NATION: ['nations'],
  LANGUAGE: ['languages'],
  ACCESS: ['accessNeeds'],
  ANIMALS: ['pets', 'serviceAnimal'],
  SUBSTANCE_USE: ['substanceUse'],
  CARE_NEEDS: ['careNeeds'],
  CONVICTIONS: ['convictions'],
  CUSTODY: ['custody'],
  DOCUMENTS: ['documents'],
  INCOME: ['monthlyIncome'],
  POLICE_COOPERATION: ['policeCooperation'],
  REFERRAL_SOURCE: ['referredBy'],
};

/** Pairs to try: the full counts are for `npm run prove`. */
export const PAIRS = process.env['HARBORLIGHT_PROVE'] === 'yes' ? 100_000 : 10_000;
