import { z } from 'zod';
import { readInput, Refusal, type Changing } from '../kernel/index.js';
import { idOf, record, type Doer } from '../audit/index.js';
import { checkGiving, refuseToHerself, roleInput } from './giving.js';
import { addGrant, isAccount } from './person.store.js';

const input = z.strictObject({
  personId: z.string(),
  role: roleInput,
  organizationId: z.string().nullish(),
});
export type GrantRole = z.input<typeof input>;

/**
 * Gives a person of the network a further role.
 * @throws Refusal `INVALID`, `NOT_FOUND`; `FORBIDDEN` where the person is herself
 */
export async function grantRole(given: GrantRole, doer: Doer, changing: Changing): Promise<void> {
  const { personId, role, organizationId = null } = readInput(input, given, 'input');
  if (personId === idOf(doer)) refuseToHerself('input.personId');
  if (!(await isAccount(changing, personId))) {
    throw new Refusal('NOT_FOUND', 'There is no such person.', 'input.personId');
  }
  await checkGiving(changing, doer, { role, organizationId });
  await addGrant(changing, personId, { role, organizationId }, idOf(doer));
  await record(changing, doer, {
    action: 'grantRole',
    thing: personId,
    detail: { role, organizationId },
  });
}
