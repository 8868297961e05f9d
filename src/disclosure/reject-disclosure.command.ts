import { z } from 'zod';
import { record } from '../audit/index.js';
import { readInput, type Changing, type Viewer } from '../kernel/index.js';
import { decidedProposal, deciderOf, notify } from './deciding.js';
import { endProposal } from './proposal.store.js';

const input = z.strictObject({ proposalId: z.string() });
export type RejectDisclosure = z.input<typeof input>;

/**
 * Ends a proposal: another's is rejected, one's own withdrawn. Nothing of what is told changes.
 * @returns the proposal's id
 * @throws Refusal `NOT_FOUND`; `INVALID` where the proposal has ended
 */
export async function rejectDisclosure(
  given: RejectDisclosure,
  viewer: Viewer,
  changing: Changing,
): Promise<string> {
  const { proposalId } = readInput(input, given, 'input');
  const decider = await deciderOf(viewer, changing);
  const { proposal, thing } = await decidedProposal(proposalId, decider, changing);
  const outcome = proposal.proposedBy === decider.id ? 'WITHDRAWN' : 'REJECTED';
  await endProposal(changing, proposalId, { outcome, by: decider.id, as: thing.capacity });
  await record(changing, viewer, {
    action: 'rejectDisclosure',
    thing: thing.id,
    detail: { proposal: proposalId, outcome },
  });
  await notify(changing, 'DISCLOSURE_REJECTED', thing, decider);
  return proposalId;
}
