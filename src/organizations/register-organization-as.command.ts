import { record } from '../audit/index.js';
import { atInput, personOf, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { CALLED, locationGiven } from './given-location.js';
import type { RegisterOrganizationInput } from './organization-changes.input.js';
import {
  registerOrganization,
  type RegisterOrganization,
} from './register-organization.command.js';

/**
 * Registers an organization, of which nothing is told until a steward admits it.
 * @returns its id
 */
export async function registerOrganizationAs(
  { newLocations, ...given }: Omit<RegisterOrganizationInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const said = {
    ...given,
    roles: given.roles ?? [],
    contacts: given.contacts ?? [],
    standing: 'PUBLIC_SOURCE',
    locations: (newLocations ?? []).map(locationGiven),
  } as RegisterOrganization;
  const entering = { admittedAt: null, enteredBy: personOf(viewer) };
  const { id } = await atInput(() => registerOrganization(said, sealing, entering), CALLED);
  await record(sealing, viewer, { action: 'registerOrganization', thing: id });
  return id;
}
