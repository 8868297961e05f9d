import { spokenList, type TextLanguage } from '../kernel/index.js';
import {
  criteriaStated,
  criterionOfPolicy,
  explain,
  LISTED_MAX,
  mostDeciding,
  silentAsks,
  silentFinding,
  type CriterionKind,
  type Finding,
  type Names,
  type Seeker,
  type Statements,
} from '../eligibility/index.js';
import type { Policy } from '../listings/index.js';
import type { ReasonView } from './placement.view.js';
import { placementTexts, policyText } from './texts.js';

/** What bears on a listing's unit: the listing's first kind, and what is stated beside its rules. */
export interface Bearing {
  kind: string;
  statements: Statements;
}

/**
 * Everything that a listing's unit says of one seeker, and its silence; most deciding first.
 * @param ruled what its rules come to for her
 * @param spoken the criteria of which any rule speaks
 */
export function findingsOf(
  { kind, statements }: Bearing,
  ruled: readonly Finding[],
  spoken: ReadonlySet<CriterionKind>,
  seeker: Seeker,
): Finding[] {
  const said = new Set([...spoken, ...criteriaStated(statements, seeker)]);
  const silent = silentAsks(kind, said, seeker).map(silentFinding);
  return mostDeciding([...ruled, ...silent]);
}

/** A finding in words: alike of every listing of which it is found, but for what one states beside its rules (`statedOf`). */
export function reasonOf(
  finding: Finding,
  seeker: Seeker,
  language: TextLanguage,
  names: Names,
): ReasonView {
  const { criterion, outcome } = finding;
  return { criterion, outcome, ...explain(finding, seeker, language, names) };
}

/** What a listing states of a criterion of which no rule speaks, and which is to be asked all the same; null where nothing. */
export function statedOf(
  { criterion, because }: Finding,
  { policies, languages }: Statements,
  language: TextLanguage,
  names: Names,
): string | null {
  if (because.why !== 'NOTHING_SAID') return null;
  const texts = placementTexts[language];
  if (criterion === 'LANGUAGE' && languages.length > 0) {
    if (languages.length > LISTED_MAX) return texts.languages.many(languages.length);
    const said = languages.map((tag) => names.language(tag) ?? tag);
    return texts.languages.others(spokenList(said, 'and', language));
  }
  const stated = policies.find(({ policy }) => criterionOfPolicy(policy) === criterion);
  return stated ? policyText(stated.policy as Policy, stated.holds, language) : null;
}
