import {
  ALL_BITS,
  ALWAYS,
  ANY_BIT,
  CHILD,
  CHILDREN,
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

function isSuch(rule: CompiledRule, seeker: CompiledSeeker, child: number): number {
  const age = seeker.childAges[child]!;
  const gender = seeker.childGenders[child]!;
  const ofGender = rule.mask === 0 ? YES : gender === 0 ? OPEN : gender & rule.mask ? YES : NO;
  if (rule.anyName) return ofGender;
  const ofAge = age < 0 ? OPEN : age >= rule.least && age <= rule.most ? YES : NO;
  return Math.min(ofGender, ofAge);
}

function childTruth(rule: CompiledRule, seeker: CompiledSeeker): number {
  if (!seeker.childrenKnown) return OPEN;
  let best = NO;
  let least = YES;
  for (let child = 0; child < seeker.childAges.length; child += 1) {
    const such = isSuch(rule, seeker, child);
    best = Math.max(best, such);
    least = Math.min(least, such);
  }
  // One child is enough to be refused, weighed or named; where such are required, each must be.
  return rule.stance === REQUIRES && best === YES && least !== YES ? OPEN : best;
}

/** Whether what one side serves, which names some of what she brings, leaves out the rest, or may. */
function leavesSome(
  { rules, kind }: CompiledClause,
  unit: boolean,
  matter: number,
  seeker: CompiledSeeker,
): boolean {
  if (matter === CHILDREN) {
    for (let child = 0; child < seeker.childAges.length; child += 1) {
      let best = NO;
      for (const rule of rules) {
        if (rule.form !== CHILD || rule.stance !== SERVES || rule.unit !== unit) continue;
        best = Math.max(best, isSuch(rule, seeker, child));
      }
      if (best !== YES) return true;
    }
    return false;
  }
  let rest = seeker.brings[kind]!;
  for (const rule of rules) {
    if (rule.stance === SERVES && rule.unit === unit) rest &= ~rule.mask;
  }
  return rest !== 0;
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
    if (rule.stance === SERVES) {
      const takes = servesAll(truth, clause, rule.unit, rule.matter, seeker);
      return outcomes[alone[servingOf(clause, seeker) * 3 + takes]!]!;
    }
    const flipped = clause.papers && rule.stance === WEIGHS ? YES - truth : truth;
    return outcomes[alone[rule.stance * 3 + flipped]!]!;
  }
  let said = NOTHING;
  const bringsNoChild = seeker.childrenKnown && seeker.childAges.length === 0;
  for (let matter = WHO; matter < clause.matters; matter += 1) {
    if (matter === CHILDREN && bringsNoChild) continue;
    said = Math.max(said, saidOf(clause, matter, seeker));
  }
  return outcomes[said]!;
}

/** The truth of what one side serves, where that names her: open where it leaves out some of what she brings. */
const servesAll = (
  truth: number,
  clause: CompiledClause,
  unit: boolean,
  matter: number,
  seeker: CompiledSeeker,
): number => (truth === YES && leavesSome(clause, unit, matter, seeker) ? OPEN : truth);

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
    // Whoever brings such children is somebody whom the house names.
    if (rule.matter !== matter && (matter !== WHO || rule.matter !== CHILDREN)) continue;
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
  servedByUnit = servesAll(servedByUnit, clause, true, matter, seeker);
  served = servesAll(served, clause, false, matter, seeker);
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
