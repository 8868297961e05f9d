export { contentKeys } from './content-key.store.js';
export { exportListings, template } from './export-listings.command.js';
export { ImportKind } from './import.js';
export { ImportChangesResolver, ImportResolver } from './import.resolver.js';
export { importRounds } from './import-rounds.js';
export { receiveUpload } from './receive-upload.command.js';
export { FILE_BYTES_MAX, type SheetForm } from './sheet.js';
