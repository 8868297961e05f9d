import { placeIn, sealedByKey, type SealedRow, type SealedTable } from './sealed-table.store.js';
import { noVault, type Sealing } from './sealing.js';
import { SealFault, type Vault } from './vault.js';

/** What of a table is sealed under one key, and whether it can be opened. */
export interface SealedUnderKey {
  table: SealedTable;
  keyId: string;
  rows: number;
  state: 'OPENS' | SealFault['reason'];
}

/** Says of every key that something is sealed under how much that is, and tries it on one row of each table. */
export async function examineVault(
  tables: readonly SealedTable[],
  sealing: Sealing,
): Promise<SealedUnderKey[]> {
  const { vault = noVault } = sealing;
  const under: SealedUnderKey[] = [];
  for (const table of tables) {
    for (const { rows, one } of await sealedByKey(sealing, table)) {
      under.push({ table, keyId: one.keyId, rows, state: stateOf(vault, table, one) });
    }
  }
  return under;
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
