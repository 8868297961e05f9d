import type { RecordStanding } from '../geography/index.js';
import { Refusal, type Changing, type Viewer } from '../kernel/index.js';
import { deciderOf, type Decider } from '../disclosure/index.js';
import {
  consentById,
  holdNation,
  standingOf,
  takenDown,
  type ConsentRow,
  type NationHeld,
} from './consent.store.js';

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
  field = 'input.nationId',
): Promise<NationHeld> {
  const nation = await holdNation(changing, id, reach.nations);
  if (nation) return nation;
  throw noNation(field);
}

const noNation = (field = 'input.nationId') =>
  new Refusal('NOT_FOUND', 'There is no such nation of yours.', field);

/** A consent that was recorded or withdrawn, as it now is, to one of the nation's people; to others it is missing. */
const consentAfter =
  (action: 'recordConsent' | 'withdrawConsent') =>
  async (id: string, viewer: Viewer, changing: Changing): Promise<Consented> => {
    const decider = await deciderOf(viewer, changing);
    const consent = await consentById(changing, id, decider.reach);
    if (!consent) throw noNation();
    const nation = await ownNation(consent.nationId, decider, changing);
    return {
      consent,
      standing: (await standingOf(changing, nation.id)) as RecordStanding,
      withdrawnListingIds: await takenDown(changing, nation, { action, consent: id }),
    };
  };

export const consentRecorded = consentAfter('recordConsent');
export const consentWithdrawn = consentAfter('withdrawConsent');
