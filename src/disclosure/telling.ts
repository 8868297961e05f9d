import { enumOf } from '../kernel/index.js';

/** To whom a listing or a location is told: to everyone, to partners, or to its own organization alone. */
export const Disclosure = enumOf('PUBLISHED', 'PARTNERS', 'OWN');
export type Disclosure = keyof typeof Disclosure;

/** Whether the street of a location is told wherever the location is. */
export const StreetTelling = enumOf('STREET_TOLD', 'STREET_WITHHELD');

/** How far something is told, in either aspect of it. */
export const Telling = { ...Disclosure, ...StreetTelling };
export type Telling = keyof typeof Telling;

/** The two ways in which something is told more or less, each decided by itself. */
export const Aspect = enumOf('DISCLOSURE', 'STREET');
export type Aspect = keyof typeof Aspect;

/** From what tells least to what tells most; the street apart from the rest. */
const order: Record<Aspect, readonly Telling[]> = {
  DISCLOSURE: ['OWN', 'PARTNERS', 'PUBLISHED'],
  STREET: ['STREET_WITHHELD', 'STREET_TOLD'],
};

export const aspectOf = (telling: Telling): Aspect =>
  telling in StreetTelling ? 'STREET' : 'DISCLOSURE';

/** Above zero where `after` tells more than `before`, below where less; both are of one aspect. */
export function loosens(before: Telling, after: Telling): number {
  const steps = order[aspectOf(after)];
  return steps.indexOf(after) - steps.indexOf(before);
}
