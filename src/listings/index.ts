export { namesOf } from './criterion-names.query.js';
export { confirmListing, type ConfirmListing } from './confirm-listing.command.js';
export {
  ConfirmationMethod,
  FieldGroup,
  ListingStatus,
  Policy,
  ServiceAreaKind,
} from './listing.js';
export {
  ConfirmationEntity,
  CriterionEntity,
  ListingEntity,
  ListingSiteEntity,
  ServiceAreaEntity,
} from './listing.entity.js';
export { ListingFilter } from './listing.input.js';
export { CriterionResolver, ListingResolver, ServiceAreaResolver } from './listing.resolver.js';
export {
  addCriteria,
  clearUnitRules,
  endedPauses,
  markOverdue,
  touchListing,
} from './listing.store.js';
export { ListingView } from './listing.view.js';
export {
  listingById,
  listingPage,
  listingsOfNation,
  listingsOfOrganization,
  listingsServing,
  scopesOf,
  scopesWith,
} from './listings.query.js';
export { verificationState, VerificationState } from './verification.js';
export {
  criteriaOf,
  holdListing,
  isWritten,
  listingInput,
  writeListing,
  type Differing,
  type ListingInput,
} from './write-listing.js';
export { keptListing, noListing, type Kept } from './keeping.js';
export { note, reviseListing, type TypeWays } from './revise-listing.js';
export { listingStatements, rules } from './statement.store.js';
export { listAs, NOTHING, type ListedBy } from './list-as.js';
export { CriterionInput, listingWords, revisionOf } from './listing-changes.input.js';
export { ListingChangesResolver, listingChanged, ofListing } from './listing-changes.resolver.js';
export { ListingHistoryResolver } from './history.resolver.js';
export { ListingPayload } from './listing-changes.view.js';
export { endPause } from './end-pause.command.js';
export { reactivateListing } from './reactivate-listing.command.js';
export { withdrawListing } from './withdraw-listing.command.js';
