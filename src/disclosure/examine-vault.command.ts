import { placeOf, sealedByKey } from './confidential-address.store.js';
import { noVault, type Sealing } from './sealing.js';
import { SealFault } from './vault.js';

/** What is sealed under one key, and whether it can be opened. */
export interface SealedUnderKey {
  keyId: string;
  rows: number;
  state: 'OPENS' | SealFault['reason'];
}

/** Says of every key that something is sealed under how much that is, and tries it on one row. */
export async function examineVault(sealing: Sealing): Promise<SealedUnderKey[]> {
  const { vault = noVault } = sealing;
  return (await sealedByKey(sealing)).map(({ rows, one }) => {
    const { keyId } = one;
    try {
      vault.open(one, placeOf(one.locationId));
      return { keyId, rows, state: 'OPENS' };
    } catch (error) {
      if (error instanceof SealFault) return { keyId, rows, state: error.reason };
      throw error;
    }
  });
}
