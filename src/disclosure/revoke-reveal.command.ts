import { z } from 'zod';
import { record } from '../audit/index.js';
import { readInput, Refusal, type Changing, type Viewer } from '../kernel/index.js';
import { deciderOf, notify, ownListing } from './deciding.js';
import { endRevealGrant } from './reveal-grant.store.js';

const input = z.strictObject({ personId: z.string(), listingId: z.string() });
export type RevokeReveal = z.input<typeof input>;

/**
 * Ends what was granted to someone, at once.
 * @returns the id of what was granted
 * @throws Refusal `NOT_FOUND` where there is no such listing of hers, or nothing granted that holds still
 */
export async function revokeReveal(
  given: RevokeReveal,
  viewer: Viewer,
  changing: Changing,
): Promise<string> {
  const { personId, listingId } = readInput(input, given, 'input');
  const decider = await deciderOf(viewer, changing);
  const listing = await ownListing(listingId, decider, changing);
  const ending = { listing: listingId, account: personId, by: decider.id };
  const ended = await endRevealGrant(changing, ending);
  if (ended === null) {
    throw new Refusal('NOT_FOUND', 'Nothing of this listing is granted to her.', 'input.personId');
  }
  await record(changing, viewer, {
    action: 'revokeReveal',
    thing: listingId,
    detail: { person: personId },
  });
  await notify(changing, 'REVEAL_ENDED', listing, decider, { person: personId });
  return ended;
}
