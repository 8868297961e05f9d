import { z } from 'zod';
import { record } from '../audit/index.js';
import { readInput, Refusal, refuse, type Viewer } from '../kernel/index.js';
import { checkThere, decidedThing, deciderOf, notify, reasonText, toldNow } from './deciding.js';
import { sitesOf } from './disclosed.store.js';
import { holdNoted, wordsToKeep } from './hold-against-doors.command.js';
import { noteUnheld } from './own-texts.store.js';
import { addProposal } from './proposal.store.js';
import type { Sealing } from '../vault/index.js';
import { hasSealed } from './confidential-address.store.js';
import { aspectOf, loosens, Telling } from './telling.js';

/** After a month nobody remembers what was weighed; it is proposed again. */
const PROPOSAL_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

const input = z.strictObject({ id: z.string(), to: z.enum(Telling), reason: reasonText });
export type ProposeDisclosure = z.input<typeof input>;

/**
 * Proposes that a listing or a location be told further. Nothing changes until someone else approves; it lapses after
 * 30 days, and is void when what it is of changes meanwhile.
 * @returns the proposal's id
 * @throws Refusal `NOT_FOUND`; `INVALID` where it would tell no more than now, where one is open already, where no
 *   address is kept that could be told, and where the reason of someone who may know it repeats one
 */
export async function proposeDisclosure(
  given: ProposeDisclosure,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id, to, reason } = readInput(input, given, 'input');
  const decider = await deciderOf(viewer, sealing);
  const thing = await decidedThing(id, decider, sealing);
  checkThere(thing, 'input.id');
  const before = toldNow(thing, to);
  if (loosens(before, to) <= 0) {
    refuse(
      'It is told so far already. To tell less needs no second person: tightenDisclosure.',
      'input.to',
    );
  }
  if (to === 'STREET_TOLD' && !(await hasSealed(sealing, id))) {
    refuse('No address of this location is kept that could be told. Enter it first.', 'input.id');
  }
  const { organization, knowsDoors } = thing;
  const sites = await sitesOf(sealing, id);
  const kept = knowsDoors ? reason : await wordsToKeep(organization, reason, sites, sealing);
  const proposed = await addProposal(sealing, thing, {
    aspect: aspectOf(to),
    before,
    after: to,
    reason: kept,
    by: decider.id,
    lapsesAt: new Date(sealing.now.getTime() + PROPOSAL_DAYS * DAY_MS),
  });
  if (proposed === null) {
    throw new Refusal(
      'INVALID',
      'There is an open proposal of this already. Approve it, or reject it first.',
      'input.id',
    );
  }
  await record(sealing, viewer, {
    action: 'proposeDisclosure',
    thing: id,
    detail: { proposal: proposed, before, after: to, reason: kept },
  });
  await notify(sealing, 'DISCLOSURE_PROPOSED', thing, decider);
  if (knowsDoors) await holdNoted(organization, { reason }, sites, sealing);
  else await noteUnheld(sealing, organization, proposed);
  return proposed;
}
