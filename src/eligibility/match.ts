import { enumOf } from '../kernel/index.js';
import { bringsNone } from './brings-none.js';
import { CriterionKind, Stance, storedTerms } from './criterion.js';
import { any, holds, isOpenTo, isOpenToSome, not, type Terms, type Truth } from './holds.js';
import type { Land, Seeker } from './seeker.js';

/** A rule as it is stored: its terms are read here, and may be unreadable. */
export interface Rule {
  readonly kind: CriterionKind;
  readonly stance: Stance;
  readonly terms: unknown;
}

/** The rules that bear on one unit: those of its whole listing, and its own. */
export interface Rules {
  readonly listing: readonly Rule[];
  readonly unit: readonly Rule[];
}

export const Outcome = enumOf('MET', 'NOT_MET', 'UNKNOWN');
export type Outcome = keyof typeof Outcome;

export const Verdict = enumOf('ELIGIBLE', 'ASK', 'NOT_ELIGIBLE');
export type Verdict = keyof typeof Verdict;

/**
 * Why an outcome is UNKNOWN. RULES_DISAGREE: the house turns away whom this unit expressly takes.
 * SOME_OUTSIDE: of the children who come along some are such as it takes, and some are not.
 * NOTHING_SAID: no rule speaks, and the table *what a silent listing asks* says to ask.
 */
export type WhyUnknown =
  | 'FACT_NOT_GIVEN'
  | 'CASE_BY_CASE'
  | 'OUTSIDE_WHAT_IT_SERVES'
  | 'SOME_OUTSIDE'
  | 'RULES_DISAGREE'
  | 'UNREADABLE'
  | 'NOTHING_SAID';

/** Which rule decided a finding; no rule where nothing is said. */
export interface Because {
  readonly rule: Pick<Rule, 'stance' | 'terms'> | null;
  /** The rule's terms as they were read; null where they could not be, or there is no rule. */
  readonly said: Terms | null;
  readonly from: 'LISTING' | 'UNIT' | null;
  /** Null where the outcome is settled. */
  readonly why: WhyUnknown | null;
}

/** What the rules of one criterion come to for one seeker. */
export interface Finding {
  readonly criterion: CriterionKind;
  readonly outcome: Outcome;
  readonly because: Because;
}

/** A rule that was read, and whether the seeker is among those whom it names. */
interface Read {
  rule: Rule;
  from: 'LISTING' | 'UNIT';
  terms: Terms;
  holds: Truth;
  /** Where that is open: whether it is known of some of her children and not so of others. */
  someOutside: boolean;
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
  const { rule, said, from, why, outcome } = loudest;
  const { stance, terms } = rule;
  return { criterion: kind, outcome, because: { rule: { stance, terms }, said, from, why } };
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
  ];
}

function readOf(rule: Rule, from: Read['from'], terms: Terms, seeker: Seeker, land: Land): Read {
  const matter = 'peopleMin' in terms || 'peopleMax' in terms ? 'HOW_MANY' : 'WHO';
  const isDoor = rule.stance === 'SERVES' || rule.stance === 'REQUIRES';
  const so = isDoor
    ? isOpenTo(rule.kind, terms, seeker, land)
    : holds[rule.kind](terms as never, seeker, land);
  return {
    rule,
    from,
    terms,
    matter,
    holds: so,
    someOutside: isDoor && isOpenToSome(terms, seeker),
  };
}

/** What a rule says, where it is known whether it is kept, and where that is open. */
function voice(
  { rule, terms: said, from, someOutside }: Read,
  kept: Truth,
  broken: 'NOT_MET' | Exclude<WhyUnknown, 'FACT_NOT_GIVEN'>,
): Voice {
  if (kept === true) return { outcome: 'MET', rule, said, from, why: null };
  if (kept === undefined) {
    const why = someOutside ? 'SOME_OUTSIDE' : 'FACT_NOT_GIVEN';
    return { outcome: 'UNKNOWN', rule, said, from, why };
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
    read
      .filter(({ rule, from }) => from === 'UNIT' && rule.stance === 'REQUIRES')
      .map(({ matter, holds }) => matter === one.matter && holds),
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
  const same = read.filter(({ matter }) => matter === one.matter);
  const served = any(
    same
      .filter(({ rule, from }) => rule.stance === 'SERVES' && from === one.from)
      .map(({ holds }) => holds),
  );
  const expressly = same.some(
    ({ rule, from, holds }) =>
      from === 'UNIT' && holds && (rule.stance === 'SERVES' || rule.stance === 'REQUIRES'),
  );
  // What another rule of this saying decides, that rule says.
  if (one.holds !== served || (served !== true && one.from === 'LISTING' && expressly)) return [];
  const { kind } = one.rule;
  if (served !== true && (welcomes.has(kind) || bringsNone[kind]?.(seeker))) return [];
  return [voice(one, served, 'OUTSIDE_WHAT_IT_SERVES')];
}
