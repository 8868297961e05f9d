import type { Running } from '../contenders.js';

/** A walk through all changes, from the beginning to the end. */
export interface Walk {
  asked: string;
  things: number;
  pages: number;
  /** Medians of a page: of those at the beginning, in the middle and at the end. */
  firstMs: number;
  middleMs: number;
  lastMs: number;
}

const PAGE_ROWS = 100;
/** Of so many pages a median is taken; before them as many warm. */
const PAGES_LOOKED_AT = 40;

interface Answer {
  changes: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

/** @param fields what is asked of each change */
export async function walk(server: Running, asked: string, fields: string): Promise<Walk> {
  const query = `query Follow($after: String) { changes(first: ${PAGE_ROWS}, after: $after) {
    nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
  const page = async (after: string | null) =>
    ((await server.ask(JSON.stringify({ query, variables: { after } }))) as Answer).changes;
  for (let turn = 0; turn < PAGES_LOOKED_AT; turn += 1) await page(null);
  const times: number[] = [];
  let things = 0;
  for (let after: string | null = null, more = true; more;) {
    const started = performance.now();
    const { nodes, pageInfo } = await page(after);
    times.push(performance.now() - started);
    things += nodes.length;
    ({ endCursor: after, hasNextPage: more } = pageInfo);
  }
  const middle = Math.floor((times.length - PAGES_LOOKED_AT) / 2);
  return {
    asked,
    things,
    pages: times.length,
    firstMs: median(times.slice(0, PAGES_LOOKED_AT)),
    middleMs: median(times.slice(middle, middle + PAGES_LOOKED_AT)),
    // The last page is not full.
    lastMs: median(times.slice(-PAGES_LOOKED_AT - 1, -1)),
  };
}

export function median(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}
