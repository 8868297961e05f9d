import { misspelledMost, soundOf, spellingDistance } from './spelling-distance.js';
import {
  alikeAs,
  APART_MAX,
  between,
  gapBefore,
  LOOK_ALIKE_LETTERS_MIN,
  type Strand,
  type Word,
} from './strand.js';
import type { Named, Slot } from './street-names.js';
import { compassWords, KIND_BEFORE } from './street-words.js';
import type { Spelt, Street } from './street.js';

/** A place of the strand where the name of the street stands, and what stands about it. */
export interface NameFound {
  /** Of the name alone. */
  start: number;
  end: number;
  /** With the word for a street and the compass about it. */
  first: number;
  last: number;
  kind: 'none' | 'after' | 'before';
  how: Named['how'] | 'misspelled' | 'shortened';
  /** Letters that differ, where it is misspelled. */
  off: number;
}

const NEAR = /^[\s.,\-_/+*#:;'"()\\|]{0,4}$/;
const ARTICLES = "(?:(?:de|del|la|las|los|el|le|l')\\s+){0,3}";
const BEFORE = new RegExp(`(?:^|[^\\p{L}])(${KIND_BEFORE})[\\s.\\-+_]{1,3}${ARTICLES}$`, 'iu');
/** In English the word stands before the name only on a form: `Street: Elm`. */
const ENGLISH = /^(?:street|st|road|rd|avenue|ave|blvd)$/i;
const ON_A_FORM = /(?:^|[^\p{L}])((?:street|st|road|ave|avenue)\.?(?: name)?)\s{0,2}[:=]\s{0,3}$/iu;
const LOOK_BACK = 36;

/** Where a word ends that begins here, at an edge or not; -1 where another stands. */
function prefixEnd(
  { letters, at }: Strand,
  index: number,
  word: string,
  loose = word.length >= LOOK_ALIKE_LETTERS_MIN,
  alone = true,
): number {
  if (index + word.length > letters.length) return -1;
  if (!alikeAs(loose, letters[index]!, word[0]!)) return -1;
  // The a of `3a` stands at its figure: `3, A` is something else.
  const apart = /^\d[a-z]$/.test(word) || (alone && /^\d.$/.test(word)) ? 1 : APART_MAX;
  for (let unit = 1; unit < word.length; unit += 1) {
    if (!alikeAs(loose, letters[index + unit]!, word[unit]!)) return -1;
    if (at[index + unit]! - at[index + unit - 1]! > apart) return -1;
  }
  return index + word.length;
}

/** The longest of the words that ends at an edge, or before one of those that may follow it. */
function oneOf(strand: Strand, index: number, words: readonly string[], then: readonly string[]) {
  let longest = -1;
  for (const word of words) {
    const end = prefixEnd(strand, index, word);
    if (end <= longest) continue;
    if (strand.edge[end] || then.some((next) => strand.edge[prefixEnd(strand, end, next)]))
      longest = end;
  }
  return longest;
}

const nearby = (strand: Strand, index: number) =>
  index < strand.letters.length && NEAR.test(gapBefore(strand, index));

/** The word for a street after the name, with the compass before or after it. */
export function kindAfter(strand: Strand, end: number, kinds: readonly string[]) {
  const after = (from: number) =>
    nearby(strand, from) ? oneOf(strand, from, compassWords, []) : -1;
  for (const from of [end, after(end)]) {
    if (from < 0 || kinds.length === 0 || !nearby(strand, from)) continue;
    const kind = oneOf(strand, from, kinds, compassWords);
    if (kind >= 0) return { kind, last: Math.max(kind, after(kind)) };
  }
  const compass = after(end);
  return { kind: -1, last: Math.max(end, compass) };
}

function kindBefore(strand: Strand, start: number, { kindFirst, kinds }: Street): number {
  const index = strand.at[start]!;
  const text = strand.reading.text.slice(Math.max(0, index - LOOK_BACK), index);
  const word = ON_A_FORM.exec(text) ?? BEFORE.exec(text);
  if (!word) return -1;
  const isOwn = kindFirst && kinds.includes(word[1]!.toLowerCase());
  if (ENGLISH.test(word[1]!) && !isOwn && !ON_A_FORM.test(text)) return -1;
  const offset = word.index + word[0].indexOf(word[1]!) + Math.max(0, index - LOOK_BACK);
  let first = start;
  while (first > 0 && strand.at[first - 1]! >= offset) first -= 1;
  return first;
}

function about(
  strand: Strand,
  street: Street,
  found: Pick<NameFound, 'start' | 'end' | 'how' | 'off'>,
) {
  const { kind, last } = kindAfter(strand, found.end, street.kinds);
  const before = kind >= 0 ? -1 : kindBefore(strand, found.start, street);
  return {
    ...found,
    first: before >= 0 ? before : found.start,
    last,
    kind: kind >= 0 ? 'after' : before >= 0 ? 'before' : 'none',
  } satisfies NameFound;
}

const REMEMBERED_MAX = 2_000;

function offBy(text: string, { text: wanted, sound, known }: Spelt, most: number): number {
  let off = known.get(text);
  if (off !== undefined) return off;
  off = soundOf(text) === sound ? 1 : spellingDistance(text, wanted, most);
  if (known.size < REMEMBERED_MAX) known.set(text, off);
  return off;
}

const APOSTROPHE = /^['`]$/;

/** Where a name of so many words ends that begins here; what an apostrophe parts is one (`O'Neil`). */
function wordsEnd(strand: Strand, words: readonly Word[], at: number, count: number): number {
  let last = at;
  for (let more = count - 1; last < words.length; last += 1) {
    const next = words[last + 1];
    const parted = next && APOSTROPHE.test(gapBefore(strand, next.start));
    if (parted) continue;
    if (more === 0) return words[last]!.end;
    more -= 1;
  }
  return -1;
}

/** Letters that stand twice, once: who writes a name by ear writes either. */
const undoubled = (text: string) => text.replaceAll(/([a-z])\1/g, '$1');
const DOUBLED_LETTERS_MIN = 6;
const isDoubled = (text: string, wanted: string) =>
  wanted.length >= DOUBLED_LETTERS_MIN && undoubled(text) === undoubled(wanted);

function misspelled(strand: Strand, words: readonly Word[], at: number, spelt: Spelt) {
  const { text: wanted, wordCount } = spelt;
  const most = misspelledMost(wanted.length);
  const start = words[at]!.start;
  const first = strand.letters[start]!;
  // Whoever misspells a name has one of its first two letters right.
  if (most === 0 || (first !== wanted[0] && strand.letters[start + 1] !== wanted[1]))
    return undefined;
  const end = wordsEnd(strand, words, at, wordCount);
  const long = end - start;
  if (long > wanted.length + most || long < 3) return undefined;
  const text = strand.letters.slice(start, end);
  if (text.length < wanted.length && wanted.startsWith(text) && !isDoubled(text, wanted) &&
      between(strand, end - 1, end).startsWith('.'))
    return { start, end, how: 'shortened' as const, off: 2 }; // prettier-ignore
  if (first !== wanted[0] && text[1] !== wanted[1]) return undefined;
  const off = offBy(text, spelt, most);
  if (off > most) return undefined;
  if (off === 1 && isDoubled(text, wanted)) return { start, end, how: 'exact' as const, off: 0 };
  return { start, end, how: 'misspelled' as const, off };
}

/** Any one word that begins here with this letter, or a letter that stands alone; where it ends, or -1. */
function initialEnd(strand: Strand, index: number, initial: string): number {
  const { letters, edge } = strand;
  if (!edge[index] || index >= letters.length) return -1;
  if (initial === '*') return edge[index + 1] && /[a-z]/.test(letters[index]!) ? index + 1 : -1;
  if (letters[index] !== initial) return -1;
  let end = index + 1;
  while (!edge[end]) end += 1;
  return end - index > 1 && end - index <= WORD_LETTERS_MAX ? end : -1;
}
const WORD_LETTERS_MAX = 16;

interface Walk {
  strand: Strand;
  slots: readonly Slot[];
  loose: boolean;
  /** Whether the name may end here. */
  ends: (end: number) => boolean;
}

/** Where the words of a name end that are written here one after another, the longest way; -1 where others stand. */
function walked(walk: Walk, index: number, at: number): number {
  const { strand, slots, loose, ends } = walk;
  const slot = slots[at];
  if (!slot) return ends(index) ? index : -1;
  let longest = slot.left ? walked(walk, index, at + 1) : -1;
  if (at > 0 && index > 0 && index < strand.at.length)
    if (strand.at[index]! - strand.at[index - 1]! > APART_MAX) return longest;
  const forms = slot.byFirst ? (slot.byFirst.get(strand.letters[index] ?? '') ?? []) : slot.forms;
  for (const form of forms) {
    const end = prefixEnd(strand, index, form, loose, slots.length === 1);
    if (end >= 0) longest = Math.max(longest, walked(walk, end, at + 1));
  }
  const other = slot.initial ? initialEnd(strand, index, slot.initial) : -1;
  return other < 0 ? longest : Math.max(longest, walked(walk, other, at + 1));
}

/** The longest name that begins here, also run together with the word for a street. */
function spelled(strand: Strand, start: number, street: Street) {
  let longest: Pick<NameFound, 'start' | 'end' | 'how' | 'off'> | undefined;
  for (const { how, slots } of street.byFirst.get(strand.letters[start]!) ?? []) {
    const loose = slots.length > 1 || (slots[0]!.forms[0] ?? '').length >= LOOK_ALIKE_LETTERS_MIN;
    // `cave` is no C Avenue.
    const ends = (end: number) =>
      strand.edge[end] === true ||
      (end - start > 1 && street.behind.some((next) => strand.edge[prefixEnd(strand, end, next)]));
    const end = walked({ strand, slots, loose, ends }, start, 0);
    if (end > Math.max(start, longest?.end ?? -1)) longest = { start, end, how, off: 0 };
  }
  return longest;
}

function misspelledAny(
  strand: Strand,
  words: readonly Word[],
  at: number,
  { spelt, road }: Street,
) {
  if (road) return undefined;
  for (const one of spelt) {
    const found = misspelled(strand, words, at, one);
    if (found) return found;
  }
  return undefined;
}

/** Everywhere that the name of the street may be meant. */
export function* namesFound(
  strand: Strand,
  words: readonly Word[],
  street: Street,
): Generator<NameFound> {
  for (const [at, word] of words.entries()) {
    const name = spelled(strand, word.start, street) ?? misspelledAny(strand, words, at, street);
    if (name) yield about(strand, street, name);
  }
}
