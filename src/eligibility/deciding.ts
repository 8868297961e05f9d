import type { CriterionKind } from './criterion.js';
import type { Finding } from './finding.js';

const QUESTIONS_MAX = 5;

/**
 * Criteria from the most deciding to the least, each with its reason. First what decides for a whole house
 * and is answered in a word; then what may be arranged; last what is talked over once she is there.
 */
const deciding: Readonly<Record<CriterionKind, string>> = {
  AGE: 'A licence goes by age, and nobody on the phone can bend it.',
  GENDER: 'A house for one gender is so as a whole.',
  HOUSEHOLD: 'There is a room for those who come together, or there is none.',
  CUSTODY: 'Who has custody decides whether she may stay at all.',
  CONVICTIONS: 'Some are forbidden by law or lease.',
  SITUATION: 'The money of a place may be for one situation alone.',
  NATION: 'A nation’s house is for whom the nation says.',
  RESIDENCE: 'The county that pays decides, and some houses keep away from home.',
  REFERRAL_SOURCE:
    'It says who must make the call, so it comes before the call is made for nothing.',
  SUBSTANCE_USE: 'It often decides, and is often bent for the person.',
  CARE_NEEDS: 'It decides whether she is safe there.',
  ACCESS: 'It decides whether she can come in.',
  ANIMALS: 'She may not leave without the animal, but someone else may keep it.',
  DOCUMENTS: 'Papers can often follow.',
  INCOME: 'It decides for a lease, seldom for tonight.',
  POLICE_COOPERATION: 'It is hers to choose, and most places do not mind.',
  IMMIGRATION: 'Few places turn on it, and her status is never told.',
  STAY_HISTORY: 'The place itself knows it.',
  LANGUAGE: 'An interpreter can be found.',
  VETERAN: 'Few places turn on it.',
  LGBTQ: 'Few places turn on it.',
  WORK_OR_SCHOOL: 'It is talked over once she is there.',
  FAITH: 'It is hers to weigh.',
  CULTURE: 'It is never asked of her.',
};
const ranks = new Map(Object.keys(deciding).map((kind, rank) => [kind as CriterionKind, rank]));

/**
 * What is told of a match: every broken rule, at most five questions, the most deciding first, and every
 * rule that is met. The verdict is that of all findings, told or not.
 */
export function mostDeciding(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort(
    (one, other) => ranks.get(one.criterion)! - ranks.get(other.criterion)!,
  );
  const of = (outcome: Finding['outcome']) =>
    sorted.filter((finding) => finding.outcome === outcome);
  return [...of('NOT_MET'), ...of('UNKNOWN').slice(0, QUESTIONS_MAX), ...of('MET')];
}
