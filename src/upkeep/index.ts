export { RestoreListingResolver } from './restore-listing.resolver.js';
