import { issueAppKey, type IssueAppKey } from '../access/index.js';
import type { Doer } from '../audit/index.js';
import { holdNoted } from '../disclosure/index.js';
import type { Sealing } from '../vault/index.js';

/**
 * Issues a key to an app. What an organization calls its own is held against its withheld doors, like all else that its people write.
 * @throws Refusal as `issueAppKey`; DoorRefusal
 */
export async function issueHeldKey(given: IssueAppKey, doer: Doer, sealing: Sealing) {
  const issued = await issueAppKey(given, doer, sealing);
  const { name, organizationId } = issued.appKey;
  if (organizationId !== null) await holdNoted(organizationId, { name }, [], sealing);
  return issued;
}
