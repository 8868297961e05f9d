import { lookAlikes } from './look-alikes.js';

const INVISIBLE = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const DIGIT = /^\p{Nd}$/u;
/** One half and its like decompose into digits that nobody wrote. */
const FRACTION = /^[\u00BC-\u00BE\u2150-\u215F\u2189]$/u;
const CONTROL = /^\p{Cc}$/u;
/** Known letters are remembered; the rest of Unicode is not worth the memory. */
const REMEMBERED_MAX = 5_000;
const remembered = new Map<string, string>();

/** White letters on black and flags' letters, which do not decompose: first letter, first code point. */
const alphabets: [string, number, number][] = [
  ['A', 0x1f150, 26],
  ['A', 0x1f170, 26],
  ['A', 0x1f1e6, 26],
  ['1', 0x2776, 9],
  ['1', 0x2780, 9],
  ['1', 0x278a, 9],
  ['1', 0x24f5, 9],
  ['1', 0x3021, 9],
];

function inAlphabet(code: number): string | undefined {
  for (const [first, from, length] of alphabets)
    if (code >= from && code < from + length)
      return String.fromCharCode(first.charCodeAt(0) + code - from);
  return undefined;
}

/** A decimal digit of any script. Those that are digits in another dress say so; the others lie in runs of ten, from zero. */
function digitOf(letter: string, code: number): string {
  const plain = letter.normalize('NFKD');
  if (/^[0-9]$/.test(plain)) return plain;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** One letter is written for so many at most; what holds more is a whole phrase in another script. */
const UNFOLDED_MAX = 5;

function decomposed(letter: string): string {
  let plain = '';
  for (const part of letter.normalize('NFKD'))
    if (!INVISIBLE.test(part)) plain += /\s/.test(part) ? ' ' : (lookAlikes.get(part) ?? part);
  return plain.length > UNFOLDED_MAX || !/[\p{ASCII}]/u.test(plain) ? letter : plain;
}

function folded(letter: string): string {
  const code = letter.codePointAt(0)!;
  if (CONTROL.test(letter)) return letter === '\n' || letter === '\r' ? '\n' : ' ';
  if (letter === '\u2028' || letter === '\u2029') return '\n';
  const like = lookAlikes.get(letter) ?? inAlphabet(code);
  if (like !== undefined) return like;
  if (INVISIBLE.test(letter)) return '';
  if (FRACTION.test(letter)) return letter;
  if (DIGIT.test(letter)) return digitOf(letter, code);
  return decomposed(letter);
}

/** What a code point looks like in plain Latin letters; nothing for what cannot be seen. */
export function plainOf(letter: string): string {
  const code = letter.codePointAt(0)!;
  if (code >= 0x20 && code < 0x7f && code !== 0x60) return letter;
  const known = remembered.get(letter);
  if (known !== undefined) return known;
  const plain = folded(letter);
  if (remembered.size < REMEMBERED_MAX) remembered.set(letter, plain);
  return plain;
}
