import { z } from 'zod';
import { record } from '../audit/index.js';
import { holdListings } from '../disclosure/index.js';
import { readInput, Refusal, refuse, type Viewer } from '../kernel/index.js';
import { reviseListing } from '../listings/index.js';
import { heldOrganization } from '../organizations/index.js';
import type { Sealing } from '../vault/index.js';
import { checkCameSince, waiting } from './come-since.command.js';
import { openDuplicates } from './duplicate.store.js';
import { thingsOf } from './import.js';
import {
  addChanges,
  allowLong,
  noteApplied,
  type ImportChange,
  type KeptImport,
} from './import.store.js';
import { changedBy, letGo, rowsToApply, versionsOf, type RowToApply } from './import-row.store.js';
import { checkIs, keptImport } from './kept-import.js';
import { kinds } from './kinds.js';

const input = z.strictObject({ id: z.string() });
export type ApplyImport = z.input<typeof input>;

const AT_ONCE_ROWS = 200;

/**
 * Does what the rows of an import would do, all of those that are not at fault, in one transaction, each by the command that a mutation
 * calls: with its history, and told as any change is. Or, where one of them cannot be done any more, nothing.
 * @returns its id
 * @throws Refusal `NOT_FOUND`; `INVALID` where it is not ready, or duplicates wait to be decided; `CameSince`, to be kept by
 *   `keepCameSince`; what a command throws, with the line
 */
export async function applyImport(
  given: ApplyImport,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id } = readInput(input, given, 'input');
  const { kept, decider } = await keptImport(id, viewer, sealing);
  checkIs('READY', kept);
  const open = await openDuplicates(sealing, id);
  if (open > 0) refuse(waiting(open), 'input.id');
  await allowLong(sealing);
  // Things first, then their organization, as whoever reports or approves holds them: neither waits for one that waits for it.
  const { organization } = kept;
  await holdListings(sealing, { ids: await changedBy(sealing, id), organization });
  await heldOrganization(organization, decider.reach, sealing);
  await checkCameSince(kept, sealing);
  let many = 0;
  let line = 0;
  for (;;) {
    const rows = await rowsToApply(sealing, id, line, AT_ONCE_ROWS);
    if (rows.length === 0) break;
    const changes = await applyRows(rows, kept, viewer, sealing);
    await addChanges(sealing, id, changes);
    letGo(sealing);
    line = rows.at(-1)!.line;
    many += rows.length;
  }
  if (many === 0) refuse('None of its rows would change anything.', 'input.id');
  await noteApplied(sealing, id, decider.id);
  await record(sealing, viewer, { action: 'applyImport', thing: id, detail: { rows: many } });
  return id;
}

/** Applies some rows. @returns what they changed */
async function applyRows(
  rows: readonly RowToApply[],
  kept: KeptImport,
  viewer: Viewer,
  sealing: Sealing,
): Promise<ImportChange[]> {
  const things: string[] = [];
  for (const row of rows) {
    try {
      things.push(await applyRow(row, kept, viewer, sealing));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw error.at('input.id', `Row ${row.line}: ${error.message} Nothing was changed.`);
    }
  }
  const { organization, kind } = kept;
  const of = { organization, type: thingsOf[kind].type };
  const versions = await versionsOf(sealing, of, things);
  return rows.map(({ line, version }, index) => {
    const thing = things[index]!;
    return { line, thing, before: version, after: versions.get(thing)! };
  });
}

/** @returns the id of its listing */
function applyRow(
  { line, action, thing, version, named }: RowToApply,
  { kind, organization }: KeptImport,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { list, ways, revises } = kinds[kind];
  if (action === 'NEW') {
    const whole = { ...named, organizationId: organization };
    return list(whole as never, viewer, sealing, 'KEEPERS');
  }
  const reason = `Row ${line} of a spreadsheet.`;
  const revising = { id: thing!, version: version!, reason, action: revises, named };
  return reviseListing(revising, ways, viewer, sealing);
}
