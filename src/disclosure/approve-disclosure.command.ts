import { z } from 'zod';
import { record } from '../audit/index.js';
import { readInput, Refusal, refuse, type Viewer } from '../kernel/index.js';
import { madeAs, mayTellStreet } from './capacity.js';
import { checkThere, decidedProposal, deciderOf, notify } from './deciding.js';
import {
  discloseListings,
  discloseLocation,
  toldAddress,
  writeStreet,
  type Disclosed,
  type DisclosedListing,
} from './disclosed.store.js';
import type { ExactAddress } from './exact-address.js';
import { holdAddressAgainstDoors, holdListingAgainstDoors } from './hold-against-doors.command.js';
import { noteDisclosed } from './note-disclosed.command.js';
import { openAddress } from './open-address.command.js';
import { isNoted } from './own-texts.store.js';
import { endProposal, type Proposal } from './proposal.store.js';
import type { Sealing } from '../vault/index.js';
import type { Disclosure } from './telling.js';
import { checkWaited, tellsStreet } from './waiting.js';

const input = z.strictObject({ proposalId: z.string() });
export type ApproveDisclosure = z.input<typeof input>;

/**
 * Tells a thing as far as somebody else has proposed.
 * @returns the proposal's id
 * @throws Refusal `NOT_FOUND`; `FORBIDDEN` to whoever proposed it, to two stewards of a street, or of a place that is
 *   told with one, to who came too lately, or by the proposer, and to who may not read the words that are to be told;
 *   `INVALID` where the proposal has ended, or a text of the listing leads to a withheld door; `UNAVAILABLE`
 *   where an address that is to be told cannot be opened
 */
export async function approveDisclosure(
  given: ApproveDisclosure,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { proposalId } = readInput(input, given, 'input');
  const decider = await deciderOf(viewer, sealing);
  const { proposal, thing } = await decidedProposal(proposalId, decider, sealing);
  checkThere(thing, 'input.proposalId');
  checkSecond(proposal, thing, decider.id);
  await checkWaited(proposal, thing, decider, sealing);
  // Ended first: what it changes would make it void.
  const ending = { outcome: 'APPROVED', by: decider.id, as: thing.capacity } as const;
  await endProposal(sealing, proposalId, ending);
  const disclosed = await tell(proposal, thing, sealing);
  // Why it is told is what was proposed, and read by those alone who may know the doors, as that is.
  const said = { action: 'approveDisclosure', reason: proposal.reason };
  await noteDisclosed(disclosed, { ...said, ...madeAs(thing, viewer) }, sealing);
  await record(sealing, viewer, {
    action: 'approveDisclosure',
    thing: thing.id,
    detail: { proposal: proposalId, before: proposal.before, after: proposal.after },
  });
  await notify(sealing, 'DISCLOSURE_LOOSENED', thing, decider);
  return proposalId;
}

function checkSecond(proposal: Proposal, thing: Disclosed, person: string): void {
  if (proposal.proposedBy === person) {
    throw new Refusal(
      'FORBIDDEN',
      'You proposed it yourself: someone else must approve it.',
      'input.proposalId',
    );
  }
  if (tellsStreet(proposal, thing) && !mayTellStreet(proposal.proposedAs, thing.capacity)) {
    throw new Refusal(
      'FORBIDDEN',
      'A steward proposed it: to tell a street, one of the two must be of its organization.',
      'input.proposalId',
    );
  }
}

async function tell(
  { after }: Proposal,
  thing: Disclosed,
  sealing: Sealing,
): Promise<DisclosedListing[]> {
  const { id, kind, organization, knowsDoors } = thing;
  if (after === 'STREET_TOLD') {
    const address = await openAddress(id, sealing);
    if (!address) refuse('No address of this location is kept any more.', 'input.proposalId');
    await holdPlace(thing, address, sealing);
    return writeStreet(sealing, thing, address);
  }
  const to = after as Disclosure;
  if (kind === 'LOCATION') {
    if (thing.streetTold) await holdPlace(thing, await toldAddress(sealing, id), sealing);
    return discloseLocation(sealing, thing, to);
  }
  if (!knowsDoors && (await isNoted(sealing, id))) {
    throw new Refusal(
      'FORBIDDEN',
      'Its words may lead to a withheld address: one of its own people approves it, or writes it anew first.',
      'input.proposalId',
    );
  }
  await holdListingAgainstDoors(organization, id, sealing, 'input.proposalId');
  return discloseListings(sealing, { ids: [id], organization, to });
}

const holdPlace = (
  { id: locationId, organization: organizationId, name }: Disclosed,
  address: ExactAddress,
  sealing: Sealing,
) => {
  const place = { organizationId, locationId, address: { ...address, name } };
  return holdAddressAgainstDoors(place, sealing, 'input.proposalId');
};
