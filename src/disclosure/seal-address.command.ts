import { readInput, refuse } from '../kernel/index.js';
import { placeOf, saveSealed } from './confidential-address.store.js';
import { exactAddress, writeExact, type ExactAddress } from './exact-address.js';
import { currentKeyOf, noVault, type Sealing } from './sealing.js';

export interface SealAddress {
  locationId: string;
  exact: ExactAddress;
}

/**
 * Keeps where a withheld location is, sealed, in place of what was kept before.
 * @param field where the address stands in a larger input
 * @throws Refusal `INVALID` where there is no key, or the location is told or unknown
 */
export async function sealAddress(
  { locationId, exact }: SealAddress,
  sealing: Sealing,
  field = 'exact',
): Promise<void> {
  currentKeyOf(sealing, field);
  const { vault = noVault } = sealing;
  const written = writeExact(readInput(exactAddress, exact, field), field);
  const row = { locationId, ...vault.seal(written, placeOf(locationId)) };
  if (!(await saveSealed(sealing, row))) {
    refuse('No location whose street is withheld has this id.', field);
  }
}
