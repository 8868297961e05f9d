import type { Sheets } from './copy.js';
import { type Dice, idOf } from './random.js';
import { reportTimes } from './reports.js';

const kinds = [
  'EMERGENCY_SHELTER',
  'SAFE_HOUSE',
  'MOTEL_VOUCHER',
  'HOST_HOME',
  'SPECIALIZED_FOSTER_CARE',
  'TRANSITIONAL',
  'RAPID_REHOUSING',
  'PERMANENT_SUPPORTIVE',
  'MATERNITY_HOME',
  'RESIDENTIAL_TREATMENT',
];
const operators = ['NONPROFIT', 'FAITH', 'COUNTY', 'CITY', 'TRIBAL'];
const stayDays = [30, 60, 90, 180, 365, 730];
const unitNames = ['Single rooms', 'Family rooms', 'Youth beds', 'Shared rooms', 'Apartments'];
const REPORTED_SHARE = 0.8;
const CAPACITY_MAX = 40;

/** What housing has beside what every listing has: one to three units, most of them reported. */
export function addHousing(listing: string, number: number, dice: Dice, sheets: Sheets): void {
  sheets.add(
    'org.housing_option',
    listing,
    dice.pick(kinds),
    [dice.pick(operators)],
    dice.chance(0.6) ? dice.pick(stayDays) : null,
    dice.chance(0.3),
  );
  const names = dice.some(unitNames, dice.from(1, 3));
  for (const [position, name] of names.entries()) {
    const unit = idOf('Unit', `${number}.${position}`);
    const capacity = dice.from(1, CAPACITY_MAX);
    sheets.add('org.unit', unit, listing, position, name, capacity);
    if (position > 0) {
      sheets.add(
        'org.criterion',
        idOf('Criterion', `u${number}.${position}`),
        listing,
        unit,
        0,
        'AGE',
        'REQUIRES',
        { json: { ageMin: dice.pick([14, 16, 18]), ageMax: 24 } },
      );
    }
    if (!dice.chance(REPORTED_SHARE)) continue;
    const open = dice.chance(0.5) ? dice.below(capacity + 1) : 0;
    sheets.add(
      'org.availability_report',
      idOf('Report', `${number}.${position}`),
      listing,
      unit,
      ...reportTimes(`${number}.${position}`),
      open > 0,
      open,
      capacity,
      dice.chance(0.2),
    );
  }
}
