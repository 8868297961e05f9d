export { earlierHosts } from './earlier-hosts.js';
export { historyAs, historyOf } from './history.query.js';
export { FieldChangeView, RevisionConnection, RevisionView } from './history.view.js';
export { noteChange } from './note-change.command.js';
export {
  asBefore,
  changesBetween,
  revised,
  revisionAsked,
  type Changes,
  type Statement,
} from './revision.js';
export { addRevision, changesSince, type MadeAs } from './revision.store.js';
