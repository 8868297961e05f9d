export { Audience, MaterialKind } from './library.js';
export { ConveningEntity, ConveningHostEntity, MaterialEntity } from './library.entity.js';
export { conveningById, convenings, materialById, materials } from './library.query.js';
export {
  ConveningResolver,
  MaterialResolver,
  OrganizationLibraryResolver,
} from './library.resolver.js';
export {
  ConveningConnection,
  ConveningView,
  MaterialConnection,
  MaterialView,
} from './library.view.js';
export { publishMaterial, type PublishMaterial } from './publish-material.command.js';
export { scheduleConvening, type ScheduleConvening } from './schedule-convening.command.js';
export { ConveningChangesResolver, MaterialChangesResolver } from './library-changes.resolver.js';
