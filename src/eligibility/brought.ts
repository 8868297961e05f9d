import type { CriterionKind } from './criterion.js';
import { any, every, isSuchChild, type SuchChildren, type Terms, type Truth } from './holds.js';
import type { Child, Seeker } from './seeker.js';
import { convictionsItMayBe, type ConvictionKind } from './vocabulary.js';

/*
 * One of what she brings that fits takes in no other. To be refused or weighed, one is enough; to be taken in, each
 * must be named.
 */

/** The children whom some rules take in, together. */
export const childrenOf = (rules: readonly Terms[]): SuchChildren[] =>
  rules.flatMap((terms) => ('children' in terms ? terms.children : []));

const isTaken = (taken: readonly SuchChildren[]) => (child: Child) =>
  any(taken.map((such) => isSuchChild(such)(child)));

/**
 * Whether a door that is open to such children is open to all of hers; none of whom is no answer. Where some are such and
 * some are not, it is not known to be shut either: nobody has said that the others may not come.
 */
export function areTaken(taken: readonly SuchChildren[], { children }: Seeker): Truth {
  if (children === undefined) return undefined;
  const truths = children.map(isTaken(taken));
  return any(truths) === true ? every(truths) || undefined : any(truths);
}

/** The children who are known not to be taken, beside others who are known to be; none where there are no such others. */
export function leftOut(taken: readonly SuchChildren[], { children = [] }: Seeker): Child[] {
  const is = isTaken(taken);
  return children.some((child) => is(child) === true)
    ? children.filter((child) => is(child) === false)
    : [];
}

const more: Partial<Record<CriterionKind, (named: ReadonlySet<string>, seeker: Seeker) => Truth>> =
  {
    // Where pets are served, a service animal is no more. Where service animals are, a pet is.
    ANIMALS: (named, { pets }) => !named.has('PET') && pets,
    CONVICTIONS: (named, { convictions = [] }) =>
      any(
        convictions
          .filter((one) => !named.has(one))
          .map((one) =>
            convictionsItMayBe[one].some((may: ConvictionKind) => named.has(may))
              ? undefined
              : true,
          ),
      ),
  };

/** Whether what she is known to bring of a kind is more than some rules together name, where they name some of it. */
export function bringsMore(kind: CriterionKind, rules: readonly Terms[], seeker: Seeker): Truth {
  const beside = more[kind];
  if (!beside) return false;
  const named = rules.flatMap((terms) => Object.values(terms).flat() as string[]);
  return beside(new Set(named), seeker);
}
