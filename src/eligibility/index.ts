export { broughtUp } from './brought-up.js';
export { compileClause, type Clause, type ClauseRule, type CompiledClause } from './clause.js';
export { outcomeOf, type ClauseOutcome } from './compiled.js';
export { compileSeeker, type CompiledSeeker } from './compiled-seeker.js';
export {
  criterionInput,
  CriterionKind,
  readCriterion,
  Stance,
  type Criterion,
} from './criterion.js';
export { CriterionTerms, CriterionView } from './criterion.view.js';
export { mostDeciding } from './deciding.js';
export {
  Outcome,
  Verdict,
  type Because,
  type Finding,
  type Rule,
  type Rules,
  type WhyUnknown,
} from './finding.js';
export { judge, judgeKind, verdictOf } from './match.js';
export { explain } from './reason.js';
export {
  ChildInput,
  DocumentInput,
  readSeeker,
  SeekerInput,
  SeekerNationInput,
} from './seeker.input.js';
export type { Child, Land, Seeker, SeekerNation } from './seeker.js';
export { LISTED_MAX } from './sentences/listed.js';
export { aboutOf, sentenceOf, sentenceReview, type Names } from './sentence.js';
export {
  criterionBit,
  readSilentTable,
  silentAsks,
  silentFinding,
  silentMask,
  silentTable,
  type SilentCell,
} from './silent.js';
export {
  criteriaPerhapsStated,
  criteriaStated,
  criterionOfPolicy,
  policiesThatSpeak,
  statedTable,
  type Statements,
} from './stated.js';
export {
  AccessNeed,
  CareNeed,
  ConvictionKind,
  Custody,
  DocumentKind,
  Gender,
  ReferralSource,
  Situation,
  SubstanceUse,
} from './vocabulary.js';
