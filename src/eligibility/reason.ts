import { primaryLanguage, type TextLanguage } from '../kernel/index.js';
import type { CriterionKind } from './criterion.js';
import { namesEveryone, people, type Terms } from './holds.js';
import type { Finding } from './finding.js';
import type { Child, Seeker } from './seeker.js';
import { aboutOf, whomOf, type Names } from './sentence.js';
import { LISTED_MAX } from './sentences/listed.js';
import { englishReasons } from './sentences/reasons-en.js';
import { spanishReasons } from './sentences/reasons-es.js';
import {
  NO_MINOR_AGE_YEARS,
  type DocumentKind,
  type Gender,
  type Household,
  type ReferralSource,
} from './vocabulary.js';

/** What can be heard at once. */
const LETTERS_MAX = 240;

/** The ways in which an UNKNOWN finding is told: each has a question too. */
type OpenManner =
  | 'ONLY_THESE'
  | 'THESE_AMONG_OTHERS'
  | 'NOT_THESE'
  | 'PERHAPS_WEIGHED'
  | 'WEIGHED'
  | 'BENT'
  | 'OUTSIDE'
  | 'SOME_OUTSIDE'
  | 'DISAGREE'
  | 'UNREADABLE'
  | 'SILENT';
/** The ways in which a finding is told. */
type Manner = OpenManner | 'OPEN_TO_ALL' | 'TAKEN' | 'SPARED' | 'LEFT_OUT' | 'REFUSED';

/** What a sentence is made of. */
interface Matter {
  criterion: CriterionKind;
  /** Whom the rule names; what it is about. */
  whom: string;
  about: string;
  /** How many words of the vocabulary the rule names. */
  words: number;
  /** Whether it names more that may have happened to someone than can be read to her. */
  isMany: boolean;
  /** Whether it is about how many come together; whether about the children who come along. */
  headcount: boolean;
  ofChildren: boolean;
  /** What was told that decided it, or null where it is better not said aloud again. */
  fact: string | null;
  applies: string;
  seeker: Seeker;
}

/** The words of one language for reasons and questions. */
export interface ReasonWords {
  facts: {
    age: (age: number) => string;
    gender: (gender: Gender) => string;
    partner: (so: boolean) => string;
    pregnant: (so: boolean) => string;
    children: (count: number) => string;
    unaccompaniedMinor: (so: boolean) => string;
    theseChildren: (children: readonly Child[]) => string;
    /** Beside others of hers, who are such as the rule names. */
    alsoChildren: (children: readonly Child[]) => string;
    people: (least: number, most: number) => string;
    home: (county: string) => string;
    income: (dollars: number) => string;
    pets: (so: boolean) => string;
    serviceAnimal: (so: boolean) => string;
    documents: (kinds: readonly DocumentKind[], has: boolean) => string;
    veteran: (so: boolean) => string;
    languages: (names: string[]) => string;
    referredBy: (source: ReferralSource) => string;
  };
  and: (parts: string[]) => string;
  applies: (so: boolean) => string;
  /** In place of that, where it applies to some of her children; of what else she brings, to some of it. */
  appliesToSome: (ofChildren: boolean) => string;
  texts: Record<Manner, (matter: Matter) => string>;
  questions: Record<OpenManner, (matter: Matter) => string>;
  /** In place of many that may have happened to someone. */
  situations: string;
  /** In place of many papers, where those that are wanting are named. */
  papers: string;
  /** In place of *not known yet*, of what is never asked of anyone. */
  notAsked: (said: { text: string }) => string;
  /** What would change a broken rule tonight. */
  mends: {
    call: (from: readonly string[]) => string;
    animals: string;
    papers: (kinds: readonly string[], every: boolean) => string;
  };
}

const languages: Record<TextLanguage, ReasonWords> = { en: englishReasons, es: spanishReasons };

/**
 * A finding in plain words that an advocate can read aloud, and, where it is UNKNOWN, the question to ask
 * the provider. A question tells the provider nothing of the seeker but the age or gender that it is
 * about. `names` should know the seeker's home county beside what the rule names.
 */
export function explain(
  finding: Finding,
  seeker: Seeker,
  language: TextLanguage,
  names: Names,
): { text: string; question: string | null } {
  const { criterion, because } = finding;
  const words = languages[language];
  const manner = mannerOf(finding);
  const { rule, said } = because;
  const shape = shapeOf(rule?.terms);
  const isMany = criterion === 'SITUATION' && shape.words > LISTED_MAX;
  const whom = rule && whomOf({ kind: criterion, stance: rule.stance, said }, language, names);
  const matter: Matter = {
    criterion,
    whom: isMany ? words.situations : (whom ?? ''),
    about: aboutOf(criterion, language),
    isMany,
    ...shape,
    fact: factOf(finding, seeker, words, names, isAmongThem(manner)),
    applies:
      because.why === 'SOME_OUTSIDE'
        ? words.appliesToSome(shape.ofChildren)
        : words.applies(isAmongThem(manner)),
    seeker,
  };
  const mend = mendOf(finding, seeker, words);
  const told = (fact: string | null, less?: Partial<Matter>) => {
    const said = words.texts[manner]({ ...matter, ...less, fact });
    const isKept = criterion === 'IMMIGRATION' && asks(manner);
    return [isKept ? words.notAsked({ text: said }) : said, mend].filter(Boolean).join(' ');
  };
  // What is too long to hear is told without the facts, which she knows; then without that it bears on
  // her, which is why it is told; then without the papers that she has.
  let text = told(matter.fact);
  if (text.length > LETTERS_MAX) text = told(null);
  const bearing = `; ${matter.applies}.`;
  if (text.length > LETTERS_MAX) text = text.replace(bearing, '.');
  if (text.length > LETTERS_MAX && criterion === 'DOCUMENTS') {
    text = told(null, { whom: words.papers }).replace(bearing, '.');
  }
  return {
    text,
    question: asks(manner) ? words.questions[manner](matter) : null,
  };
}

const settled = new Set<Manner>(['OPEN_TO_ALL', 'TAKEN', 'SPARED', 'LEFT_OUT', 'REFUSED']);
const asks = (manner: Manner): manner is OpenManner => !settled.has(manner);

/** Whether, told so, the seeker is one of those whom the rule names. */
const isAmongThem = (manner: Manner) =>
  manner === 'TAKEN' || manner === 'REFUSED' || manner === 'WEIGHED';

function shapeOf(terms: unknown): Pick<Matter, 'words' | 'headcount' | 'ofChildren'> {
  const said = typeof terms === 'object' && terms !== null ? terms : {};
  const lists = Object.values(said).filter((one) => Array.isArray(one));
  return {
    words: lists.reduce((sum, list) => sum + list.length, 0),
    headcount: 'peopleMin' in said || 'peopleMax' in said,
    ofChildren: 'children' in said,
  };
}

function mannerOf({ outcome, because: { rule, why } }: Finding): Manner {
  if (!rule || why === 'NOTHING_SAID') return 'SILENT';
  const { stance, terms } = rule;
  if (outcome === 'MET') {
    if (stance === 'REFUSES') return 'SPARED';
    return namesEveryone(terms as Terms) ? 'OPEN_TO_ALL' : 'TAKEN';
  }
  if (outcome === 'NOT_MET') return stance === 'REFUSES' ? 'REFUSED' : 'LEFT_OUT';
  if (why === 'RULES_DISAGREE') return 'DISAGREE';
  if (why === 'OUTSIDE_WHAT_IT_SERVES') return 'OUTSIDE';
  if (why === 'SOME_OUTSIDE') return stance === 'SERVES' ? 'OUTSIDE' : 'SOME_OUTSIDE';
  if (why === 'CASE_BY_CASE') return stance === 'CASE_BY_CASE' ? 'WEIGHED' : 'BENT';
  if (why === 'UNREADABLE') return 'UNREADABLE';
  return {
    REQUIRES: 'ONLY_THESE',
    SERVES: 'THESE_AMONG_OTHERS',
    REFUSES: 'NOT_THESE',
    CASE_BY_CASE: 'PERHAPS_WEIGHED',
  }[stance] as Manner;
}

/** Terms of any kind that a fact is said of. */
interface Said {
  households?: Household[];
  children?: Extract<Terms<'HOUSEHOLD'>, { children: object }>['children'];
  animals?: string[];
  languages?: string[];
  allOf?: DocumentKind[];
  anyOf?: DocumentKind[];
  sources?: string[];
}

/** What was told, where saying it aloud again hurts nobody; what is more private is *that applies to you*. */
function factOf(
  { criterion, outcome, because }: Finding,
  seeker: Seeker,
  { facts, and }: ReasonWords,
  names: Names,
  among: boolean,
): string | null {
  const said = because.said as Said | null;
  if (!said) return null;
  const tell = <Fact>(fact: Fact | undefined, say: (fact: Fact) => string) =>
    fact === undefined ? [] : [say(fact)];
  const told: Partial<Record<CriterionKind, () => string[]>> = {
    AGE: () => tell(seeker.age, facts.age),
    GENDER: () => tell(seeker.gender, facts.gender),
    HOUSEHOLD: () =>
      because.why === 'SOME_OUTSIDE'
        ? [facts.alsoChildren(because.leftOut!)]
        : householdFacts(said, seeker, facts, among),
    VETERAN: () => tell(seeker.veteran, facts.veteran),
    RESIDENCE: () => tell(seeker.homeCountyFips && names.county(seeker.homeCountyFips), facts.home),
    LANGUAGE: () => {
      const spoken = seeker.languages?.filter((tag) =>
        said.languages!.some((one) => primaryLanguage(one) === primaryLanguage(tag)),
      );
      const named = spoken?.flatMap((tag) => names.language(tag) ?? []) ?? [];
      return named.length > 0 ? [facts.languages(named)] : [];
    },
    ANIMALS: () => [
      ...(because.why === 'SOME_OUTSIDE' ? tell(seeker.pets, facts.pets) : []),
      ...(said.animals!.includes('PET') ? tell(seeker.pets, facts.pets) : []),
      ...(said.animals!.includes('SERVICE_ANIMAL') && because.why !== 'SOME_OUTSIDE'
        ? tell(seeker.serviceAnimal, facts.serviceAnimal)
        : []),
    ],
    DOCUMENTS: () => {
      const has = outcome === 'MET';
      const kinds = (seeker.documents ?? [])
        .filter((one) => one.has === has && (said.allOf ?? said.anyOf)!.includes(one.kind))
        .map(({ kind }) => kind);
      return kinds.length > 0 ? [facts.documents(kinds, has)] : [];
    },
    INCOME: () => tell(seeker.monthlyIncome, facts.income),
    REFERRAL_SOURCE: () => tell(seeker.referredBy, facts.referredBy),
  };
  const parts = told[criterion]?.() ?? [];
  return parts.length > 0 ? and(parts) : null;
}

/** Of whoever is among those named, what makes her so; of whoever is not, what keeps her out. */
function householdFacts(
  said: Said,
  seeker: Seeker,
  facts: ReasonWords['facts'],
  among: boolean,
): string[] {
  const { partner, pregnant, unaccompaniedMinor, children, age } = seeker;
  if (said.children) return children ? [facts.theseChildren(children)] : [];
  if (!said.households) {
    if (partner === undefined && !children) return [];
    const { least, most } = people(seeker);
    return [facts.people(least, most)];
  }
  const of = (one: Household) => said.households!.includes(one);
  const parent = children && children.length > 0;
  const parts: string[] = [];
  if (of('PREGNANT') && pregnant === among) parts.push(facts.pregnant(pregnant));
  if (of('COUPLE') && partner === among) parts.push(facts.partner(partner));
  if (of('PARENTING') && parent === among) parts.push(facts.children(children!.length));
  if (of('SINGLE') && among && partner === false && parent === false)
    parts.push(facts.people(1, 1));
  if (of('SINGLE') && !among) {
    if (partner) parts.push(facts.partner(true));
    if (parent && !of('PARENTING')) parts.push(facts.children(children!.length));
  }
  if (of('UNACCOMPANIED_MINOR')) {
    if (unaccompaniedMinor === among) parts.push(facts.unaccompaniedMinor(among));
    else if (!among && age !== undefined && age >= NO_MINOR_AGE_YEARS) parts.push(facts.age(age));
  }
  return parts;
}

/** Where a broken rule can be mended tonight, what would mend it. */
function mendOf({ criterion, outcome, because }: Finding, seeker: Seeker, words: ReasonWords) {
  const said = because.said as Said | null;
  if (outcome !== 'NOT_MET' || !said) return null;
  const refused = because.rule!.stance === 'REFUSES';
  if (criterion === 'ANIMALS' && refused && !seeker.serviceAnimal) return words.mends.animals;
  if (criterion === 'REFERRAL_SOURCE') return words.mends.call(refused ? [] : said.sources!);
  if (criterion !== 'DOCUMENTS' || refused) return null;
  const missing = (kind: DocumentKind) =>
    seeker.documents?.some((one) => one.kind === kind && !one.has);
  return said.allOf
    ? words.mends.papers(said.allOf.filter(missing), true)
    : words.mends.papers(said.anyOf!, false);
}
