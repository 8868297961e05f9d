import { z } from 'zod';
import type { Sealing } from '../vault/index.js';
import { newId, readInput } from '../kernel/index.js';
import {
  holdListing,
  isWritten,
  listingInput,
  writeListing,
  type Differing,
} from '../listings/index.js';
import { ServiceKind } from './service.js';
import { saveService } from './service.store.js';

/** What every service says of itself. */
export const serviceInput = listingInput.extend({
  kinds: z.array(z.enum(ServiceKind)).min(1).max(10),
});
export type ListService = z.input<typeof serviceInput>;

/**
 * Lists a service, or writes a known one anew.
 * @param differing of one that is held, what is to be written
 * @throws Refusal `INVALID` naming the field at fault
 */
export async function listService(
  given: ListService,
  changing: Sealing,
  differing?: Differing,
): Promise<string> {
  const { kinds, ...listing } = readInput(serviceInput, given);
  const id = listing.id ?? newId('Service');
  await writeListing(id, 'SERVICE', listing, changing, differing);
  if (isWritten(differing, 'kinds')) await saveService(changing, id, kinds);
  await holdListing(id, listing, changing);
  return id;
}
