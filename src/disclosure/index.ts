export { sealedAddresses } from './confidential-address.store.js';
export { exactAddress, point, postalAddress, type ExactAddress } from './exact-address.js';
export { DisclosureResolver } from './disclosure.resolver.js';
export { openAddress } from './open-address.command.js';
export { sealAddress } from './seal-address.command.js';
export { repeatsOf } from './repeats-of.js';
export type { Span, SpanKind, WithheldDoor } from './withheld-door.js';
