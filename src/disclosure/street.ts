import { cardinalForms, ordinalForms, ordinalValue } from './number-words.js';
import { ordinary } from './ordinary-words.js';
import { compassWords, inSpanish, roadClasses, shortened, streetKinds } from './street-words.js';
import { plainOf } from './code-points.js';
import { joined } from './pattern.js';
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

const wordsIn = (text: string) =>
  [...text]
    .map(plainOf)
    .join('')
    .toLowerCase()
    .match(/[\p{L}\p{N}']+/gu)
    ?.map((word) => word.replaceAll("'", '')) ?? [];

/** Every way to write the words with each long or short, the most common first. */
const SPELLINGS_MAX = 24;
function spellings(words: readonly string[], of: (word: string) => readonly string[]): string[] {
  let made = [''];
  for (const word of words) {
    const next = made.flatMap((before) => [word, ...of(word)].map((form) => before + form));
    made = next.slice(0, SPELLINGS_MAX);
  }
  return [...new Set(made)];
}

function roadNames(words: readonly string[]): string[] | undefined {
  const digits = words.findIndex((word) => /^\d+$/.test(word));
  if (digits < 1 || !roadClasses.includes(words.slice(0, digits).join(''))) return undefined;
  const numbers = cardinalForms(Number(words[digits]));
  return roadClasses.flatMap((road) => numbers.map((number) => road + number));
}

function initials(words: readonly string[]): string[] {
  if (words.length < 3) return [];
  const letters = words.map((word) => word[0]!).join('');
  return [letters, ...(words.at(-1) === 'jr' ? [letters.slice(0, -1)] : [])];
}

/** `1240`, `1500B`, `640-642`, `2417/B`, `W6400`, `N64W12345`, each with a half behind it. */
const HOUSE_NUMBER = new RegExp(
  joined`^(?:[nsew]\d+\s?(?=[nsew]))?[nsew]?(\d+)[a-z]?(?:\s?[-/&]\s?(?:(\d+)[a-z]?|[a-z](?![\p{L}\p{N}])))?
    (?:\s?(?:½|1\/2))?(?=[\s,.])`,
  'u',
);

function numbersOf(plain: string) {
  const found = HOUSE_NUMBER.exec(plain);
  if (!found) return { numbers: [], length: 0 };
  const [whole, first, last] = found as unknown as [string, string, string | undefined];
  const range = last === undefined ? [] : [last, first + last];
  return { numbers: [first, ...range], length: whole.length };
}

/** House number, then the rest of the words, without the compass before and after. */
function parts(street: string) {
  const plain = [...street.trim()].map(plainOf).join('').toLowerCase();
  const { numbers, length } = numbersOf(plain);
  const named = wordsIn(plain.slice(length));
  // `5th Street` alone has no house number; `517 5th Street` and `41 County Road` have.
  const rest = named.length > 0 ? named : wordsIn(plain);
  while (rest.length > 2 && compassWords.includes(rest[0]!) && !streetKinds.has(rest[1]!))
    rest.shift();
  while (rest.length > 1 && compassWords.includes(rest.at(-1)!)) rest.pop();
  return { numbers: named.length > 0 ? numbers : [], rest };
}

/** In English they stand before no name but a letter or a number. */
const KIND_FIRST = new RegExp(
  joined`^(?:avenue|ave|av|boulevard|blvd|street|st|road|rd) (?:\p{L}{1,2}|\d+|de|la|du)(?: |$)|
    ^(?:avenida|avda|calle|camino|carretera|paseo|via|callejon|plaza|bulevar|autopista) `,
  'u',
);

/** The name apart from the word for a street, which stands behind it or before it. */
function nameAndKind(rest: readonly string[]) {
  const last = rest.at(-1) ?? '';
  if (rest.length > 1 && streetKinds.has(last)) return { name: rest.slice(0, -1), kind: last };
  if (rest.length < 2 || !KIND_FIRST.test(rest.join(' '))) return { name: rest, kind: '' };
  const name = rest.slice(1).filter((word) => !/^(de|la|el|los|las|del)$/.test(word));
  return { name, kind: rest[0]!, kindFirst: true };
}

function namesOf(name: readonly string[], ordinal: number | undefined, road?: readonly string[]) {
  if (road) return { names: road, translated: [], figures: [] };
  if (ordinal !== undefined)
    return { names: ordinalForms(ordinal), translated: [], figures: cardinalForms(ordinal) };
  const translated = name.some((word) => inSpanish[word])
    ? spellings(name, (word) => inSpanish[word] ?? []).filter((form) => form !== name.join(''))
    : [];
  if (name.length > 1 && /^(?:saint|st)$/.test(name[0]!)) translated.push(name.slice(1).join(''));
  const names = [...spellings(name, (word) => shortened[word] ?? []), ...initials(name)];
  return { names, translated, figures: [] };
}

function byFirst(tried: readonly Named[]): Map<string, Named[]> {
  const map = new Map<string, Named[]>();
  for (const named of tried)
    for (const letter of firstLetters(named.name))
      map.set(letter, [...(map.get(letter) ?? []), named]);
  return map;
}

const all = (how: Named['how'], names: readonly string[]) => names.map((name) => ({ how, name }));
const LONG_COMPASS = compassWords.filter((word) => word.length > 3);
const ROAD_KEYS = roadClasses.filter((word) => word.length > 2);

export function streetOf(written: string): Street {
  const { numbers, rest } = parts(written);
  const road = roadNames(rest);
  const { name, kind, kindFirst = false } = road ? { name: rest, kind: '' } : nameAndKind(rest);
  const whole = name.join('');
  const ordinal = ordinalValue(whole) ?? (/^\d+$/.test(whole) ? Number(whole) : undefined);
  const { names, translated, figures } = namesOf(name, ordinal, road);
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
    ordinary:
      ordinal !== undefined || (name.length === 1 && (ordinary.has(whole) || whole.length < 4)),
    wordCount: name.length,
    byFirst: byFirst([
      ...all('exact', names),
      ...all('translated', translated),
      ...all('figures', figures),
    ]),
    inWords,
    sound: soundOf(inWords),
    behind: [...kinds, ...LONG_COMPASS],
    keys: road ? ROAD_KEYS : names,
  };
}
