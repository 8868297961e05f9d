import type { z } from 'zod';
import type { Doer } from '../audit/index.js';
import { checkMayWrite, holdNoted, madeAs, noteWritten, sitesOf } from '../disclosure/index.js';
import {
  changesBetween,
  noteChange,
  revised,
  revisionAsked,
  type Changes,
  type MadeAs,
  type Statement,
} from '../history/index.js';
import { atInput, checkVersion, readInput, type Changing, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { keptListing, noListing, type Kept } from './keeping.js';
import { countVersion, type ListingRow } from './listing.store.js';
import type { Differing } from './write-listing.js';

/** What is changed of a listing, by whom, and as it was read. */
export interface Revising {
  id: string;
  version: number;
  reason?: string | null | undefined;
  /** The mutation. */
  action: string;
  /** What is to stand there instead; what is undefined stays. */
  named: Statement;
}

/** How listings of a type are read and written whole. */
export interface TypeWays {
  type: ListingRow['type'];
  /** What one must say, by the names of its input. */
  input: z.ZodObject;
  statements: (ids: readonly string[], sealing: Sealing) => Promise<Map<string, Statement>>;
  /**
   * @param whole its statement with what every listing needs besides
   * @param differing by the names of its input, what is to be written; the rest stands there already
   */
  write: (whole: Statement, sealing: Sealing, differing: Differing) => Promise<unknown>;
}

/**
 * Changes what is named of a listing, and nothing else; what stood there is kept. Nothing is counted where nothing differs.
 * @throws Refusal `NOT_FOUND`; `STALE_VERSION`; `FORBIDDEN` of a steward where its organization withholds an address;
 *   `INVALID` naming the field at fault
 */
export async function reviseListing(
  { action, named, ...asked }: Revising,
  { type, statements, write }: TypeWays,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id, version, reason } = readInput(revisionAsked, asked, 'input');
  const kept = await keptListing(id, viewer, sealing);
  if (kept.type !== type) throw noListing();
  checkVersion(version, kept.version);
  await checkMayRevise(kept, sealing);
  const before = (await statements([id], sealing)).get(id)!;
  const said = revised(before, named);
  // Where nothing differs, what stands there is held against doors once more.
  const differing = new Set(Object.keys(changesBetween(before, said)));
  const { status, statusReason, disclosure, organization: organizationId } = kept;
  const whole = { ...said, id, organizationId, status, statusReason, disclosure };
  await atInput(() => write(whole, sealing, differing));
  const changes = changesBetween(before, (await statements([id], sealing)).get(id)!);
  if (Object.keys(changes).length === 0) return id;
  await note({ id, ...madeAs(kept, viewer) }, { action, reason, changes }, viewer, sealing);
  await noteWritten(kept, viewer, sealing);
  if (reason) await holdNoted(organizationId, { reason }, await sitesOf(sealing, id), sealing);
  return id;
}

/** Counts a change of a listing, and keeps it. */
export async function note(
  { id, ...as }: Pick<Kept, 'id'> & MadeAs,
  { action, reason, changes }: Pick<Revising, 'action' | 'reason'> & { changes: Changes },
  doer: Doer,
  changing: Changing,
): Promise<void> {
  const version = await countVersion(changing, id);
  const said = { action, reason: reason || null, changes };
  await noteChange({ thing: id, version, ...said, ...as }, doer, changing);
}

/** As `checkMayWrite`, of a listing: what whoever may not write of it may do, is told her. */
export const checkMayRevise = (
  kept: Pick<Kept, 'knowsDoors' | 'organization'>,
  sealing: Sealing,
  field = 'input.id',
): Promise<void> =>
  checkMayWrite(kept, sealing, { field, instead: 'You can pause it, or withdraw it.' });
