import { givenWays, suffixWays, titleWays, wordWays } from './name-ways.js';
import { cardinalForms, ordinalForms, ordinalValue } from './number-words.js';
import { compass, streetKinds } from './street-words.js';

/** Compass points in names are written in English, out or short. */
const pointWays = compass.map(([long, short]) => [long!, short!]);

const alike = new Map<string, Set<string>>();
for (const group of [...titleWays, ...suffixWays, ...givenWays, ...wordWays, ...pointWays])
  for (const word of group) alike.set(word, (alike.get(word) ?? new Set()).union(new Set(group)));

const titleWords = new Set(titleWays.flat());
const suffixWords = new Set(suffixWays.flat());
const givenNames = new Set(givenWays.flat());
export const titles: readonly string[] = [...titleWords];
export const suffixes: readonly string[] = [...suffixWords];
export const given: readonly string[] = [...givenNames].filter((name) => name.length > 3);

/** How a kind of street is written in a name; not as `aven` or `roads`, which read over the gap of `Ave N` and `Road S`. */
const kindInName = (word: string): readonly string[] => {
  const kinds = streetKinds.get(word) ?? [];
  return kinds.filter((kind) => !/[nsw]$/.test(kind) || !kinds.includes(kind.slice(0, -1)));
};

const CARDINALS = Array.from(
  { length: 100 },
  (_, value) => cardinalForms(value)[value < 10 ? 1 : 2]!,
);
/** A number within a name (`Twelve Oaks`, `Fifth Wheel`), in figures and in words. */
function numberInName(word: string): readonly string[] {
  if (/^\d{1,2}$/.test(word)) return cardinalForms(Number(word));
  const ordinal = ordinalValue(word);
  if (ordinal !== undefined) return ordinalForms(ordinal).filter((form) => form.length > 2);
  const value = CARDINALS.indexOf(word);
  return value > 1 ? cardinalForms(value) : [];
}

/** The ways of a kind of street or of a compass point, which are a name by themselves: `Heights`, `Hts`. */
export const waysOfKind = (word: string): string[] => [
  ...new Set([word, ...(pointWays.find((ways) => ways.includes(word)) ?? []), ...kindInName(word)]),
];

/** Every way to write a word of a name, as it stands first. */
export const waysToWrite = (word: string): string[] => [
  ...new Set([...waysOfKind(word), ...(alike.get(word) ?? []), ...numberInName(word)]),
];

/** Of whom the letters are known better than the name. */
const byLetters = new Map([
  ['mlk', ['martin', 'luther', 'king']],
  ['jfk', ['john', 'fitzgerald', 'kennedy']],
  ['rfk', ['robert', 'francis', 'kennedy']],
  ['fdr', ['franklin', 'delano', 'roosevelt']],
  ['lbj', ['lyndon', 'baines', 'johnson']],
  ['hhh', ['hubert', 'horatio', 'humphrey']],
]);
export const namedByLetters = (letters: string): readonly string[] | undefined =>
  byLetters.get(letters);

/** The letters that are said for a name, however its first word is written. */
export const lettersOfName = (core: readonly string[]): string | undefined =>
  [...byLetters].find(
    ([, name]) =>
      (waysToWrite(name[0]!).includes(core[0]!) || core[0] === name[0]![0]) &&
      name.at(-1) === core.at(-1),
  )?.[0];

/** Between two names: `Peter and Paul`. */
export const isJoining = (word: string) => /^(?:and|y|et)$/.test(word);

/** The words of a name apart from the titles before it and behind it. */
export interface NameParts {
  titles: readonly string[];
  core: readonly string[];
  suffixes: readonly string[];
  /** A given name, or its letter, and what follows it. */
  isPerson: boolean;
}

/** `Dr. | Martin Luther King | Jr.`; of the name one word at least is left. */
export function partsOfName(words: readonly string[]): NameParts {
  let from = 0;
  let to = words.length;
  while (from < to - 1 && titleWords.has(words[from]!)) from += 1;
  while (to > from + 1 && suffixWords.has(words[to - 1]!)) to -= 1;
  const core = words.slice(from, to);
  const first = core[0] ?? '';
  const isGiven = from > 0 || givenNames.has(first) || /^(?:[a-z]|ml)$/.test(first);
  return {
    titles: words.slice(0, from),
    core,
    suffixes: words.slice(to),
    isPerson: core.length > 1 ? isGiven && !core.some(isJoining) : byLetters.has(first),
  };
}
