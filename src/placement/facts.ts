import {
  AccessNeed,
  CareNeed,
  compileSeeker,
  ConvictionKind,
  CriterionKind,
  Custody,
  DocumentKind,
  Gender,
  outcomeOf,
  ReferralSource,
  Situation,
  SubstanceUse,
  type CompiledClause,
  type CompiledSeeker,
  type Seeker,
} from '../eligibility/index.js';

/*
 * Single facts, each a bit. A listing's *signature* has the bit of a fact unless that fact alone
 * breaks its rules, whatever else is so; this is sound because a fact that is given never unsettles
 * an outcome. A search skips every listing, and every node of the tree, that lacks the bit of a
 * fact of its seeker.
 */

/** A fact is one of some alternatives: an age within a bucket is one of its years. */
interface Fact {
  /** Only clauses of these kinds can be broken by it. */
  readonly kinds: readonly CriterionKind[];
  /**
   * Seekers of whom nothing else is known. The fact breaks a clause only where each of them does.
   */
  readonly alternatives: readonly CompiledSeeker[];
}

/** First years of the buckets of ages: a year each where rules draw their lines, wider after. */
const AGES_FROM_YEARS = [
  0, 6, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 30, 35, 40, 45, 50,
  55, 60, 62, 65, 70,
] as const;
const AGE_MAX_YEARS = 120;
const AGE_SLOT = 0;
const PEOPLE_SLOT = 2;
const NOT_MET = 2;
const nobody = compileSeeker({});
const BITS_PER_WORD = 32;

const alone = (kinds: readonly CriterionKind[], seeker: Seeker): Fact => ({
  kinds,
  alternatives: [compileSeeker(seeker)],
});

function ageFacts(): Fact[] {
  return AGES_FROM_YEARS.map((from, bucket) => {
    const to = (AGES_FROM_YEARS[bucket + 1] ?? AGE_MAX_YEARS + 1) - 1;
    const years = Array.from({ length: to - from + 1 }, (_, year) => from + year);
    return {
      kinds: ['AGE', 'HOUSEHOLD'],
      alternatives: years.map((age) => compileSeeker({ age })),
    };
  });
}

/** At least one child, of whom nothing is known. */
function someChild(): Fact {
  const one = compileSeeker({ children: [{}] });
  const most = one.most.slice();
  most[PEOPLE_SLOT] = Infinity;
  return { kinds: ['HOUSEHOLD'], alternatives: [{ ...one, most }] };
}

const either = (kind: CriterionKind, fact: (so: boolean) => Seeker) => [
  alone([kind], fact(true)),
  alone([kind], fact(false)),
];
const each = <Word extends string>(
  kind: CriterionKind,
  vocabulary: { readonly [W in Word]: W },
  fact: (word: Word) => Seeker,
) => Object.values<Word>(vocabulary).map((word) => alone([kind], fact(word)));

const ages = ageFacts();
/** The most telling first: those of the first two words are also kept of every listing by itself. */
const facts: readonly Fact[] = [
  ...ages,
  ...each('GENDER', Gender, (gender) => ({ gender })),
  ...either('HOUSEHOLD', (pregnant) => ({ pregnant })),
  ...either('HOUSEHOLD', (partner) => ({ partner })),
  ...either('HOUSEHOLD', (unaccompaniedMinor) => ({ unaccompaniedMinor })),
  alone(['HOUSEHOLD'], { children: [] }),
  someChild(),
  ...either('ANIMALS', (pets) => ({ pets })),
  ...each('SUBSTANCE_USE', SubstanceUse, (substanceUse) => ({ substanceUse })),
  alone(['CONVICTIONS'], { convictions: [] }),
  ...each('CONVICTIONS', ConvictionKind, (kind) => ({ convictions: [kind] })),
  ...each('REFERRAL_SOURCE', ReferralSource, (referredBy) => ({ referredBy })),
  ...each('CUSTODY', Custody, (custody) => ({ custody })),
  ...either('VETERAN', (veteran) => ({ veteran })),
  ...either('POLICE_COOPERATION', (policeCooperation) => ({ policeCooperation })),
  ...either('LGBTQ', (lgbtq) => ({ lgbtq })),
  ...either('ANIMALS', (serviceAnimal) => ({ serviceAnimal })),
  ...each('SITUATION', Situation, (situation) => ({ situations: [situation] })),
  ...each('ACCESS', AccessNeed, (need) => ({ accessNeeds: [need] })),
  ...each('CARE_NEEDS', CareNeed, (need) => ({ careNeeds: [need] })),
  ...each('DOCUMENTS', DocumentKind, (kind) => ({ documents: [{ kind, has: false }] })),
  ...each('DOCUMENTS', DocumentKind, (kind) => ({ documents: [{ kind, has: true }] })),
];

/** By bit, of a fact without alternatives. */
const knownFacts = facts.map(({ alternatives }) => knownOf(alternatives[0]!));

/** How many words of 32 bits the facts take. */
export const FACT_WORDS = Math.ceil(facts.length / BITS_PER_WORD);

const factsOfKind = new Map(
  Object.values(CriterionKind).map((kind) => [
    kind,
    facts.flatMap((fact, bit) => (fact.kinds.includes(kind) ? [{ fact, bit }] : [])),
  ]),
);

const setBit = (words: Int32Array, bit: number) => {
  words[Math.floor(bit / BITS_PER_WORD)]! |= 1 << (bit % BITS_PER_WORD);
};

/** The facts that alone break a clause, as words of bits. */
export function refusedFacts(kind: CriterionKind, clause: CompiledClause): Int32Array {
  const words = new Int32Array(FACT_WORDS);
  for (const { fact, bit } of factsOfKind.get(kind)!) {
    if (fact.alternatives.every((seeker) => outcomeOf(clause, seeker) === NOT_MET)) {
      setBit(words, bit);
    }
  }
  return words;
}

/** The facts that are so of a seeker, as words of bits. */
export function factsOf(seeker: CompiledSeeker): Int32Array {
  const words = new Int32Array(FACT_WORDS);
  const age = seeker.least[AGE_SLOT]!;
  if (age === seeker.most[AGE_SLOT]) {
    setBit(
      words,
      AGES_FROM_YEARS.findLastIndex((from) => from <= age),
    );
  }
  for (let bit = ages.length; bit < facts.length; bit += 1) {
    if (knows(seeker, knownFacts[bit]!)) setBit(words, bit);
  }
  return words;
}

/** What a seeker of one fact knows beyond nobody, so that few numbers are compared. */
interface Known {
  readonly bits: readonly { kind: number; yes: number; no: number }[];
  readonly ranges: readonly { slot: number; least: number; most: number }[];
  readonly childrenKnown: boolean;
}

function knownOf({ yes, no, least, most, childrenKnown }: CompiledSeeker): Known {
  return {
    bits: Array.from(yes, (bits, kind) => ({ kind, yes: bits, no: no[kind]! })).filter(
      (known) => known.yes !== 0 || known.no !== 0,
    ),
    ranges: Array.from(least, (from, slot) => ({ slot, least: from, most: most[slot]! })).filter(
      (known) => known.least !== nobody.least[known.slot] || known.most !== nobody.most[known.slot],
    ),
    childrenKnown,
  };
}

/** Whether all that is known of another is known of this seeker too. */
function knows(seeker: CompiledSeeker, { bits, ranges, childrenKnown }: Known): boolean {
  for (const { kind, yes, no } of bits) {
    if ((yes & ~seeker.yes[kind]!) !== 0 || (no & ~seeker.no[kind]!) !== 0) return false;
  }
  for (const { slot, least, most } of ranges) {
    if (seeker.least[slot]! < least || seeker.most[slot]! > most) return false;
  }
  return seeker.childrenKnown || !childrenKnown;
}

const INCOME_SLOT = 1;

/** Of the facts of a kind that lie in a range, where the range is. */
const slotOfKind: Partial<Record<CriterionKind, number>> = {
  AGE: AGE_SLOT,
  INCOME: INCOME_SLOT,
  HOUSEHOLD: PEOPLE_SLOT,
};
const kinds = Object.values(CriterionKind);
const slots = kinds.map((kind) => slotOfKind[kind] ?? -1);
const bitOf = (kind: CriterionKind) => 1 << kinds.indexOf(kind);
const RESIDENCE = bitOf('RESIDENCE');
const LANGUAGE = bitOf('LANGUAGE');
const NATION = bitOf('NATION');
const isNamed = ({ length }: readonly string[]) => length > 0;

/** Bits of the criteria about which anything at all is known of a seeker. */
export function criteriaTold(seeker: CompiledSeeker): number {
  const { yes, no, least, most } = seeker;
  let told = 0;
  for (let kind = 0; kind < kinds.length; kind += 1) {
    const slot = slots[kind]!;
    const inRange =
      slot >= 0 && (least[slot] !== nobody.least[slot] || most[slot] !== nobody.most[slot]);
    if (inRange || yes[kind] !== 0 || no[kind] !== 0) told |= 1 << kind;
  }
  if (seeker.home !== nobody.home) told |= RESIDENCE;
  if (isNamed(seeker.languages)) told |= LANGUAGE;
  if (seeker.nationsYes.some(isNamed) || seeker.nationsNo.some(isNamed)) told |= NATION;
  return told;
}
