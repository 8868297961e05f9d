import { misspelledMost, soundOf, spellingDistance } from './spelling-distance.js';
import { alikeIn, APART_MAX, between, gapBefore, type Strand, type Word } from './strand.js';
import { compassWords, KIND_BEFORE } from './street-words.js';
import type { Street } from './street.js';

/** A place of the strand where the name of the street stands, and what stands about it. */
export interface NameFound {
  /** Of the name alone. */
  start: number;
  end: number;
  /** With the word for a street and the compass about it. */
  first: number;
  last: number;
  kind: 'none' | 'after' | 'before';
  how: 'exact' | 'translated' | 'figures' | 'misspelled' | 'shortened';
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
function prefixEnd({ letters, at }: Strand, index: number, word: string): number {
  if (index + word.length > letters.length) return -1;
  // The a of `3a` stands at its figure: `3, A` is something else.
  const apart = /^\d.$/.test(word) ? 1 : APART_MAX;
  for (let unit = 0; unit < word.length; unit += 1) {
    if (!alikeIn(word, letters[index + unit]!, word[unit]!)) return -1;
    if (unit > 0 && at[index + unit]! - at[index + unit - 1]! > apart) return -1;
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

/** Texts say the same words again and again: how far each is off is found once. */
const REMEMBERED_MAX = 2_000;
const remembered = new WeakMap<Street, Map<string, number>>();

function offBy(text: string, street: Street, most: number): number {
  let known = remembered.get(street);
  if (!known) remembered.set(street, (known = new Map()));
  let off = known.get(text);
  if (off !== undefined) return off;
  off = soundOf(text) === street.sound ? 1 : spellingDistance(text, street.inWords, most);
  if (known.size < REMEMBERED_MAX) known.set(text, off);
  return off;
}

function misspelled(strand: Strand, words: readonly Word[], at: number, street: Street) {
  const wanted = street.inWords;
  const most = misspelledMost(wanted.length);
  const last = words[at + street.wordCount - 1];
  if (most === 0 || street.road || !last) return undefined;
  const start = words[at]!.start;
  const text = strand.letters.slice(start, last.end);
  const long = last.end - start;
  if (long > wanted.length + most || long < 3) return undefined;
  if (text.length < wanted.length && wanted.startsWith(text) &&
      between(strand, last.end - 1, last.end).startsWith('.'))
    return { start, end: last.end, how: 'shortened' as const, off: 2 }; // prettier-ignore
  // Whoever misspells a name has one of its first two letters right.
  if (text[0] !== wanted[0] && text[1] !== wanted[1]) return undefined;
  const off = offBy(text, street, most);
  if (off > most) return undefined;
  return { start, end: last.end, how: 'misspelled' as const, off };
}

/** The longest name that begins here, also run together with the word for a street. */
function spelled(strand: Strand, start: number, street: Street) {
  let longest: Pick<NameFound, 'start' | 'end' | 'how' | 'off'> | undefined;
  for (const { how, name } of street.byFirst.get(strand.letters[start]!) ?? []) {
    // `cave` is no C Avenue.
    const end = oneOf(strand, start, [name], name.length > 1 ? street.behind : []);
    if (end > (longest?.end ?? -1)) longest = { start, end, how, off: 0 };
  }
  return longest;
}

/** Everywhere that the name of the street may be meant. */
export function* namesFound(
  strand: Strand,
  words: readonly Word[],
  street: Street,
): Generator<NameFound> {
  for (const [at, word] of words.entries()) {
    const name = spelled(strand, word.start, street) ?? misspelled(strand, words, at, street);
    if (name) yield about(strand, street, name);
  }
}
