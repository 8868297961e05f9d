import { z } from 'zod';
import { readInput, Refusal, refuse, type Changing, type Viewer } from '../kernel/index.js';
import { idOf, record, type Doer } from '../audit/index.js';
import { withdrawInvitations } from './invitation.store.js';
import { endedBy, endGrants, grantsOf, holdersOf, isOfNation } from './person.store.js';
import { mayGive } from './roles.js';
import { endSessionsOf } from './session.store.js';

const input = z.strictObject({
  personId: z.string(),
  organizationId: z.string().nullish(),
});
export type RevokePerson = z.input<typeof input>;

/**
 * Ends a person's roles, at once and everywhere: all that the viewer may end, or those of one organization. Who
 * holds none after it is signed out of every device, and what was offered to her can no longer be taken up.
 * @returns the person's id
 * @throws Refusal `NOT_FOUND` where there is no such person, or nothing of hers to end; `INVALID` where the
 *   network would be left without a steward
 */
export async function revokePerson(
  given: RevokePerson,
  doer: Doer,
  changing: Changing,
): Promise<string> {
  const { personId, organizationId = null } = readInput(input, given, 'input');
  const held = await grantsOf(changing, personId);
  const ending: typeof held = [];
  for (const grant of held) {
    if (organizationId !== null && grant.organizationId !== organizationId) continue;
    const of = grant.organizationId;
    const ofNation = of !== null && (await isOfNation(changing, of)) === true;
    if (doer.kind === 'HOST' || mayGive(doer, { ...grant, isOfNation: ofNation })) {
      ending.push(grant);
    }
  }
  if (ending.length === 0) throw noneOfHers();
  const isSteward = ending.some(({ role }) => role === 'STEWARD');
  if (isSteward && doer.kind !== 'HOST' && (await holdersOf(changing, 'STEWARD')) < 2) {
    refuse('She is the only steward. Make another one first.', 'input.personId');
  }
  await endGrants(
    changing,
    ending.map(({ id }) => id),
    idOf(doer),
  );
  await withdrawInvitations(changing, personId, organizationId);
  if (ending.length === held.length) await endSessionsOf(changing, personId);
  await record(changing, doer, {
    action: 'revokePerson',
    thing: personId,
    detail: {
      ended: ending.map(({ role, organizationId }) => ({ role, organizationId })),
    },
  });
  return personId;
}

const noneOfHers = () =>
  new Refusal(
    'NOT_FOUND',
    'There is no such person among those whose roles you may end.',
    'input.personId',
  );

/**
 * Whose roles the viewer has ended.
 * @throws Refusal `NOT_FOUND` where none of them is hers to end any more
 */
export async function personRevoked(id: string, viewer: Viewer, changing: Changing) {
  const ended = await endedBy(changing, id, idOf(viewer));
  if (!ended.some((grant) => mayGive(viewer, grant))) throw noneOfHers();
  return { personId: id };
}
