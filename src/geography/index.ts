export { readBoundaries, type Boundary } from './boundaries.js';
export { counties, countiesOf, countiesOfState } from './counties.query.js';
export { countyName } from './county-name.js';
export { CountyShapes, type CountyKey, type CountyOutline, type Reach } from './county-shapes.js';
export { countyShapes } from './county-shapes.query.js';
export { enterRegion, type EnterRegion } from './enter-region.command.js';
export * from './geography.view.js';
export { CountyResolver, PlaceResolver, RegionResolver } from './geography.resolver.js';
export {
  importBoundaries,
  type BoundaryKind,
  type ImportBoundaries,
} from './import-boundaries.command.js';
export { checkKnown, checkNations } from './known-area.query.js';
export { loadLand } from './load-land.command.js';
export { locate, locateIn, type Located } from './locate.query.js';
export {
  AreaInput,
  BoxInput,
  CircleInput,
  CityInput,
  PlaceInput,
  PointInput,
} from './place.input.js';
export {
  checkPoint,
  checkReach,
  EARTH_RADIUS_METERS,
  metersBetween,
  REACH_MAX_METERS,
  type Point,
} from './point.js';
export { RegionEntity } from './region.entity.js';
export { countiesOfRegion, regionById, regionOfCounty, regions } from './regions.query.js';
export { unknownAreas } from './unknown-areas.store.js';
export { isState, stateOfFips, states } from './states.js';
export { within, type SiteTable } from './within.js';
export { WithheldReason } from './withheld.js';
