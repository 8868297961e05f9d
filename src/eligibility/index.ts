export {
  criterionInput,
  CriterionKind,
  readCriterion,
  Stance,
  type Criterion,
} from './criterion.js';
export { CriterionView } from './criterion.view.js';
export { sentenceOf, sentenceReview, type Names } from './sentence.js';
