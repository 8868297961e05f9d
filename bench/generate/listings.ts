import type { Land } from './land.js';
import { GENERATED_AT } from './columns.js';
import type { Sheets } from './copy.js';
import { addCriteria } from './criteria.js';
import { addHousing } from './housing.js';
import { hoursOf } from './hours.js';
import { NATIONS, type Home } from './plan.js';
import { Dice, idOf } from './random.js';
import { nameOf, phoneNumber, prose } from './texts.js';

const SUMMARY_LETTERS_MIN = 200;
const SUMMARY_LETTERS_MOST = 520;
/** Degrees that the sites of an organization lie apart: some kilometres. */
const APART_DEGREES = 0.04;
const WITHHELD_SHARE = 1 / 3;
const DESCRIBED_SHARE = 0.4;
const CONFIRMED_SHARE = 0.7;
/** Lines for the whole country and for each state do not grow with the directory. */
const NATIONWIDE_LINE_ORGANIZATIONS = 4;
const LOCAL_LINE_SHARE = 0.005;

const policies = [
  'NO_ID_REQUIRED',
  'NO_POLICE_REPORT_REQUIRED',
  'SELF_REFERRAL',
  'NO_SOBRIETY_REQUIRED',
  'PETS_WELCOME',
  'PHONE_KEPT',
  'NIGHT_INTAKE',
  'WALK_IN',
  'NO_FEE',
  'NO_CURFEW',
  'CHILDREN_STAY_TOGETHER',
];
const languages = ['es', 'so', 'hmn', 'vi', 'ar', 'ase', 'oj', 'fr', 'zh'];
const serviceKinds = [
  'NAVIGATION',
  'ADVOCACY',
  'CASE_MANAGEMENT',
  'LEGAL',
  'FORENSIC_EXAM',
  'MENTAL_HEALTH',
  'SUBSTANCE_USE',
  'HEALTH_CARE',
  'OUTREACH',
  'EDUCATION',
  'EMPLOYMENT',
  'CULTURAL_HEALING',
  'TRANSPORT',
  'CHILD_CARE',
  'BASIC_NEEDS',
  'RELOCATION',
  'SURVIVOR_MENTORING',
  'SUPPORT_GROUP',
  'PREVENTION',
  'TRAINING',
];

type Type = 'HOUSING' | 'SERVICE';

/** The n-th listing with everything that belongs to it. */
export function addListing(
  type: Type,
  number: number,
  home: Home,
  land: Land,
  sheets: Sheets,
): void {
  const dice = new Dice(`listing ${number}`);
  const id = idOf(type === 'HOUSING' ? 'HousingOption' : 'Service', number);
  const stated = dice
    .some(policies, dice.from(0, 4))
    .map((policy) => ({ policy, holds: dice.chance(0.9) }));
  sheets.add(
    'org.listing',
    id,
    type,
    home.id,
    nameOf(type, home.zip.city, dice),
    prose(dice.from(SUMMARY_LETTERS_MIN, SUMMARY_LETTERS_MOST), dice),
    dice.chance(DESCRIBED_SHARE) ? prose(SUMMARY_LETTERS_MIN, dice) : null,
    null,
    { json: stated },
    ['en', ...dice.some(languages, dice.from(0, 2))],
    { json: hoursOf(home.zip.longitude, dice) },
    dice.chance(0.5) ? 'No fee.' : null,
    dice.chance(0.5) ? 'Call, or ask any advocate to call.' : null,
    'PUBLISHED',
    'ACTIVE',
    GENERATED_AT,
    GENERATED_AT,
  );
  if (type === 'HOUSING') addHousing(id, number, dice, sheets);
  const line = type === 'SERVICE' ? lineOf(home.number, land, dice) : null;
  if (type === 'SERVICE') {
    sheets.add(
      'org.service',
      id,
      line ? ['CRISIS_LINE'] : dice.some(serviceKinds, dice.from(1, 3)),
    );
  }
  addSite(id, number, home, dice, sheets);
  addArea(id, number, line === 'local' ? null : line, home, land, dice, sheets);
  addCriteria(id, number, dice, sheets);
  addPhones(id, number, dice, sheets);
  if (dice.chance(CONFIRMED_SHARE)) {
    sheets.add(
      'org.confirmation',
      idOf('Confirmation', number),
      id,
      GENERATED_AT,
      '2026-12-01T00:00:00Z',
      dice.pick(['CALL', 'VISIT', 'EMAIL']),
      'Regional navigator',
    );
  }
}

type Line = { kind: 'NATIONWIDE' } | { kind: 'STATEWIDE'; state: string };

function lineOf(organization: number, land: Land, dice: Dice): Line | 'local' | null {
  if (organization < NATIONWIDE_LINE_ORGANIZATIONS) return { kind: 'NATIONWIDE' };
  const state = land.states[organization - NATIONWIDE_LINE_ORGANIZATIONS];
  if (state) return { kind: 'STATEWIDE', state };
  return dice.chance(LOCAL_LINE_SHARE) ? 'local' : null;
}

function addSite(listing: string, number: number, home: Home, dice: Dice, sheets: Sheets): void {
  const { zip } = home;
  const id = idOf('Location', number);
  const told = !dice.chance(WITHHELD_SHARE);
  const longitude = (zip.longitude + (dice.next() - 0.5) * APART_DEGREES).toFixed(6);
  const latitude = (zip.latitude + (dice.next() - 0.5) * APART_DEGREES).toFixed(6);
  const street = [
    `${dice.from(1, 9999)} ${dice.pick(['Main', 'Oak', 'First', 'Lake', 'Mill'])} Street`,
  ];
  sheets.add(
    'org.location',
    id,
    home.id,
    'Site',
    told,
    told ? street : null,
    told ? zip.city : null,
    zip.state,
    told ? zip.code : null,
    told ? `SRID=4326;POINT(${longitude} ${latitude})` : null,
    zip.county,
    told ? null : 'CONFIDENTIAL_SHELTER',
  );
  sheets.add('org.listing_site', listing, id);
}

function addArea(
  listing: string,
  number: number,
  line: Line | null,
  { zip }: Home,
  land: Land,
  dice: Dice,
  sheets: Sheets,
): void {
  const row = (
    kind: string,
    counties: string[] | null,
    region: string | null,
    nation: string | null,
    state: string | null,
  ) =>
    sheets.add(
      'org.service_area',
      idOf('ServiceArea', number),
      listing,
      0,
      kind,
      counties,
      region,
      nation,
      state,
    );
  const where = dice.next();
  if (line) row(line.kind, null, null, null, line.kind === 'STATEWIDE' ? line.state : null);
  else if (where < 0.6) {
    const near = land.regions[land.regionOfCounty.get(zip.county)!]!;
    row(
      'COUNTIES',
      [...new Set([zip.county, ...dice.some(near, dice.from(0, 4))])],
      null,
      null,
      null,
    );
  } else if (where < 0.88) {
    row('REGION', null, idOf('Region', land.regionOfCounty.get(zip.county)!), null, null);
  } else if (where < 0.96) row('STATEWIDE', null, null, null, zip.state);
  else row('NATION', null, null, idOf('TribalNation', dice.below(NATIONS)), null);
}

function addPhones(listing: string, number: number, dice: Dice, sheets: Sheets): void {
  const many = dice.from(1, 2);
  for (let position = 0; position < many; position++) {
    const phone = phoneNumber(dice);
    sheets.add(
      'org.phone',
      idOf('Phone', `l${number}.${position}`),
      null,
      listing,
      position,
      phone.number,
      phone.display,
      position === 0 ? 'VOICE' : 'TEXT',
    );
  }
}
