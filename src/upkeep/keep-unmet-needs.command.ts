import type { Changing } from '../kernel/index.js';
import type { UnmetNeed, UnmetNeeds } from '../placement/index.js';
import { addUnmetNeeds } from './unmet-need.store.js';

type Change = <Result>(work: (changing: Changing) => Promise<Result>) => Promise<Result>;

/** Keeps what was searched for and not found often enough to be told; what could not be kept is counted on. */
export async function keepUnmetNeeds(unmet: UnmetNeeds, change: Change): Promise<void> {
  let taken: UnmetNeed[] = [];
  try {
    await change(async (changing) => {
      taken = unmet.takeMany(changing.now);
      await addUnmetNeeds(changing, taken);
    });
  } catch (error) {
    unmet.putBack(taken);
    throw error;
  }
}
