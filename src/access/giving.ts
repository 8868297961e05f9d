import { z } from 'zod';
import { isPerson, Refusal, refuse, Role, type Changing, type HeldRole } from '../kernel/index.js';
import type { Doer } from '../audit/index.js';
import { heldRoles, isOfNation } from './person.store.js';
import { mayGive, type Giving } from './roles.js';

export const roleInput = z.enum(Role);

const isOfOrganization = (role: Role) => role === 'COORDINATOR' || role === 'NATION_COORDINATOR';

/**
 * That a role may be given by whoever gives it. An organization that is not there, and one of which the viewer may
 * give nothing, answer alike. It counts what she holds now, and is held until the change is kept: whoever ends it at the
 * same time waits, and finds what was given.
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
  if (ofNation === null || !(await mayGiveNow(doer, giving, changing))) {
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

async function mayGiveNow(doer: Doer, giving: Giving, changing: Changing): Promise<boolean> {
  if (doer.kind === 'HOST') return true;
  return isPerson(doer) && mayGive({ ...doer, roles: await heldRoles(changing, doer.id) }, giving);
}

/** What another would have to give or confirm, nobody gives to herself. */
export function refuseToHerself(field: string): never {
  throw new Refusal('FORBIDDEN', 'Nobody gives herself a role: another must give it.', field);
}
