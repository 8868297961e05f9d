import type { Sheets } from './copy.js';
import { type Dice, idOf } from './random.js';

const CRITERIA_MIN = 3;
const CRITERIA_MAX = 6;

/** Rules in the words of the vocabulary of criteria; one of each kind at most. */
const rules: readonly ((dice: Dice) => [kind: string, stance: string, terms: object])[] = [
  (dice) => [
    'AGE',
    'REQUIRES',
    { ageMin: dice.pick([12, 16, 18, 21]), ageMax: dice.pick([24, 65, 120]) },
  ],
  (dice) => [
    'GENDER',
    dice.pick(['SERVES', 'REQUIRES']),
    { genders: dice.some(['WOMAN', 'MAN', 'TWO_SPIRIT', 'NONBINARY'], dice.from(1, 3)) },
  ],
  (dice) => [
    'HOUSEHOLD',
    'SERVES',
    { households: dice.some(['SINGLE', 'COUPLE', 'PREGNANT', 'PARENTING'], dice.from(1, 3)) },
  ],
  (dice) => [
    'SITUATION',
    dice.pick(['SERVES', 'REQUIRES']),
    {
      situations: dice.some(
        [
          'SEX_TRAFFICKING',
          'LABOR_TRAFFICKING',
          'EXPLOITATION',
          'AT_RISK',
          'DOMESTIC_VIOLENCE',
          'HOMELESS',
        ],
        dice.from(1, 4),
      ),
    },
  ],
  () => ['LGBTQ', 'SERVES', { lgbtq: true }],
  (dice) => [
    'ACCESS',
    'SERVES',
    { needs: dice.some(['WHEELCHAIR', 'DEAF', 'BLIND'], dice.from(1, 2)) },
  ],
  (dice) => ['ANIMALS', dice.pick(['SERVES', 'REFUSES', 'CASE_BY_CASE']), { animals: ['PET'] }],
  (dice) => [
    'SUBSTANCE_USE',
    dice.pick(['REQUIRES', 'CASE_BY_CASE']),
    { use: dice.some(['NONE', 'SOBER', 'ON_MEDICATION'], dice.from(1, 3)) },
  ],
  (dice) => [
    'CONVICTIONS',
    dice.pick(['REFUSES', 'CASE_BY_CASE']),
    { convictions: dice.some(['VIOLENCE', 'ARSON', 'SEX_OFFENSE'], dice.from(1, 3)) },
  ],
  (dice) => [
    'DOCUMENTS',
    'REQUIRES',
    { anyOf: dice.some(['PHOTO_ID', 'TRIBAL_ID', 'BIRTH_CERTIFICATE'], dice.from(1, 2)) },
  ],
  (dice) => ['INCOME', 'REQUIRES', { monthlyMax: dice.from(1, 8) * 500 }],
  (dice) => [
    'REFERRAL_SOURCE',
    'REQUIRES',
    {
      sources: dice.some(
        ['SELF', 'REGIONAL_NAVIGATOR', 'CHILD_PROTECTION', 'POLICE'],
        dice.from(1, 3),
      ),
    },
  ],
];

export function addCriteria(listing: string, number: number, dice: Dice, sheets: Sheets): void {
  const chosen = dice.some(rules, dice.from(CRITERIA_MIN, CRITERIA_MAX));
  for (const [position, rule] of chosen.entries()) {
    const [kind, stance, terms] = rule(dice);
    sheets.add(
      'org.criterion',
      idOf('Criterion', `${number}.${position}`),
      listing,
      null,
      position,
      kind,
      stance,
      { json: terms },
    );
  }
}
