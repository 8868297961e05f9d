import { cardinalForms, ordinalForms, ordinalValue } from './number-words.js';
import { ordinary } from './ordinary-words.js';
import { readingsOfStreet, type StreetRead } from './street-readings.js';
import {
  compass,
  compassWords,
  inSpanish,
  roadClasses,
  shortened,
  streetKinds,
} from './street-words.js';
import { soundOf } from './spelling-distance.js';
import { firstLetters } from './strand.js';

/** The street of a door in all the ways it is written, spellings without gaps. */
export interface Street {
  /** The house number's digits, of a range both ends and all together; none where there is no number. */
  numbers: readonly string[];
  /** The name alone: `maple`, `5th` and `fifth`, `countyroad41`. */
  names: readonly string[];
  /** Spellings of its kind: `avenue`, `ave`. */
  kinds: readonly string[];
  /** The word for a street stands before the name: `Avenue B`. */
  kindFirst: boolean;
  numbered: boolean;
  road: boolean;
  lettered: boolean;
  besideOnly: boolean;
  /** Whether the name alone says too little to be refused. */
  ordinary: boolean;
  wordCount: number;
  /** Names of all sorts by the letters that they may begin with as written. */
  byFirst: ReadonlyMap<string, readonly Named[]>;
  /** The name that a misspelling is held against, and how it sounds. */
  inWords: string;
  sound: string;
  /** What may be run together with the name, behind it. */
  behind: readonly string[];
  /** A text without one of these has no name of the street. */
  keys: readonly string[];
}

/**
 * A name: as it is spelled; in another language, or in figures (the 2 of `12, 2, Ave`), where it counts
 * only beside the number or the word for a street.
 */
interface Named {
  how: 'exact' | 'translated' | 'figures';
  name: string;
}

/** Every way to write the words with each long or short, the most common first. */
const SPELLINGS_MAX = 96;
function spellings(words: readonly string[], of: (word: string) => readonly string[]): string[] {
  let made = [''];
  for (const word of words) {
    const next = made.flatMap((before) => [word, ...of(word)].map((form) => before + form));
    made = next.slice(0, SPELLINGS_MAX);
  }
  return [...new Set(made)];
}

/** A compass point in English, written out and short. */
const COMPASS_SHORT = new Map(
  compass.flatMap(([long, short]) => [
    [long!, [short!]],
    [short!, [long!]],
  ]),
);
/** How a kind of street is written in a name; not as `aven` or `roads`, which read over the gap of `Ave N` and `Road S`. */
const kindInName = (word: string): readonly string[] => {
  const kinds = streetKinds.get(word) ?? [];
  return kinds.filter((kind) => !/[nsw]$/.test(kind) || !kinds.includes(kind.slice(0, -1)));
};
/** Other ways to write a word of a name: a kind of street is one in a name, too (`Park Place Drive`). */
const otherwise = (word: string): readonly string[] => [
  ...(shortened[word] ?? []),
  ...(COMPASS_SHORT.get(word) ?? []),
  ...kindInName(word),
];

function initials(words: readonly string[]): string[] {
  if (words.length < 3) return [];
  const letters = words.map((word) => word[0]!).join('');
  return [letters, ...(words.at(-1) === 'jr' ? [letters.slice(0, -1)] : [])];
}

const LONG_COMPASS = compassWords.filter((word) => word.length > 3);

const SHORT_ROAD = /^(?:county|cr|cth|cord)[a-z]{1,2}\d{0,2}$/;
function namesOf({ name, road, lettered }: StreetRead, ordinal: number | undefined) {
  // `CR A` and `County A` are said of other things, too, where no number stands beside them.
  if (lettered)
    return {
      names: road!.filter((one) => !SHORT_ROAD.test(one)),
      translated: road!.filter((one) => SHORT_ROAD.test(one)),
      figures: [],
    };
  if (road) return { names: road, translated: [], figures: [] };
  if (ordinal !== undefined)
    return { names: ordinalForms(ordinal), translated: [], figures: cardinalForms(ordinal) };
  const translated = name.some((word) => inSpanish[word])
    ? spellings(name, (word) => inSpanish[word] ?? []).filter((form) => form !== name.join(''))
    : [];
  if (name.length > 1 && /^(?:saint|st)$/.test(name[0]!)) translated.push(name.slice(1).join(''));
  return { names: [...spellings(name, otherwise), ...initials(name)], translated, figures: [] };
}

function byFirst(tried: readonly Named[]): Map<string, Named[]> {
  const map = new Map<string, Named[]>();
  for (const named of tried)
    for (const letter of firstLetters(named.name))
      map.set(letter, [...(map.get(letter) ?? []), named]);
  return map;
}

const all = (how: Named['how'], names: readonly string[]) => names.map((name) => ({ how, name }));
const ROAD_KEYS = roadClasses.filter((word) => word.length > 2);
const isOrdinary = (word: string) =>
  ordinary.has(word) || word.length < 4 || streetKinds.has(word) || compassWords.includes(word);

function streetRead(numbers: readonly string[], read: StreetRead): Street {
  const { name, kind, kindFirst, road, lettered, besideOnly } = read;
  const whole = name.join('');
  const ordinal = ordinalValue(whole) ?? (/^\d+$/.test(whole) ? Number(whole) : undefined);
  const { names, translated, figures } = namesOf(read, ordinal);
  const inWords =
    ordinal === undefined ? names[0]! : (names.find((form) => !/\d/.test(form)) ?? '');
  const kinds = kind ? streetKinds.get(kind)! : [];
  return {
    numbers,
    names,
    kinds,
    kindFirst,
    numbered: ordinal !== undefined,
    road: road !== undefined,
    lettered,
    besideOnly,
    ordinary: ordinal !== undefined || (name.length === 1 && isOrdinary(whole)),
    wordCount: name.length,
    byFirst: byFirst([
      ...all('exact', names),
      // `Northshore Drive`, run together.
      ...all('exact', road ? [] : COMPASS_LONG.map((point) => point + names[0]!)),
      ...all('translated', translated),
      ...all('figures', figures),
    ]),
    inWords,
    sound: soundOf(inWords),
    behind: [...kinds, ...LONG_COMPASS],
    keys: road ? ROAD_KEYS : names,
  };
}
const COMPASS_LONG = compass.map(([long]) => long!);

/** A street in each way to read it, the likeliest first. */
export function streetsOf(written: string): Street[] {
  const { numbers, reads } = readingsOfStreet(written);
  return reads.map((read) => streetRead(numbers, read));
}
