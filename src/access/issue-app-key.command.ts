import { z } from 'zod';
import { addNotice, idOf, record, type Doer } from '../audit/index.js';
import {
  isPerson,
  readInput,
  Refusal,
  refuse,
  Scope,
  type Changing,
  type Viewer,
} from '../kernel/index.js';
import { addAppKey, openKeysOf, type AppKeyRow } from './app-key.store.js';
import { heldRoles, isOfNation } from './person.store.js';
import { newAppKey } from './secret.js';

const DAY_MS = 24 * 3_600_000;
const KEY_DAYS_STANDARD = 365;
const KEY_DAYS_MAX = 730;
/** Of one organization: a tool each, and its people still see which there are. */
const OWN_KEYS_MAX = 20;

/** What an app changes is one organization's. */
const writes = (scope: Scope): boolean =>
  scope === 'availability:write' || scope === 'listings:write';

const input = z.strictObject({
  name: z.string().trim().min(1).max(200),
  scopes: z.array(z.enum(Scope)).min(1).max(Object.keys(Scope).length),
  days: z.number().int().min(1).max(KEY_DAYS_MAX).nullish(),
  organizationId: z.string().nullish(),
  trustedDocumentsOnly: z.boolean().nullish(),
});
export type IssueAppKey = z.input<typeof input>;

/**
 * Issues a key to an app: of the network, by a steward; or of an organization, whose listings the app then keeps, by someone of
 * it. The key is told this once: what is kept proves it, and does not tell it.
 * @throws Refusal `INVALID`; `FORBIDDEN` where she is no steward any more, or is new to the organization; `NOT_FOUND` where
 *   the organization is none, or another's: alike
 */
export async function issueAppKey(
  given: IssueAppKey,
  doer: Doer,
  changing: Changing,
): Promise<{ appKey: AppKeyRow; key: string }> {
  const { name, scopes, days, organizationId = null, ...limits } = readInput(input, given, 'input');
  checkScopes(scopes, organizationId);
  await checkMayIssue(doer, organizationId, changing);
  const { key, prefix } = newAppKey();
  const expiresAt = new Date(changing.now.getTime() + (days ?? KEY_DAYS_STANDARD) * DAY_MS);
  const trustedDocumentsOnly = limits.trustedDocumentsOnly ?? false;
  const told = {
    name,
    prefix,
    scopes: [...new Set(scopes)],
    trustedDocumentsOnly,
    expiresAt,
    organizationId,
  };
  const by = idOf(doer);
  const id = await addAppKey(changing, key, { ...told, by });
  const of = organizationId === null ? {} : { organizationId };
  // What it is called stands with the key, not in the log, which nothing is ever taken out of.
  const detail = { scopes, trustedDocumentsOnly, ...of };
  await record(changing, doer, { action: 'issueAppKey', thing: id, detail });
  if (organizationId !== null) {
    const notice = { kind: 'APP_KEY_ISSUED', appKey: id, account: by } as const;
    await addNotice(changing, { ...notice, organization: organizationId });
  }
  const answeredBy = doer.kind === 'HOST' || !isPerson(doer) ? null : doer.name;
  return { appKey: { id, ...told, answeredBy }, key };
}

function checkScopes(scopes: readonly Scope[], organizationId: string | null): void {
  if (organizationId === null && scopes.some(writes)) {
    refuse('Name the organization whose listings the app keeps.', 'input.organizationId');
  }
  if (organizationId !== null && scopes.includes('partners:read')) {
    refuse(
      'What is for partners is the network’s to tell: a steward issues a key for it, of no organization.',
      'input.scopes',
    );
  }
}

/** By her roles as they are now: who is let go at the same time waits for this key, which then ends with her; or issues none. */
async function checkMayIssue(
  doer: Doer,
  organization: string | null,
  changing: Changing,
): Promise<void> {
  if (organization === null) {
    if (doer.kind !== 'HOST') await checkIsSteward(doer, changing);
    return;
  }
  if (doer.kind !== 'HOST') await checkIsOfIt(doer, organization, changing);
  else if ((await isOfNation(changing, organization)) === null) throw noOrganization();
  if ((await openKeysOf(changing, organization)) >= OWN_KEYS_MAX) {
    refuse(
      `It has ${OWN_KEYS_MAX} keys that hold. End one that no app uses first.`,
      'input.organizationId',
    );
  }
}

async function checkIsSteward(doer: Viewer, changing: Changing): Promise<void> {
  const held = isPerson(doer) ? await heldRoles(changing, doer.id) : [];
  if (held.some(({ role }) => role === 'STEWARD')) return;
  throw new Refusal(
    'FORBIDDEN',
    'A key of the network is a steward’s to issue. For a tool of your own organization, name the organization.',
  );
}

async function checkIsOfIt(doer: Viewer, organization: string, changing: Changing): Promise<void> {
  const held = isPerson(doer) ? await heldRoles(changing, doer.id) : [];
  const own = held.find(({ organizationId }) => organizationId === organization);
  if (!own) throw noOrganization();
  if (!own.isNew) return;
  throw new Refusal(
    'FORBIDDEN',
    'Whoever is new to an organization issues no key of it: you can after three days.',
    'input.organizationId',
  );
}

const noOrganization = () =>
  new Refusal(
    'NOT_FOUND',
    'You are not a coordinator of such an organization.',
    'input.organizationId',
  );
