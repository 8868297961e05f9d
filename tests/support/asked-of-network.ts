import fc from 'fast-check';
import {
  AccessNeed,
  CareNeed,
  ConvictionKind,
  CriterionKind,
  criterionBit,
  Custody,
  DocumentKind,
  Gender,
  ReferralSource,
  readSeeker,
  silentMask,
  Situation,
  SubstanceUse,
  type Seeker,
} from '../../src/eligibility/index.js';
import { HousingKind } from '../../src/housing/index.js';
import { Policy } from '../../src/listings/index.js';
import type { FindHousingInput, FindServicesInput } from '../../src/placement/index.js';
import { ServiceKind } from '../../src/services/index.js';
import type { OracleQuestion, OracleServicesQuestion, Silent } from './oracle/index.js';

const words = Object.values;
const some = <Item>(from: readonly Item[], maxLength = 3) => fc.subarray([...from], { maxLength });
const one = <Item>(from: readonly Item[]) => fc.constantFrom(...from);
/** Counties of the sample network, and one that is far from it. */
const counties = ['27007', '27137', '27053', '27123', '27109', '27021', '06037'];

/** Anyone, with any of the facts that the contract knows; most are known of few. */
export const someoneOf = (nations: readonly string[]): fc.Arbitrary<Seeker> =>
  fc
    .record({
      age: fc.integer({ min: 0, max: 90 }),
      gender: one(words(Gender)),
      lgbtq: fc.boolean(),
      veteran: fc.boolean(),
      pregnant: fc.boolean(),
      partner: fc.boolean(),
      children: fc.array(
        fc.record({ age: fc.nat(17), gender: one(words(Gender)) }, { requiredKeys: [] }),
        { maxLength: 4 },
      ),
      situations: some(words(Situation)),
      nations: some(nations, 2).chain((ids) =>
        fc.tuple(
          ...ids.map((nationId) =>
            fc
              .record(
                { enrolled: fc.boolean(), descendant: fc.boolean(), livesWithin: fc.boolean() },
                { requiredKeys: [] },
              )
              .map((facts) => ({ nationId, ...facts })),
          ),
        ),
      ),
      homeCountyFips: one(counties),
      accessNeeds: some(words(AccessNeed)),
      serviceAnimal: fc.boolean(),
      pets: fc.boolean(),
      languages: some(['en', 'es', 'es-MX', 'so', 'oj', 'ase']),
      documents: some(words(DocumentKind)).chain((kinds) =>
        fc.tuple(...kinds.map((kind) => fc.boolean().map((has) => ({ kind, has })))),
      ),
      substanceUse: one(words(SubstanceUse)),
      careNeeds: some(words(CareNeed)),
      custody: one(words(Custody)),
      convictions: some(words(ConvictionKind)),
      monthlyIncome: fc.constantFrom(0, 800, 2_900, 2_901, 6_000),
      policeCooperation: fc.boolean(),
      referredBy: one(words(ReferralSource)),
    })
    .chain((facts) =>
      some(Object.keys(facts), 8).map((known) =>
        readSeeker(
          Object.fromEntries(Object.entries(facts).filter(([fact]) => known.includes(fact))),
          'seeker',
        ),
      ),
    );

const somewhere = fc.record({
  latitude: fc.double({ min: 43.5, max: 49.3, noNaN: true }),
  longitude: fc.double({ min: -97, max: -90, noNaN: true }),
});
const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const notEmpty = <Item>(list: fc.Arbitrary<Item[]>) =>
  list.map((items) => (items.length > 0 ? items : undefined));

const whereabouts = {
  withinMeters: perhaps(fc.constantFrom(1_000, 15_000, 40_000, 80_000, 160_000, 400_000)),
  avoid: perhaps(
    fc.array(
      fc.oneof(
        one(counties).map((countyFips) => ({ countyFips })),
        fc
          .tuple(somewhere, fc.integer({ min: 1, max: 90_000 }))
          .map(([point, withinMeters]) => ({ circle: { at: { point }, withinMeters } })),
      ),
      { maxLength: 2 },
    ),
  ),
};
const wishes = {
  policies: perhaps(some(words(Policy), 2)),
  languages: perhaps(some(['es', 'so', 'en-US'], 2)),
  verdicts: perhaps(notEmpty(some(['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'] as const, 3))),
};

/** A question of the sample network, as a client may ask it. */
export const someInput = (nations: readonly string[]): fc.Arbitrary<FindHousingInput> =>
  fc
    .record({
      at: perhaps(somewhere.map((point) => ({ point }))),
      ...whereabouts,
      seeker: someoneOf(nations),
      kinds: perhaps(notEmpty(some(words(HousingKind), 5))),
      bedsFor: perhaps(fc.integer({ min: 1, max: 5 })),
      availability: perhaps(notEmpty(some(['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL'] as const, 4))),
      ...wishes,
    })
    .map((input) =>
      input.at ? input : { ...input, withinMeters: undefined },
    ) as fc.Arbitrary<FindHousingInput>;

/** The same of services: from a point or a nation's seat, near it or serving it. */
export const someServicesInput = (nations: readonly string[]): fc.Arbitrary<FindServicesInput> =>
  fc
    .record({
      at: perhaps(
        fc.oneof(
          { arbitrary: somewhere.map((point) => ({ point })), weight: 3 },
          { arbitrary: one(nations).map((nationId) => ({ nationId })), weight: 1 },
        ),
      ),
      ...whereabouts,
      reach: perhaps(one(['NEAR', 'SERVES_HERE'] as const)),
      seeker: someoneOf(nations),
      kinds: perhaps(notEmpty(some(words(ServiceKind), 12))),
      ...wishes,
      askAbout: perhaps(some(words(CriterionKind), 8)),
    })
    .map((input) =>
      input.at ? input : { ...input, withinMeters: undefined, reach: undefined },
    ) as fc.Arbitrary<FindServicesInput>;

/** The same question in the oracle's words. */
export function forOracle(input: FindHousingInput): OracleQuestion;
export function forOracle(input: FindServicesInput): OracleServicesQuestion;
export function forOracle(input: FindHousingInput | FindServicesInput) {
  const { at, avoid = [], seeker, ...rest } = input;
  return {
    ...rest,
    seeker: seeker as OracleQuestion['seeker'],
    at: at?.nationId ? { nationId: at.nationId } : (at?.point ?? null),
    avoid: {
      counties: avoid.flatMap(({ countyFips }) => countyFips ?? []),
      circles: avoid.flatMap(({ circle }) =>
        circle ? [{ point: circle.at.point!, meters: circle.withinMeters }] : [],
      ),
    },
  };
}

/** What is asked beside the page: with nothing, the index goes from the best on and ends with the page. */
export const someAsked = fc.subarray(['totalCount', 'facets', 'widen']);

const ROWS_MAX = 10_000;
const PAGE_MAX = 21;
export const someLimit = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: PAGE_MAX }), weight: 3 },
  { arbitrary: fc.constant(ROWS_MAX), weight: 1 },
);

/** What this seeker's facts bring up where a listing is silent: the reviewed table, spelled out. */
export const silentFor = (seeker: Seeker): Silent[] =>
  [...words(HousingKind), 'SERVICE'].flatMap((kind) =>
    words(CriterionKind)
      .filter((criterion) => silentMask(kind, seeker) & criterionBit(criterion))
      .map((criterion) => ({ criterion, kind })),
  );
