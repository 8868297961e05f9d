/** The works that are measured. W1, W2 and W3 are named as in the goals. */
export const works = [
  'placement',
  'placementFacets',
  'placementCity',
  'placementWide',
  'placementRare',
  'placementNone',
  'directory',
  'coverage',
  'node',
  'search',
  'empty',
] as const;
export type Work = (typeof works)[number];

/**
 * Where a search for a place to stay costs most. Asked of us and of the tuned floor alone, by few at once: at
 * a million listings a statement takes seconds here.
 */
const worstCases: ReadonlySet<Work> = new Set([
  'placementCity',
  'placementWide',
  'placementRare',
  'placementNone',
]);
export const isWorstCase = (work: Work) => worstCases.has(work);

/** Public reads, in which ours is also measured without what guards it. */
const guarded: ReadonlySet<Work> = new Set(['directory', 'coverage', 'node', 'empty']);
export const isGuarded = (work: Work) => guarded.has(work);

export const titles: Record<Work, string> = {
  placement: 'W1 placement: 40 km, reasons',
  placementFacets: 'W1 with facets and widening',
  placementCity: 'W1 in the largest cities',
  placementWide: 'W1 within 1,000 km',
  placementRare: 'W1 within 1,000 km, nothing to ask',
  placementNone: 'W1 within 1,000 km, nothing found',
  directory: 'W2 directory page: 50 organizations, 5 listings each, phones',
  coverage: 'coverage of a ZIP',
  node: 'one node by its id',
  search: 'W3 text search',
  empty: 'the empty question',
};

/** What one request asks about; each work uses its own members. */
export interface Variant {
  /** Directory: organizations of this region. */
  region?: string;
  /** Directory: those after this place in the order by name. */
  after?: { sortKey: string; id: string; page: number };
  /** Coverage. */
  zip?: string;
  /** Node. */
  id?: string;
  /** Search. */
  text?: string;
  /** Placement. */
  point?: { latitude: number; longitude: number };
}

/** Rows of a page of each work: the same in every contender's question. */
export const DIRECTORY_PAGE_ROWS = 50;
export const SEARCH_PAGE_ROWS = 20;

export interface Goal {
  against: 'floor' | 'floorTuned' | 'postgraphile' | 'unguarded';
  ratioMin: number;
}

/** Source: design, performance goals, first column. */
export const goals: Partial<Record<Work, readonly Goal[]>> = {
  placement: [
    { against: 'postgraphile', ratioMin: 2.5 },
    { against: 'floorTuned', ratioMin: 1 },
  ],
  placementFacets: [{ against: 'postgraphile', ratioMin: 15 }],
  directory: [
    { against: 'postgraphile', ratioMin: 1 },
    { against: 'unguarded', ratioMin: 0.85 },
  ],
  coverage: [{ against: 'unguarded', ratioMin: 0.85 }],
  node: [{ against: 'unguarded', ratioMin: 0.85 }],
  search: [{ against: 'floor', ratioMin: 0.9 }],
  empty: [{ against: 'postgraphile', ratioMin: 0.7 }],
};

export interface Growth {
  work: Work;
  title: string;
  /** The median with so many listings, as a multiple of that with so few. */
  few: number;
  many: number;
  ratioMax: number;
}

export const growths: readonly Growth[] = [
  { work: 'placement', title: 'W1', few: 10_000, many: 1_000_000, ratioMax: 2 },
  { work: 'search', title: 'W3', few: 100_000, many: 1_000_000, ratioMax: 4 },
];
