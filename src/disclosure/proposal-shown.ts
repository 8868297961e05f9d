import type { Changing, Refusal, Viewer } from '../kernel/index.js';
import { deciderOf, noProposal, noThing, proposedThing } from './deciding.js';
import type { ProposalRow } from './proposal-row.js';
import { proposalRow } from './proposal.store.js';

/** A proposal as it now is, to someone who decides on it now; to whoever does not, it is missing. */
const shownOr =
  (missing: () => Refusal) =>
  async (id: string, viewer: Viewer, changing: Changing): Promise<ProposalRow> => {
    const decider = await deciderOf(viewer, changing);
    const thing = await proposedThing(id, decider, changing);
    if (!thing) throw missing();
    return proposalRow(changing, id, { account: decider.id, ...thing });
  };

/** To whoever proposed it: she named the thing. */
export const proposalMade = shownOr(noThing);

/** To whoever decided on it: she named the proposal. */
export const proposalDecided = shownOr(noProposal);
