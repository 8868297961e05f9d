import type { SealingAsking } from '../vault/index.js';
import type { Digests } from './digests.js';

/** A request whose changes are made once a key. */
export interface OnceAsking extends SealingAsking {
  digests: Digests;
}
