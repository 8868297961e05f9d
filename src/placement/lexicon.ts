import { Column, WORD } from './column.js';

/** Sets of words, each kept once and named by a number. 0 is the empty set. */
export class Sets {
  private readonly lists: (readonly string[])[] = [[]];
  private readonly numbers = new Map<string, number>([['', 0]]);

  /** The number of a set; its words keep the order in which they were first given. */
  numberOf(words: readonly string[]): number {
    const key = words.length === 1 ? words[0]! : words.join(' ');
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.lists.push([...words]) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }

  has(words: readonly string[]): boolean {
    return this.numbers.has(words.join(' '));
  }

  wordsOf(number: number): readonly string[] {
    return this.lists[number]!;
  }

  get size(): number {
    return this.lists.length;
  }
}

/** Bits of one 32-bit number. */
const BITS_MAX = 32;

/** Words of a small closed vocabulary as bits. */
export class Bits {
  readonly words: string[] = [];

  /**
   * @returns the bits of the words, from 0 to 2^32 - 1
   * @throws RangeError on the 33rd different word
   */
  of(words: readonly string[]): number {
    let bits = 0;
    for (const word of words) {
      let index = this.words.indexOf(word);
      if (index < 0) index = this.words.push(word) - 1;
      if (index >= BITS_MAX) throw new RangeError(`More than ${BITS_MAX} words: ${word}.`);
      bits |= 1 << index;
    }
    return bits >>> 0;
  }

  /** The bits of those words that were ever said, and whether one of them never was. */
  known(words: readonly string[]): { bits: number; unheard: boolean } {
    const heard = words.filter((word) => this.words.includes(word));
    return { bits: this.of(heard), unheard: heard.length < words.length };
  }
}

/** What a listing asks and speaks of, as bits of criteria. */
export interface Asking {
  /** What each of its units has to ask about while nothing is known of it. */
  asked: number;
  /** What some unit of it has a rule about, and what its policies or languages may speak of. */
  spoken: number;
}

/** What listings ask and speak of, each kept once and named by a number: few combinations come. */
export class Askings {
  /** By number: the bits of each. */
  readonly asked = new Column(0, WORD);
  readonly spoken = new Column(0, WORD);
  private readonly numbers = new Map<number, number>();

  numberOf(asking: Asking): number {
    const key = asking.asked * CRITERIA_END + asking.spoken;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.asked.length;
      this.asked.push(asking.asked);
      this.spoken.push(asking.spoken);
      this.numbers.set(key, number);
    }
    return number;
  }
}

/** The number of the kinds of a listing that is gone: no question asks for it. */
export const GONE = 0;
/** The first bit that is no criterion's: of 24. */
const CRITERIA_END = 2 ** 24;
const TYPE_MARK = '/';
/** There are more kinds than bits: some share one. */
const KIND_BITS = 31;

/**
 * The words of all stores of one index: told words are few and shared, so listings hold numbers. It
 * only ever grows, so that numbers hold while one store takes the place of another.
 */
export class Lexicon {
  /** The type, with a mark that no kind has, then the kinds. */
  readonly kinds = new Sets();
  readonly policies = new Bits();
  readonly languages = new Sets();
  readonly statewide = new Sets();
  readonly areas = new Sets();
  /** One county a set. */
  readonly counties = new Sets();
  readonly askings = new Askings();
  /** The first kinds of all listings, by type: by these silence is judged. */
  readonly firstKinds = new Map<string, Set<string>>();
  private readonly kindWords = new Sets();
  private readonly areasOfCounty = new Map<string, number[]>();

  kindsOf(type: string, kinds: readonly string[]): number {
    const first = this.firstKinds.get(type);
    if (first) first.add(kinds[0] ?? '');
    else this.firstKinds.set(type, new Set([kinds[0] ?? '']));
    return this.kinds.numberOf([type + TYPE_MARK, ...kinds]);
  }

  isOfType(kinds: number, type: string): boolean {
    return this.kinds.wordsOf(kinds)[0] === type + TYPE_MARK;
  }

  /** Bits of kinds: what has none of the bits of a kind is not of that kind. */
  kindBits(kinds: readonly string[]): number {
    let bits = 0;
    for (const kind of kinds) bits |= 1 << (this.kindWords.numberOf([kind]) % KIND_BITS);
    return bits;
  }

  /** The same of those kinds that some listing is of. */
  heardKindBits(kinds: Iterable<string>): number {
    return this.kindBits([...kinds].filter((kind) => this.kindWords.has([kind])));
  }

  kindsIn(kinds: number): readonly string[] {
    return this.kinds.wordsOf(kinds).slice(1);
  }

  areaOf(counties: readonly string[]): number {
    const before = this.areas.size;
    const area = this.areas.numberOf(counties);
    if (area === before) {
      for (const county of counties) {
        const areas = this.areasOfCounty.get(county);
        if (areas) areas.push(area);
        else this.areasOfCounty.set(county, [area]);
      }
    }
    return area;
  }

  areasWith(county: string): readonly number[] {
    return this.areasOfCounty.get(county) ?? [];
  }
}
