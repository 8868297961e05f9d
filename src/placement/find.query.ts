import type { ListingView } from '../listings/index.js';
import type { PlacementAsking } from './placement-source.js';
import type { Prepared } from './prepare.query.js';
import { comparePlaces, type Found, type Proposal } from './question.js';
import type { PlacementRow } from './row.js';

/** Proposals that fell out are made up for by asking again, this many times at most. */
const ROUNDS_MAX = 4;

/** A listing as it was read, with the row by which it is judged anew. */
export type Hydrated<View extends ListingView> = View & { placement: PlacementRow | null };

/** What must be read of a listing to judge and to explain it, whatever was asked. */
const needed = ['eligibility', 'units', 'policies', 'languages', 'placement'];

export interface FoundListing<View extends ListingView> {
  listing: Hydrated<View>;
  proposal: Proposal;
}

/**
 * Searches, reads the listings proposed in one statement, and judges each by what that statement read:
 * a listing that no longer matches falls out, one whose report changed is told as it now is.
 */
export async function findListings<View extends ListingView>(
  { question, plan }: Prepared,
  asked: ReadonlySet<string>,
  byId: (id: string, asked: ReadonlySet<string>) => Promise<View | null>,
  { placements }: PlacementAsking,
): Promise<{ rows: FoundListing<View>[]; more: boolean; found: Found }> {
  const reading = new Set([...asked, ...needed]);
  const rows: FoundListing<View>[] = [];
  const seen = new Set<string>();
  let found = await placements.search(question);
  let { proposals } = found;
  const first = found;
  for (let round = 1; ; round += 1) {
    const listings = await Promise.all(proposals.map(({ id }) => byId(id, reading)));
    const read = listings.filter((one) => one !== null) as Hydrated<View>[];
    const fresh = read.flatMap(({ placement }) => placement ?? []);
    const confirmed = await placements.judge(question, fresh);
    for (const proposal of confirmed.proposals) {
      if (seen.has(proposal.id)) continue;
      seen.add(proposal.id);
      rows.push({ listing: read.find(({ id }) => id === proposal.id)!, proposal });
    }
    const last = proposals.at(-1);
    if (!last || proposals.length < question.limit) break;
    if (rows.length >= question.limit || round === ROUNDS_MAX) break;
    found = await placements.search({
      ...question,
      after: last,
      counting: false,
      facets: false,
      widen: false,
    });
    ({ proposals } = found);
  }
  rows.sort((a, b) => comparePlaces(a.proposal, b.proposal));
  return { rows: rows.slice(0, plan.first), more: rows.length > plan.first, found: first };
}
