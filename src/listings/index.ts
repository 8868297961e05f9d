export { namesOf } from './criterion-names.query.js';
export { confirmListing, type ConfirmListing } from './confirm-listing.command.js';
export { ConfirmationMethod, ListingStatus, Policy, ServiceAreaKind } from './listing.js';
export {
  ConfirmationEntity,
  CriterionEntity,
  ListingEntity,
  ListingSiteEntity,
  ServiceAreaEntity,
} from './listing.entity.js';
export { ListingFilter } from './listing.input.js';
export { CriterionResolver, ListingResolver, ServiceAreaResolver } from './listing.resolver.js';
export { addCriteria, touchListing } from './listing.store.js';
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
export { criteriaOf, listingInput, writeListing, type ListingInput } from './write-listing.js';
