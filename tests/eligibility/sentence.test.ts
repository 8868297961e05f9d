import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CriterionKind, readCriterion, sentenceOf, Stance } from '../../src/eligibility/index.js';

const names = {
  county: (fips: string) => (fips === '27007' ? 'Beltrami County' : undefined),
  region: () => 'Northwest',
  nation: (id: string) => (id === 'nat_known' ? 'Red Lake Nation' : undefined),
  language: (tag: string) => ({ so: 'Somali', en: 'English' })[tag],
};

/** One or more forms of every kind. */
const forms: Record<keyof typeof CriterionKind, object[]> = {
  AGE: [{ ageMin: 16, ageMax: 24 }, { ageMin: 18 }, { ageMax: 17 }, { ageMin: 17, ageMax: 17 }],
  GENDER: [{ genders: ['WOMAN'] }, { genders: ['MAN', 'TWO_SPIRIT', 'NONBINARY'] }],
  HOUSEHOLD: [
    { households: ['SINGLE', 'COUPLE', 'PREGNANT', 'PARENTING', 'UNACCOMPANIED_MINOR'] },
    { children: { genders: ['MAN'], ageMin: 13 } },
    { children: {} },
    { peopleMax: 4 },
    { peopleMin: 2 },
    { peopleMin: 2, peopleMax: 5 },
  ],
  SITUATION: [
    {
      situations: [
        'SEX_TRAFFICKING',
        'LABOR_TRAFFICKING',
        'EXPLOITATION',
        'AT_RISK',
        'DOMESTIC_VIOLENCE',
        'SEXUAL_ASSAULT',
        'STALKING',
        'HOMELESS',
        'RUNAWAY',
      ],
    },
  ],
  LGBTQ: [{ lgbtq: true }],
  VETERAN: [{ veteran: true }],
  RESIDENCE: [
    { countyFips: ['27007', '27021'] },
    { regions: ['reg_x'] },
    { outsideCountyFips: ['27007'] },
  ],
  NATION: [
    { nations: 'ANY', basis: 'ENROLLED' },
    { nations: ['nat_known', 'nat_other'], basis: 'DESCENDANT' },
    { nations: ['nat_known'], basis: 'LIVES_WITHIN' },
  ],
  LANGUAGE: [{ languages: ['so', 'en', 'xx'] }],
  CULTURE: [{ cultures: ['EAST_AFRICAN', 'LATINA'] }],
  ACCESS: [{ needs: ['WHEELCHAIR', 'DEAF', 'BLIND'] }],
  ANIMALS: [{ animals: ['PET', 'SERVICE_ANIMAL'] }],
  SUBSTANCE_USE: [{ use: ['NONE', 'SOBER', 'ON_MEDICATION', 'ACTIVE'] }],
  CARE_NEEDS: [
    { needs: ['MENTAL_HEALTH', 'MENTAL_HEALTH_CRISIS', 'MEDICATION_HELP', 'NURSING_CARE'] },
  ],
  CONVICTIONS: [{ convictions: ['FELONY', 'VIOLENCE', 'ARSON', 'SEX_OFFENSE'] }],
  CUSTODY: [{ custody: ['NONE', 'FOSTER_CARE', 'JUVENILE_HOLD', 'COURT_ORDER'] }],
  DOCUMENTS: [
    { allOf: ['PHOTO_ID', 'TRIBAL_ID', 'BIRTH_CERTIFICATE'] },
    { anyOf: ['SOCIAL_SECURITY_CARD', 'INCOME_PROOF'] },
  ],
  INCOME: [{ monthlyMin: 400 }, { monthlyMax: 2500 }, { monthlyMin: 1, monthlyMax: 2 }],
  POLICE_COOPERATION: [{ cooperates: true }],
  REFERRAL_SOURCE: [
    { sources: ['SELF', 'REGIONAL_NAVIGATOR', 'CHILD_PROTECTION', 'POLICE', 'HOSPITAL'] },
  ],
  IMMIGRATION: [
    { statuses: 'ANY' },
    {
      statuses: [
        'CITIZEN',
        'PERMANENT_RESIDENT',
        'ELIGIBLE_NONCITIZEN',
        'VISA_HOLDER',
        'UNDOCUMENTED',
      ],
    },
  ],
  STAY_HISTORY: [{ stayedWithinDays: 30 }, { shelterStayWithinDays: 90 }, { barred: true }],
  WORK_OR_SCHOOL: [{ hoursWeeklyMin: 20 }],
  FAITH: [{ participation: true }],
};

test('every kind, stance and form has its own plain sentence in both languages', () => {
  const seen = new Set<string>();
  for (const kind of Object.values(CriterionKind)) {
    for (const stance of Object.values(Stance)) {
      for (const given of forms[kind]) {
        const rule = readCriterion(kind, stance, given);
        const [english, spanish] = [sentenceOf(rule, 'en', names), sentenceOf(rule, 'es', names)];
        assert.notEqual(english, spanish);
        for (const text of [english, spanish]) {
          assert.match(text, /^\p{Lu}.*\.$/u, text);
          assert.doesNotMatch(
            text,
            /[A-Z]{2,}_|undefined|null|NaN|\[object|nat_|reg_|\d{5}\b/,
            text,
          );
          assert.ok(!seen.has(text), `said twice: ${text}`);
          seen.add(text);
        }
      }
    }
  }
  assert.ok(seen.size > 280);
});

test('some sentences as they are read aloud', () => {
  const say = (kind: keyof typeof CriterionKind, stance: keyof typeof Stance, given: object) =>
    sentenceOf(readCriterion(kind, stance, given), 'en', names);
  assert.equal(
    say('AGE', 'REQUIRES', { ageMin: 16, ageMax: 24 }),
    'Only for people aged 16 to 24.',
  );
  assert.equal(
    say('NATION', 'SERVES', { nations: ['nat_known'], basis: 'DESCENDANT' }),
    'Welcomes descendants of Red Lake Nation, among others.',
  );
  assert.equal(say('GENDER', 'REFUSES', { genders: ['MAN'] }), 'Cannot take men.');
  assert.equal(
    say('ANIMALS', 'CASE_BY_CASE', { animals: ['PET'] }),
    'Decides case by case about people with a pet: ask.',
  );
  assert.equal(
    say('IMMIGRATION', 'SERVES', { statuses: 'ANY' }),
    'Welcomes people of any immigration status.',
  );
});

test('no stored rule, however strange, stops an answer', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(CriterionKind)),
      fc.constantFrom(...Object.values(Stance)),
      fc.jsonValue(),
      (kind, stance, terms) => {
        for (const language of ['en', 'es'] as const)
          assert.match(sentenceOf({ kind, stance, terms }, language, names), /\.$/);
      },
    ),
  );
});

test('a rule that is none is refused, naming the field', () => {
  const wrong: [keyof typeof CriterionKind, object][] = [
    ['AGE', {}],
    ['AGE', { ageMin: 20, ageMax: 10 }],
    ['AGE', { ageMin: 500 }],
    ['AGE', { ageMin: 18, extra: 1 }],
    ['GENDER', { genders: [] }],
    ['GENDER', { genders: ['EVERYONE'] }],
    ['RESIDENCE', { countyFips: ['7'] }],
    ['HOUSEHOLD', { children: { ageMin: 9, ageMax: 3 } }],
    ['INCOME', { monthlyMax: -1 }],
    ['LGBTQ', { lgbtq: false }],
  ];
  for (const [kind, terms] of wrong) {
    assert.throws(
      () => readCriterion(kind, 'REQUIRES', terms, 'eligibility.0'),
      (error: { code: string; field: string }) => {
        assert.equal(error.code, 'INVALID');
        assert.match(error.field, /^eligibility\.0/);
        return true;
      },
    );
  }
});
