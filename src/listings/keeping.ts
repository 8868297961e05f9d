import { deciderOf, holdDisclosed, type Capacity, type Disclosed } from '../disclosure/index.js';
import { Refusal, type Changing, type Viewer } from '../kernel/index.js';
import { stateOf, type ListingState } from './listing.store.js';

/** A listing that is the viewer's to keep true, held until the change is kept. */
export interface Kept extends ListingState {
  id: string;
  organization: string;
  isOfNation: boolean;
  /** As what she keeps it. */
  capacity: Capacity;
  /** Whether what leads to a withheld door of its organization is hers to read, and to try. */
  knowsDoors: boolean;
  disclosure: Disclosed['disclosure'];
  isWithdrawn: boolean;
}

export const noListing = (field = 'input.id'): Refusal =>
  new Refusal('NOT_FOUND', 'There is no such thing among those that you keep.', field);

/**
 * A listing found through the viewer, by the roles that she holds now.
 * @throws Refusal `NOT_FOUND` where it is none, of another type, or another's: alike
 */
export async function keptListing(
  id: string,
  viewer: Viewer,
  changing: Changing,
  field = 'input.id',
): Promise<Kept> {
  const { reach } = await deciderOf(viewer, changing);
  const thing = await holdDisclosed(changing, id, reach);
  if (thing?.kind !== 'LISTING') throw noListing(field);
  const { kind: _, streetTold: __, ...kept } = thing;
  return { ...kept, ...(await stateOf(changing, id)) };
}
