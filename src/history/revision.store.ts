import type { Changing, Role } from '../kernel/index.js';
import type { Changes } from './revision.js';

/** As what someone changed something, and of which organization she is; never who. */
export interface MadeAs {
  madeAs: Exclude<Role, 'ADVOCATE'> | 'APP' | 'HOST';
  organization: string | null;
}

export interface Revision extends MadeAs {
  thing: string;
  /** The version that it made. */
  version: number;
  /** The verb, as the contract names it. */
  action: string;
  reason: string | null;
  changes: Changes;
}

export async function addRevision({ em, now }: Changing, revision: Revision): Promise<void> {
  const { thing, version, madeAs, organization, action, reason, changes } = revision;
  await em.execute(
    `insert into org.revision (thing_id, version, made_at, made_as, organization_id, action, reason, changes)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [thing, version, now, madeAs, organization, action, reason, JSON.stringify(changes)],
  );
}

/** What was changed of a thing after a version, the latest first. */
export async function changesSince(
  { em }: Changing,
  thing: string,
  version: number,
): Promise<Changes[]> {
  const rows = await em.execute<{ changes: Changes }[]>(
    'select changes from org.revision where thing_id = ? and version > ? order by version desc',
    [thing, version],
  );
  return rows.map(({ changes }) => changes);
}
