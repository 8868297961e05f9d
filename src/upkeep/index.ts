export { RestoreListingResolver } from './restore-listing.resolver.js';
export { SuggestionLimit } from './suggestion-limit.js';
export { SuggestionResolver } from './suggestion.resolver.js';
export type { SuggestionAsking } from './suggest.js';
export { upkeepRounds } from './upkeep-rounds.js';
export { WorkCountResolver, WorklistResolver } from './worklist.resolver.js';
