import { cardinalForms, ordinalForms } from './number-words.js';
import {
  isJoining,
  lettersOfName,
  namedByLetters,
  partsOfName,
  suffixes,
  waysOfKind,
  waysToWrite,
  type NameParts,
} from './name-words.js';
import type { StreetRead } from './street-readings.js';
import { firstLetters } from './strand.js';
import { compass, inSpanish, letteredRoads, roadClasses, roadsSaid } from './street-words.js';

/** One word of a name, in all the ways it is written, without gaps. */
export interface Slot {
  forms: readonly string[];
  /** It may be left out. */
  left: boolean;
  /** Any one word that begins with this letter stands for it, too; where it is `*`, any letter that stands alone. */
  initial: string;
  /** Of many forms, those that may begin with a letter as written. */
  byFirst?: ReadonlyMap<string, readonly string[]>;
}

/**
 * A name, word by word: as it is spelled; in another language; short, where it counts only with the word for a street; or in figures
 * (the 2 of `12, 2, Ave`), where it counts only with that word and beside the number.
 */
export interface Named {
  how: 'exact' | 'translated' | 'short' | 'figures';
  slots: readonly Slot[];
}

const slot = (forms: readonly string[], left = false, initial = ''): Slot => ({
  forms,
  left,
  initial,
});
/** The same of many forms, made ready once. */
function indexed(forms: readonly string[], left = false): Slot {
  const byFirst = new Map<string, string[]>();
  for (const form of forms)
    for (const letter of firstLetters(form))
      byFirst.set(letter, [...(byFirst.get(letter) ?? []), form]);
  return { ...slot(forms, left), byFirst };
}
const named = (how: Named['how'], ...slots: Slot[]): Named => ({ how, slots });
const ARTICLE = /^(?:the|el|la|los|las|le|les|l)$/;
export const COMPASS_LONG = slot(compass.map(([long]) => long!));
const ANY_SUFFIX = indexed(suffixes, true);
const SUFFIX_OR_LETTER = indexed([...suffixes, 'j'], true);
const ANY_LETTER = slot([], true, '*');

/** A given name by its first letter, too; of a letter, any word that begins with it. */
const givenSlot = (word: string, left: boolean): Slot =>
  word.length === 1 ? slot([word], left, word) : slot([...waysToWrite(word), word[0]!], left);

/** The words of a name without its titles. */
function coreSlots({ core, isPerson }: NameParts): Slot[] {
  const last = core.length - 1;
  const isLeft = (word: string, at: number) =>
    at < last && ((at === 0 && ARTICLE.test(word)) || (at > 0 && isJoining(word)));
  if (!isPerson || last < 1)
    return core.map((word, at) => slot(waysToWrite(word), isLeft(word, at)));
  const slots = core.map((word, at) =>
    at === last ? slot(waysToWrite(word)) : givenSlot(word, at > 0),
  );
  return last === 1 ? [slots[0]!, ANY_LETTER, slots[1]!] : slots;
}

/** A name with its titles: before it they may be left out where more than one word is left. */
function wholeSlots(parts: NameParts): Slot[] {
  const core = coreSlots(parts);
  const behind = parts.suffixes.map((word) => slot(waysToWrite(word), true));
  const any = parts.isPerson && behind.length === 0 ? [ANY_SUFFIX] : [];
  return [
    ...parts.titles.map((word) => slot(waysToWrite(word), parts.core.length > 1 || parts.isPerson)),
    ...core,
    ...behind,
    ...any,
  ];
}

/** By its first letters, of three words or more, or of somebody who is known by them: `MLK`, `J. F. K.` */
function byLetters(words: readonly string[], { core, isPerson }: NameParts): Named[] {
  const known = isPerson ? lettersOfName(core) : undefined;
  const letters = [core, words]
    .filter(({ length }) => length > 2)
    .map((said) => said.map((word) => word[0]).join(''));
  return [...new Set([...letters, ...(known ? [known] : [])])].map((form) =>
    named('exact', slot([form]), SUFFIX_OR_LETTER),
  );
}

/** The name behind letters: of whom all know, and of whom nobody does (`BNSF`), any words that begin so. */
function behindLetters(parts: NameParts): Named[] {
  const letters = parts.core[0]!;
  const core = namedByLetters(letters);
  if (core) return [named('exact', ...wholeSlots({ ...parts, core, isPerson: true }))];
  if (parts.core.length > 1 || !/^[b-df-hj-np-tv-z]{3,4}$/.test(letters)) return [];
  return [named('figures', ...[...letters].map((letter) => slot([], false, letter)))];
}

const SAINT = /^(?:saints?|sainte|st|ste|sts)$/;

/** Short forms that are no words of anything else. */
const ALWAYS_SHORT = new Map([['broadway', ['bdwy', 'bwy', 'brdwy', 'bdway']]]);

function wordsNamed(words: readonly string[]): Named[] {
  const parts = partsOfName(words);
  // Of a name of one word the short forms are words and letters of other things, too: `will` of William, `st` of State.
  const [only] = words.length === 1 && !parts.isPerson ? words : [];
  const exact =
    only === undefined
      ? wholeSlots(parts)
      : [slot([...waysOfKind(only), ...(ALWAYS_SHORT.get(only) ?? [])])];
  const all = [
    named('exact', ...exact),
    ...byLetters(words, parts),
    ...behindLetters(parts),
    // `Northshore Drive`, run together.
    named('exact', COMPASS_LONG, ...exact),
  ];
  if (words.some((word) => inSpanish[word]))
    all.push(named('translated', ...words.map((word) => slot([word, ...(inSpanish[word] ?? [])]))));
  if (words.length > 1 && SAINT.test(words[0]!))
    all.push(named('translated', ...coreSlots({ ...parts, core: words.slice(1) })));
  const short = only === undefined ? [] : waysToWrite(only).slice(exact[0]!.forms.length);
  if (short.length > 0) all.push(named('short', slot(short)));
  return all;
}

/** `CR A` and `County A` are said of other things, too, where no number stands beside them. */
const SHORT_ROAD = /^(?:county|cr|cth|cord|co|cty|cnty|ctyrd|cntyrd)$/;

const NUMBERED = indexed(roadClasses);
const NUMBERED_WEAK = slot(roadsSaid);
const LETTERED = indexed(letteredRoads.filter((road) => !SHORT_ROAD.test(road)));
const LETTERED_WEAK = indexed([
  ...letteredRoads.filter((road) => SHORT_ROAD.test(road)),
  ...roadsSaid,
]);

/** A numbered or lettered road by all words for roads. */
function roadNamed(called: readonly string[], lettered: boolean): Named[] {
  const name = slot(called);
  return [
    named('exact', lettered ? LETTERED : NUMBERED, name),
    named('translated', lettered ? LETTERED_WEAK : NUMBERED_WEAK, name),
  ];
}

/** The name of a street in all the ways it is written, as it stands first. */
export function namedOf({ name, road, lettered }: StreetRead, ordinal: number | undefined) {
  if (road) return roadNamed(road, lettered);
  if (ordinal === undefined) return wordsNamed(name);
  return [
    named('exact', slot(ordinalForms(ordinal))),
    named('exact', COMPASS_LONG, slot(ordinalForms(ordinal))),
    named('figures', slot(cardinalForms(ordinal))),
  ];
}

/** So many ways of a name are written out, to be held against other names and as what a text must have. */
const WRITTEN_MAX = 64;
/** A word that may be any suffix is not written out. */
const WAYS_OF_WORD_MAX = 24;

/** A name in its ways, run together: as it stands, then each word otherwise, then with each other. */
export function writtenOut({ slots }: Named): string[] {
  const ways = slots
    .map(({ forms, left }) => [...forms, ...(left ? [''] : [])])
    .map((all) => (all.length > WAYS_OF_WORD_MAX ? [''] : all));
  const first = ways.map((all) => all[0]!);
  const made = new Set([first.join('')]);
  for (const [at, all] of ways.entries())
    for (const way of all) made.add(first.with(at, way).join(''));
  let product = [''];
  for (const all of ways)
    product = product.flatMap((before) => all.map((way) => before + way)).slice(0, WRITTEN_MAX);
  return [...made.union(new Set(product))].filter(Boolean).slice(0, WRITTEN_MAX);
}
