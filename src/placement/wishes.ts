import {
  criterionOfPolicy,
  sentenceOf,
  type Names,
  type Outcome,
  type Rule,
} from '../eligibility/index.js';
import type { Availability } from '../housing/index.js';
import { primaryLanguage, spokenList, type TextLanguage } from '../kernel/index.js';
import type { Policy } from '../listings/index.js';
import type { WishView } from './placement.view.js';
import type { PlacementQuestion } from './question.js';
import { placementTexts, policyText } from './texts.js';

/** What a listing says of the things that can be wished for. */
interface Offer {
  policies: readonly { policy: Policy; holds: boolean }[];
  languages: readonly string[];
  /** Of the listing and of the unit that gave the verdict. */
  rules: () => readonly Rule[];
  /** Of the unit that gave the verdict; null for a service. */
  availability: Availability | null;
}

/** What became of each thing wished for: stated, denied, or to be asked. The verdict says the same. */
export function wishesOf(
  { policies, languages, bedsFor }: Pick<PlacementQuestion, 'policies' | 'languages' | 'bedsFor'>,
  offer: Offer,
  language: TextLanguage,
  nameOf: (tag: string) => string,
): WishView[] {
  const texts = placementTexts[language];
  const wishes = policies.map((policy) => policyWish(policy as Policy, offer, language));
  if (languages.length > 0) {
    const names = spokenList(languages.map(nameOf), 'or', language);
    const met = offer.languages.some((tag) => languages.includes(primaryLanguage(tag)));
    wishes.push({
      policy: null,
      outcome: met ? 'MET' : 'UNKNOWN',
      text: met ? texts.languages.met(names) : texts.languages.unknown(names),
      question: met ? null : texts.languages.question(names),
    });
  }
  if (bedsFor !== null && offer.availability) {
    wishes.push(bedsWish(bedsFor, offer.availability, language));
  }
  return wishes;
}

/** Rules about what policies are about name no places, nations or languages. */
const unnamed: Names = {
  county: () => '',
  region: () => undefined,
  nation: () => undefined,
  language: () => undefined,
};

/** What rules say of the matter of a policy that is not stated. */
function ruledText(policy: Policy, rules: readonly Rule[], language: TextLanguage): string | null {
  const criterion = criterionOfPolicy(policy);
  const said = rules
    .filter(({ kind }) => kind === criterion)
    .map((rule) => sentenceOf(rule, language, unnamed));
  return said.length > 0 ? placementTexts[language].ruled([...new Set(said)].join(' ')) : null;
}

function policyWish(policy: Policy, { policies, rules }: Offer, language: TextLanguage): WishView {
  const texts = placementTexts[language];
  const stated = policies.find((one) => one.policy === policy);
  const outcome: Outcome = stated ? (stated.holds ? 'MET' : 'NOT_MET') : 'UNKNOWN';
  const question = stated ? null : texts.policies[policy].question;
  const ruled = stated ? null : ruledText(policy, rules(), language);
  const text = ruled ?? policyText(policy, stated?.holds, language);
  return { policy, outcome, text, question };
}

function bedsWish(wanted: number, availability: Availability, language: TextLanguage): WishView {
  const { beds } = placementTexts[language];
  const { state, bedsOpen, capacity } = availability;
  const known = state === 'OPEN' ? bedsOpen : null;
  // Whoever asks for what is full, too, asks when it will not be: that is no no.
  const isClosed = state === 'FULL' || state === 'WAITLIST';
  if (capacity !== null && capacity < wanted) {
    return { policy: null, outcome: 'NOT_MET', text: beds.short(wanted), question: null };
  }
  if (known !== null && known < wanted) {
    return { policy: null, outcome: 'NOT_MET', text: beds.shortOpen(wanted), question: null };
  }
  if (known !== null) {
    return { policy: null, outcome: 'MET', text: beds.met(wanted, known), question: null };
  }
  return {
    policy: null,
    outcome: 'UNKNOWN',
    text: isClosed ? beds.none : beds.unknown(wanted),
    question: isClosed ? beds.whenFree(wanted) : beds.question(wanted),
  };
}
