import { addNotice, type Notice } from '../audit/index.js';
import type { Changing, HeldRole } from '../kernel/index.js';

/**
 * Tells who is there already that a role of theirs is offered, given or ended: the people of its organization, or the
 * stewards where it is theirs. An advocate's is nobody's in particular, and of it nobody is told.
 */
export async function tellOfRole(
  changing: Changing,
  { role, organizationId }: HeldRole,
  told: Pick<Notice, 'account' | 'person'> & { kind: 'ROLE_OFFERED' | 'ROLE_GIVEN' | 'ROLE_ENDED' },
): Promise<void> {
  if (organizationId === null && role !== 'STEWARD') return;
  await addNotice(changing, { ...told, role, organization: organizationId });
}
