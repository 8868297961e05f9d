export { newDataKey, readDataKeys, writeDataKey } from './data-key.js';
export { exactAddress, point, postalAddress, type ExactAddress } from './exact-address.js';
export { examineVault, type SealedUnderKey } from './examine-vault.command.js';
export { openAddress } from './open-address.command.js';
export { rotateData, type Rotation } from './rotate-data.command.js';
export { sealAddress } from './seal-address.command.js';
export { noVault, type InOne, type Sealing } from './sealing.js';
export { SealFault, Vault, type DataKey, type Sealed, type SealedPlace } from './vault.js';
