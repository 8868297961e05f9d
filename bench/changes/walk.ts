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
/** At each place so many pages that follow each other are asked for, so often. */
const PAGES_OF_EACH = 10;
const ROUNDS = 12;

interface Answer {
  changes: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

/**
 * Walks once, to have the cursors of all pages; then asks for those at three places in turns, so that what else the machine does
 * falls on all alike.
 * @param fields what is asked of each change
 */
export async function walk(server: Running, asked: string, fields: string): Promise<Walk> {
  const query = `query Follow($after: String) { changes(first: ${PAGE_ROWS}, after: $after) {
    nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
  const page = async (after: string | null) =>
    ((await server.ask(JSON.stringify({ query, variables: { after } }))) as Answer).changes;
  const cursors: (string | null)[] = [null];
  let things = 0;
  for (let more = true; more;) {
    const { nodes, pageInfo } = await page(cursors.at(-1)!);
    things += nodes.length;
    more = pageInfo.hasNextPage;
    if (more) cursors.push(pageInfo.endCursor);
  }
  const middle = Math.floor((cursors.length - PAGES_OF_EACH) / 2);
  const places = {
    firstMs: cursors.slice(0, PAGES_OF_EACH),
    middleMs: cursors.slice(middle, middle + PAGES_OF_EACH),
    // The last page is not full.
    lastMs: cursors.slice(-PAGES_OF_EACH - 1, -1),
  };
  const times: Record<keyof typeof places, number[]> = { firstMs: [], middleMs: [], lastMs: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < PAGES_OF_EACH; turn += 1) {
      for (const [place, pages] of Object.entries(places)) {
        const started = performance.now();
        await page(pages[turn]!);
        times[place as keyof typeof places].push(performance.now() - started);
      }
    }
  }
  return {
    asked,
    things,
    pages: cursors.length,
    firstMs: median(times.firstMs),
    middleMs: median(times.middleMs),
    lastMs: median(times.lastMs),
  };
}

export function median(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}
