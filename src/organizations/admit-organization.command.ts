import { revisionAsked } from '../history/index.js';
import { readInput, refuse, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { keptOrganization, noteOrganization } from './keeping-organization.js';
import { setAdmitted } from './organization-statement.store.js';

/**
 * Admits an organization: from now on what of it is PUBLISHED is told.
 * @returns its id
 * @throws Refusal `NOT_FOUND`; `STALE_VERSION`; `INVALID` where it is admitted already
 */
export async function admitOrganization(
  given: { id: string; version: number },
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const asked = readInput(revisionAsked, given, 'input');
  const kept = await keptOrganization(asked, viewer, sealing);
  if (kept.admittedAt) refuse('It is admitted already.', 'input.id');
  await setAdmitted(sealing, kept.id, sealing.now);
  const changes = { admitted: { before: false, after: true } };
  const said = { action: 'admitOrganization', reason: null, changes };
  await noteOrganization(kept, said, viewer, sealing);
  return kept.id;
}
