import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  explain,
  judge,
  readCriterion,
  sentenceOf,
  type CriterionKind,
  type Rules,
  type Seeker,
  type Stance,
} from '../../src/eligibility/index.js';
import * as words from '../../src/eligibility/vocabulary.js';
import { kinds, land, seekersFor, someTerms, stances } from '../support/eligibility.js';

/* Rules may name hundreds of places. Whatever they name, what is told of them can be heard at once. */

const TEXT_LETTERS_MAX = 240;
/** What a listing says by itself: all nine situations, in Spanish. */
const SENTENCE_LETTERS_MAX = 260;
const QUESTION_LETTERS_MAX = 140;
const NAMES_MAX = 300;

/** The longest names there are of each. */
const names = {
  county: (fips: string) =>
    fips < '27100' ? 'Prince of Wales-Hyder Census Area' : `Lake of the Woods ${fips} County`,
  region: (id: string) => (id < 'reg_100' ? 'East Metro and Beyond the River' : undefined),
  nation: (id: string) => (id < 'nat_200' ? 'Grand Portage Band of Lake Superior Chippewa' : id),
  language: (tag: string) => (tag < 'b' ? 'American Sign Language' : `Language ${tag}`),
};
const numbered = (prefix: string, number: number) => `${prefix}${String(number).padStart(3, '0')}`;
const many = (name: (number: number) => string) =>
  fc
    .oneof(
      fc.uniqueArray(fc.nat(NAMES_MAX - 1), { minLength: 1, maxLength: 5 }),
      fc.uniqueArray(fc.nat(NAMES_MAX - 1), { minLength: 1, maxLength: NAMES_MAX, size: 'max' }),
    )
    .map((numbers) => numbers.map(name));
const anyOf = (vocabulary: Record<string, string>) =>
  fc.subarray(Object.values(vocabulary), { minLength: 1 });

/** Terms as long as they may be. */
const longTerms: Partial<Record<CriterionKind, fc.Arbitrary<object>>> = {
  GENDER: fc.record({ genders: anyOf(words.Gender) }),
  HOUSEHOLD: fc.oneof(
    fc.record({ households: anyOf(words.Household) }),
    fc.record({
      children: fc.record({
        genders: anyOf(words.Gender),
        ageMin: fc.nat(14),
        ageMax: fc.integer({ min: 15, max: 120 }),
      }),
    }),
    someTerms.HOUSEHOLD,
  ),
  SITUATION: fc.record({ situations: anyOf(words.Situation) }),
  RESIDENCE: fc.oneof(
    fc.record({ countyFips: many((one) => numbered('27', one)) }),
    fc.record({ outsideCountyFips: many((one) => numbered('27', one)) }),
    fc.record({ regions: many((one) => numbered('reg_', one)) }),
  ),
  NATION: fc.record({
    nations: many((one) => numbered('nat_', one)),
    basis: fc.constantFrom(...Object.values(words.NationBasis)),
  }),
  LANGUAGE: fc.record({
    languages: many((one) => String.fromCharCode(97 + (one % 26), 97 + Math.floor(one / 26))),
  }),
  CULTURE: fc.record({ cultures: many((one) => `C${'ULTURE_'.repeat(5)}${'A'.repeat(one % 5)}`) }),
  ACCESS: fc.record({ needs: anyOf(words.AccessNeed) }),
  SUBSTANCE_USE: fc.record({ use: anyOf(words.SubstanceUse) }),
  CARE_NEEDS: fc.record({ needs: anyOf(words.CareNeed) }),
  CONVICTIONS: fc.record({ convictions: anyOf(words.ConvictionKind) }),
  CUSTODY: fc.record({ custody: anyOf(words.Custody) }),
  DOCUMENTS: fc.oneof(
    fc.record({ allOf: anyOf(words.DocumentKind) }),
    fc.record({ anyOf: anyOf(words.DocumentKind) }),
  ),
  REFERRAL_SOURCE: fc.record({ sources: anyOf(words.ReferralSource) }),
  IMMIGRATION: fc.record({
    statuses: fc.subarray(
      ['CITIZEN', 'PERMANENT_RESIDENT', 'ELIGIBLE_NONCITIZEN', 'VISA_HOLDER', 'UNDOCUMENTED'],
      { minLength: 1 },
    ),
  }),
};

/** Someone of whom more is told than can be said again in one breath. */
const much: Seeker = {
  children: Array.from({ length: 50 }, () => ({ age: 14, gender: 'TWO_SPIRIT' as const })),
  documents: Object.values(words.DocumentKind).map((kind) => ({ kind, has: false })),
  languages: ['aa', 'ab', 'ac', 'ad', 'ae'],
  nations: [{ nationId: 'nat_001', enrolled: true }],
};

for (const kind of kinds) {
  const rule = fc.record({
    kind: fc.constant(kind),
    stance: fc.constantFrom<Stance>(...stances, 'REQUIRES'),
    terms: longTerms[kind] ?? someTerms[kind],
  });
  const rules = fc.record({
    listing: fc.array(rule, { minLength: 1, maxLength: 2 }),
    unit: fc.array(rule, { maxLength: 1 }),
  }) as fc.Arbitrary<Rules>;
  const seeker = fc
    .tuple(seekersFor(kind), fc.subarray(Object.entries(much)))
    .map(([some, more]): Seeker => ({ ...some, ...Object.fromEntries(more) }));

  test(`what any rule of ${kind} says can be heard at once, and is asked in one breath`, () => {
    fc.assert(
      fc.property(rules, seeker, (bearing, someone) => {
        for (const language of ['en', 'es'] as const) {
          for (const finding of judge(bearing, someone, land)) {
            const { text, question } = explain(finding, someone, language, names);
            assert.ok(text.length <= TEXT_LETTERS_MAX, `${text.length}: ${text}`);
            assert.ok((question ?? '').length <= QUESTION_LETTERS_MAX, question!);
          }
          for (const stated of [...bearing.listing, ...bearing.unit]) {
            const sentence = sentenceOf(stated, language, names);
            assert.ok(sentence.length <= SENTENCE_LETTERS_MAX, `${sentence.length}: ${sentence}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
}

const told = (
  kind: CriterionKind,
  stance: Stance,
  terms: object,
  seeker: Seeker,
  language: 'en' | 'es' = 'en',
) => {
  const [finding] = judge({ listing: [{ kind, stance, terms }], unit: [] }, seeker, land);
  return explain(finding!, seeker, language, {
    ...names,
    county: (fips) => `County ${fips.slice(2)}`,
  });
};

test('of a long rule that can be mended tonight, what would mend it is told', () => {
  const papers = Object.values(words.DocumentKind);
  assert.equal(
    told(
      'DOCUMENTS',
      'REQUIRES',
      { anyOf: papers },
      { documents: papers.map((kind) => ({ kind, has: false })) },
      'es',
    ).text,
    'Reciben solo a personas que puedan mostrar una identificación con foto, una identificación tribal, un acta de nacimiento, ' +
      'una tarjeta del Seguro Social o un comprobante de ingresos. Conseguir uno de esos documentos lo cambiaría.',
  );
});

test('of many papers that are all wanted, those that are wanting are named', () => {
  const papers = Object.values(words.DocumentKind);
  const documents = papers.map((kind, at) => ({ kind, has: at > 1 }));
  assert.equal(
    told('DOCUMENTS', 'REQUIRES', { allOf: papers }, { documents }, 'es').text,
    'Reciben solo a personas que puedan mostrar ciertos documentos. ' +
      'Conseguir una identificación con foto y una identificación tribal lo cambiaría.',
  );
});

test('above four, places and nations are not named one by one', () => {
  const counties = Array.from({ length: 87 }, (_, at) => numbered('27', at * 2 + 1));
  const away = { homeCountyFips: '01001' };
  assert.equal(
    told('RESIDENCE', 'REQUIRES', { countyFips: counties }, away).text,
    'They take only people from certain counties; you live in County 001.',
  );
  assert.equal(
    told('RESIDENCE', 'REQUIRES', { countyFips: counties.slice(0, 4) }, {}).text,
    'They take only people who live in County 001, County 003, County 005, or County 007. ' +
      'We do not know yet if that is so for you.',
  );
  const say = (kind: CriterionKind, terms: object, language: 'en' | 'es') =>
    sentenceOf(readCriterion(kind, 'REQUIRES', terms), language, names);
  const regions = [1, 2, 3, 4, 5].map((one) => numbered('reg_', one));
  assert.equal(say('RESIDENCE', { regions }, 'en'), 'Only for people from certain regions.');
  assert.equal(say('RESIDENCE', { regions }, 'es'), 'Solo para personas de ciertas regiones.');
  const nations = [1, 2, 3, 4, 5].map((one) => numbered('nat_', one));
  assert.equal(
    say('NATION', { nations, basis: 'DESCENDANT' }, 'en'),
    'Only for descendants of certain tribal nations.',
  );
});

test('an exception, and a house that disagrees with itself, are asked about plainly', () => {
  const bent: Rules = {
    listing: [
      {
        kind: 'GENDER',
        stance: 'REQUIRES',
        terms: { genders: ['WOMAN', 'TWO_SPIRIT', 'NONBINARY'] },
      },
      { kind: 'GENDER', stance: 'CASE_BY_CASE', terms: { genders: ['MAN'] } },
    ],
    unit: [],
  };
  const disagree: Rules = {
    listing: [
      { kind: 'RESIDENCE', stance: 'REQUIRES', terms: { countyFips: ['27001', '27003', '27005'] } },
    ],
    unit: [{ kind: 'RESIDENCE', stance: 'REQUIRES', terms: { countyFips: ['27007'] } }],
  };
  const asked = (rules: Rules, seeker: Seeker, why: string) => {
    const [finding] = judge(rules, seeker, land);
    assert.equal(finding!.because.why, why);
    return explain(finding!, seeker, 'en', names).question;
  };
  // The rule that says whom it weighs tells it best; without it, the one that is bent.
  const unread: Rules = {
    listing: [bent.listing[0]!, { ...bent.listing[1]!, terms: { nonsense: 1 } }],
    unit: [],
  };
  assert.equal(asked(bent, { gender: 'MAN' }, 'CASE_BY_CASE'), 'When can you take men?');
  assert.equal(
    asked(unread, { gender: 'MAN' }, 'CASE_BY_CASE'),
    'Do you take people of every gender?',
  );
  assert.equal(
    asked(disagree, { homeCountyFips: '27007' }, 'RULES_DISAGREE'),
    'From which counties do you take people?',
  );
});

test('many things that may have happened are not read out, whatever the rule says of them', () => {
  const situations = ['SEX_TRAFFICKING', 'EXPLOITATION', 'AT_RISK', 'HOMELESS', 'RUNAWAY'];
  assert.equal(
    told('SITUATION', 'REFUSES', { situations }, { situations: ['HOMELESS'] }).text,
    'They cannot take people in certain situations; that applies to you.',
  );
  assert.equal(
    told('SITUATION', 'CASE_BY_CASE', { situations }, {}).question,
    'Do you take people in every situation, or only in some?',
  );
});

test('a region that is not known is said to be none that is named here', () => {
  const say = (regions: string[], language: 'en' | 'es') =>
    sentenceOf(readCriterion('RESIDENCE', 'REQUIRES', { regions }), language, {
      ...names,
      region: (id) => (id === 'reg_a' ? 'Northwest' : undefined),
    });
  assert.equal(say(['reg_x'], 'en'), 'Only for people who live in a region not named here.');
  assert.equal(
    say(['reg_x', 'reg_a'], 'en'),
    'Only for people who live in the Northwest region or a region not named here.',
  );
  assert.equal(
    say(['reg_x'], 'es'),
    'Solo para personas que viven en una región que aquí no se nombra.',
  );
  assert.equal(say(['reg_a'], 'es'), 'Solo para personas que viven en la región Northwest.');
});
