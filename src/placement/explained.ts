import type { TextLanguage } from '../kernel/index.js';
import {
  explain,
  judge,
  mostDeciding,
  silentAsks,
  silentFinding,
  type Finding,
  type Land,
  type Names,
  type Rules,
  type Seeker,
} from '../eligibility/index.js';
import type { ReasonView } from './placement.view.js';

/** Everything that the rules of a listing's unit, and its silence, say of one seeker; most deciding first. */
export function findingsOf(kind: string, rules: Rules, seeker: Seeker, land: Land): Finding[] {
  const stated = judge(rules, seeker, land);
  const spoken = new Set([...rules.listing, ...rules.unit].map((rule) => rule.kind));
  const silent = silentAsks(kind, spoken, seeker).map(silentFinding);
  return mostDeciding([...stated, ...silent]);
}

export function reasonOf(
  finding: Finding,
  seeker: Seeker,
  language: TextLanguage,
  names: Names,
): ReasonView {
  const { criterion, outcome } = finding;
  return { criterion, outcome, ...explain(finding, seeker, language, names) };
}
