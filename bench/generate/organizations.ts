import type { Land, Zip } from './land.js';
import { GENERATED_AT } from './columns.js';
import type { Sheets } from './copy.js';
import { addListing } from './listings.js';
import { HOUSING_PER_ORGANIZATION, LISTINGS_PER_ORGANIZATION, NATIONS, type Home } from './plan.js';
import { Dice, idOf } from './random.js';
import { nameOf, phoneNumber, prose } from './texts.js';
import { propers } from './vocabulary.js';

const NAVIGATORS_PER_REGION = 2;
const DESCRIPTION_LETTERS_MIN = 120;

const kinds = [
  'NONPROFIT',
  'COUNTY_AGENCY',
  'CITY_AGENCY',
  'FAITH_BASED',
  'HEALTH_SYSTEM',
  'COALITION',
];
const roles = [
  'PROVIDER',
  'ADVOCACY',
  'HEALTH',
  'YOUTH_SERVICES',
  'LEGAL_AID',
  'SURVIVOR_LED',
  'TRAINING',
];
const peoples = ['OJIBWE', 'DAKOTA', 'HO_CHUNK', 'OTHER'];

/** The n-th organization with its contacts and five listings: 3 of housing, 2 services. */
export function addOrganization(number: number, land: Land, sheets: Sheets): void {
  const dice = new Dice(`organization ${number}`);
  const regions = land.regions.length;
  const home: Home = { number, id: idOf('Organization', number), zip: homeOf(number, land, dice) };
  const region = number < regions ? number : land.regionOfCounty.get(home.zip.county)!;
  const isNation = number >= regions && number < regions + NATIONS;
  sheets.add(
    'org.organization',
    home.id,
    nameOf('ORGANIZATION', home.zip.city, dice),
    isNation ? 'TRIBAL_GOVERNMENT' : dice.pick(kinds),
    dice.some(roles, dice.from(1, 3)),
    prose(DESCRIPTION_LETTERS_MIN, dice),
    `https://organization-${number}.example.org`,
    idOf('Region', region),
    'SAMPLE',
    GENERATED_AT,
    GENERATED_AT,
    GENERATED_AT,
  );
  addContact('GENERAL', 'Front office', 0, home, dice, sheets);
  if (number < regions) addRegion(number, home, land, dice, sheets);
  if (isNation) addNation(number - regions, home, land, dice, sheets);
  for (let index = 0; index < LISTINGS_PER_ORGANIZATION; index++) {
    const type = index < HOUSING_PER_ORGANIZATION ? 'HOUSING' : 'SERVICE';
    addListing(type, number * LISTINGS_PER_ORGANIZATION + index, home, land, sheets);
  }
}

/** ZIPs stand for people: where there are many ZIPs there are many organizations. */
function homeOf(number: number, land: Land, dice: Dice): Zip {
  const counties = land.regions[number];
  const inRegion = counties ? land.zips.filter(({ county }) => counties.includes(county)) : [];
  return dice.pick(inRegion.length > 0 ? inRegion : land.zips);
}

function addContact(
  purpose: string,
  name: string,
  position: number,
  home: Home,
  dice: Dice,
  sheets: Sheets,
) {
  const id = idOf('Contact', `${home.number}.${position}`);
  sheets.add(
    'org.contact',
    id,
    home.id,
    null,
    position,
    purpose,
    name,
    `office-${position}@organization-${home.number}.example.org`,
    ['en'],
  );
  const { number, display } = phoneNumber(dice);
  sheets.add(
    'org.phone',
    idOf('Phone', `${home.number}.${position}`),
    id,
    null,
    0,
    number,
    display,
    'VOICE',
  );
}

function addRegion(number: number, home: Home, land: Land, dice: Dice, sheets: Sheets): void {
  const id = idOf('Region', number);
  const name = `${propers[number]} ${home.zip.state}`;
  sheets.add('org.region', id, `region-${number}`, name, 'INFERRED', home.id);
  for (const fips of land.regions[number]!) sheets.add('org.region_county', id, fips);
  for (let position = 1; position <= NAVIGATORS_PER_REGION; position++) {
    addContact('NAVIGATION', `Regional navigator ${position}`, position, home, dice, sheets);
  }
}

function addNation(number: number, home: Home, land: Land, dice: Dice, sheets: Sheets): void {
  const { zip } = home;
  const id = idOf('TribalNation', number);
  const point = `SRID=4326;POINT(${zip.longitude} ${zip.latitude})`;
  const seat = {
    lines: ['1 Council Road'],
    city: zip.city,
    state: zip.state,
    postalCode: zip.code,
    country: 'US',
  };
  sheets.add(
    'org.tribal_nation',
    id,
    home.id,
    `${propers.at(-1 - number)} Nation`,
    null,
    dice.pick(peoples),
    { json: seat },
    point,
    zip.county,
    [`B${String(number).padStart(4, '0')}`],
    'SAMPLE',
    GENERATED_AT,
    GENERATED_AT,
  );
  const near = land.countiesOfState.get(zip.state)!;
  for (const fips of new Set([zip.county, ...dice.some(near, dice.from(0, 2))])) {
    sheets.add('org.nation_county', id, fips, 'COUNTY');
  }
  for (const fips of dice.some(near, dice.from(2, 6))) {
    sheets.add('org.nation_county', id, fips, 'SERVICE_COUNTY');
  }
}
