import type { Changing, HeldRole } from '../kernel/index.js';
import { addGrant } from './person.store.js';
import { tellOfRole } from './tell-of-role.js';

/** Gives a person a role, and tells who is there already; one that she holds already stays, and nobody is told. */
export async function giveRole(
  changing: Changing,
  person: string,
  role: HeldRole,
  by: string | null,
): Promise<void> {
  if (!(await addGrant(changing, person, role, by))) return;
  await tellOfRole(changing, role, { kind: 'ROLE_GIVEN', account: by, person });
}
