import { deciderOf, madeAs, type Reach } from '../disclosure/index.js';
import { noteChange, type Changes } from '../history/index.js';
import { checkVersion, Refusal, type Changing, type Viewer } from '../kernel/index.js';
import {
  countOrganization,
  holdOrganization,
  type KeptOrganization,
} from './organization-statement.store.js';

/**
 * An organization that is someone's to keep, held until the change is kept.
 * @throws Refusal `NOT_FOUND` where it is none, or another's: alike
 */
export async function heldOrganization(
  id: string,
  reach: Reach,
  changing: Changing,
  field = 'input.id',
): Promise<KeptOrganization> {
  const kept = await holdOrganization(changing, id, reach);
  if (kept) return kept;
  throw new Refusal('NOT_FOUND', 'There is no such organization among those that you keep.', field);
}

/**
 * An organization found through the viewer, by the roles that she holds now, as she has read it.
 * @throws Refusal `NOT_FOUND` where it is none, or another's: alike; `STALE_VERSION`, with both
 */
export async function keptOrganization(
  { id, version }: { id: string; version: number },
  viewer: Viewer,
  changing: Changing,
): Promise<KeptOrganization> {
  const { reach } = await deciderOf(viewer, changing);
  const kept = await heldOrganization(id, reach, changing);
  checkVersion(version, kept.version);
  return kept;
}

/** Counts a change of an organization, and keeps it. */
export async function noteOrganization(
  kept: Pick<KeptOrganization, 'id' | 'capacity' | 'isOfNation'>,
  said: { action: string; reason: string | null; changes: Changes },
  viewer: Viewer,
  changing: Changing,
): Promise<void> {
  const { id } = kept;
  const version = await countOrganization(changing, id);
  const as = madeAs({ ...kept, organization: id }, viewer);
  await noteChange({ thing: id, version, ...said, ...as }, viewer, changing);
}
