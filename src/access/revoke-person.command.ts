import { z } from 'zod';
import {
  readInput,
  refuse,
  Refusal,
  type Changing,
  type HeldRole,
  type Viewer,
} from '../kernel/index.js';
import { idOf, record, type Doer } from '../audit/index.js';
import { keysEnded } from './app-key.store.js';
import { endKeysWith } from './end-keys.js';
import { openInvitationsOf, withdrawInvitations } from './invitation.store.js';
import { endedBy, endGrants, grantsOf, heldRoles, holdersOf, isOfNation } from './person.store.js';
import { mayGive } from './roles.js';
import { endSessionsOf } from './session.store.js';
import { tellOfRole } from './tell-of-role.js';

/** More keys are ended and issued anew. */
const KEPT_MAX = 100;

const input = z.strictObject({
  personId: z.string(),
  organizationId: z.string().nullish(),
  keepAppKeys: z.array(z.string()).max(KEPT_MAX).nullish(),
});
export type RevokePerson = z.input<typeof input>;

/**
 * Ends a person's roles, at once and everywhere: all that the viewer may end, or those of one organization. Who
 * holds none after it is signed out of every device. What was offered to her can no longer be taken up, nor what she
 * offered to others: she could have kept the links, to come in again by one under another name. With her the
 * keys of apps end for which she answered, but for those of the network that whoever lets her go takes over.
 * @returns the person's id
 * @throws Refusal `NOT_FOUND` where there is no such person, or nothing of hers to end; `INVALID` where the
 *   network would be left without a steward, or a key is to be kept that is none of hers
 */
export async function revokePerson(
  given: RevokePerson,
  doer: Doer,
  changing: Changing,
): Promise<string> {
  const { personId, organizationId = null, keepAppKeys } = readInput(input, given, 'input');
  const held = await grantsOf(changing, personId);
  const mayEnd = (roles: readonly Identified[]) =>
    thoseToEnd(roles, organizationId, doer, changing);
  const ending = await mayEnd(held);
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
  const offered = await mayEnd(await openInvitationsOf(changing, personId));
  await withdrawInvitations(
    changing,
    offered.map(({ id }) => id),
  );
  if (ending.length === held.length) await endSessionsOf(changing, personId);
  for (const role of ending) {
    const told = { kind: 'ROLE_ENDED', account: idOf(doer), person: personId } as const;
    await tellOfRole(changing, role, told);
  }
  const organizations = ending.map((role) => role.organizationId);
  const leaving = { account: personId, keep: keepAppKeys ?? [], isSteward, organizations };
  await endKeysWith(leaving, doer, changing);
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
 * Whose roles the viewer has ended, and the keys of apps that she has ended with them.
 * @throws Refusal `NOT_FOUND` where none of them is hers to end any more
 */
export async function personRevoked(id: string, viewer: Viewer, changing: Changing) {
  const ended = await endedBy(changing, id, idOf(viewer));
  if (!ended.some((grant) => mayGive(viewer, grant))) throw noneOfHers();
  return { personId: id, endedAppKeys: await keysEndedWith(id, viewer, changing) };
}

/** The keys of apps that have ended with a person, as whoever ended them reads them. */
export async function keysEndedWith(person: string, doer: Doer, changing: Changing) {
  const { id } = { id: null, ...doer };
  const held = id === null ? [] : await heldRoles(changing, id);
  const settled = held.flatMap(({ organizationId, isNew }) =>
    isNew ? [] : (organizationId ?? []),
  );
  return keysEnded(changing, person, { by: id, settled: id === null ? 'EVERYWHERE' : settled });
}

type Identified = HeldRole & { id: string };

/** Of roles that are held or offered, those that whoever revokes may end. */
async function thoseToEnd(
  roles: readonly Identified[],
  organizationId: string | null,
  doer: Doer,
  changing: Changing,
): Promise<Identified[]> {
  const ending: Identified[] = [];
  for (const role of roles) {
    const of = role.organizationId;
    if (organizationId !== null && of !== organizationId) continue;
    const ofNation = of !== null && (await isOfNation(changing, of)) === true;
    if (doer.kind === 'HOST' || mayGive(doer, { ...role, isOfNation: ofNation })) ending.push(role);
  }
  return ending;
}
