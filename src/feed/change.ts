import { enumOf } from '../kernel/index.js';
import type { NodeKind } from '../search/index.js';

/** What happened to a thing, as far as it is told. */
export const ChangeKind = enumOf('TOLD', 'CHANGED', 'WITHDRAWN');
export type ChangeKind = keyof typeof ChangeKind;

/** The latest change of a thing, as far as it was told to whoever asks. */
export interface Change {
  id: string;
  kind: NodeKind;
  what: ChangeKind;
  at: string;
  /** Its place in the order; told to nobody. */
  number: bigint;
}
