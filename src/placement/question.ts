import type { CompiledSeeker, Verdict } from '../eligibility/index.js';
import type { Point } from '../geography/index.js';

/** Verdicts, availability, freshness and bands are small numbers inside: lower is better, and comes first. */
export const verdictRanks = ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'] as const satisfies Verdict[];

export const availabilityRanks = ['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL'] as const;
export const freshnessRanks = ['FRESH', 'AGING', 'STALE', 'NEVER'] as const;

/** Upper ends of the distance bands in metres; what lies beyond the last is in the band after it. */
export const BAND_METERS = [5_000, 15_000, 40_000, 80_000, 160_000, 400_000] as const;
export const distanceBands = [
  'WITHIN_5_KM',
  'WITHIN_15_KM',
  'WITHIN_40_KM',
  'WITHIN_80_KM',
  'WITHIN_160_KM',
  'WITHIN_400_KM',
  'BEYOND_400_KM',
] as const;
export type DistanceBand = (typeof distanceBands)[number];
/** The band of what has no told place at all, or where no place was asked: after all others. */
export const NO_BAND = distanceBands.length;

export function bandOf(meters: number): number {
  let band = 0;
  while (band < BAND_METERS.length && meters > BAND_METERS[band]!) band += 1;
  return band;
}

/** Where to keep away from: nothing whose told place may lie there is found. */
export interface Avoided {
  /** Counties, and every county that a circle to be avoided touches: told areas with any of them are out. */
  areaCounties: ReadonlySet<string>;
  /** Counties named as such: told points in them are out. */
  counties: ReadonlySet<string>;
  circles: readonly { point: Point; meters: number }[];
}

/**
 * A question made ready: what both forms of the search, in SQL and in process, are asked. It holds the
 * seeker, and so lives no longer than its request.
 */
export interface PlacementQuestion {
  type: 'HOUSING' | 'SERVICE';
  /** Milliseconds since 1970: the clock of the walk's first page. */
  now: number;
  at: Point | null;
  /** State of the place, for statewide listings; null where no place was asked or it is at sea. */
  state: string | null;
  withinMeters: number | null;
  /** What the place is served by: then only what says that it serves the place, in SQL; null: what is near. */
  scopes: readonly string[] | null;
  avoid: Avoided | null;
  /** Any of these kinds; null: all. */
  kinds: ReadonlySet<string> | null;
  /** Policies wished for, each of which a match must not deny. */
  policies: readonly string[];
  /** Languages wished for, by primary subtag: any of them. */
  languages: readonly string[];
  bedsFor: number | null;
  /** By rank: which availability states are wanted. Always all for services, which have none. */
  availability: readonly boolean[];
  /** By rank: which verdicts are wanted. */
  verdicts: readonly boolean[];
  /** Bits of criteria that may be left to ask about even where ASK is not wanted. */
  askAbout: number;
  seeker: CompiledSeeker;
  /** What a listing of a kind that is silent about a criterion is asked: bits by criterion. */
  silentMask(kind: string): number;
  /** Policies that, where one holds, say enough of a criterion (its bit): then silence of it asks nothing. */
  speaking: readonly { policy: string; criterion: number }[];
  /** Rows wanted, and after which place in the order. */
  limit: number;
  after: Place | null;
  counting: boolean;
  facets: boolean;
  widen: boolean;
}

/** A match's place in the one order: verdict, availability, band, freshness, metres, id. */
export interface Place {
  verdict: number;
  availability: number;
  band: number;
  freshness: number;
  /** Whole metres to a told door; null where only an area is told. Null comes last. */
  meters: number | null;
  id: string;
}

/** What a search proposes: re-checked against the database before it is told. */
export interface Proposal extends Place {
  /** Index of the unit, in the listing's order, that gave the verdict. */
  unit: number;
}

export interface FacetCounts {
  kind: Map<string, number>;
  policy: Map<string, number>;
  language: Map<string, number>;
  county: Map<string, number>;
  availability: Map<string, number>;
}

/** What loosening one thing would find beyond what is found. */
export interface Loosened {
  /** By rung of the ladder of radii above the one asked: listings found within it and not within the asked one. */
  withinMeters: Map<number, number>;
  /** By availability state that is not wanted: listings that only it keeps out. */
  availability: Map<string, number>;
  /** By criterion: listings out only because ASK is not wanted and this one criterion is to be asked about. */
  askAbout: Map<string, number>;
  /** Of those, by criterion: how many are decided case by case. */
  caseByCase: Map<string, number>;
}

export interface Found {
  /** In order; at most `limit`. */
  proposals: Proposal[];
  /** All that match; null where it was not counted. */
  count: number | null;
  facets: FacetCounts | null;
  loosened: Loosened | null;
}

export function comparePlaces(a: Place, b: Place): number {
  return (
    a.verdict - b.verdict ||
    a.availability - b.availability ||
    a.band - b.band ||
    a.freshness - b.freshness ||
    (a.meters ?? Infinity) - (b.meters ?? Infinity) || // Infinity - Infinity is NaN: falsy, on to the id
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
