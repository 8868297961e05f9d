import type { Changing } from '../kernel/index.js';
import { discloseListings, holdListings, type DisclosedListing } from './disclosed.store.js';
import { voidProposals } from './proposal.store.js';

/**
 * Tells listings of an organization to its own people alone, and makes void what is proposed of them and of the places where they
 * stand: of what is told to no others already, too. The things are held before their proposals, and all of them before their organization.
 * @returns those that were told to others, by their ids
 */
export async function takeDown(
  changing: Changing,
  { ids, organization }: { ids: readonly string[]; organization: string },
): Promise<DisclosedListing[]> {
  const held = await holdListings(changing, { ids, organization });
  await voidProposals(changing, held);
  return discloseListings(changing, { ids, organization, to: 'OWN' });
}
