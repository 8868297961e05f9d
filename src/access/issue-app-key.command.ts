import { z } from 'zod';
import { isPerson, readInput, Scope, type Changing, type Viewer } from '../kernel/index.js';
import { addAppKey, type AppKeyRow } from './app-key.store.js';
import { idOf, record, type Doer } from '../audit/index.js';
import { heldRoles } from './person.store.js';
import { checkMay } from './roles.js';
import { newAppKey } from './secret.js';

const DAY_MS = 24 * 3_600_000;
const KEY_DAYS_STANDARD = 365;
const KEY_DAYS_MAX = 730;

const input = z.strictObject({
  name: z.string().trim().min(1).max(200),
  scopes: z.array(z.enum(Scope)).min(1).max(Object.keys(Scope).length),
  days: z.number().int().min(1).max(KEY_DAYS_MAX).nullish(),
  trustedDocumentsOnly: z.boolean().nullish(),
});
export type IssueAppKey = z.input<typeof input>;

/**
 * Issues a key to an app. The key is told this once: what is kept proves it, and does not tell it.
 * @throws Refusal `INVALID`; `FORBIDDEN` where she is no steward any more
 */
export async function issueAppKey(
  given: IssueAppKey,
  doer: Doer,
  changing: Changing,
): Promise<{ appKey: AppKeyRow; key: string }> {
  const { name, scopes, days, ...limits } = readInput(input, given, 'input');
  if (doer.kind !== 'HOST') await checkStillMay(doer, changing);
  const { key, prefix } = newAppKey();
  const expiresAt = new Date(changing.now.getTime() + (days ?? KEY_DAYS_STANDARD) * DAY_MS);
  const trustedDocumentsOnly = limits.trustedDocumentsOnly ?? false;
  const told = { name, prefix, scopes: [...new Set(scopes)], trustedDocumentsOnly, expiresAt };
  const id = await addAppKey(changing, key, { ...told, by: idOf(doer) });
  await record(changing, doer, {
    action: 'issueAppKey',
    thing: id,
    detail: { name, scopes, trustedDocumentsOnly },
  });
  return { appKey: { id, ...told }, key };
}

/** By her roles as they are now: who is let go at the same time waits for this key, which then ends with her; or issues none. */
async function checkStillMay(doer: Viewer, changing: Changing): Promise<void> {
  const now = isPerson(doer) ? { ...doer, roles: await heldRoles(changing, doer.id) } : doer;
  checkMay('Mutation.issueAppKey', now);
}
