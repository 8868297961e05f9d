import {
  ALL_BITS,
  ALWAYS,
  ANY_BIT,
  CHILD,
  HOME,
  HOW_MANY,
  LANGUAGE,
  NATION,
  RANGE,
  REFUSES,
  REQUIRES,
  SERVES,
  UNREADABLE,
  WEIGHS,
  WELCOMES,
  WHO,
  type CompiledClause,
  type CompiledRule,
} from './clause.js';
import type { CompiledSeeker } from './compiled-seeker.js';

/** What a clause comes to for a seeker: 0 MET, 1 UNKNOWN, 2 NOT_MET, 3 nothing is said. */
export type ClauseOutcome = 0 | 1 | 2 | 3;

/** Truths as numbers: their least is *all*, their greatest is *any*. */
const NO = 0;
const OPEN = 1;
const YES = 2;

function truthOf(rule: CompiledRule, kind: number, seeker: CompiledSeeker): number {
  switch (rule.form) {
    case ANY_BIT:
      if ((seeker.yes[kind]! & rule.mask) !== 0) return YES;
      return (seeker.no[kind]! & rule.mask) === rule.mask ? NO : OPEN;
    case ALL_BITS:
      if ((seeker.yes[kind]! & rule.mask) === rule.mask) return YES;
      return (seeker.no[kind]! & rule.mask) !== 0 ? NO : OPEN;
    case RANGE: {
      const least = seeker.least[rule.slot]!;
      const most = seeker.most[rule.slot]!;
      if (least >= rule.least && most <= rule.most) return YES;
      return most < rule.least || least > rule.most ? NO : OPEN;
    }
    case CHILD:
      return childTruth(rule, seeker);
    case HOME:
      if (seeker.home < 0) return OPEN;
      if (rule.places.has(seeker.home)) return rule.outside ? NO : YES;
      if (rule.outside) return YES;
      return rule.complete ? NO : OPEN;
    case NATION:
      return nationTruth(rule, seeker);
    case LANGUAGE:
      for (const language of seeker.languages) if (rule.names.has(language)) return YES;
      return OPEN;
    case ALWAYS:
      return YES;
    default:
      return OPEN;
  }
}

function childTruth(rule: CompiledRule, seeker: CompiledSeeker): number {
  if (!seeker.childrenKnown) return OPEN;
  let best = NO;
  let least = YES;
  for (let index = 0; index < seeker.childAges.length; index += 1) {
    const age = seeker.childAges[index]!;
    const gender = seeker.childGenders[index]!;
    const ofGender = rule.mask === 0 ? YES : gender === 0 ? OPEN : gender & rule.mask ? YES : NO;
    const ofAge = rule.anyName
      ? YES
      : age < 0
        ? OPEN
        : age >= rule.least && age <= rule.most
          ? YES
          : NO;
    const such = Math.min(ofGender, ofAge);
    best = Math.max(best, such);
    least = Math.min(least, such);
  }
  // One child is enough to be refused or weighed; to be taken in, each must be such.
  const isDoor = rule.stance === SERVES || rule.stance === REQUIRES;
  return isDoor && best === YES && least !== YES ? OPEN : best;
}

function nationTruth(rule: CompiledRule, seeker: CompiledSeeker): number {
  const yes = seeker.nationsYes[rule.slot]!;
  if (rule.anyName) return yes.length > 0 ? YES : OPEN;
  for (const nation of yes) if (rule.names.has(nation)) return YES;
  let denied = 0;
  for (const nation of seeker.nationsNo[rule.slot]!) if (rule.names.has(nation)) denied += 1;
  return denied === rule.names.size ? NO : OPEN;
}

/** What is said, from the least that decides to the most; NOTHING where no rule has anything to say. */
const NOTHING = 0;
const MET = 1;
const UNKNOWN = 2;
const NOT_MET = 3;
const outcomes: readonly ClauseOutcome[] = [3, 0, 1, 2];

/** What a rule alone of its kind says: by stance, then by truth (no, open, yes). */
const alone = new Uint8Array(18);
alone.set([UNKNOWN, UNKNOWN, MET], SERVES * 3);
alone.set([NOTHING, NOTHING, MET], WELCOMES * 3);
alone.set([NOT_MET, UNKNOWN, MET], REQUIRES * 3);
alone.set([MET, UNKNOWN, NOT_MET], REFUSES * 3);
alone.set([NOTHING, UNKNOWN, UNKNOWN], WEIGHS * 3);
alone.set([UNKNOWN, UNKNOWN, UNKNOWN], UNREADABLE * 3);

/** What one clause comes to for one seeker. Allocates nothing. */
export function outcomeOf(clause: CompiledClause, seeker: CompiledSeeker): ClauseOutcome {
  const { rules } = clause;
  if (rules.length === 1) {
    const rule = rules[0]!;
    const truth = truthOf(rule, clause.kind, seeker);
    const flipped = clause.papers && rule.stance === WEIGHS ? YES - truth : truth;
    const stance = rule.stance === SERVES ? servingOf(clause, seeker) : rule.stance;
    return outcomes[alone[stance * 3 + flipped]!]!;
  }
  let said = NOTHING;
  for (let matter = WHO; matter < clause.matters; matter += 1) {
    said = Math.max(said, saidOf(clause, matter, seeker));
  }
  return outcomes[said]!;
}

/** To serve those who bring something is but a welcome to her who is known to bring nothing of the kind. */
const servingOf = (clause: CompiledClause, seeker: CompiledSeeker): number =>
  (seeker.bringsNone & (1 << clause.kind)) !== 0 ? WELCOMES : SERVES;

/** Whether a rule decides case by case, as far as is known of such a seeker; papers, of one who lacks them. */
function isBent(clause: CompiledClause, seeker: CompiledSeeker): boolean {
  if (clause.bent) return true;
  const outside = clause.papers ? YES : NO;
  for (const rule of clause.rules) {
    if (rule.stance === WEIGHS && truthOf(rule, clause.kind, seeker) !== outside) return true;
  }
  return false;
}

/** -1 until a rule of that stance was met. `required` holds the least truth, the others the greatest. */
function saidOf(clause: CompiledClause, matter: number, seeker: CompiledSeeker): number {
  let said = NOTHING;
  let served = -1;
  let servedByUnit = -1;
  let weighed = -1;
  let unitTakes = -1;
  let required = YES;
  let requiredByUnit = YES;
  let welcome = servingOf(clause, seeker);
  for (const rule of clause.rules) {
    if (rule.matter !== matter) continue;
    const truth = truthOf(rule, clause.kind, seeker);
    const { stance, unit } = rule;
    if (stance === REFUSES || stance === UNREADABLE) {
      said = Math.max(said, alone[stance * 3 + truth]!);
    } else if (stance === WEIGHS) {
      weighed = Math.max(weighed, clause.papers ? YES - truth : truth);
    } else if (stance === REQUIRES) {
      said = Math.max(said, truth === NO ? NOTHING : alone[stance * 3 + truth]!);
      if (unit) {
        unitTakes = Math.max(unitTakes, truth);
        requiredByUnit = Math.min(requiredByUnit, truth);
      } else required = Math.min(required, truth);
    } else {
      if (stance === WELCOMES) welcome = WELCOMES;
      if (unit) servedByUnit = Math.max(servedByUnit, truth);
      else served = Math.max(served, truth);
    }
  }
  if (weighed >= 0) said = Math.max(said, alone[WEIGHS * 3 + weighed]!);
  if (servedByUnit >= 0) said = Math.max(said, alone[welcome * 3 + servedByUnit]!);
  const unitDecides = Math.max(unitTakes, servedByUnit) === YES;
  if (served >= 0 && !unitDecides) said = Math.max(said, alone[welcome * 3 + served]!);
  const broken = Math.min(required, requiredByUnit) === NO;
  if (!broken || said === NOT_MET) return said;
  // The unit may take whom the house leaves out, of what can only be one way.
  const oneFact = clause.oneFact || matter === HOW_MANY;
  const disagree = requiredByUnit !== NO && oneFact && unitTakes > NO;
  return disagree || isBent(clause, seeker) ? UNKNOWN : NOT_MET;
}
