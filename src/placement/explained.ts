import { spokenList, type TextLanguage } from '../kernel/index.js';
import {
  criteriaStated,
  criterionOfPolicy,
  explain,
  judge,
  LISTED_MAX,
  mostDeciding,
  silentAsks,
  silentFinding,
  type CriterionKind,
  type Finding,
  type Land,
  type Names,
  type Rules,
  type Seeker,
  type Statements,
} from '../eligibility/index.js';
import type { Policy } from '../listings/index.js';
import type { ReasonView } from './placement.view.js';
import { placementTexts, policyText } from './texts.js';

/** What bears on a listing's unit: the listing's first kind, the rules, and what is stated beside them. */
export interface Bearing {
  kind: string;
  rules: Rules;
  statements: Statements;
}

/** Everything that the rules of a listing's unit, and its silence, say of one seeker; most deciding first. */
export function findingsOf(
  { kind, rules, statements }: Bearing,
  seeker: Seeker,
  land: Land,
): Finding[] {
  const ruled = judge(rules, seeker, land);
  const spoken = new Set([
    ...[...rules.listing, ...rules.unit].map((rule) => rule.kind),
    ...criteriaStated(statements, seeker),
  ]);
  const silent = silentAsks(kind, spoken, seeker).map(silentFinding);
  return mostDeciding([...ruled, ...silent]);
}

export function reasonOf(
  finding: Finding,
  { statements }: Bearing,
  seeker: Seeker,
  language: TextLanguage,
  names: Names,
): ReasonView {
  const { criterion, outcome, because } = finding;
  const { text, question } = explain(finding, seeker, language, names);
  const stated =
    because.why === 'NOTHING_SAID' ? statedOf(criterion, statements, language, names) : null;
  return { criterion, outcome, text: stated ?? text, question };
}

/** What a listing states of a criterion of which no rule speaks, and which is to be asked all the same. */
function statedOf(
  criterion: CriterionKind,
  { policies, languages }: Statements,
  language: TextLanguage,
  names: Names,
): string | null {
  const texts = placementTexts[language];
  if (criterion === 'LANGUAGE' && languages.length > 0) {
    if (languages.length > LISTED_MAX) return texts.languages.many(languages.length);
    const said = languages.map((tag) => names.language(tag) ?? tag);
    return texts.languages.others(spokenList(said, 'and', language));
  }
  const stated = policies.find(({ policy }) => criterionOfPolicy(policy) === criterion);
  return stated ? policyText(stated.policy as Policy, stated.holds, language) : null;
}
