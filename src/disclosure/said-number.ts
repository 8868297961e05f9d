import { hundreds, HUNDRED, REPEATED, small, tens, THOUSAND } from './number-words.js';
import { alike, between, gapBefore, type Strand, type Word } from './strand.js';

/** From one letter of a strand to before another. */
export interface Stretch {
  start: number;
  end: number;
  /** Written in figures, not in words. */
  figures?: boolean;
}

/** What may stand between two parts of one number. */
const JOIN = /^[\s\-.,/_·:;"'*+~()[\]&|\\]{0,5}$/;
/** The longest run of words that says one number. */
const WORDS_MAX = 12;

/** Each number that words beginning here can say, with where it ends. */
function* phrases(words: readonly Word[], at: number): Generator<[digits: string, next: number]> {
  const first = words[at]!.text;
  if (/^\d+$/.test(first)) yield [first, at + 1];
  const times = REPEATED.get(first);
  if (times !== undefined && at + 1 < words.length) {
    const value = small.get(words[at + 1]!.text) ?? Number(words[at + 1]!.text);
    if (value < 10) yield [String(value).repeat(times), at + 2];
  }
  let total = 0;
  let current = 0;
  let begun = false;
  for (let index = at; index < words.length && index < at + WORDS_MAX; index += 1) {
    const word = words[index]!.text;
    if (begun && (word === 'and' || word === 'y' || word === 'iyo')) continue;
    // `2 thousand 417`: figures among the words.
    const figures = /^\d{1,3}$/.test(word) ? Number(word) : undefined;
    const goesOn = begun && figures !== undefined && figures > 0 && current === 0;
    const unit = small.get(word);
    const ten = tens.get(word);
    const hundred = hundreds.get(word);
    if (figures !== undefined && (!begun || goesOn)) {
      current = figures;
      // Alone they are said above.
      if (!begun) {
        begun = true;
        continue;
      }
    } else if (figures !== undefined && figures < 100 && current >= 100 && current % 100 === 0)
      current += figures;
    else if (unit !== undefined) {
      const fits =
        current % 100 === 0 || (unit > 0 && unit < 10 && current % 10 === 0 && current % 100 > 10);
      if (!fits || (begun && unit === 0)) return;
      current += unit;
    } else if (ten !== undefined && current % 100 === 0) current += ten;
    else if (hundred !== undefined && current % 1000 === 0) current += hundred;
    else if (HUNDRED.has(word) && current > 0 && current < 100) current *= 100;
    else if (THOUSAND.has(word) && total === 0) {
      total = (current || 1) * 1000;
      current = 0;
    } else return;
    begun = true;
    yield [String(total + current), index + 1];
  }
}

function endOf(
  strand: Strand,
  words: readonly Word[],
  at: number,
  digits: string,
  depth = 0,
): number {
  if (at >= words.length || depth > WORDS_MAX) return -1;
  if (depth > 0 && !JOIN.test(gapBefore(strand, words[at]!.start))) return -1;
  let end = -1;
  for (const [said, next] of phrases(words, at)) {
    if (said === digits) end = Math.max(end, next);
    else if (digits.startsWith(said))
      end = Math.max(end, endOf(strand, words, next, digits.slice(said.length), depth + 1));
  }
  return end;
}

/** Figures, some of them look-alikes (`l24O`), with whatever stands between them. */
function figuresEnd(strand: Strand, start: number, digits: string): number {
  const { letters, edge } = strand;
  let figures = 0;
  for (let unit = 0; unit < digits.length; unit += 1) {
    const letter = letters[start + unit];
    if (letter === undefined || !(letter === digits[unit] || lookLikeFigure(letter, digits[unit]!)))
      return -1;
    if (letter === digits[unit]) figures += 1;
    if (unit > 0 && !JOIN.test(gapBefore(strand, start + unit))) return -1;
  }
  const end = start + digits.length;
  return figures * 2 >= digits.length && figures > 0 && edge[end] ? end : -1;
}

const lookLikeFigure = (letter: string, digit: string) =>
  'olisbgz'.includes(letter) && alike(letter, digit);

/** Whether more figures of the same number stand before or after: a phone number, a date. */
function insideLonger(strand: Strand, { start, end }: Stretch): boolean {
  const { letters, reading, at } = strand;
  // A half is of the house number, no more figures of a longer one.
  const rest = reading.text.slice(at[end - 1]! + 1, at[end - 1]! + 5);
  const isRange = new RegExp(`^\\s?-\\s?\\d{${end - start}}(?![\\d-])`).test(
    reading.text.slice(at[end - 1]! + 1, at[end - 1]! + 5 + end - start),
  );
  const near = (gap: string) => gap.length <= 1 && /^[-.,/:%$]?$/.test(gap);
  const digit = (index: number) => /\d/.test(letters[index] ?? '');
  return (
    (digit(start - 1) && near(between(strand, start - 1, start))) ||
    (digit(end) && near(between(strand, end - 1, end)) && !/^.1\/2/.test(rest) && !isRange)
  );
}

/** A text is asked for one number by each way to read a street. */
const remembered = new WeakMap<Strand, Map<string, readonly Stretch[]>>();

/** Where a text says this number, in figures or in words. */
export function saidNumbers(
  strand: Strand,
  words: readonly Word[],
  digits: string,
): readonly Stretch[] {
  let known = remembered.get(strand);
  if (!known) remembered.set(strand, (known = new Map()));
  let found = known.get(digits);
  if (!found) known.set(digits, (found = saidIn(strand, words, digits)));
  return found;
}

function saidIn(strand: Strand, words: readonly Word[], digits: string): Stretch[] {
  const found: Stretch[] = [];
  if (digits === '') return found;
  for (const [at, word] of words.entries()) {
    const figures = figuresEnd(strand, word.start, digits);
    if (figures >= 0) {
      const stretch = { start: word.start, end: figures, figures: true };
      if (!insideLonger(strand, stretch)) found.push(stretch);
      continue;
    }
    if (/^\d/.test(word.text) && !digits.startsWith(word.text)) continue;
    if (!small.has(word.text) && !tens.has(word.text) && !hundreds.has(word.text) &&
        !THOUSAND.has(word.text) && !REPEATED.has(word.text) && !/^\d/.test(word.text)) continue; // prettier-ignore
    const next = endOf(strand, words, at, digits);
    if (next > at) found.push({ start: word.start, end: words[next - 1]!.end });
  }
  return found;
}
