import type { Place } from './question.js';

/*
 * A place in the order as one whole number, so that two are compared by one subtraction. From the
 * highest: verdict, availability (2 bits each), band (3), freshness (2), metres (25); 34 bits in
 * all.
 */
const AVAILABILITY_RANKS = 4;
const BANDS = 8;
const FRESHNESS_RANKS = 4;
const METERS_END = 2 ** 25;
/**
 * Where only an area is told, or no place: after every distance on earth (at most 20,015,087 m).
 */
const METERS_NONE = METERS_END - 1;

export function orderOf(
  verdict: number,
  availability: number,
  band: number,
  freshness: number,
  meters: number | null,
): number {
  const state = verdict * AVAILABILITY_RANKS + availability;
  const rank = (state * BANDS + band) * FRESHNESS_RANKS + freshness;
  return rank * METERS_END + (meters ?? METERS_NONE);
}

/**
 * What is known beforehand of where some listings stand in the order: at best, and how far at most.
 */
export interface Bounds {
  verdict: number;
  availability: number;
  band: number;
  bandMost: number;
  meters: number | null;
  metersMost: number | null;
}

/**
 * The first place from `begins` on that any of the listings may have. On a far page of a walk, what
 * lies wholly nearer than the page begins is not looked at again: it can only come with the next
 * state or report.
 */
export function leastOrderFrom(begins: number, bounds: Bounds): number {
  const { availability, band, meters, verdict } = bounds;
  const least = orderOf(verdict, availability, band, 0, meters);
  if (least >= begins) return least;
  const first = placeOf(begins);
  if (first.availability >= availability) {
    const order = leastOfState(begins, first, bounds);
    if (order !== Infinity) return order;
  }
  const next = Math.max(first.availability + 1, availability);
  return next < AVAILABILITY_RANKS
    ? orderOf(first.verdict, next, band, 0, meters)
    : orderOf(first.verdict + 1, availability, band, 0, meters);
}

/**
 * The same among those of the verdict and the availability with which it begins; Infinity for none.
 */
function leastOfState(begins: number, first: Omit<Place, 'id'>, bounds: Bounds): number {
  const { band, bandMost, meters, metersMost } = bounds;
  if (band > first.band) return orderOf(first.verdict, first.availability, band, 0, meters);
  if (bandMost > first.band) return begins;
  if (bandMost < first.band) return Infinity;
  if ((metersMost ?? METERS_NONE) >= (first.meters ?? METERS_NONE)) return begins;
  const fresher = first.freshness + 1;
  return fresher < FRESHNESS_RANKS
    ? orderOf(first.verdict, first.availability, first.band, fresher, meters)
    : Infinity;
}

/** The place that a number in the order stands for. */
export function placeOf(order: number): Omit<Place, 'id'> {
  const meters = order % METERS_END;
  let rank = Math.floor(order / METERS_END);
  const take = (ranks: number) => {
    const taken = rank % ranks;
    rank = Math.floor(rank / ranks);
    return taken;
  };
  const freshness = take(FRESHNESS_RANKS);
  const band = take(BANDS);
  const availability = take(AVAILABILITY_RANKS);
  return {
    verdict: rank,
    availability,
    band,
    freshness,
    meters: meters === METERS_NONE ? null : meters,
  };
}
