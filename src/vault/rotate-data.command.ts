import { setTimeout } from 'node:timers/promises';
import {
  countNotUnder,
  holdNotUnder,
  placeIn,
  replaceSealed,
  type SealedRow,
  type SealedTable,
} from './sealed-table.store.js';
import { currentKeyOf, noVault, type InOne, type Sealing } from './sealing.js';
import { SealFault, type Sealed, type Vault } from './vault.js';

/** Rows of one transaction: a change of one of them waits for no more than these. */
const ROTATE_ROWS_AT_ONCE = 500;
/** Rows that others were changing are looked at again, after a while and not for ever. */
const PASSES_MAX = 10;
const BETWEEN_PASSES_MS = 500;

/** A row that could not be opened, and so is as it was. */
export interface Unopened {
  table: SealedTable;
  row: string;
}

export interface Rotation {
  keyId: string;
  resealed: number;
  unopened: Unopened[];
  /** Rows that are still under other keys: those, and any that others held all the while. */
  left: number;
}

/**
 * Seals every row of some tables anew under the current key, some hundred in a transaction. Broken off, it goes on
 * where it was: what is under the current key is passed over. A change made meanwhile is never overwritten.
 * @param told is told after each transaction how many are done, and of how many
 */
export async function rotateData(
  tables: readonly SealedTable[],
  inOne: InOne,
  told: (done: number, total: number) => void = () => undefined,
): Promise<Rotation> {
  const keyId = await inOne(async (sealing) => currentKeyOf(sealing, { what: 'anything' }));
  const count = () => inOne((sealing) => countAll(sealing, tables, keyId));
  const rotation: Rotation = { keyId, resealed: 0, unopened: [], left: await count() };
  const total = rotation.left;
  for (let pass = 0; pass < PASSES_MAX && rotation.left > rotation.unopened.length; pass += 1) {
    if (pass > 0) await setTimeout(BETWEEN_PASSES_MS);
    rotation.unopened = [];
    for (const table of tables) {
      for (let after: string | null = ''; after !== null;) {
        const from: string = after;
        const batch = await inOne((sealing) => rotateSome(sealing, table, keyId, from));
        rotation.resealed += batch.resealed;
        rotation.unopened.push(...batch.unopened);
        after = batch.last;
        if (batch.resealed > 0) told(rotation.resealed, Math.max(rotation.resealed, total));
      }
    }
    rotation.left = await count();
  }
  return rotation;
}

async function countAll(sealing: Sealing, tables: readonly SealedTable[], keyId: string) {
  let rows = 0;
  for (const table of tables) rows += await countNotUnder(sealing, table, keyId);
  return rows;
}

async function rotateSome(sealing: Sealing, table: SealedTable, keyId: string, after: string) {
  const { vault = noVault } = sealing;
  const rows = await holdNotUnder(sealing, table, { keyId, after, count: ROTATE_ROWS_AT_ONCE });
  const anew = rows.map((before) => ({ before, after: sealAnew(vault, table, before) }));
  const opened = anew.filter((row): row is { before: SealedRow; after: Sealed } => !!row.after);
  return {
    resealed: opened.length > 0 ? await replaceSealed(sealing, table, opened) : 0,
    unopened: anew
      .filter(({ after }) => !after)
      .map(({ before }): Unopened => ({ table, row: before.row })),
    last: rows.at(-1)?.row ?? null,
  };
}

/** @returns null where it cannot be opened: one broken row must not keep the others under an old key */
function sealAnew(vault: Vault, table: SealedTable, sealed: SealedRow): Sealed | null {
  const place = placeIn(table, sealed.row);
  try {
    return vault.seal(vault.open(sealed, place), place);
  } catch (error) {
    if (error instanceof SealFault) return null;
    throw error;
  }
}
