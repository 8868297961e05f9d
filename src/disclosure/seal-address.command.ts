import { readInput, refuse } from '../kernel/index.js';
import type { Disclosure } from './telling.js';
import { currentKeyOf, noVault, placeIn, type Sealing } from '../vault/index.js';
import { saveSealed, sealedAddresses } from './confidential-address.store.js';
import { exactAddress, writeExact, type ExactAddress } from './exact-address.js';

export interface SealAddress {
  locationId: string;
  exact: ExactAddress;
  /** Whose account it is that enters it, and so knows it; null of the host, and of an app. */
  enteredBy: string | null;
  /** To whom it was told until now: whoever read it knows it. */
  wasToldTo?: Disclosure;
}

/** What its own people alone read, whoever is new to them does not. */
const NEW_MS = 72 * 3_600_000;

/** Who came by then had read it before it was withheld. */
const readUntil = (toldTo: Disclosure, { now }: Sealing): Date =>
  toldTo === 'OWN' ? new Date(now.getTime() - NEW_MS) : now;

/**
 * Keeps where a withheld location is, sealed, in place of what was kept before.
 * @param field where the address stands in a larger input
 * @throws Refusal `INVALID` where there is no key, or the location is told or unknown
 */
export async function sealAddress(
  { locationId, exact, enteredBy, wasToldTo }: SealAddress,
  sealing: Sealing,
  field = 'exact',
): Promise<void> {
  currentKeyOf(sealing, {
    what: 'an exact address',
    until: 'leave the exact address out: the county alone is kept.',
    field,
  });
  const { vault = noVault } = sealing;
  const written = writeExact(readInput(exactAddress, exact, field), field);
  const sealed = vault.seal(written, placeIn(sealedAddresses, locationId));
  const entered = { by: enteredBy, toldUntil: wasToldTo ? readUntil(wasToldTo, sealing) : null };
  if (!(await saveSealed(sealing, locationId, sealed, entered))) {
    refuse('No location whose street is withheld has this id.', field);
  }
}
