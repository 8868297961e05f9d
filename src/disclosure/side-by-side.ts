import { readingOf } from './reading.js';
import { readText, type Finder } from './repeats-of.js';
import { saidNumbers } from './said-number.js';
import { roughly, strandOf, wordsOf } from './strand.js';
import { streetsOf } from './street.js';
import type { PlacedText } from './texts-in.js';
import { advice, type Span, type WithheldDoor } from './withheld-door.js';

/** Of a long text its ends alone stand beside another. */
const END_LETTERS = 60;
/** More would take their time; nobody writes one street's name and one house's number in so many ways without a meaning. */
const PAIRS_MAX = 200;

/** A text beside others, made ready once for all doors. */
export interface Beside {
  field: string;
  head: string;
  tail: string;
  /** Of its ends, as roughly as they are compared. */
  letters: string;
}

export const besideOf = ({ field, text }: PlacedText): Beside => {
  const [head, tail] = [text.slice(0, END_LETTERS), text.slice(-END_LETTERS)];
  const ends = text.length > 2 * END_LETTERS ? `${head} ${tail}` : text;
  return { field, head, tail, letters: roughly(readingOf(ends).text) };
};

/** So many letters more, and as many as the name has, may stand about it. */
const BESIDE_NAME = 5;

interface Parts {
  keys: readonly string[];
  numbers: readonly string[];
  degrees: readonly RegExp[];
}

function partsOf({ streets, point }: WithheldDoor): Parts {
  const all = streets.flatMap(streetsOf);
  const degrees = point ? [point.latitude, point.longitude] : [];
  return {
    keys: all.flatMap(({ keys }) => keys).map(roughly),
    numbers: [...new Set(all.flatMap(({ numbers }) => numbers))],
    degrees: degrees.map(
      (value) => new RegExp(`(?<!\\d)${Math.floor(Math.abs(value))}\\s?[.,°]\\s?\\d`),
    ),
  };
}

function says({ head, tail }: Beside, numbers: readonly string[]): boolean {
  const strand = strandOf(readingOf(`${head} \n ${tail}`));
  const words = wordsOf(strand);
  return numbers.some((number) => saidNumbers(strand, words, number).length > 0);
}

/** What is made ready once for a door, to look through texts that stand side by side. */
export function besideFinder(door: WithheldDoor, find: Finder) {
  const { keys, numbers, degrees } = partsOf(door);
  const joins = (one: Beside, other: Beside): Span | undefined => {
    const text = `${one.tail} ${other.head}`;
    const at = one.tail.length;
    return find.all(readText(text)).find(({ start, end }) => start < at && end > at + 1);
  };
  /** The text says the name and little else: `at Wexford Ln`, not `The Wexford Scholars Society`. */
  const isName = ({ letters }: Beside): boolean =>
    keys.some((key) => letters.includes(key) && letters.length <= 2 * key.length + BESIDE_NAME);
  const pairs = (group: readonly Beside[]): [Beside, Beside][] => {
    const named = group.filter(isName);
    const numbered = named.length > 0 ? group.filter((one) => says(one, numbers)) : [];
    const [latitudes = [], longitudes = []] = degrees.map((pattern) =>
      group.filter(({ head, tail }) => pattern.test(head) || pattern.test(tail)),
    );
    return [
      ...named.flatMap((one) => numbered.map((other): [Beside, Beside] => [one, other])),
      ...latitudes.flatMap((one) => longitudes.map((other): [Beside, Beside] => [one, other])),
    ].filter(([one, other]) => one !== other);
  };
  /** The first text that together with another of its group repeats the door. */
  return (group: readonly Beside[]): { field: string; advice: string } | null => {
    const all = pairs([...new Map(group.map((one) => [`${one.head}\n${one.tail}`, one])).values()]);
    if (all.length > PAIRS_MAX) return { field: all[0]![0].field, advice: advice.STREET };
    for (const [one, other] of all) {
      const span = joins(one, other) ?? joins(other, one);
      if (span) return { field: one.field, advice: span.advice };
    }
    return null;
  };
}
