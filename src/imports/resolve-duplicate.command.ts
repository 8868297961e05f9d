import { z } from 'zod';
import { record } from '../audit/index.js';
import { doorsToHold } from '../disclosure/index.js';
import { readInput, Refusal, refuse, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { checkRow } from './check-row.js';
import { targetsOf } from './check-rows.js';
import { decide, duplicateById } from './duplicate.store.js';
import { Decision } from './import.js';
import { countRows, type KeptImport } from './import.store.js';
import { lineOf, saveRows, stagedRow } from './import-row.store.js';
import { inClear } from './in-clear.js';
import { checkIs, keptImport } from './kept-import.js';
import { knownTo } from './known.store.js';

const input = z.strictObject({ id: z.string(), decision: z.enum(Decision) });
export type ResolveDuplicate = z.input<typeof input>;

export const noDuplicate = (): Refusal =>
  new Refusal('NOT_FOUND', 'There is no such duplicate in an import of what you keep.', 'input.id');

/**
 * Says whether a row of an import is a listing that is there. Where it is the same, the row revises that listing: what its cells say
 * stands there instead, what they do not say stays, and nothing is taken from a list. Until the import is applied it can be said anew.
 * @returns the import's id
 * @throws Refusal `NOT_FOUND`; `INVALID` where the import is not ready, or another row is of that listing already
 */
export async function resolveDuplicate(
  given: ResolveDuplicate,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const { id, decision } = readInput(input, given, 'input');
  const duplicate = await duplicateById(sealing, id);
  if (!duplicate) throw noDuplicate();
  const { kept, decider } = await heldOf(duplicate.importId, viewer, sealing);
  checkIs('READY', kept);
  const { line, thing } = duplicate;
  if (decision === 'SAME') await checkFree(kept, line, thing, sealing);
  await decide(sealing, id, duplicate, decision, decider.id);
  await stageAnew(kept, line, { thing, isSame: decision === 'SAME' }, viewer, sealing);
  await countRows(sealing, kept.id);
  await record(sealing, viewer, { action: 'resolveDuplicate', thing, detail: { decision, line } });
  return kept.id;
}

/** @throws Refusal `NOT_FOUND` of the duplicate where its import is not hers */
async function heldOf(importId: string, viewer: Viewer, sealing: Sealing) {
  try {
    return await keptImport(importId, viewer, sealing);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') throw noDuplicate();
    throw error;
  }
}

/** Two rows of one listing would each not know of the other. */
async function checkFree(
  { id }: KeptImport,
  line: number,
  thing: string,
  sealing: Sealing,
): Promise<void> {
  const other = await lineOf(sealing, id, thing);
  if (other !== null && other !== line) {
    refuse(`Row ${other} is of that listing already. Make one row of both.`, 'input.decision');
  }
}

/** What the row would do now: to the listing that it is, or as one that is new. */
async function stageAnew(
  { id, organization, kind }: KeptImport,
  line: number,
  { thing, isSame }: { thing: string; isSame: boolean },
  viewer: Viewer,
  sealing: Sealing,
): Promise<void> {
  const staged = (await stagedRow(sealing, id, line))!;
  // To say of another listing that the row is not that one changes nothing of the row.
  if (!isSame && staged.thing !== thing) return;
  const targets = await targetsOf({ organization, kind }, isSame ? [thing] : [], sealing);
  const known = await knownTo(sealing, organization);
  const held = await doorsToHold(organization, sealing);
  const target = targets.get(thing) ?? null;
  const checked = await checkRow(staged.row, target, { kind, known, held }, isSame);
  if (checked.leads) {
    const detail = { field: checked.leads };
    await record(sealing, viewer, { action: 'refuseText', thing: organization, detail });
  }
  await saveRows(sealing, id, await inClear([checked], held));
}
