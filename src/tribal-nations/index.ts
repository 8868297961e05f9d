export { ConsentResolver } from './consent.resolver.js';
export { enterNation, type EnterNation } from './enter-nation.command.js';
export { TribalNationEntity } from './nation.entity.js';
export { NationChangesResolver } from './nation-changes.resolver.js';
export { NationStanding, TribalPeople } from './nation.js';
export { CountyNationsResolver, TribalNationResolver } from './nation.resolver.js';
export { TribalNationConnection, TribalNationView } from './nation.view.js';
export { CoverageBasis, nationsOfPlace, type NationOfPlace } from './nations-of-place.query.js';
export { nationById, nationCounties, tribalNations } from './nations.query.js';
