import {
  drawnUnder,
  placeIn,
  sealedByKey,
  type SealedRow,
  type SealedTable,
} from './sealed-table.store.js';
import { noVault, type Sealing } from './sealing.js';
import { SealFault, type Vault } from './vault.js';

/** What of a table is sealed under one key, and whether it can be opened. */
export interface SealedUnderKey {
  table: SealedTable;
  keyId: string;
  rows: number;
  /** Whether the key opens anything, of this table or another: then it is that key, and what it does not open is broken. */
  state: 'OPENS' | SealFault['reason'];
  /** How many were tried that it does not open. */
  unopened: number;
}

/** More than a network has; of more, so many are drawn. */
const TRIED_MAX = 5_000;

/** Says of every key that something is sealed under how much that is, and tries it on the rows of each table. */
export async function examineVault(
  tables: readonly SealedTable[],
  sealing: Sealing,
): Promise<SealedUnderKey[]> {
  const { vault = noVault } = sealing;
  const under: SealedUnderKey[] = [];
  for (const table of tables) {
    for (const { keyId, rows } of await sealedByKey(sealing, table)) {
      const drawn = await drawnUnder(sealing, table, { keyId, count: TRIED_MAX });
      const states = drawn.map((row) => stateOf(vault, table, row));
      const unopened = states.filter((state) => state !== 'OPENS').length;
      const state = unopened < states.length ? 'OPENS' : (states[0] ?? 'OPENS');
      under.push({ table, keyId, rows, state, unopened });
    }
  }
  const opening = new Set(under.filter(({ state }) => state === 'OPENS').map(({ keyId }) => keyId));
  return under.map((one) => (opening.has(one.keyId) ? { ...one, state: 'OPENS' } : one));
}

function stateOf(vault: Vault, table: SealedTable, one: SealedRow): SealedUnderKey['state'] {
  try {
    vault.open(one, placeIn(table, one.row));
    return 'OPENS';
  } catch (error) {
    if (error instanceof SealFault) return error.reason;
    throw error;
  }
}
