import type { Place } from './question.js';

/*
 * A place in the order as one whole number, so that two are compared by one subtraction. From the highest:
 * verdict, availability (2 bits each), band (3), freshness (2), metres (25); 34 bits in all.
 */
const AVAILABILITY_RANKS = 4;
const BANDS = 8;
const FRESHNESS_RANKS = 4;
const METERS_END = 2 ** 25;
/** Where only an area is told, or no place: after every distance on earth (at most 20,015,087 m). */
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
