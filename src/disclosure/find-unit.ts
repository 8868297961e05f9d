import { saidNumbers, type Stretch } from './said-number.js';
import { endsThere, textAfter, textBefore } from './street-judged.js';
import { isCapital, wordEnd, type Strand, type Word } from './strand.js';
import { streetKinds } from './street-words.js';
import type { Found } from './withheld-door.js';
import { joined } from './pattern.js';

const unitWord = (more: string) =>
  new RegExp(
    joined`(?:^|[^\p{L}])(apt|apts|apartment|apmt|unit|suite|ste|flat|loft|buzzer|bell|
      buzz|ring|apto|apartamento|departamento|depto|dpto|dept|unidad|interior|rm|room|door|puerta|#${more})
      \.?\s{0,2}(?:number|numero|no\.?|num\.?|#)?[\s:.#\-,]{0,3}$`,
    'iu',
  );
const UNIT_WORD = unitWord('');
/** Words for what has a number of its own, each said for another: looked for where the door's own is one of them. */
const ALIKE: [own: RegExp, said: RegExp][] = [
  ['lot|trailer|space|spc', '|lot|lote|trailer|space|spc|site|pad|remolque|espacio'],
  ['cabin', '|cabin|cottage|bungalow|cabana'],
  ['building|bldg|tower|wing', '|building|bldg|tower|wing|block|edificio|torre'],
].map(([own, said]) => [new RegExp(`^(?:${own})s?\\b`, 'i'), unitWord(said!)]);
const wordFor = (unit: string) => ALIKE.find(([own]) => own.test(unit.trim()))?.[1] ?? UNIT_WORD;
/** These count other things too, where a single figure follows. */
const EVERYDAY = /^(?:lot|space|site|pad|building|block|tower|wing|cabin|cottage|trailer)$/i;
const COUNTS = /^(?:building|space|block)$/i;
const LOOSE = /^(?:rm|room|door|puerta|ring|buzz|bell|#)$/i;
const KINDS = [...streetKinds.keys()].filter((kind) => kind.length > 1).join('|');
const ADDRESS = new RegExp(
  `(?:^|[^\\d-])(\\d{1,6})[a-z]?\\s+(?:[\\p{L}\\d.']{1,20}\\s+){1,4}(?:${KINDS})\\b[^\\d\\n]{0,12}$`,
  'iu',
);
const TO_BUILDING = /^\s{1,2}(?:at|in|of|@|en|de)\s+(?:the|el|la)?\s*$/i;
const ADDRESS_LETTERS = 80;

/** `Apt. 3B` without the word for it. */
export function unitValue(unit: string): string {
  const words = unit.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = words.slice(words.length > 1 && !/\d/.test(words[0]!) ? 1 : 0).join('');
  return last === '' ? words.join('') : last;
}

function values(strand: Strand, words: readonly Word[], value: string): readonly Stretch[] {
  const digits = /^\d+/.exec(value)?.[0];
  if (digits === value) return saidNumbers(strand, words, value);
  if (digits !== undefined)
    return saidNumbers(strand, words, digits).flatMap(({ start, end: middle }) => {
      const end = wordEnd(strand, middle, value.slice(digits.length));
      const apart = strand.reading.text.slice(strand.at[middle - 1]! + 1, strand.at[middle]);
      return end >= 0 && apart.length <= 3 ? [{ start, end }] : [];
    });
  const found: Stretch[] = [];
  for (const { start } of words) {
    const end = wordEnd(strand, start, value);
    if (end < 0 || /\d/.test(strand.letters[start - 1] ?? '')) continue;
    found.push({ start, end });
  }
  return found;
}

/** Whether the unit stands in the address of another house. */
export function inOtherAddress(strand: Strand, from: number, numbers: readonly string[]): boolean {
  const before = strand.reading.text.slice(Math.max(0, from - ADDRESS_LETTERS), from);
  const other = ADDRESS.exec(before)?.[1];
  return other !== undefined && !numbers.includes(other);
}

export interface UnitAsked {
  unit: string;
  numbers: readonly string[];
  /** The names beside which a bare unit is one: of the street and of the building. */
  names: readonly string[];
}

function namedEnd(strand: Strand, value: Stretch, { names }: UnitAsked): number {
  for (let start = value.end; start < Math.min(value.end + 16, strand.letters.length); start += 1) {
    const gap = strand.reading.text.slice(strand.at[value.end - 1]! + 1, strand.at[start]);
    if (!TO_BUILDING.test(gap) || !isCapital(strand, start)) continue;
    for (const name of names) {
      const end = wordEnd(strand, start, name);
      if (end >= 0) return strand.at[end - 1]! + 1;
    }
  }
  return -1;
}

/** `3 rooms`, `building 4 new homes`, `a lot a year`: whether something else is counted, or the letter is a word. */
function countsThings(strand: Strand, said: string, value: string, { start, end }: Stretch) {
  const word = /[\p{L}#]+/u.exec(said)![0];
  if (LOOSE.test(word)) return value.length < 2;
  // `A lot. 14 beds`: it ends a sentence, and is not written short.
  if (/^[^\p{L}]*\p{L}+\.\s/u.test(said) && EVERYDAY.test(word)) return true;
  if (/^[a-z]$/.test(value) && /[aeiouy]/.test(value) && !isCapital(strand, start)) return true;
  return COUNTS.test(word) && /^\d/.test(value) && !endsThere(textAfter(strand, end));
}

/** Where a text says the unit: with the word for it, or at the name of the street or building. */
export function findUnit(strand: Strand, words: readonly Word[], asked: UnitAsked): Found[] {
  const value = unitValue(asked.unit);
  const wordBefore = wordFor(asked.unit);
  const numbers = asked.numbers.flatMap((number) => saidNumbers(strand, words, number));
  return values(strand, words, value).flatMap((stretch): Found[] => {
    const from = strand.at[stretch.start]!;
    const to = strand.at[stretch.end - 1]! + 1;
    const word = wordBefore.exec(textBefore(strand, stretch.start));
    if (word && !countsThings(strand, word[0], value, stretch)) {
      const begins = from - word[0].length + word[0].indexOf(word[1]!);
      if (inOtherAddress(strand, begins, asked.numbers)) return [];
      const named = namedEnd(strand, stretch, asked);
      const number = /^,?\s{1,2}\w/.test(textAfter(strand, stretch.end, 4));
      const next = number && numbers.find(({ start }) => start === stretch.end);
      const ends = next ? strand.at[next.end - 1]! + 1 : to;
      return [{ from: begins, to: Math.max(ends, named), kind: 'UNIT' }];
    }
    const at = numbers.find(({ start }) => start >= stretch.end);
    const gap = at && strand.reading.text.slice(to, strand.at[at.start]);
    const end = TO_BUILDING.test(gap ?? '')
      ? strand.at[at!.end - 1]! + 1
      : namedEnd(strand, stretch, asked);
    if (end >= 0) return [{ from, to: end, kind: 'UNIT' }];
    // `1600-3B`: the unit behind the house number.
    const house = numbers.find((number) => number.end === stretch.start);
    const apart = house && strand.reading.text.slice(strand.at[house.end - 1]! + 1, from);
    if (house && /\d/.test(value) && /^\s{0,1}[-#/]\s{0,1}$/.test(apart ?? ''))
      return [{ from: strand.at[house.start]!, to, kind: 'UNIT' }];
    return [];
  });
}
