import { primaryLanguage } from '../kernel/index.js';
import { CriterionKind, storedTerms, type Stance } from './criterion.js';
import type { Land } from './seeker.js';
import * as words from './vocabulary.js';

/*
 * The compact form of rules. It says what `match.ts` says and shares no code with it but the vocabulary:
 * each is the other's proof (`tests/eligibility/compiled.test.ts`).
 */

/** A rule of a clause: its kind is the clause's. */
export interface ClauseRule {
  readonly stance: Stance;
  readonly terms: unknown;
}

/** All rules of one kind that bear on one unit. Their order means nothing. */
export interface Clause {
  readonly kind: CriterionKind;
  readonly listing: readonly ClauseRule[];
  readonly unit: readonly ClauseRule[];
}

/** Stances as numbers; to serve, where serving is a welcome, is a stance of its own. */
export const SERVES = 0;
export const WELCOMES = 1;
export const REQUIRES = 2;
export const REFUSES = 3;
export const WEIGHS = 4;
/** A rule that cannot be read, whatever its stance. */
export const UNREADABLE = 5;

/** How a rule is held against a seeker. */
export const ANY_BIT = 0;
export const ALL_BITS = 1;
export const RANGE = 2;
export const CHILD = 3;
export const HOME = 4;
export const NATION = 5;
export const LANGUAGE = 6;
export const ALWAYS = 7;
export const NEVER_KNOWN = 8;

/** Where a range finds its fact. */
export const AGE_SLOT = 0;
export const INCOME_SLOT = 1;
export const PEOPLE_SLOT = 2;

/** How many come is a matter apart from who they are; so is which children may, though to bring such tells who one is, too. */
export const WHO = 0;
export const HOW_MANY = 1;
export const CHILDREN = 2;

const nothing: ReadonlySet<never> = new Set<never>();

/** One rule, ready: every field is there whatever its form, so that all have one shape. */
export interface CompiledRule {
  stance: number;
  form: number;
  unit: boolean;
  /** WHO, HOW_MANY or CHILDREN. */
  matter: number;
  /** Bits of the vocabulary; of a child's genders, where 0 is any. */
  mask: number;
  /** Of a range's fact; of a nation's basis. */
  slot: number;
  least: number;
  most: number;
  places: ReadonlySet<number>;
  /** Home must be none of the places. */
  outside: boolean;
  /** No place is missing from `places`. */
  complete: boolean;
  names: ReadonlySet<string>;
  /** Any nation. */
  anyName: boolean;
}

/** A clause, ready to be held against thousands of seekers. */
export interface CompiledClause {
  readonly kind: number;
  readonly rules: readonly CompiledRule[];
  /** As far as which matter any rule goes. */
  readonly matters: number;
  /** The seeker has one fact of this kind, so that rules which name different ones contradict. */
  readonly oneFact: boolean;
  readonly papers: boolean;
  /** A rule that cannot be read may bend the others. */
  readonly bent: boolean;
}

export const kinds = Object.values(CriterionKind);
const stances = new Map(Object.entries({ SERVES, REQUIRES, REFUSES, CASE_BY_CASE: WEIGHS }));
const welcoming = new Set('LGBTQ VETERAN LANGUAGE CULTURE FAITH ACCESS'.split(' '));
const single = new Set(
  'AGE GENDER RESIDENCE SUBSTANCE_USE CUSTODY INCOME REFERRAL_SOURCE'.split(' '),
);

/** The bits of words: each its place in its vocabulary. */
export function bitsOf(vocabulary: object, said: readonly string[]): number {
  const all = Object.keys(vocabulary);
  return said.reduce((bits, word) => bits | (1 << all.indexOf(word)), 0);
}

/** Never throws: what cannot be read compiles to a rule that is always a question. */
export function compileClause(clause: Clause, land: Land): CompiledClause {
  const { kind } = clause;
  const rules = [
    ...clause.listing.map((rule) => compileRule(kind, rule, false, land)),
    ...clause.unit.map((rule) => compileRule(kind, rule, true, land)),
  ];
  return {
    kind: kinds.indexOf(kind),
    rules,
    matters: Math.max(...rules.map(({ matter }) => matter), WHO) + 1,
    oneFact: single.has(kind),
    papers: kind === 'DOCUMENTS',
    bent: rules.some(({ stance, slot }) => stance === UNREADABLE && slot === WEIGHS),
  };
}

function compileRule(
  kind: CriterionKind,
  rule: ClauseRule,
  unit: boolean,
  land: Land,
): CompiledRule {
  const stance = stances.get(rule.stance) ?? UNREADABLE;
  const terms = storedTerms(kind, rule.terms);
  if (terms === null || stance === UNREADABLE) {
    return shaped(UNREADABLE, unit, { slot: stance });
  }
  const form = formOf(kind, terms as Said, land);
  if (stance <= REQUIRES && leavesNobodyOut(kind, terms as Said, form)) form.form = ALWAYS;
  const welcome = stance === SERVES && welcoming.has(kind);
  return shaped(welcome ? WELCOMES : stance, unit, form);
}

const everyWord = (vocabulary: object) => bitsOf(vocabulary, Object.keys(vocabulary));
const everyone: Partial<Record<CriterionKind, number>> = {
  GENDER: everyWord(words.Gender),
  SUBSTANCE_USE: everyWord(words.SubstanceUse),
  CUSTODY: everyWord(words.Custody),
  HOUSEHOLD: bitsOf(words.Household, ['SINGLE', 'COUPLE', 'PARENTING']),
};

function leavesNobodyOut(kind: CriterionKind, said: Said, form: Partial<CompiledRule>): boolean {
  if (isOpenToAll(said)) return true;
  const all = everyone[kind];
  return all !== undefined && form.form === ANY_BIT && (form.mask! & all) === all;
}

/** One shape for all, so that the engine reads every rule alike. */
function shaped(stance: number, unit: boolean, form: Partial<CompiledRule>): CompiledRule {
  return {
    stance,
    unit,
    form: form.form ?? NEVER_KNOWN,
    matter: form.matter ?? WHO,
    mask: form.mask ?? 0,
    slot: form.slot ?? 0,
    least: form.least ?? -Infinity,
    most: form.most ?? Infinity,
    places: form.places ?? nothing,
    outside: form.outside ?? false,
    complete: form.complete ?? true,
    names: form.names ?? nothing,
    anyName: form.anyName ?? false,
  };
}

/** Whoever comes is of some status, and is one person at least. */
const isOpenToAll = ({ statuses, peopleMin, peopleMax }: Said) =>
  statuses === 'ANY' || (peopleMin === 1 && peopleMax === undefined);

/** Terms of any kind, as they were read. */
type Said = Record<string, unknown> & {
  statuses?: unknown;
  peopleMin?: unknown;
  peopleMax?: unknown;
  children?: { genders?: string[]; ageMin?: number; ageMax?: number };
};

function formOf(kind: CriterionKind, said: Said, land: Land): Partial<CompiledRule> {
  const bits = (vocabulary: object, member: string): Partial<CompiledRule> => ({
    form: ANY_BIT,
    mask: bitsOf(vocabulary, said[member] as string[]),
  });
  switch (kind) {
    case 'AGE':
      return range(AGE_SLOT, said['ageMin'], said['ageMax']);
    case 'INCOME':
      return range(INCOME_SLOT, said['monthlyMin'], said['monthlyMax']);
    case 'HOUSEHOLD':
      if (said['households']) return bits(words.Household, 'households');
      if (said.children) return childOf(said.children);
      return { ...range(PEOPLE_SLOT, said.peopleMin, said.peopleMax), matter: HOW_MANY };
    case 'GENDER':
      return bits(words.Gender, 'genders');
    case 'SITUATION':
      return bits(words.Situation, 'situations');
    case 'ACCESS':
      return bits(words.AccessNeed, 'needs');
    case 'ANIMALS':
      return bits(words.Animal, 'animals');
    case 'SUBSTANCE_USE':
      return bits(words.SubstanceUse, 'use');
    case 'CARE_NEEDS':
      return bits(words.CareNeed, 'needs');
    case 'CONVICTIONS':
      return bits(words.ConvictionKind, 'convictions');
    case 'CUSTODY':
      return bits(words.Custody, 'custody');
    case 'REFERRAL_SOURCE':
      return bits(words.ReferralSource, 'sources');
    case 'DOCUMENTS':
      if (said['anyOf']) return bits(words.DocumentKind, 'anyOf');
      return { ...bits(words.DocumentKind, 'allOf'), form: ALL_BITS };
    case 'LGBTQ':
    case 'VETERAN':
    case 'POLICE_COOPERATION':
      return { form: ANY_BIT, mask: 1 };
    default:
      return namedOf(said, land);
  }
}

function range(slot: number, least: unknown, most: unknown): Partial<CompiledRule> {
  return {
    form: RANGE,
    slot,
    least: (least as number | undefined) ?? -Infinity,
    most: (most as number | undefined) ?? Infinity,
  };
}

function childOf({ genders, ageMin, ageMax }: NonNullable<Said['children']>) {
  return {
    ...range(0, ageMin, ageMax),
    form: CHILD,
    matter: CHILDREN,
    mask: genders ? bitsOf(words.Gender, genders) : 0,
    anyName: ageMin === undefined && ageMax === undefined,
  };
}

/** Counties are five digits, so a number names one. */
function namedOf(said: Said, land: Land): Partial<CompiledRule> {
  const list = (member: string) => said[member] as string[] | undefined;
  const regions = list('regions')?.map((region) => land.countiesOfRegion(region));
  const fips =
    list('countyFips') ?? list('outsideCountyFips') ?? regions?.flatMap((one) => one ?? []);
  if (fips) {
    return {
      form: HOME,
      places: new Set(fips.map(Number)),
      outside: list('outsideCountyFips') !== undefined,
      complete: !regions?.includes(undefined),
    };
  }
  if (said['nations']) {
    const slot = Object.keys(words.NationBasis).indexOf(said['basis'] as string);
    if (said['nations'] === 'ANY') return { form: NATION, slot, anyName: true };
    return { form: NATION, slot, names: new Set(list('nations')) };
  }
  if (said['languages']) {
    return { form: LANGUAGE, names: new Set(list('languages')!.map(primaryLanguage)) };
  }
  return {};
}
