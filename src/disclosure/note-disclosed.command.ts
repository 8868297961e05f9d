import { addRevision, type MadeAs } from '../history/index.js';
import type { Changing } from '../kernel/index.js';
import type { DisclosedListing } from './disclosed.store.js';

/**
 * Keeps what is told otherwise of listings with their other changes, to be read by those who keep them. That it was done stands in the
 * event of the act, which is of what was decided: a listing, a place or a nation.
 * @param said the mutation, and why
 */
export async function noteDisclosed(
  disclosed: readonly DisclosedListing[],
  said: MadeAs & { action: string; reason: string | null },
  changing: Changing,
): Promise<void> {
  for (const { id: thing, version, changes } of disclosed)
    await addRevision(changing, { thing, version, changes, ...said });
}
