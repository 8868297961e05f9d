import { z } from 'zod';
import { readInput, Refusal, type Changing, type Viewer } from '../kernel/index.js';
import { idOf, record, type Doer } from '../audit/index.js';
import { giveRole } from './give-role.js';
import { checkGiving, refuseToHerself, roleInput } from './giving.js';
import { isAccount } from './person.store.js';

const input = z.strictObject({
  personId: z.string(),
  role: roleInput,
  organizationId: z.string().nullish(),
});
export type GrantRole = z.input<typeof input>;

/**
 * Gives a person of the network a further role, or confirms one that another gave, where nobody of its organization was there to see
 * her come.
 * @returns the person's id
 * @throws Refusal `INVALID`, `NOT_FOUND`; `FORBIDDEN` where the person is herself, or the role is not hers to confirm
 */
export async function grantRole(given: GrantRole, doer: Doer, changing: Changing): Promise<string> {
  const { personId, role, organizationId = null } = readInput(input, given, 'input');
  if (personId === idOf(doer)) refuseToHerself('input.personId');
  await checkPerson(personId, changing);
  await checkGiving(changing, doer, { role, organizationId });
  const became = await giveRole(changing, personId, { role, organizationId }, idOf(doer));
  if (became === 'UNSEEN') {
    throw new Refusal(
      'FORBIDDEN',
      'She holds this role, and nobody of the organization was there to see her come: a steward confirms it who neither gave it, nor ' +
        'was brought in by who did, nor brought her in; or the host.',
      'input.personId',
    );
  }
  await record(changing, doer, {
    action: 'grantRole',
    thing: personId,
    detail: { role, organizationId },
  });
  return personId;
}

async function checkPerson(id: string, changing: Changing): Promise<void> {
  if (await isAccount(changing, id)) return;
  throw new Refusal('NOT_FOUND', 'There is no such person.', 'input.personId');
}

/** Who was given a role. @throws Refusal `NOT_FOUND` */
export async function roleGranted(id: string, _viewer: Viewer, changing: Changing) {
  await checkPerson(id, changing);
  return { personId: id };
}
