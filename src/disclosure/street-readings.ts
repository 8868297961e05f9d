import { cardinalForms } from './number-words.js';
import { plainOf } from './code-points.js';
import { joined } from './pattern.js';
import { homePark } from './ordinary-words.js';
import { partsOfName } from './name-words.js';
import {
  BEFORE_NAME,
  compassWords,
  letteredRoads,
  roadClasses,
  streetKinds,
} from './street-words.js';

/** A street's words as they may be read: which of them are its name, and which its kind. */
export interface StreetRead {
  name: readonly string[];
  kind: string;
  /** The word for a street stands before the name: `Avenue B`. */
  kindFirst: boolean;
  /** Of a numbered or lettered road, its number or its letters in all ways. */
  road: readonly string[] | undefined;
  /** A lettered one: its names are words of every day in small letters (`county a`). */
  lettered: boolean;
  /** It counts only beside the house number: so read, it may be another street. */
  besideOnly: boolean;
}

const wordsIn = (text: string) =>
  [...text]
    .map(plainOf)
    .join('')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .match(/[\p{L}\p{N}']+/gu)
    ?.map((word) => word.replaceAll("'", '')) ?? [];

/** `1240`, `1500B`, `640-642`, `2417/B`, `W6400`, `N64W12345`, each with a half behind it. */
const HOUSE_NUMBER = new RegExp(
  joined`^(?:[nsew]\d+\s?(?=[nsew]))?[nsew]?(\d+)[a-z]?(?:\s?[-/&]\s?(?:(\d+)[a-z]?|[a-z](?![\p{L}\p{N}])))?
    (?:\s?(?:½|1\/2))?(?=[\s,.])`,
  'u',
);

/** A house that has several numbers is called by each; longer ranges are of a block. */
const HOUSES_MAX = 8;
function between(first: number, last: number): string[] {
  const step = (last - first) % 2 === 0 ? 2 : 1;
  const more = Math.floor((last - first) / step) - 1;
  return more < 1 || more > HOUSES_MAX
    ? []
    : Array.from({ length: more }, (_, at) => String(first + (at + 1) * step));
}

function numbersOf(plain: string) {
  const found = HOUSE_NUMBER.exec(plain);
  if (!found) return { numbers: [], length: 0 };
  const [whole, first, last] = found as unknown as [string, string, string | undefined];
  if (last === undefined) return { numbers: [first], length: whole.length };
  // `2417-19` ends at 2419.
  const end = first.slice(0, Math.max(0, first.length - last.length)) + last;
  const all = [first, end, ...between(Number(first), Number(end)), first + last];
  return { numbers: [...new Set(all)], length: whole.length };
}

/** In English they stand before no name but a letter or a number. */
const KIND_FIRST = new RegExp(
  joined`^(?:avenue|ave|av|boulevard|blvd|street|st|road|rd) (?:\p{L}{1,2}|\d+|de|la|du)(?: |$)|
    ^(?:avenida|avda|calle|camino|carretera|paseo|via|callejon|plaza|bulevar|autopista) `,
  'u',
);
const isCompass = (word: string) => compassWords.includes(word);
const isRoad = (words: readonly string[]) => roadClasses.includes(words.join(''));

/** The compass at the end is no part of the name, unless nothing else is one: `Avenue N`, `County Road E`. */
export function withoutTail(words: readonly string[]): string[] {
  const rest = [...words];
  while (rest.length > 1 && isCompass(rest.at(-1)!)) {
    const core = rest.slice(
      Math.max(
        0,
        rest.findIndex((word) => !isCompass(word)),
      ),
    );
    const isName = core.length === 2 && KIND_FIRST.test(core.join(' '));
    if (isName || (core.at(-1)!.length === 1 && isRoad(core.slice(0, -1)))) break;
    rest.pop();
  }
  return rest;
}

/** The 41 of `County Road 41`, the letters of `County Road B2` and `Highway M`. */
function roadNames(words: readonly string[]): { road: string[]; lettered: boolean } | undefined {
  const digits = words.findIndex((word) => /^\d+$/.test(word));
  if (digits >= 1 && isRoad(words.slice(0, digits))) {
    return { road: cardinalForms(Number(words[digits])), lettered: false };
  }
  const letters = words.at(-1) ?? '';
  if (!/^[a-z]{1,2}\d{0,2}$/.test(letters) || streetKinds.has(letters)) return undefined;
  if (words.length < 2 || !letteredRoads.includes(words.slice(0, -1).join(''))) return undefined;
  return { road: [letters], lettered: true };
}

/** The name apart from the word for a street, which stands behind it or before it. */
function nameAndKind(rest: readonly string[]) {
  const last = rest.at(-1) ?? '';
  if (rest.length > 1 && streetKinds.has(last)) return { name: rest.slice(0, -1), kind: last };
  if (rest.length < 2 || !KIND_FIRST.test(rest.join(' '))) return { name: rest, kind: '' };
  const name = rest.slice(1).filter((word) => !/^(de|la|el|los|las|del)$/.test(word));
  return { name, kind: rest[0]!, kindFirst: true };
}

function readAs(rest: readonly string[], besideOnly = false): StreetRead {
  const road = roadNames(rest);
  const { name, kind, kindFirst = false } = road ? { name: rest, kind: '' } : nameAndKind(rest);
  return {
    name,
    kind,
    kindFirst,
    road: road?.road,
    lettered: road?.lettered ?? false,
    besideOnly,
  };
}

/** Of these nobody leaves out the kind: `N Avenue` is one that is called North. */
const KIND_ALONE = new Set(
  ['avenue', 'street', 'road', 'lane', 'boulevard', 'drive'].flatMap((kind) =>
    streetKinds.get(kind)!,
  ),
);

/** Words that are no name where what follows them is left out. */
const NO_NAME = /^(?:saints?|sainte|st|ste|sts|the|el|la|los|las|le|les|of|de|del|du)$/;

/** What is said for a name beside the number: who it is called after, or all but its last word where that is a kind nobody knows. */
function lessOf(read: StreetRead): StreetRead[] {
  const { name, kind, road } = read;
  if (road || name.length < 2) return [];
  const { titles, core, suffixes, isPerson } = partsOfName(name);
  const called = { ...read, besideOnly: true };
  if (isPerson || titles.length + suffixes.length > 0) return [{ ...called, name: core.slice(-1) }];
  const rest = name.slice(0, -1);
  const isName = ![...rest, name.at(-1)!].some((word) => NO_NAME.test(word) || word.length < 2);
  const isSaid = isName && !BEFORE_NAME.test(rest.at(-1)!) && !isCompass(rest.at(-1)!);
  return kind === '' && isSaid ? [{ ...called, name: rest }] : [];
}

/** All ways to read the words of a street, the likeliest first. */
function readings(words: readonly string[]): StreetRead[] {
  const whole = withoutTail(words);
  let rest = whole;
  while (rest.length > 1 && isCompass(rest[0]!)) {
    // `North Street`, or a street called Park, to the south, of which the kind was left out.
    if (rest.length === 2 && streetKinds.has(rest[1]!))
      return [readAs(rest), ...(KIND_ALONE.has(rest[1]!) ? [] : [readAs(rest.slice(1), true)])];
    rest = rest.slice(1);
  }
  const all = [readAs(rest)];
  let core = rest.slice(1);
  while (core.length > 2 && isCompass(core[0]!)) core = core.slice(1);
  const isLeft = core.length > 1 || (core.length === 1 && !streetKinds.has(core[0]!));
  if (BEFORE_NAME.test(rest[0] ?? '') && isLeft) {
    const road = readAs(core, true);
    all.push(road);
    // `Old 61`.
    if (road.road) all.push({ ...road, name: [rest[0]!, core.at(-1)!], road: undefined });
  }
  const park = homePark(rest);
  if (park > 0) all.push({ ...readAs(rest), name: rest.slice(0, park), kind: '' });
  else all.push(...lessOf(all[0]!));
  return all;
}

/** House number, and the ways to read the rest. */
export function readingsOfStreet(street: string): {
  numbers: readonly string[];
  reads: StreetRead[];
} {
  const plain = [...street.trim()].map(plainOf).join('').toLowerCase();
  const { numbers, length } = numbersOf(plain);
  const named = wordsIn(plain.slice(length));
  // `5th Street` alone has no house number; `517 5th Street` and `41 County Road` have.
  const reads = readings(named.length > 0 ? named : wordsIn(plain));
  return { numbers: named.length > 0 ? numbers : [], reads };
}
