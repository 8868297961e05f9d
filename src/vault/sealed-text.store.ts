import {
  nameOf,
  placeIn,
  readSealed,
  sealedSelected,
  sealedTexts,
  type SealedTable,
  type SealedTexts,
} from './sealed-table.store.js';
import { noVault, type Sealing } from './sealing.js';

/** The text of a row, opened; null where there is none. @throws SealFault where the keys at hand do not open it */
export async function sealedText(
  { em, vault = noVault }: Sealing,
  table: SealedTable,
  row: string,
): Promise<string | null> {
  const [kept] = await em.execute<SealedTexts[]>(
    `select ${sealedSelected} from ${nameOf(table)} where ${table.row} = ?`,
    [row],
  );
  return kept ? vault.open(readSealed(kept), placeIn(table, row)) : null;
}

/**
 * The same, made where there is none yet and there is something to seal it with. Of two that make it at once, both have that
 * which is kept.
 */
export async function sealedTextFor(
  sealing: Sealing,
  table: SealedTable,
  row: string,
  make: () => string,
): Promise<string | null> {
  const { em, now, vault = noVault } = sealing;
  const kept = await sealedText(sealing, table, row);
  if (kept !== null || vault.currentKeyId === null) return kept;
  await em.execute(
    `insert into ${nameOf(table)} (${table.row}, key_id, nonce, sealed, sealed_at)
     values (?, ?, decode(?, 'hex'), decode(?, 'hex'), ?) on conflict do nothing`,
    [row, ...sealedTexts(vault.seal(make(), placeIn(table, row))), now],
  );
  return sealedText(sealing, table, row);
}
