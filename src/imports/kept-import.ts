import { deciderOf, hasWithheld, type Decider } from '../disclosure/index.js';
import { refuse, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { noImport, type ImportState } from './import.js';
import { holdImport, type KeptImport } from './import.store.js';

/**
 * An import that is the viewer's to go on with, held, by the roles that she holds now: of an organization that she keeps, and of which
 * she may write what is told.
 * @throws Refusal `NOT_FOUND` where it is none, or another's: alike
 */
export async function keptImport(
  id: string,
  viewer: Viewer,
  sealing: Sealing,
): Promise<{ kept: KeptImport; decider: Decider }> {
  const decider = await deciderOf(viewer, sealing);
  const kept = await holdImport(sealing, id, decider.reach);
  if (!kept) throw noImport();
  // Its rows may hold what leads to a door: that there are any is not hers to know either. Where one is withheld later, each row says so.
  if (!kept.knowsDoors && (await hasWithheld(sealing, kept.organization))) throw noImport();
  return { kept, decider };
}

const WHY_NOT: Record<ImportState, string> = {
  READING: 'It is still being read. Ask again in a moment.',
  READY: 'It is not applied yet.',
  FAILED: 'Nothing of its file could be read.',
  APPLIED: 'It is applied already.',
  UNDONE: 'It was undone. Start another.',
  EXPIRED: 'Its time is over. Send the file again.',
};

/** @throws Refusal `INVALID` saying in which state it is */
export function checkIs(wanted: ImportState, { state }: Pick<KeptImport, 'state'>): void {
  if (state !== wanted) refuse(WHY_NOT[state], 'input.id');
}
