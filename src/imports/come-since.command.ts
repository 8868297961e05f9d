import { Refusal, type Changing, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { keepLikenesses, likenesses, unseen, type Likeness } from './duplicate.store.js';
import { thingsOf } from './import.js';
import type { KeptImport } from './import.store.js';
import { newRows } from './import-row.store.js';
import { keptImport } from './kept-import.js';

const AT_ONCE_ROWS = 500;
/** Where so many wait, a person has enough to say; the others are found when it is applied again. */
const ENOUGH = 200;
/** More listings than these are better found by their names than each held against each row. */
const FEW = 200;

/** So many rows wait for a person. */
export const waiting = (many: number): string =>
  `${many === 1 ? 'One row' : `${many} rows`} may be a listing that is there. Say of each whether it is: resolveDuplicate.`;

/**
 * Refused because rows that would be new may be listings that came since the sheet was compared. What they may be is kept, though
 * nothing else of the change is: it is what she has to say next.
 */
export class CameSince extends Refusal {
  constructor(
    readonly importId: string,
    readonly found: readonly Likeness[],
  ) {
    super('INVALID', waiting(new Set(found.map(({ line }) => line)).size), 'input.id');
  }
}

/**
 * Compares the rows of an import that would be new once more, with listings that came or were changed since: by another sheet, or by
 * hand. Its organization is held, so that no other comes meanwhile.
 * @throws CameSince where some may be one
 */
export async function checkCameSince(
  { id, organization, kind }: Pick<KeptImport, 'id' | 'organization' | 'kind'>,
  changing: Changing,
): Promise<void> {
  const of = { id, organization, type: thingsOf[kind].type };
  const came = await unseen(changing, of);
  if (came.length === 0) return;
  const only = came.length <= FEW ? came : null;
  const found: Likeness[] = [];
  let rows = await newRows(changing, id, 0, AT_ONCE_ROWS);
  while (rows.length > 0 && found.length < ENOUGH) {
    found.push(...(await likenesses(changing, of, rows, only)));
    rows = await newRows(changing, id, rows.at(-1)!.line, AT_ONCE_ROWS);
  }
  if (found.length > 0) throw new CameSince(id, found);
}

/** Keeps what rows may be, when the change that found it is undone. */
export async function keepCameSince(
  { importId, found }: CameSince,
  viewer: Viewer,
  sealing: Sealing,
): Promise<void> {
  const { kept } = await keptImport(importId, viewer, sealing);
  if (kept.state === 'READY') await keepLikenesses(sealing, importId, found);
}
