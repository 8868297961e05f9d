import type { Reading } from './reading.js';

/**
 * The letters and digits of a reading alone, in lower case, strung together, so that a word is found
 * whatever stands between its letters. `at` is the place of each in the reading; `edge` says where a
 * word may begin or end (one place more than there are letters).
 */
export interface Strand {
  reading: Reading;
  letters: string;
  at: number[];
  edge: boolean[];
}

/** The most that may stand between two letters of one word: `M a p`, `M - a - p`. */
export const APART_MAX = 4;

/** Digits that are written for letters, and what they stand for. */
const stands: Record<string, string> = {
  '0': 'o', '1': 'il', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'bg', '7': 't', '8': 'b', '9': 'g',
}; // prettier-ignore

const isDigit = (letter: string) => letter >= '0' && letter <= '9';
const isUpper = (letter: string) => letter >= 'A' && letter <= 'Z';

/** Shorter words are found as they are: `58` is no `SB`. */
export const LOOK_ALIKE_LETTERS_MIN = 3;

/** The letters that a word may begin with as written. */
export function firstLetters(word: string): string[] {
  const letters = '0123456789li'.split('').filter((letter) => alikeIn(word, letter, word[0]!));
  return [...new Set([word[0]!, ...letters])];
}

/** A text's letters with all that look alike made one, for a first look. */
export const roughly = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll(/[0-9i]/g, (letter) => rough[letter]!);
const rough: Record<string, string> = {
  '0': 'o', '1': 'l', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'g', '7': 't', '8': 'b', '9': 'g', i: 'l',
}; // prettier-ignore

/** Whether a letter of a text may stand for a letter of this word. */
export function alikeIn(word: string, written: string, wanted: string): boolean {
  return alikeAs(word.length >= LOOK_ALIKE_LETTERS_MIN, written, wanted);
}

/** The same, of a word long enough (`loose`) or not. */
export const alikeAs = (loose: boolean, written: string, wanted: string): boolean =>
  written === wanted || (loose && !isDigit(wanted) && alike(written, wanted));

/** Whether a letter of a text may stand for one that is looked for. */
export function alike(written: string, wanted: string): boolean {
  if (written === wanted) return true;
  if (isDigit(written)) return !isDigit(wanted) && stands[written]!.includes(wanted);
  if (isDigit(wanted)) return stands[wanted]!.includes(written);
  // A capital I and a small l are one stroke.
  return (written === 'l' && wanted === 'i') || (written === 'i' && wanted === 'l');
}

/** A letter or a digit; most are ASCII, and told by their number. */
function isLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80)
    return (
      (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b) || (code > 0x2f && code < 0x3a)
    );
  return /[\p{L}\p{N}]/u.test(text[index]!);
}

export function strandOf(reading: Reading): Strand {
  const { text } = reading;
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) if (isLetter(text, index)) at.push(index);
  const letters = at
    .map((index) => text[index]!)
    .join('')
    .toLowerCase();
  const edge = Array.from({ length: at.length + 1 }, (_, index) => {
    if (index === 0 || index === at.length) return true;
    const here = text[at[index]!]!;
    const before = text[at[index - 1]!]!;
    if (at[index]! - at[index - 1]! > 1 || isDigit(here) !== isDigit(before)) return true;
    return isUpper(here) && !isUpper(before);
  });
  return { reading, letters, at, edge };
}

/** What stands between two letters of the strand, the first before the second. */
export const between = (strand: Strand, before: number, after: number): string =>
  strand.reading.text.slice(
    before < 0 ? 0 : strand.at[before]! + 1,
    after >= strand.at.length ? strand.reading.text.length : strand.at[after]!,
  );

/** What stands just before this letter, to the letter before it. */
export const gapBefore = (strand: Strand, index: number): string =>
  between(strand, index - 1, index);

export const isCapital = (strand: Strand, index: number): boolean =>
  index < strand.at.length && isUpper(strand.reading.text[strand.at[index]!]!);

/** Where the word ends that begins here, or -1 if another stands here. */
export function wordEnd(strand: Strand, index: number, word: string): number {
  const { letters, at, edge } = strand;
  if (index + word.length > letters.length || !edge[index]) return -1;
  for (let unit = 0; unit < word.length; unit += 1) {
    if (!alikeIn(word, letters[index + unit]!, word[unit]!)) return -1;
    if (unit > 0 && at[index + unit]! - at[index + unit - 1]! > APART_MAX) return -1;
  }
  return edge[index + word.length] ? index + word.length : -1;
}

/** The words of a strand, each from its first letter to the next edge that is seen as one. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

export function wordsOf(strand: Strand): Word[] {
  const words: Word[] = [];
  let start = 0;
  for (let index = 1; index <= strand.letters.length; index += 1) {
    if (!strand.edge[index]) continue;
    words.push({ text: strand.letters.slice(start, index), start, end: index });
    start = index;
  }
  return words;
}
