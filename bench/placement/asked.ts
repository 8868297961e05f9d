import type { Variant, Work } from '../works.js';

/** Everything that a search for a place to stay is about, beside its point. */
export interface Asked {
  withinMeters: number;
  kinds: readonly string[];
  seeker: {
    age: number;
    gender: string;
    children: readonly { age: number }[];
    situations: readonly string[];
  };
  verdicts: readonly string[];
}

/** Rows of a page of a search for a place to stay. */
export const PLACEMENT_PAGE_ROWS = 20;

/** Farther radii that are tried where more may be found: those of our own contract. */
export const LADDER_METERS = [80, 120, 160, 240, 320, 480, 640, 1_000].map((km) => km * 1_000);

/** W1: someone of 17 with a child of 1, tonight, near where she is. */
const tonight: Asked = {
  withinMeters: 40_000,
  kinds: ['EMERGENCY_SHELTER', 'SAFE_HOUSE', 'TRANSITIONAL', 'HOST_HOME'],
  seeker: {
    age: 17,
    gender: 'WOMAN',
    children: [{ age: 1 }],
    situations: ['SEX_TRAFFICKING', 'DOMESTIC_VIOLENCE', 'HOMELESS'],
  },
  verdicts: ['ELIGIBLE', 'ASK'],
};

const FAR_METERS = 1_000_000;
/** No generated house takes a child of this age alone, or is silent about ages without being asked. */
const NOBODY_TAKES_AGE_YEARS = 5;

/** The farthest radius, and few matches or none within it: where an index has the least to go by. */
const asked: Partial<Record<Work, Asked>> = {
  placement: tonight,
  placementFacets: tonight,
  placementCity: tonight,
  placementWide: { ...tonight, withinMeters: FAR_METERS },
  placementRare: { ...tonight, withinMeters: FAR_METERS, verdicts: ['ELIGIBLE'] },
  placementNone: {
    ...tonight,
    withinMeters: FAR_METERS,
    verdicts: ['ELIGIBLE'],
    seeker: { ...tonight.seeker, age: NOBODY_TAKES_AGE_YEARS },
  },
};

/** What a work asks for; null where it does not search for a place to stay. */
export const askedOf = (work: Work): Asked | null => asked[work] ?? null;

/** The input of our own contract. */
export function inputOf(asked: Asked, { point }: Variant): object {
  return { at: { point }, availability: ['OPEN'], ...asked };
}

const verdicts = ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'];
/** The worst verdict that is wanted, as its rank. */
export const verdictMost = (asked: Asked) =>
  Math.max(...asked.verdicts.map((verdict) => verdicts.indexOf(verdict)));

/** The members of a match in which all contenders must agree: rules are told as sentences by us alone. */
export interface Match {
  option: unknown;
  verdict: unknown;
  distance: unknown;
}

interface Answer {
  findHousing: {
    totalCount?: number;
    facets?: unknown[];
    widen?: { more: number; change: Record<string, unknown> }[];
    nodes: Match[];
  };
}

/** An answer without what is told in words, in the one form in which all are compared. */
export function placementAlike(data: unknown): unknown {
  const { totalCount, facets, widen, nodes } = (data as Answer).findHousing;
  return {
    nodes: nodes.map(({ option, verdict, distance }) => ({ option, verdict, distance })),
    ...(widen && {
      totalCount,
      facets,
      widen: widen
        .map(({ more, change: { withinMeters, availability, askAbout } }) =>
          [withinMeters, availability, askAbout, more].join(' '),
        )
        .sort(),
    }),
  };
}
