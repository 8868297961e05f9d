export { findHousing } from './find-housing.query.js';
export { findServices } from './find-services.query.js';
export { FindHousingInput, FindServicesInput } from './placement.input.js';
export { PlacementResolver } from './placement.resolver.js';
export type { PlacementAsking } from './placement-source.js';
export { SEARCHES_MIN, UnmetNeeds, type UnmetNeed } from './unmet-needs.js';
export { Placements, type IndexState, type Listen } from './placements.js';
