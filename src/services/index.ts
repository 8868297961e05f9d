export { listServiceAs } from './list-service-as.command.js';
export { listService, type ListService } from './list-service.command.js';
export { ServiceEntity } from './service.entity.js';
export {
  NationServicesResolver,
  OrganizationServicesResolver,
  ServiceResolver,
} from './service.resolver.js';
export { ServiceKind } from './service.js';
export { ServiceConnection, ServiceView } from './service.view.js';
export { serviceById, services } from './services.query.js';
export { ServiceChangesResolver } from './service-changes.resolver.js';
export { serviceWays } from './service-ways.js';
