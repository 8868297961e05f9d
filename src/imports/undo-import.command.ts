import { z } from 'zod';
import { record } from '../audit/index.js';
import { holdListings, reasonText } from '../disclosure/index.js';
import { readInput, Refusal, type Viewer } from '../kernel/index.js';
import { withdrawListing } from '../listings/index.js';
import { restoreListing } from '../upkeep/index.js';
import type { Sealing } from '../vault/index.js';
import { allowLong, changedIn, changesNow, noteUndone, type ChangeNow } from './import.store.js';
import { checkIs, keptImport } from './kept-import.js';

const input = z.strictObject({ id: z.string(), reason: reasonText });
export type UndoImport = z.input<typeof input>;

/** So many are named where several stand in the way. */
const NAMED_MAX = 10;

/**
 * Takes back what an import changed: what it made is withdrawn, what it changed says again what it said before. These are changes like
 * others, with their history; nothing is as if it had not been. Or, where anything was changed since, nothing.
 * @returns its id
 * @throws Refusal `NOT_FOUND`; `INVALID` where it is not applied; `STALE_VERSION` naming the listings that were changed since
 */
export async function undoImport(
  given: UndoImport,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id, reason } = readInput(input, given, 'input');
  const { kept, decider } = await keptImport(id, viewer, sealing);
  checkIs('APPLIED', kept);
  await allowLong(sealing);
  const { organization } = kept;
  await holdListings(sealing, { ids: await changedIn(sealing, id), organization });
  const changes = await changesNow(sealing, id);
  checkUnchanged(changes);
  for (const change of changes) {
    try {
      await takeBack(change, reason, viewer, sealing);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw error.at('input.id', `${nameOf(change)}: ${error.message} Nothing was undone.`);
    }
  }
  await noteUndone(sealing, id, decider.id);
  await record(sealing, viewer, {
    action: 'undoImport',
    thing: id,
    detail: { rows: changes.length },
  });
  return id;
}

const nameOf = ({ line, thing }: ChangeNow) => `row ${line} (${thing})`;

function checkUnchanged(changes: readonly ChangeNow[]): void {
  const since = changes
    .filter(({ version, after, hasReports }) => version !== after || hasReports)
    .toReversed();
  if (since.length === 0) return;
  const named = since.slice(0, NAMED_MAX).map(nameOf).join(', ');
  const more = since.length > NAMED_MAX ? ` and ${since.length - NAMED_MAX} more` : '';
  throw new Refusal(
    'STALE_VERSION',
    `Changed or reported since: ${named}${more}. Nothing was undone. ${byThemselves(changes)}`,
    'input.id',
  );
}

/** How a person takes back one by one what an import changed: of what it made there is nothing before to bring back. */
function byThemselves(changes: readonly ChangeNow[]): string {
  const ways = [
    changes.some(({ before }) => before !== null) && 'what it changed by restoreListing',
    changes.some(({ before }) => before === null) && 'what it made by withdrawListing',
  ];
  return `Take back by itself each listing of the sheet: ${ways.filter(Boolean).join(', ')}.`;
}

/** One that the import left as it was is none of its changes. */
async function takeBack(
  { thing: id, version, before }: ChangeNow,
  reason: string,
  viewer: Viewer,
  sealing: Sealing,
): Promise<void> {
  if (before === null) await withdrawListing({ id, version, reason }, viewer, sealing);
  else if (before < version)
    await restoreListing({ id, version, asOfVersion: before, reason }, viewer, sealing);
}
