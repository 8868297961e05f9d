import type { Changing, HeldRole } from '../kernel/index.js';
import { addGrant, confirmGrant, type Confirmed } from './person.store.js';
import { tellOfRole } from './tell-of-role.js';

/**
 * Gives a person a role, and tells who is there already. One that she holds stays, and nobody is told; but where it does not count by time
 * alone, who gives it again confirms it.
 */
export async function giveRole(
  changing: Changing,
  person: string,
  role: HeldRole,
  by: string | null,
): Promise<'GIVEN' | Confirmed> {
  const isGiven = await addGrant(changing, person, role, by);
  const became = isGiven ? 'GIVEN' : await confirmGrant(changing, person, role, by);
  if (became === 'GIVEN' || became === 'CONFIRMED') {
    await tellOfRole(changing, role, { kind: 'ROLE_GIVEN', account: by, person });
  }
  return became;
}
