import { askedAlso } from '../kernel/index.js';
import type { ListingView } from '../listings/index.js';
import type { PlacementSource } from './placement-source.js';
import type { Prepared } from './prepare.query.js';
import { comparePlaces, type Found, type Place, type Proposal } from './question.js';
import type { PlacementRow } from './row.js';

/** Proposals that fell out are made up for by asking again, this many times at most. */
const ROUNDS_MAX = 4;
/** Where a page is another than was proposed, so may its counts be: then all is asked once more, so often. */
const SEARCHES_MAX = 3;

/** What is asked of a listing, and the row by which it is judged. */
const withRow = askedAlso('placement');

/** A listing as it was read, with the row by which it is judged anew. */
export type Hydrated<View extends ListingView> = View & { placement: PlacementRow };

export interface FoundListing<View extends ListingView> {
  listing: Hydrated<View>;
  proposal: Proposal;
}

/** What is told of one page, before it is put into words. */
export interface FoundPage<View extends ListingView> {
  rows: FoundListing<View>[];
  more: boolean;
  /** So far in the order everything was looked at: where to go on from a page on which nothing is left. */
  through: Place | null;
  found: Found;
}

/**
 * Searches, reads the listings proposed in one statement, and judges each by what that statement read:
 * a listing that no longer matches falls out, one whose report changed is told as it now is, where it now
 * stands. Where more may follow the last proposal, what now comes after that is on a later page. Counts are of
 * the moment of the search: where the page shows that it has passed, they are made anew.
 */
export async function findListings<View extends ListingView>(
  prepared: Pick<Prepared, 'question' | 'plan'>,
  asked: ReadonlySet<string>,
  byId: ById<View>,
  { placements }: { placements: Finding },
): Promise<FoundPage<View>> {
  const reading = withRow(asked);
  for (let search = 1; ; search += 1) {
    const { asProposed, ...page } = await findOnce(prepared, reading, byId, placements);
    if (asProposed || search === SEARCHES_MAX) return page;
    await placements.catchUp();
  }
}

export type ById<View> = (id: string, asked: ReadonlySet<string>) => Promise<View | null>;
type Finding = Pick<PlacementSource, 'search' | 'judge' | 'catchUp'>;

async function findOnce<View extends ListingView>(
  { question, plan }: Pick<Prepared, 'question' | 'plan'>,
  reading: ReadonlySet<string>,
  byId: ById<View>,
  placements: Finding,
): Promise<FoundPage<View> & { asProposed: boolean }> {
  let asProposed = true;
  const confirmed = new Map<string, FoundListing<View>>();
  const first = await placements.search(question);
  let { proposals } = first;
  for (let round = 1; ; round += 1) {
    const listings = await Promise.all(proposals.map(({ id }) => byId(id, reading)));
    // What has been paused since is told still, and is no placement.
    const read = (listings as (Hydrated<View> | null)[]).filter(
      (one) => one?.placement,
    ) as Hydrated<View>[];
    const fresh = read.map(({ placement }) => placement);
    for (const proposal of (await placements.judge(question, fresh)).proposals) {
      confirmed.set(proposal.id, { listing: read.find(({ id }) => id === proposal.id)!, proposal });
    }
    const stands = (one: Proposal) => {
      const now = confirmed.get(one.id);
      return now !== undefined && comparePlaces(now.proposal, one) === 0;
    };
    asProposed &&= proposals.every(stands);
    const last = proposals.at(-1) ?? null;
    const mayFollow = proposals.length === question.limit;
    const rows = [...confirmed.values()]
      .filter(({ proposal }) => !mayFollow || comparePlaces(proposal, last!) <= 0)
      .sort((a, b) => comparePlaces(a.proposal, b.proposal));
    if (!mayFollow || rows.length >= question.limit || round === ROUNDS_MAX) {
      const more = mayFollow || rows.length > plan.first;
      return { rows: rows.slice(0, plan.first), more, through: last, found: first, asProposed };
    }
    const rest = { ...question, after: last, counting: false, facets: false, widen: false };
    ({ proposals } = await placements.search(rest));
  }
}
