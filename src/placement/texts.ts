import type { Outcome } from '../eligibility/index.js';
import type { AvailabilityState } from '../housing/index.js';
import type { TextLanguage } from '../kernel/index.js';
import type { Policy } from '../listings/index.js';
import { english } from './texts/en.js';
import { spanish } from './texts/es.js';

/** What a search says in one language, besides the reasons of rules. */
export interface PlacementTexts {
  /** What is so where a policy holds, what is so where it does not, and how to ask. */
  policies: Record<Policy, { holds: string; denied: string; question: string }>;
  /** Of what no policy says anything, but a rule does. */
  ruled: (rule: string) => string;
  /** `either` is what is so or is not, with no *no* in it. */
  policy: Record<Outcome, (said: { holds: string; denied: string; either: string }) => string>;
  languages: Record<'met' | 'unknown' | 'question', (names: string) => string> & {
    /** Where languages are stated, and none that the seeker speaks; and where they are too many to hear. */
    others: (names: string) => string;
    many: (count: number) => string;
  };
  beds: {
    met: (wanted: number, open: number) => string;
    /** Fewer beds than are needed in all; and, of what may be enough, fewer that are open. */
    short: (wanted: number) => string;
    shortOpen: (wanted: number) => string;
    unknown: (wanted: number) => string;
    question: (wanted: number) => string;
    /** Where a report that holds says that nobody is taken in now. */
    none: string;
    whenFree: (wanted: number) => string;
  };
  widen: {
    within: (meters: number, more: number) => string;
    availability: (state: AvailabilityState, more: number) => string;
    askAbout: (about: string, more: number) => string;
    caseByCase: (about: string, more: number) => string;
  };
}

export const placementTexts: Record<TextLanguage, PlacementTexts> = {
  en: english,
  es: spanish,
};

/** What a listing says by stating a policy, or that it does not say it. */
export function policyText(
  policy: Policy,
  holds: boolean | undefined,
  language: TextLanguage,
): string {
  const texts = placementTexts[language];
  const outcome = holds === undefined ? 'UNKNOWN' : holds ? 'MET' : 'NOT_MET';
  const said = texts.policies[policy];
  const either = policy.startsWith('NO_') ? said.denied : said.holds;
  return texts.policy[outcome]({ ...said, either });
}

/** Who has read the texts of a language over. Nothing is passed off as reviewed that is not. */
export const placementTextReview: Record<TextLanguage, string> = {
  en: 'Read over by those who wrote it; not yet by advocates.',
  es: 'Written by those who wrote the English; not yet read over by a native speaker.',
};
