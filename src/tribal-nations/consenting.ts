import type { RecordStanding } from '../geography/index.js';
import { Refusal, type Changing } from '../kernel/index.js';
import type { Decider } from '../disclosure/index.js';
import { holdNation, type ConsentRow, type NationHeld } from './consent.store.js';

/** A consent after it was recorded or withdrawn, and what that changed. */
export interface Consented {
  consent: ConsentRow;
  /** Of the nation's record. */
  standing: RecordStanding;
  /** Listings that were told beyond the nation until now, and no longer are. */
  withdrawnListingIds: string[];
}

/**
 * A nation of whose people she is one, held.
 * @throws Refusal `NOT_FOUND` where it is none, or another: alike
 */
export async function ownNation(
  id: string,
  { reach }: Decider,
  changing: Changing,
): Promise<NationHeld> {
  const nation = await holdNation(changing, id, reach.nations);
  if (nation) return nation;
  throw new Refusal('NOT_FOUND', 'There is no such nation of yours.', 'input.nationId');
}
