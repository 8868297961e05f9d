import { z } from 'zod';
import { Refusal, refuse, Role, type Changing, type HeldRole } from '../kernel/index.js';
import type { Doer } from '../audit/index.js';
import { isOfNation } from './person.store.js';
import { mayGive } from './roles.js';

export const roleInput = z.enum(Role);

const isOfOrganization = (role: Role) => role === 'COORDINATOR' || role === 'NATION_COORDINATOR';

/**
 * That a role may be given by whoever gives it. An organization that is not there, and one of which the viewer may
 * give nothing, answer alike.
 * @throws Refusal `INVALID` where the role is none of such an organization; `NOT_FOUND`
 */
export async function checkGiving(
  changing: Changing,
  doer: Doer,
  { role, organizationId }: HeldRole,
): Promise<void> {
  if (isOfOrganization(role) !== (organizationId !== null)) {
    refuse(
      isOfOrganization(role)
        ? 'Name the organization of which she is to be coordinator.'
        : 'This role is of the network: name no organization.',
      'input.organizationId',
    );
  }
  const ofNation = organizationId !== null && (await isOfNation(changing, organizationId));
  const giving = { role, organizationId, isOfNation: ofNation === true };
  if (ofNation === null || (doer.kind !== 'HOST' && !mayGive(doer, giving))) {
    throw new Refusal(
      'NOT_FOUND',
      'There is no such organization among those to whose people you may give this role.',
      'input.organizationId',
    );
  }
  if (organizationId !== null && (role === 'NATION_COORDINATOR') !== ofNation) {
    refuse(
      ofNation
        ? 'This organization is a nation’s: its people are nation’s coordinators.'
        : 'This organization is no nation’s: its people are coordinators.',
      'input.role',
    );
  }
}
