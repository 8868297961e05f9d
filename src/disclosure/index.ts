export { repeatsOf } from './repeats-of.js';
export type { Span, SpanKind, WithheldDoor } from './withheld-door.js';
