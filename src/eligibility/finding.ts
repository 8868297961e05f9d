import { enumOf } from '../kernel/index.js';
import type { CriterionKind, Stance } from './criterion.js';
import type { Terms } from './holds.js';
import type { Child } from './seeker.js';

/** A rule as it is stored: its terms are read here, and may be unreadable. */
export interface Rule {
  readonly kind: CriterionKind;
  readonly stance: Stance;
  readonly terms: unknown;
}

/** The rules that bear on one unit: those of its whole listing, and its own. */
export interface Rules {
  readonly listing: readonly Rule[];
  readonly unit: readonly Rule[];
}

export const Outcome = enumOf('MET', 'NOT_MET', 'UNKNOWN');
export type Outcome = keyof typeof Outcome;

export const Verdict = enumOf('ELIGIBLE', 'ASK', 'NOT_ELIGIBLE');
export type Verdict = keyof typeof Verdict;

/**
 * Why an outcome is UNKNOWN. RULES_DISAGREE: the house turns away whom this unit expressly takes.
 * SOME_OUTSIDE: of the children, animals or convictions that she brings some are such as it takes, and some are not.
 * NOTHING_SAID: no rule speaks, and the table *what a silent listing asks* says to ask.
 */
export type WhyUnknown =
  | 'FACT_NOT_GIVEN'
  | 'CASE_BY_CASE'
  | 'OUTSIDE_WHAT_IT_SERVES'
  | 'SOME_OUTSIDE'
  | 'RULES_DISAGREE'
  | 'UNREADABLE'
  | 'NOTHING_SAID';

/** Which rule decided a finding; no rule where nothing is said. */
export interface Because {
  readonly rule: Pick<Rule, 'stance' | 'terms'> | null;
  /** The rule's terms as they were read; null where they could not be, or there is no rule. */
  readonly said: Terms | null;
  readonly from: 'LISTING' | 'UNIT' | null;
  /** Null where the outcome is settled. */
  readonly why: WhyUnknown | null;
  /** SOME_OUTSIDE: the children who are not such; none where it is not about children. */
  readonly leftOut?: readonly Child[];
}

/** What the rules of one criterion come to for one seeker. */
export interface Finding {
  readonly criterion: CriterionKind;
  readonly outcome: Outcome;
  readonly because: Because;
}
