export { RestoreListingResolver } from './restore-listing.resolver.js';
export { upkeepRounds } from './upkeep-rounds.js';
