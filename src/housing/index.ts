export {
  AvailabilityState,
  availabilityOf,
  availabilityTogether,
  Freshness,
  type Availability,
  type Report,
  bedsIn,
} from './availability.js';
export { AvailabilityReportEntity, HousingOptionEntity, UnitEntity } from './housing.entity.js';
export { HousingKind, OperatorKind, ReportNote } from './housing.js';
export {
  HousingAvailabilityResolver,
  HousingOptionResolver,
  NationHousingResolver,
  OrganizationHousingResolver,
  UnitResolver,
} from './housing.resolver.js';
export {
  AvailabilityView,
  HousingOptionConnection,
  HousingOptionView,
  UnitView,
} from './housing.view.js';
export { housingOptionById, housingOptions } from './housing-options.query.js';
export { letReportsHold } from './let-reports-hold.command.js';
export { unitsOf } from './housing.store.js';
export { listHousingAs } from './list-housing-as.command.js';
export { listHousing, type ListHousing } from './list-housing.command.js';
export { reportAvailability, type ReportAvailability } from './report-availability.command.js';
export { reportHolds, type ReportHold } from './report-hold.store.js';
export { HousingChangesResolver } from './housing-changes.resolver.js';
export { housingWays } from './housing-ways.js';
export { reviseHousing } from './revise-housing.command.js';
