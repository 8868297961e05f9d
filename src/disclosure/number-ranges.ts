import { joined } from './pattern.js';
import type { Stretch } from './said-number.js';
import type { Strand } from './strand.js';

interface Range {
  first: number;
  last: number;
  /** Whether it holds the numbers between, or names its two alone. */
  isWhole: boolean;
  /** In the reading. */
  from: number;
  to: number;
}

const RANGE = new RegExp(
  joined`(?<![\d.,:/$-]|[-.]\s)(\d{1,6})[a-z]?(?:\s?(-|\/|&|,)\s?|\s(to|through|thru|and|or|y|o|a|al|hasta)\s)
    #?(\d{1,6})[a-z]?(?!\d|[-.:/,]\d|%)`,
  'giu',
);
const WHOLE = /^(?:-|to|through|thru|a|al|hasta)$/i;
/** A longer one is no house, but a street, or years, or a phone. */
const HOUSES_MAX = 60;

const remembered = new WeakMap<Strand, readonly Range[]>();

/** Two numbers of houses said as one or together: `2415-2417`, `2417-19`, `2417 and 2419`. */
function rangesOf(strand: Strand): readonly Range[] {
  let ranges = remembered.get(strand);
  if (ranges) return ranges;
  ranges = [...strand.reading.text.matchAll(RANGE)].flatMap((match): Range[] => {
    const [whole, one, mark, word, other] = match as unknown as string[];
    const end = one!.slice(0, Math.max(0, one!.length - other!.length)) + other!;
    const [first, last] = [Number(one), Number(end)];
    if (first > last || last - first > HOUSES_MAX) return [];
    const from = match.index;
    return [{ first, last, isWhole: WHOLE.test((mark ?? word)!), from, to: from + whole!.length }];
  });
  remembered.set(strand, ranges);
  return ranges;
}

/** The letter of the strand that stands here in the reading, or the next one. */
function letterAt({ at }: Strand, place: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a text says the number as one of two, or between two. */
export function saidInRanges(strand: Strand, digits: string): Stretch[] {
  if (!/^\d{1,6}$/.test(digits)) return [];
  const number = Number(digits);
  return rangesOf(strand).flatMap(({ first, last, isWhole, from, to }): Stretch[] => {
    const isOurs =
      number === first || number === last || (isWhole && first < number && number < last);
    return isOurs
      ? [{ start: letterAt(strand, from), end: letterAt(strand, to), figures: true }]
      : [];
  });
}
