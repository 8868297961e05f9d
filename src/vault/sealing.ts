import { Refusal, type Asking, type Changing } from '../kernel/index.js';
import { Vault } from './vault.js';

/** A change that may seal or open what is confidential: without a vault it can do neither. */
export interface Sealing extends Changing {
  vault?: Vault;
}

/** Runs one unit of work: all of it, or nothing of it. */
export type InOne = <Result>(work: (sealing: Sealing) => Promise<Result>) => Promise<Result>;

/** A request whose changes may seal, and open what is sealed. */
export interface SealingAsking extends Asking {
  change: InOne;
}

/** Where no key is configured: it opens nothing, and nothing is sealed by it. */
export const noVault = new Vault([]);

/** What was to be sealed, and what to do as long as nothing can be. */
interface ToSeal {
  what: string;
  until?: string;
  field?: string;
}

/** @throws Refusal `INVALID` where there is no key to seal with, saying what to do */
export function currentKeyOf(
  { vault = noVault }: Sealing,
  { what, until = '', field }: ToSeal,
): string {
  if (vault.currentKeyId !== null) return vault.currentKeyId;
  throw new Refusal(
    'INVALID',
    `There is no key to seal ${what} with, so nothing was kept. Whoever runs the server must make ` +
      'one with "harborlight keys new-data", set HARBORLIGHT_DATA_KEY or HARBORLIGHT_DATA_KEY_FILE to it, and ' +
      `start the server again.${until && ` Until then, ${until}`}`,
    field,
  );
}
