import { criterionBit } from '../eligibility/index.js';
import { primaryLanguage } from '../kernel/index.js';
import type { Reach } from '../geography/index.js';
import type { ClauseBook, Outcomes } from './clause-book.js';
import { criteriaTold, factsOf } from './facts.js';
import { GONE, type Lexicon } from './lexicon.js';
import type { PlacementQuestion } from './question.js';
import { chordSquaredOf, vectorOf, type Vector } from './sphere.js';

/**
 * Whole metres are told, so half a metre more than is asked may still be within; and a hair for
 * rounding.
 */
const HALF_METER = 0.5;
const HAIR = 1.000001;
const ALL_BITS = -1;
const LANGUAGE = criterionBit('LANGUAGE');
/** Rank of `verdictRanks`. */
const NOT_ELIGIBLE = 2;

/** Something found out once for each number, when it is first asked for. From 0 to 2^31 - 2. */
class Lazy {
  private readonly values: Int32Array;

  constructor(
    size: number,
    private readonly find: (number: number) => number,
  ) {
    this.values = new Int32Array(size);
  }

  at(number: number): number {
    const value = this.values[number]!;
    return (value === 0 ? (this.values[number] = this.find(number) + 1) : value) - 1;
  }
}

/** Circles and counties to keep away from, by the lexicon's numbers. */
export interface Avoiding {
  circles: readonly { at: Vector; within: number }[];
  county(county: number): boolean;
  area(area: number): boolean;
}

/**
 * A question being answered: what it holds fixed in numbers of the lexicon, and what was found out
 * about them on the way. Lives for one search, within which lexicon and book must not grow; `close`
 * it after.
 */
export class Asked {
  readonly outcomes: Outcomes;
  readonly at: Vector | null;
  /** The square of the chord beyond which no door is within the radius. */
  readonly chordWithin: number;
  readonly avoiding: Avoiding | null;
  readonly isService: boolean;
  /** Bits by rank of the availability states wanted. */
  readonly wanted: number;
  /** What is so of the seeker, as words of bits. */
  readonly facts: Int32Array;
  /** Whether what is not eligible can be passed by: it is not wanted, and is nothing's best unit. */
  readonly passes: boolean;
  /** Bits of the criteria of which anything is known of the seeker. */
  readonly told: number;
  readonly policies: { bits: number; unheard: boolean };
  private readonly kinds: Lazy;
  private readonly silence: Lazy;
  private readonly spoken: Lazy;
  private readonly understood: Lazy;
  /** Bits of the policies, each with the bit of the criterion of which it speaks where it holds. */
  private readonly speaking: readonly { policy: number; criterion: number }[];
  private readonly everywhere: Lazy;
  /** Bits of the criteria that silence of any kind of listing asks this seeker about. */
  private readonly silent: number;
  private readonly areas = new Map<number, number>();
  /** Counties and areas that a circle has touched. */
  private readonly touched = new Set<string>();
  private readonly met = new Set<number>();

  constructor(
    readonly question: PlacementQuestion,
    readonly lexicon: Lexicon,
    book: ClauseBook,
    private readonly reach: Reach | null,
  ) {
    const { at, withinMeters, availability, avoid } = question;
    this.outcomes = book.outcomes(question.seeker);
    this.at = at && vectorOf(at);
    this.chordWithin = at && withinMeters !== null ? chordSquaredWithin(withinMeters) : Infinity;
    this.isService = question.type === 'SERVICE';
    this.wanted = availability.reduce((bits, is, rank) => bits | (is ? 1 << rank : 0), 0);
    this.told = criteriaTold(question.seeker);
    this.policies = lexicon.policies.known(question.policies);
    this.avoiding = avoid && avoidingOf(avoid, lexicon);
    this.kinds = new Lazy(lexicon.kinds.size, (kinds) => (this.asksForKinds(kinds) ? 1 : 0));
    this.silence = new Lazy(lexicon.kinds.size, (kinds) =>
      question.silentMask(lexicon.kindsIn(kinds)[0] ?? ''),
    );
    const isOneOf = (languages: readonly string[]) => (number: number) =>
      lexicon.languages.wordsOf(number).some((tag) => languages.includes(primaryLanguage(tag)))
        ? 1
        : 0;
    this.spoken = new Lazy(lexicon.languages.size, isOneOf(question.languages));
    this.understood = new Lazy(lexicon.languages.size, isOneOf(question.seeker.languages));
    this.speaking = question.speaking.map(({ policy, criterion }) => ({
      policy: lexicon.policies.known([policy]).bits,
      criterion,
    }));
    this.facts = factsOf(question.seeker);
    this.passes = !question.verdicts[NOT_ELIGIBLE];
    this.silent = this.silentWhateverKind();
    this.everywhere = new Lazy(lexicon.statewide.size, (states) =>
      this.servesPlace(lexicon.statewide.wordsOf(states)) ? 1 : 0,
    );
  }

  /** Whether a listing that asks and speaks so has something to ask of this seeker. */
  mustAsk(asking: number): boolean {
    const { asked, spoken } = this.lexicon.askings;
    return (asked.data[asking]! & ~this.told) !== 0 || (this.silent & ~spoken.data[asking]!) !== 0;
  }

  /** Whether a listing that refuses these facts, as two words of bits, is not eligible nor wanted so. */
  passesBy(refused: number, refusedToo: number): boolean {
    const { facts, passes } = this;
    return passes && ((refused & facts[0]!) !== 0 || (refusedToo & facts[1]!) !== 0);
  }

  /** Whether a radius is asked, outside which things fall out. */
  get isBounded(): boolean {
    return this.chordWithin !== Infinity;
  }

  wantsKinds(kinds: number): boolean {
    return this.kinds.at(kinds) === 1;
  }

  /**
   * Bits of the criteria that a listing of these kinds is asked about where none of its rules speaks:
   * without those of which its policies that hold, or its languages, say enough.
   */
  silentMask(kinds: number, held: number, languages: number): number {
    let mask = this.silence.at(kinds);
    if (mask === 0) return mask;
    for (const { policy, criterion } of this.speaking) {
      if ((held & policy) !== 0) mask &= ~criterion;
    }
    return (mask & LANGUAGE) !== 0 && this.understood.at(languages) === 1 ? mask & ~LANGUAGE : mask;
  }

  speaks(languages: number): boolean {
    return this.question.languages.length === 0 || this.spoken.at(languages) === 1;
  }

  /** Whether what serves these states whole stays however far it is. */
  neverFallsOut(statewide: number): boolean {
    return statewide !== 0 && this.everywhere.at(statewide) === 1;
  }

  /** Metres to the nearest point of an area's counties; Infinity where none is known. */
  metersToArea(area: number): number {
    let meters = this.areas.get(area);
    if (meters === undefined) {
      meters = Infinity;
      for (const county of this.lexicon.areas.wordsOf(area)) {
        meters = Math.min(meters, this.reach?.metersTo(county) ?? Infinity);
      }
      this.areas.set(area, meters);
    }
    return meters;
  }

  /**
   * The areas that lie within so many metres and not within what was asked before. An area's exact
   * metres are told to nobody: from here on it counts as that far, which spares measuring it.
   */
  areasWithin(meters: number): number[] {
    const found: number[] = [];
    for (const county of this.reach?.touching(meters) ?? []) {
      if (this.touched.has(county)) continue;
      this.touched.add(county);
      for (const area of this.lexicon.areasWith(county)) {
        if (this.met.has(area)) continue;
        this.met.add(area);
        if (!this.areas.has(area)) this.areas.set(area, meters);
        found.push(area);
      }
    }
    return found;
  }

  /** All other areas lie beyond the last band's beginning; it does not matter how far. */
  *areasBeyond(areas: Iterable<number>): Generator<number> {
    for (const area of areas) {
      if (this.met.has(area)) continue;
      if (!this.areas.has(area)) this.areas.set(area, Infinity);
      yield area;
    }
  }

  close(): void {
    this.outcomes.close();
  }

  /** What a listing of any kind is asked about where it is silent. */
  private silentWhateverKind(): number {
    let mask = ALL_BITS;
    for (const kind of this.lexicon.firstKinds.get(this.question.type) ?? []) {
      mask &= this.question.silentMask(kind);
    }
    return mask === ALL_BITS ? 0 : mask;
  }

  private asksForKinds(kinds: number): boolean {
    if (kinds === GONE || !this.lexicon.isOfType(kinds, this.question.type)) return false;
    const wanted = this.question.kinds;
    return wanted === null || this.lexicon.kindsIn(kinds).some((kind) => wanted.has(kind));
  }

  private servesPlace(states: readonly string[]): boolean {
    const { state } = this.question;
    return states.includes(WHOLE_COUNTRY) || (state !== null && states.includes(state));
  }
}

export const WHOLE_COUNTRY = 'US';

/** The square of the chord beyond which nothing is within so many metres once they are whole. */
export const chordSquaredWithin = (meters: number) => chordSquaredOf(meters + HALF_METER) * HAIR;

function avoidingOf(avoid: NonNullable<PlacementQuestion['avoid']>, lexicon: Lexicon): Avoiding {
  const counties = new Lazy(lexicon.counties.size, (county) =>
    avoid.counties.has(lexicon.counties.wordsOf(county)[0]!) ? 1 : 0,
  );
  const areas = new Lazy(lexicon.areas.size, (area) =>
    lexicon.areas.wordsOf(area).some((county) => avoid.areaCounties.has(county)) ? 1 : 0,
  );
  return {
    circles: avoid.circles.map(({ point, meters }) => ({
      at: vectorOf(point),
      within: chordSquaredOf(meters),
    })),
    county: (county) => counties.at(county) === 1,
    area: (area) => areas.at(area) === 1,
  };
}
