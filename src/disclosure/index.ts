export { sealedAddresses } from './confidential-address.store.js';
export { checkReadable } from './doors.js';
export { exactAddress, point, postalAddress, type ExactAddress } from './exact-address.js';
export { checkThere, decidedThing, deciderOf, reasonText, type Decider } from './deciding.js';
export {
  capacityIn,
  isOfNation,
  isOfNone,
  knowsDoorsOf,
  madeAs,
  mayReadUnheld,
  reachOf,
  reachOfViewer,
  type Capacity,
  type Reach,
} from './capacity.js';
export { checkTold, type CheckedTold } from './check-told.command.js';
export { checkMayWrite, mayWrite } from './check-may-write.js';
export {
  discloseListings,
  discloseWithState,
  hasWithheld,
  holdDisclosed,
  holdListings,
  sitesOf,
  type Disclosed,
} from './disclosed.store.js';
export { DisclosureResolver } from './disclosure.resolver.js';
export {
  type HeldAgainst,
  doorsToHold,
  holdAddressAgainstDoors,
  holdAgainstDoors,
  holdListingAgainstDoors,
  holdNoted,
  holdToldAgainstDoors,
  NOT_KEPT,
  reasonToKeep,
  wordsToKeep,
} from './hold-against-doors.command.js';
export { noteDisclosed } from './note-disclosed.command.js';
export { noteWritten } from './note-written.command.js';
export { NoticesResolver } from './notices.resolver.js';
export { isOpen, mayApprove } from './proposal-row.js';
export { ProposalsResolver } from './proposals.resolver.js';
export { RevealResolver } from './reveal.resolver.js';
export { Disclosure, Telling } from './telling.js';
export { forgetLeading, noteUnheld } from './own-texts.store.js';
export { DoorRefusal } from './door-refusal.js';
export { openAddress } from './open-address.command.js';
export { sealAddress } from './seal-address.command.js';
export { takeDown } from './take-down.command.js';
export { repeatsOf } from './repeats-of.js';
export { checkOfIt } from './waiting.js';
export type { Span, SpanKind, WithheldDoor } from './withheld-door.js';
