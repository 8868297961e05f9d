import { noVault, placeIn, type Sealing } from '../vault/index.js';
import { sealedAddress, sealedAddresses } from './confidential-address.store.js';
import { readExact, type ExactAddress } from './exact-address.js';

/**
 * Opens the exact address of a withheld location, for an act that is recorded in the same transaction. It
 * asks nobody who they are: whoever calls it has done so.
 * @returns null where none is kept
 * @throws SealFault `UNAVAILABLE` where it cannot be opened
 */
export async function openAddress(
  locationId: string,
  sealing: Sealing,
): Promise<ExactAddress | null> {
  const sealed = await sealedAddress(sealing, locationId);
  const { vault = noVault } = sealing;
  return sealed && readExact(vault.open(sealed, placeIn(sealedAddresses, locationId)));
}
