import { z } from 'zod';
import { heldRoles, rolesOfKey } from '../access/index.js';
import { addNotice, type Notice } from '../audit/index.js';
import { Refusal, refuse, type Changing, type Viewer } from '../kernel/index.js';
import { reachOf, type Reach } from './capacity.js';
import { holdDisclosed, type Disclosed } from './disclosed.store.js';
import { holdProposal, thingProposed, type Proposal } from './proposal.store.js';
import { aspectOf, type Telling } from './telling.js';

const REASON_LETTERS_MIN = 10;
export const reasonText = z
  .string()
  .trim()
  .min(REASON_LETTERS_MIN, 'Say in a few words why, in 10 letters or more: it is written down.')
  .max(500);

/** Someone who decides, and on whose things she may at this moment. */
export interface Decider {
  id: string;
  reach: Reach;
}

/**
 * Who decides, by the roles that she holds now; an app of an organization as someone who is new to it. They are held until the
 * change is kept: whoever ends one of them at the same time waits, or has ended it.
 */
export async function deciderOf(viewer: Viewer, changing: Changing): Promise<Decider> {
  if (viewer.kind === 'STRANGER') throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
  const held = viewer.kind === 'APP' ? rolesOfKey : heldRoles;
  return { id: viewer.id, reach: reachOf(await held(changing, viewer.id)) };
}

/**
 * A thing that is hers to decide on, held.
 * @throws Refusal `NOT_FOUND` where it is none, or another's: alike
 */
export async function decidedThing(
  id: string,
  { reach }: Decider,
  changing: Changing,
): Promise<Disclosed> {
  const thing = await holdDisclosed(changing, id, reach);
  if (thing) return thing;
  throw noThing();
}

export const noThing = (): Refusal =>
  new Refusal(
    'NOT_FOUND',
    'There is no such listing or location among those on whose disclosure you decide.',
    'input.id',
  );

/** That a listing is there, for what nobody does with one that is not. @throws Refusal `INVALID` where it is withdrawn */
export function checkThere({ isWithdrawn }: Pick<Disclosed, 'isWithdrawn'>, field: string): void {
  if (isWithdrawn) refuse('It is withdrawn. Bring it back first: restoreListing.', field);
}

/**
 * A listing of her own organization, held.
 * @throws Refusal `NOT_FOUND` where it is none, or another's: alike
 */
export async function ownListing(
  id: string,
  { reach }: Decider,
  changing: Changing,
): Promise<Disclosed> {
  const thing = await holdDisclosed(changing, id, { ...reach, isSteward: false });
  if (thing?.kind === 'LISTING') return thing;
  throw noListing();
}

export const noListing = (): Refusal =>
  new Refusal('NOT_FOUND', 'There is no such listing of yours.', 'input.listingId');

/** How far a thing is told now, in the aspect of what is asked. */
export function toldNow({ disclosure, streetTold }: Disclosed, to: Telling): Telling {
  if (aspectOf(to) === 'DISCLOSURE') return disclosure;
  if (streetTold === null) {
    refuse('A listing has no street of its own: name the location where it stands.', 'input.to');
  }
  return streetTold ? 'STREET_TOLD' : 'STREET_WITHHELD';
}

const HOW_ENDED: Record<NonNullable<Proposal['outcome']>, string> = {
  APPROVED: 'It was approved already.',
  REJECTED: 'It was rejected.',
  WITHDRAWN: 'Whoever proposed it has withdrawn it.',
  LAPSED: 'Its time is over. Propose it again.',
  VOID: 'What it is of has changed since, or who proposed it is no longer there. Propose it again.',
};

export const noProposal = (): Refusal =>
  new Refusal(
    'NOT_FOUND',
    'There is no such proposal among those on which you decide.',
    'input.proposalId',
  );

/** Of what a proposal is, held, where it is hers to decide on; null where it is none, or another's. */
export async function proposedThing(
  id: string,
  { reach }: Decider,
  changing: Changing,
): Promise<Disclosed | null> {
  const thing = await thingProposed(changing, id);
  return thing === null ? null : holdDisclosed(changing, thing, reach);
}

/**
 * A proposal that is open and hers to decide on, held with what it is of: the thing first, then the proposal, so that
 * two who decide on one thing at once wait for each other and not in a ring.
 * @throws Refusal `NOT_FOUND` where it is none, or another's: alike; `INVALID` where it has ended
 */
export async function decidedProposal(
  id: string,
  decider: Decider,
  changing: Changing,
): Promise<{ proposal: Proposal; thing: Disclosed }> {
  const thing = await proposedThing(id, decider, changing);
  if (!thing) throw noProposal();
  const proposal = await holdProposal(changing, id);
  // An organization that became a nation's since: what others proposed of it is over.
  const isOfOthers = thing.isOfNation && proposal.proposedAs !== 'OWN';
  const ended = proposal.outcome ?? (isOfOthers ? 'VOID' : proposal.lapsed ? 'LAPSED' : null);
  if (ended) throw new Refusal('INVALID', HOW_ENDED[ended], 'input.proposalId');
  return { proposal, thing };
}

/** Tells the organization of a thing what was decided on it, and by whom. */
export const notify = (
  changing: Changing,
  kind: Notice['kind'],
  { id, kind: what, organization }: Disclosed,
  { id: account }: Decider,
  { person = null, reason = null }: Pick<Notice, 'person' | 'reason'> = {},
): Promise<string> =>
  addNotice(changing, {
    kind,
    person,
    reason,
    organization,
    [what === 'LISTING' ? 'listing' : 'location']: id,
    account,
  });
