import { bringsNone } from './brings-none.js';
import { CriterionKind, Stance, storedTerms } from './criterion.js';
import type { Because, Finding, Outcome, Rule, Rules, Verdict, WhyUnknown } from './finding.js';
import { areTaken, bringsMore, childrenOf, leftOut } from './brought.js';
import { any, holds, namesEveryone, not, type Terms, type Truth } from './holds.js';
import type { Child, Land, Seeker } from './seeker.js';

/** A rule that was read, and whether the seeker is among those whom it names. */
interface Read {
  rule: Rule;
  from: 'LISTING' | 'UNIT';
  terms: Terms;
  holds: Truth;
  /** Where that is open of some of her children and not so of others, the others; empty else. */
  leftOut: readonly Child[];
  /** How many come is a matter apart from who they are: being welcome by one says nothing of the other. */
  matter: 'WHO' | 'HOW_MANY';
}
interface Voice extends Because {
  rule: Rule;
  from: 'LISTING' | 'UNIT';
  outcome: Outcome;
}

/** To name these as served is to welcome them; those not named are not asked about. */
const welcomes: ReadonlySet<CriterionKind> = new Set([
  'LGBTQ',
  'VETERAN',
  'LANGUAGE',
  'CULTURE',
  'FAITH',
  'ACCESS',
]);
/**
 * The seeker has one of these and no other, so two rules that name different ones contradict each other.
 * So it is with how many come.
 */
const ofOneFact: ReadonlySet<CriterionKind> = new Set([
  'AGE',
  'GENDER',
  'RESIDENCE',
  'SUBSTANCE_USE',
  'CUSTODY',
  'INCOME',
  'REFERRAL_SOURCE',
]);

const kinds = Object.values(CriterionKind);

/**
 * What stated rules come to for what is known of one seeker: one finding a criterion that spoke, in the
 * order of the vocabulary. NOT_MET only where a stated rule is broken by a stated fact.
 */
export function judge(rules: Rules, seeker: Seeker, land: Land): Finding[] {
  const spoken = new Set([...rules.listing, ...rules.unit].map(({ kind }) => kind));
  return kinds.flatMap((kind) => {
    if (!spoken.has(kind)) return [];
    const of = (list: readonly Rule[]) => list.filter((rule) => rule.kind === kind);
    return (
      judgeKind(kind, { listing: of(rules.listing), unit: of(rules.unit) }, seeker, land) ?? []
    );
  });
}

/** The same of the rules of one kind; null where they say nothing to this seeker. */
export function judgeKind(
  kind: CriterionKind,
  { listing, unit }: Rules,
  seeker: Seeker,
  land: Land,
): Finding | null {
  const loudest = voices(kind, listing, unit, seeker, land).sort(louder)[0];
  if (!loudest) return null;
  const { rule, outcome, ...because } = loudest;
  const { stance, terms } = rule;
  return { criterion: kind, outcome, because: { ...because, rule: { stance, terms } } };
}

/** NOT_ELIGIBLE where a rule is broken; ASK where anything is unknown; else ELIGIBLE. */
export function verdictOf(findings: readonly Pick<Finding, 'outcome'>[]): Verdict {
  const has = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome);
  if (has('NOT_MET')) return 'NOT_ELIGIBLE';
  return has('UNKNOWN') ? 'ASK' : 'ELIGIBLE';
}

/** From what most needs a call to what least does. */
const whys: readonly WhyUnknown[] = [
  'RULES_DISAGREE',
  'CASE_BY_CASE',
  // No fact that is still to be told settles this.
  'SOME_OUTSIDE',
  'FACT_NOT_GIVEN',
  'OUTSIDE_WHAT_IT_SERVES',
  'UNREADABLE',
  'NOTHING_SAID',
];

/** Where several rules of a kind speak, the first of these decides. The order of rules never does. */
function louder(one: Voice, other: Voice): number {
  const rank = ({ outcome, why, rule, from }: Voice) => [
    ['NOT_MET', 'UNKNOWN', 'MET'].indexOf(outcome),
    whys.indexOf(why!),
    // Of what is decided case by case, the rule that says so tells it best.
    why === 'CASE_BY_CASE' && rule.stance === why ? 0 : 1,
    ['REQUIRES', 'REFUSES', 'SERVES', 'CASE_BY_CASE'].indexOf(rule.stance),
    from === 'UNIT' ? 0 : 1,
  ];
  const [ranks, others] = [rank(one), rank(other)];
  const step = ranks.findIndex((value, index) => value !== others[index]);
  if (step >= 0) return ranks[step]! - others[step]!;
  const [terms, otherTerms] = [one, other].map(({ rule }) => JSON.stringify(rule.terms));
  return terms === otherTerms ? 0 : terms! < otherTerms! ? -1 : 1;
}

function voices(
  kind: CriterionKind,
  listing: readonly Rule[],
  unit: readonly Rule[],
  seeker: Seeker,
  land: Land,
): Voice[] {
  const read: Read[] = [];
  const unreadable: Voice[] = [];
  for (const [from, rules] of [['LISTING', listing] as const, ['UNIT', unit] as const]) {
    for (const rule of rules) {
      const terms = Object.hasOwn(Stance, rule.stance) ? storedTerms(kind, rule.terms) : null;
      if (terms) read.push(readOf(rule, from, terms, seeker, land));
      else unreadable.push({ outcome: 'UNKNOWN', rule, said: null, from, why: 'UNREADABLE' });
    }
  }
  const mayBend = unreadable.some(({ rule }) => rule.stance === 'CASE_BY_CASE');
  const by = (stance: Stance) => read.filter(({ rule }) => rule.stance === stance);
  return [
    ...unreadable,
    ...by('REFUSES').map((one) => voice(one, not(one.holds), 'NOT_MET')),
    ...by('REQUIRES').flatMap((one) => required(one, read, mayBend)),
    ...by('CASE_BY_CASE').flatMap((one) => weighed(one)),
    ...by('SERVES').flatMap((one) => served(one, read, seeker)),
    ...by('SERVES').flatMap((one) => servedChildren(one, read, seeker)),
  ];
}

function readOf(rule: Rule, from: Read['from'], terms: Terms, seeker: Seeker, land: Land): Read {
  const matter = 'peopleMin' in terms || 'peopleMax' in terms ? 'HOW_MANY' : 'WHO';
  const { kind, stance } = rule;
  const isDoor = stance === 'SERVES' || stance === 'REQUIRES';
  const such = stance === 'REQUIRES' ? childrenOf([terms]) : [];
  const so =
    (isDoor && namesEveryone(terms)) ||
    (such.length > 0 ? areTaken(such, seeker) : holds[kind](terms as never, seeker, land));
  return { rule, from, terms, matter, holds: so, leftOut: leftOut(such, seeker) };
}

/** What a rule says, where it is known whether it is kept, and where that is open. */
function voice(
  { rule, terms: said, from, leftOut }: Omit<Read, 'holds' | 'matter'>,
  kept: Truth,
  broken: 'NOT_MET' | Exclude<WhyUnknown, 'FACT_NOT_GIVEN'>,
): Voice {
  if (kept === true) return { outcome: 'MET', rule, said, from, why: null };
  if (kept === undefined) {
    if (leftOut.length > 0)
      return { outcome: 'UNKNOWN', rule, said, from, why: 'SOME_OUTSIDE', leftOut };
    return { outcome: 'UNKNOWN', rule, said, from, why: 'FACT_NOT_GIVEN' };
  }
  if (broken === 'NOT_MET') return { outcome: 'NOT_MET', rule, said, from, why: null };
  return { outcome: 'UNKNOWN', rule, said, from, why: broken };
}

/** Only those it names; unless it is bent for others case by case, or the unit names whom the house does not. */
function required(one: Read, read: readonly Read[], mayBend: boolean): Voice[] {
  if (one.holds !== false) return [voice(one, one.holds, 'NOT_MET')];
  if (mayBend || read.some((other) => isWeighed(other) !== false)) {
    return [voice(one, false, 'CASE_BY_CASE')];
  }
  const { kind } = one.rule;
  const ofOne = ofOneFact.has(kind) || one.matter === 'HOW_MANY';
  if (one.from === 'UNIT' || !ofOne) return [voice(one, false, 'NOT_MET')];
  const expressly = any(
    ruling(read, 'REQUIRES', 'UNIT').map(({ matter, holds }) => matter === one.matter && holds),
  );
  // Where the unit may yet take her, its own rule asks, and the house's waits for the answer.
  if (expressly === undefined) return [];
  return [voice(one, false, expressly ? 'RULES_DISAGREE' : 'NOT_MET')];
}

/** Whether a rule says that the seeker is weighed. Papers are weighed where they are missing. */
function isWeighed({ rule, holds }: Read): Truth {
  return rule.stance === 'CASE_BY_CASE' && (rule.kind === 'DOCUMENTS' ? not(holds) : holds);
}

/** Those it names are weighed, and of those outside it says nothing. */
function weighed(one: Read): Voice[] {
  const so = isWeighed(one);
  return so === false ? [] : [voice(one, not(so), 'CASE_BY_CASE')];
}

/**
 * All that is served is one saying: whom one rule names, the next need not. A unit that expressly names
 * the person decides for its house. Outside is a question, except where serving is a welcome, or where
 * there is nothing to take in.
 */
function served(one: Read, read: readonly Read[], seeker: Seeker): Voice[] {
  const { kind } = one.rule;
  const same = read.filter(({ matter }) => matter === one.matter);
  const { named, more } = sayingOf(kind, same, one.from, seeker);
  const unit = sayingOf(kind, same, 'UNIT', seeker);
  const expressly =
    (unit.named === true && unit.more === false) ||
    ruling(same, 'REQUIRES', 'UNIT').some(({ holds }) => holds);
  const takes = named === true && more !== false ? undefined : named;
  // What another rule of this saying decides, that rule says.
  if (one.holds !== named || (takes !== true && one.from === 'LISTING' && expressly)) return [];
  if (takes !== true && (welcomes.has(kind) || bringsNone[kind]?.(seeker))) return [];
  if (named === true && more === true) return [voice(one, false, 'SOME_OUTSIDE')];
  return [voice(one, takes, 'OUTSIDE_WHAT_IT_SERVES')];
}

const ruling = (read: readonly Read[], stance: Stance, side: Read['from']): Read[] =>
  read.filter(({ rule, from }) => rule.stance === stance && from === side);

/** Whether what one side serves names her, and whether she brings more of the kind than that. */
function sayingOf(kind: CriterionKind, read: readonly Read[], side: Read['from'], seeker: Seeker) {
  const saying = ruling(read, 'SERVES', side);
  const named = any(saying.map(({ holds }) => holds));
  const terms = saying.map(({ terms }) => terms);
  return { named, more: named === true && bringsMore(kind, terms, seeker) };
}

/**
 * Which children may come is one saying more: to be welcome as a parent, or with one of hers, takes in no other of them. Who brings
 * none is not asked. A unit that expressly takes all of hers decides for its house.
 */
function servedChildren(one: Read, read: readonly Read[], seeker: Seeker): Voice[] {
  if (!('children' in one.terms) || seeker.children?.length === 0) return [];
  const takenBy = (stance: Stance, side: Read['from']) =>
    childrenOf(ruling(read, stance, side).map(({ terms }) => terms));
  const taken = takenBy('SERVES', one.from);
  const takes = areTaken(taken, seeker);
  const expressly =
    areTaken(takenBy('SERVES', 'UNIT'), seeker) === true ||
    takenBy('REQUIRES', 'UNIT').some((such) => areTaken([such], seeker) === true);
  if (takes !== true && one.from === 'LISTING' && expressly) return [];
  const out = leftOut(taken, seeker);
  // Of several rules those speak that name some of hers, where any does.
  const isHers = one.holds === true || (takes !== true && out.length === 0);
  return isHers ? [voice({ ...one, leftOut: out }, takes, 'OUTSIDE_WHAT_IT_SERVES')] : [];
}
