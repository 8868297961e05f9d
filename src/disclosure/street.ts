import { ordinalValue } from './number-words.js';
import { isJoining, namedByLetters, partsOfName } from './name-words.js';
import { ordinary } from './ordinary-words.js';
import { soundOf } from './spelling-distance.js';
import { firstLetters } from './strand.js';
import { COMPASS_LONG, namedOf, writtenOut, type Named } from './street-names.js';
import { readingsOfStreet, type StreetRead } from './street-readings.js';
import { compassWords, roadClasses, streetKinds } from './street-words.js';

/** A name that a misspelling is held against, and how it sounds. */
export interface Spelt {
  text: string;
  sound: string;
  wordCount: number;
  /** Texts say the same words again and again: how far each is off is found once. */
  known: Map<string, number>;
}

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
  /** It is called after somebody, after whom days, schools and halls are called, too. */
  honors: boolean;
  /** Names of all sorts by the letters that they may begin with as written. */
  byFirst: ReadonlyMap<string, readonly Named[]>;
  /** The name in words, with its titles and without. */
  spelt: readonly Spelt[];
  /** What may be run together with the name, behind it. */
  behind: readonly string[];
  /** A text without one of these has no name of the street. */
  keys: readonly string[];
}

/** The letters that the name may begin with as written: of its first word, and of the next where that may be left out. */
function firstOf({ slots }: Named): Set<string> {
  const letters = new Set<string>();
  for (const { forms, left, initial, byFirst } of slots) {
    for (const letter of byFirst ? byFirst.keys() : forms.flatMap(firstLetters))
      letters.add(letter);
    if (initial) letters.add(initial);
    if (!left) break;
  }
  return letters;
}

function byFirst(all: readonly Named[]): Map<string, Named[]> {
  const map = new Map<string, Named[]>();
  for (const named of all)
    for (const letter of firstOf(named)) {
      const known = map.get(letter);
      if (known) known.push(named);
      else map.set(letter, [named]);
    }
  return map;
}

const ROAD_KEYS = roadClasses.filter((word) => word.length > 2);
const LONG_COMPASS = compassWords.filter((word) => word.length > 3);
const isOrdinary = (word: string) =>
  ordinary.has(word) || word.length < 4 || streetKinds.has(word) || compassWords.includes(word);
const SAINT = /^(?:saints?|sainte|st|ste|sts)$/;

/** Of what begins with a compass point, the rest is a key already. */
const keysOf = (named: Named): string[] =>
  named.how === 'exact' && named.slots[0] !== COMPASS_LONG ? writtenOut(named) : [];

function speltAs(words: readonly string[], whole?: string): Spelt {
  const text = whole ?? words.join('');
  return { text, sound: soundOf(text), wordCount: words.length, known: new Map() };
}

function streetRead(numbers: readonly string[], read: StreetRead): Street {
  const { name, kind, kindFirst, road, lettered, besideOnly } = read;
  const whole = name.join('');
  const ordinal = ordinalValue(whole) ?? (/^\d+$/.test(whole) ? Number(whole) : undefined);
  const all = namedOf(read, ordinal);
  const names = road ? roadClasses.map((one) => one + road[0]!) : writtenOut(all[0]!);
  const { titles, core, suffixes, isPerson } = partsOfName(name);
  const inWords = ordinal === undefined ? whole : (names.find((form) => !/\d/.test(form)) ?? '');
  const kinds = kind ? streetKinds.get(kind)! : [];
  const isTitled = titles.length + suffixes.length > 0;
  return {
    numbers,
    names,
    kinds,
    kindFirst,
    numbered: ordinal !== undefined,
    road: road !== undefined,
    lettered,
    besideOnly,
    ordinary:
      ordinal !== undefined ||
      (name.length === 1 && isOrdinary(whole) && namedByLetters(whole) === undefined),
    honors:
      isPerson || isTitled || (name.length > 1 && (SAINT.test(name[0]!) || name.some(isJoining))),
    byFirst: byFirst(all),
    spelt: [speltAs(name, inWords), ...(isTitled && core.length > 1 ? [speltAs(core)] : [])],
    behind: [...kinds, ...LONG_COMPASS],
    keys: road ? ROAD_KEYS : [...new Set([...names, ...all.slice(1).flatMap(keysOf)])],
  };
}

/** A street in each way to read it, the likeliest first. */
export function streetsOf(written: string): Street[] {
  const { numbers, reads } = readingsOfStreet(written);
  return reads.map((read) => streetRead(numbers, read));
}
