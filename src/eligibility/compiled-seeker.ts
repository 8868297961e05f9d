import { primaryLanguage } from '../kernel/index.js';
import { bringsNone } from './brings-none.js';
import { AGE_SLOT, bitsOf, INCOME_SLOT, kinds, PEOPLE_SLOT } from './clause.js';
import type { CriterionKind } from './criterion.js';
import type { Seeker } from './seeker.js';
import * as words from './vocabulary.js';

/** A seeker's facts as bits and ranges. Lives for one search, like the seeker. */
export interface CompiledSeeker {
  /** Per kind: bits of the words known to be so, and of those known not to be. */
  readonly yes: Int32Array;
  readonly no: Int32Array;
  /** Per kind: bits of the words that she brings, or may bring, and that are to be named too where others are. */
  readonly brings: Int32Array;
  /** The bits of the kinds of which she is known to bring nothing. */
  readonly bringsNone: number;
  /** Per slot: from what to what the fact lies. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly childrenKnown: boolean;
  /** -1 where not known. */
  readonly childAges: Int32Array;
  /** The bit of the gender; 0 where not known. */
  readonly childGenders: Int32Array;
  /** -1 where not known. */
  readonly home: number;
  /** Per basis: nations of which it is known to be so, and not so. */
  readonly nationsYes: readonly (readonly string[])[];
  readonly nationsNo: readonly (readonly string[])[];
  readonly languages: readonly string[];
}

export function compileSeeker(seeker: Seeker): CompiledSeeker {
  const yes = new Int32Array(kinds.length);
  const no = new Int32Array(kinds.length);
  const told = (kind: CriterionKind, so: number, notSo: number) => {
    yes[kinds.indexOf(kind)] = so;
    no[kinds.indexOf(kind)] = notSo;
  };
  tellWords(seeker, told);
  const children = seeker.children ?? [];
  const count = 1 + children.length + (seeker.partner ? 1 : 0);
  const known = seeker.children !== undefined;
  const least = new Float64Array(3).fill(-Infinity);
  const most = new Float64Array(3).fill(Infinity);
  if (seeker.age !== undefined) least[AGE_SLOT] = most[AGE_SLOT] = seeker.age;
  if (seeker.monthlyIncome !== undefined)
    least[INCOME_SLOT] = most[INCOME_SLOT] = seeker.monthlyIncome;
  if (known || seeker.partner !== undefined) least[PEOPLE_SLOT] = count;
  if (known) most[PEOPLE_SLOT] = count + (seeker.partner === undefined ? 1 : 0);
  const nations = (so: boolean) =>
    (['enrolled', 'descendant', 'livesWithin'] as const).map((basis) =>
      (seeker.nations ?? []).filter((one) => one[basis] === so).map(({ nationId }) => nationId),
    );
  return {
    yes,
    no,
    brings: bringsOf(seeker),
    bringsNone: kinds.reduce(
      (bits, kind, index) => (bringsNone[kind]?.(seeker) ? bits | (1 << index) : bits),
      0,
    ),
    least,
    most,
    childrenKnown: known,
    childAges: Int32Array.from(children, ({ age }) => age ?? -1),
    childGenders: Int32Array.from(children, ({ gender }) =>
      bitsOf(words.Gender, gender ? [gender] : []),
    ),
    home: seeker.homeCountyFips === undefined ? -1 : Number(seeker.homeCountyFips),
    nationsYes: nations(true),
    nationsNo: nations(false),
    languages: (seeker.languages ?? []).map(primaryLanguage),
  };
}

/** A pet is none of the service animals; a service animal comes along where pets do. */
function bringsOf({ pets, convictions = [] }: Seeker): Int32Array {
  const brings = new Int32Array(kinds.length);
  brings[kinds.indexOf('CONVICTIONS')] = bitsOf(words.ConvictionKind, convictions);
  brings[kinds.indexOf('ANIMALS')] = pets === false ? 0 : bitsOf(words.Animal, ['PET']);
  return brings;
}

const ALL_WORDS = -1;

type Tell = (kind: CriterionKind, so: number, notSo: number) => void;

function tellWords(seeker: Seeker, told: Tell): void {
  const one = (kind: CriterionKind, vocabulary: object, word: string | undefined) => {
    const bit = word === undefined ? 0 : bitsOf(vocabulary, [word]);
    told(kind, bit, bit && ALL_WORDS & ~bit);
  };
  const some = (kind: CriterionKind, vocabulary: object, named: readonly string[] = []) =>
    told(kind, bitsOf(vocabulary, named), 0);
  one('GENDER', words.Gender, seeker.gender);
  one('CUSTODY', words.Custody, seeker.custody);
  one('REFERRAL_SOURCE', words.ReferralSource, seeker.referredBy);
  some('SITUATION', words.Situation, seeker.situations);
  some('ACCESS', words.AccessNeed, seeker.accessNeeds);
  some('CARE_NEEDS', words.CareNeed, seeker.careNeeds);
  const flags = (kind: CriterionKind, facts: readonly (boolean | undefined)[]) =>
    told(kind, bitsWhere(facts, true), bitsWhere(facts, false));
  flags('LGBTQ', [seeker.lgbtq]);
  flags('VETERAN', [seeker.veteran]);
  flags('POLICE_COOPERATION', [seeker.policeCooperation]);
  flags('ANIMALS', [seeker.pets, seeker.serviceAnimal]);
  const has = (paper: string) => seeker.documents?.find(({ kind }) => kind === paper)?.has;
  flags('DOCUMENTS', Object.keys(words.DocumentKind).map(has));
  flags('HOUSEHOLD', householdFacts(seeker));
  tellMaybes(seeker, told);
}

/** The words that may be so under another name are known neither to be so nor not to be. */
function tellMaybes({ substanceUse: use, convictions }: Seeker, told: Tell): void {
  if (use) {
    const bit = bitsOf(words.SubstanceUse, [use]);
    told('SUBSTANCE_USE', bit, ~(bit | bitsOf(words.SubstanceUse, words.usesItMayBe[use])));
  }
  if (convictions) {
    const maybe = convictions.flatMap((one) => words.convictionsItMayBe[one]);
    const so = bitsOf(words.ConvictionKind, convictions);
    told('CONVICTIONS', so, ~(so | bitsOf(words.ConvictionKind, maybe)));
  }
}

const bitsWhere = (facts: readonly (boolean | undefined)[], value: boolean) =>
  facts.reduce((bits, fact, index) => bits | (fact === value ? 1 << index : 0), 0);

/** In the order of the vocabulary: alone, a couple, pregnant, with children, a minor on her own. */
function householdFacts(seeker: Seeker): (boolean | undefined)[] {
  const { partner, pregnant, unaccompaniedMinor: minor, age = 0 } = seeker;
  const parent = seeker.children === undefined ? undefined : seeker.children.length > 0;
  const alone =
    partner || parent ? false : partner === false && parent === false ? true : undefined;
  return [alone, partner, pregnant, parent, age < words.NO_MINOR_AGE_YEARS && minor];
}
