export { newDataKey, readDataKeys, writeDataKey } from './data-key.js';
export { disclose, enclose, newContentKey } from './envelope.js';
export { examineVault, type SealedUnderKey } from './examine-vault.command.js';
export { rotateData, type Rotation, type Unopened } from './rotate-data.command.js';
export {
  placeIn,
  readSealed,
  sealedSelected,
  sealedTexts,
  type SealedTable,
  type SealedTexts,
} from './sealed-table.store.js';
export { sealedText, sealedTextFor } from './sealed-text.store.js';
export { currentKeyOf, noVault, type InOne, type Sealing, type SealingAsking } from './sealing.js';
export { SealFault, Vault, type DataKey, type Sealed, type SealedPlace } from './vault.js';
