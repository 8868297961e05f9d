export { historyOf } from './history.query.js';
export { RevisionConnection, RevisionView } from './history.view.js';
export { asBefore, changesBetween, type Changes, type Statement } from './revision.js';
export { addRevision, changesSince, type MadeAs } from './revision.store.js';
