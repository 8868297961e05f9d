import type { CriterionKind } from './criterion.js';
import type { Seeker } from './seeker.js';

type Known = (seeker: Seeker) => boolean;

/**
 * Of these, to serve those who bring them says what more may come along. Who is known to bring none is not
 * asked: nobody is turned away for coming without a dog.
 */
export const bringsNone: Partial<Record<CriterionKind, Known>> = {
  ANIMALS: ({ pets, serviceAnimal }) => pets === false && serviceAnimal === false,
  CONVICTIONS: ({ convictions }) => convictions?.length === 0,
};
