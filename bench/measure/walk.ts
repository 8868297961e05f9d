/** A walk through all pages of something, from the beginning to the end. */
export interface Walk {
  asked: string;
  things: number;
  pages: number;
  /** Of the walk itself, one page after another. */
  seconds: number;
  /** Medians of a page: of those at the beginning, in the middle and at the end. */
  firstMs: number;
  middleMs: number;
  lastMs: number;
}

export interface Page<Node = unknown> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export const PAGE_ROWS = 100;
/** At each place so many pages that follow each other are asked for, so often. */
const PAGES_OF_EACH = 10;
const ROUNDS = 12;

/**
 * Walks once, to have the cursors of all pages; then asks for those at three places in turns, so that what else the machine does
 * falls on all alike.
 * @param pageAfter the page after a cursor
 * @param taken is given what each page of the walk holds: of a million things not all are kept
 * @param all every page in order, where it is walked otherwise than page by page
 */
export async function walk<Node>(
  asked: string,
  pageAfter: (after: string | null) => Promise<Page<Node>>,
  taken: (nodes: readonly Node[]) => void,
  all: AsyncIterable<Page<Node>> = pagesBy(pageAfter),
): Promise<Walk> {
  const cursors: (string | null)[] = [null];
  let things = 0;
  const began = performance.now();
  for await (const page of all) {
    things += page.nodes.length;
    taken(page.nodes);
    if (page.pageInfo.hasNextPage) cursors.push(page.pageInfo.endCursor);
  }
  const seconds = (performance.now() - began) / 1_000;
  const turns = await inTurns(cursors, pageAfter);
  return { asked, things, pages: cursors.length, seconds, ...turns };
}

async function* pagesBy<Node>(
  pageAfter: (after: string | null) => Promise<Page<Node>>,
): AsyncGenerator<Page<Node>> {
  for (let after: string | null = null, more = true; more;) {
    const page = await pageAfter(after);
    yield page;
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
}

async function inTurns(
  cursors: readonly (string | null)[],
  pageAfter: (after: string | null) => Promise<unknown>,
): Promise<Pick<Walk, 'firstMs' | 'middleMs' | 'lastMs'>> {
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
        await pageAfter(pages[turn]!);
        times[place as keyof typeof places].push(performance.now() - started);
      }
    }
  }
  return {
    firstMs: median(times.firstMs),
    middleMs: median(times.middleMs),
    lastMs: median(times.lastMs),
  };
}

export function median(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}
