import type { MultiPolygon } from 'geojson';
import type { StoredClause } from '../../src/placement/clause-book.js';
import type { PlacementRow, PlacementUnit } from '../../src/placement/row.js';
import { CountyShapes, type Point } from '../../src/geography/index.js';
import { usCounties, usZips } from '../../src/geography/united-states.js';
import { Dice, idOf } from '../generate/random.js';

/*
 * Rows as `bench/generate` makes them, but in memory: a million take seconds and no database. The
 * same seed, the same rows.
 */

const HOUR_MS = 3_600_000;
export const NOW_MS = Date.UTC(2026, 5, 1, 23);
const HOUSING_SHARE = 0.6;
const WITHHELD_SHARE = 1 / 3;
const FURTHER_DOOR_SHARE = 0.03;
const STATEWIDE_SHARE = 0.08;
const NATIONWIDE_SHARE = 0.000_02;
const REPORTED_SHARE = 0.8;
const CAPACITY_MAX = 40;
const APART_DEGREES = 0.04;
/** Of housing; services have one each, which makes 1.8 units a listing. */
const UNITS = [1, 2, 2, 2, 3, 4];

const kindsOfHousing = [
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
const kindsOfService = [
  'NAVIGATION',
  'ADVOCACY',
  'LEGAL',
  'MENTAL_HEALTH',
  'OUTREACH',
  'EDUCATION',
];
const policies = ['NO_ID_REQUIRED', 'SELF_REFERRAL', 'PETS_WELCOME', 'PHONE_KEPT', 'NIGHT_INTAKE'];
const languages = ['es', 'so', 'hmn', 'vi', 'ar', 'ase', 'oj', 'fr', 'zh'];
const holdsHours = [12, 24, 72, 168, 336];

type Terms = (dice: Dice) => [stance: string, terms: object];
const rules: Record<string, Terms> = {
  AGE: (dice) => [
    'REQUIRES',
    { ageMin: dice.pick([12, 16, 18, 21]), ageMax: dice.pick([24, 65, 120]) },
  ],
  GENDER: (dice) => [
    dice.pick(['SERVES', 'REQUIRES']),
    { genders: dice.some(['WOMAN', 'MAN', 'TWO_SPIRIT', 'NONBINARY'], dice.from(1, 3)) },
  ],
  HOUSEHOLD: (dice) => [
    'SERVES',
    { households: dice.some(['SINGLE', 'COUPLE', 'PREGNANT', 'PARENTING'], dice.from(1, 3)) },
  ],
  SITUATION: (dice) => [
    dice.pick(['SERVES', 'REQUIRES']),
    {
      situations: dice.some(
        ['SEX_TRAFFICKING', 'LABOR_TRAFFICKING', 'EXPLOITATION', 'AT_RISK', 'HOMELESS'],
        dice.from(1, 4),
      ),
    },
  ],
  LGBTQ: () => ['SERVES', { lgbtq: true }],
  ACCESS: (dice) => ['SERVES', { needs: dice.some(['WHEELCHAIR', 'DEAF', 'BLIND'], 2) }],
  ANIMALS: (dice) => [dice.pick(['SERVES', 'REFUSES', 'CASE_BY_CASE']), { animals: ['PET'] }],
  SUBSTANCE_USE: (dice) => [
    dice.pick(['REQUIRES', 'CASE_BY_CASE']),
    { use: dice.some(['NONE', 'SOBER', 'ON_MEDICATION'], dice.from(1, 3)) },
  ],
  CONVICTIONS: (dice) => [
    dice.pick(['REFUSES', 'CASE_BY_CASE']),
    { convictions: dice.some(['VIOLENCE', 'ARSON', 'SEX_OFFENSE'], dice.from(1, 3)) },
  ],
  DOCUMENTS: (dice) => [
    'REQUIRES',
    { anyOf: dice.some(['PHOTO_ID', 'TRIBAL_ID', 'BIRTH_CERTIFICATE'], dice.from(1, 2)) },
  ],
  INCOME: (dice) => ['REQUIRES', { monthlyMax: dice.from(1, 8) * 500 }],
  REFERRAL_SOURCE: (dice) => [
    'REQUIRES',
    { sources: dice.some(['SELF', 'REGIONAL_NAVIGATOR', 'CHILD_PROTECTION', 'POLICE'], 2) },
  ],
};
const kindsOfRule = Object.keys(rules);
const CRITERIA_MIN = 3;
const CRITERIA_MAX = 6;
const rooms = [14, 16, 18].map((ageMin) => ({
  stance: 'REQUIRES',
  terms: { ageMin, ageMax: 24 },
}));

interface Town extends Point {
  state: string;
  county: string;
}

/** The country as the product has it: its ZIPs are towns, its counties have their shapes. */
export class Country {
  readonly towns: readonly Town[];
  readonly shapes = CountyShapes.of(
    usCounties().map(({ geoid, state, geojson }) => ({
      fips: geoid,
      state,
      rings: (JSON.parse(geojson) as MultiPolygon).coordinates.flat(),
    })),
  );
  readonly clauses: StoredClause[] = [];
  private readonly clauseIds = new Map<string, number>();

  constructor() {
    this.towns = usZips().flatMap(({ latitude, longitude, state }) => {
      const county = this.shapes.countyAt({ latitude, longitude })?.fips;
      return county ? [{ latitude, longitude, state, county }] : [];
    });
  }

  row(number: number): PlacementRow {
    const dice = new Dice(`placement ${number}`);
    const town = this.towns[dice.below(this.towns.length)]!;
    const isHousing = dice.chance(HOUSING_SHARE);
    const withheld = dice.chance(WITHHELD_SHARE);
    const stated = dice.some(policies, dice.from(0, 4));
    const listing = this.rulesOf(dice);
    const statewide = dice.chance(NATIONWIDE_SHARE)
      ? ['US']
      : dice.chance(STATEWIDE_SHARE)
        ? [town.state]
        : [];
    const doors = withheld ? 0 : dice.chance(FURTHER_DOOR_SHARE) ? 2 : 1;
    return {
      id: idOf(isHousing ? 'HousingOption' : 'Service', number),
      type: isHousing ? 'HOUSING' : 'SERVICE',
      kinds: isHousing ? [dice.pick(kindsOfHousing)] : dice.some(kindsOfService, dice.from(1, 2)),
      policies: stated.slice(1),
      denied: stated.slice(0, 1),
      languages: ['en', ...dice.some(languages, dice.from(0, 2))],
      statewide,
      points: Array.from({ length: doors }, () => ({
        latitude: round(town.latitude + (dice.next() - 0.5) * APART_DEGREES),
        longitude: round(town.longitude + (dice.next() - 0.5) * APART_DEGREES),
        county: town.county,
      })),
      area: withheld ? [town.county] : [],
      units: Array.from({ length: isHousing ? dice.pick(UNITS) : 1 }, (_, unit) =>
        this.unit(listing, unit, isHousing, dice),
      ),
    };
  }

  private unit(listing: Map<string, object>, unit: number, isHousing: boolean, dice: Dice) {
    const room = unit > 0 ? dice.pick(rooms) : null;
    const kinds = [...new Set([...listing.keys(), ...(room ? ['AGE'] : [])])];
    const capacity = dice.from(1, CAPACITY_MAX);
    return {
      capacity: isHousing ? capacity : null,
      clauses: kinds.map((kind) => {
        const own = kind === 'AGE' && room ? [room] : [];
        return this.clause(kind, listing.has(kind) ? [listing.get(kind)!] : [], own);
      }),
      spoken: 0,
      report: isHousing && dice.chance(REPORTED_SHARE) ? reportOf(capacity, dice) : null,
    };
  }

  private rulesOf(dice: Dice): Map<string, object> {
    const kinds = dice.some(kindsOfRule, dice.from(CRITERIA_MIN, CRITERIA_MAX));
    return new Map(
      kinds.map((kind) => {
        const [stance, terms] = rules[kind]!(dice);
        return [kind, { stance, terms }];
      }),
    );
  }

  private clause(kind: string, listing: object[], unit: object[]): number {
    const key = JSON.stringify([kind, listing, unit]);
    let id = this.clauseIds.get(key);
    if (id === undefined) {
      id = this.clauses.length + 1;
      this.clauseIds.set(key, id);
      this.clauses.push({ id, kind, rules: { listing, unit } as StoredClause['rules'] });
    }
    return id;
  }
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

export function reportOf(capacity: number, dice: Dice): PlacementUnit['report'] {
  const bedsOpen = dice.chance(0.5) ? dice.below(capacity + 1) : 0;
  const reportedAt = NOW_MS - dice.below(48 * HOUR_MS);
  return {
    said: bedsOpen > 0 ? 'OPEN' : dice.chance(0.2) ? 'WAITLIST' : 'FULL',
    bedsOpen,
    capacity,
    reportedAt,
    goodUntil: reportedAt + dice.pick(holdsHours) * HOUR_MS,
  };
}
