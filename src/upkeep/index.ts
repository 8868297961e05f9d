export { isAsShown, reportByLink, type SaidOfUnit } from './report-by-link.command.js';
export { ReportLinkLimit } from './report-link-limit.js';
export { ReportLinkResolver } from './report-link.resolver.js';
export { reportForm, type FormUnit, type ReportForm } from './report-link.store.js';
export { RestoreListingResolver } from './restore-listing.resolver.js';
export { SuggestionLimit } from './suggestion-limit.js';
export { SuggestionResolver } from './suggestion.resolver.js';
export type { SuggestionAsking } from './suggest.js';
export { upkeepRounds } from './upkeep-rounds.js';
