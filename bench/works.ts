/** The works that are measured. W2 and W3 are named as in the goals. */
export const works = ['directory', 'coverage', 'node', 'search', 'empty'] as const;
export type Work = (typeof works)[number];

export const titles: Record<Work, string> = {
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
}

/** Rows of a page of each work: the same in every contender's question. */
export const DIRECTORY_PAGE_ROWS = 50;
export const SEARCH_PAGE_ROWS = 20;

export interface Goal {
  against: 'floor' | 'postgraphile';
  ratioMin: number;
}

/** Source: design, performance goals, first column. */
export const goals: Partial<Record<Work, Goal>> = {
  directory: { against: 'postgraphile', ratioMin: 1 },
  search: { against: 'floor', ratioMin: 0.9 },
  empty: { against: 'postgraphile', ratioMin: 0.7 },
};

/** The median of W3 at a million listings, as a multiple of that at a hundred thousand. */
export const SEARCH_GROWTH_MAX = 4;
