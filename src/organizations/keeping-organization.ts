import { record } from '../audit/index.js';
import { deciderOf } from '../disclosure/index.js';
import { addRevision, type Changes } from '../history/index.js';
import { Refusal, type Changing, type Viewer } from '../kernel/index.js';
import {
  countOrganization,
  holdOrganization,
  type KeptOrganization,
} from './organization-statement.store.js';

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
  const kept = await holdOrganization(changing, id, reach);
  if (!kept) {
    throw new Refusal(
      'NOT_FOUND',
      'There is no such organization among those that you keep.',
      'input.id',
    );
  }
  if (version === kept.version) return kept;
  throw new Refusal(
    'STALE_VERSION',
    `You read version ${version}; it is at version ${kept.version}. Read it again, and change what is still to be changed.`,
    'input.version',
  );
}

/** Counts a change of an organization, and keeps it: for its people, and in the log of what was done. */
export async function noteOrganization(
  { id, capacity, isOfNation }: Pick<KeptOrganization, 'id' | 'capacity' | 'isOfNation'>,
  { action, reason, changes }: { action: string; reason: string | null; changes: Changes },
  viewer: Viewer,
  changing: Changing,
): Promise<void> {
  const version = await countOrganization(changing, id);
  const own = isOfNation ? 'NATION_COORDINATOR' : 'COORDINATOR';
  const as =
    capacity === 'STEWARD'
      ? ({ madeAs: 'STEWARD', organization: null } as const)
      : ({ madeAs: own, organization: id } as const);
  await addRevision(changing, { thing: id, version, action, reason, changes, ...as });
  await record(changing, viewer, {
    action,
    thing: id,
    detail: { version, fields: Object.keys(changes).sort() },
  });
}
