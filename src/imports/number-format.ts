import type { Unread } from './sheet.js';

/**
 * Formats that need no code, by their numbers from one to another. Source: ECMA-376 part 1, 18.8.30 (`numFmt`), with those of other
 * languages, and 5 to 8 as Excel has them.
 */
const BUILT_IN: readonly (readonly [from: number, to: number, shown: Unread])[] = [
  [5, 8, 'MONEY'],
  [9, 10, 'PERCENT'],
  [12, 13, 'OTHERWISE'],
  [14, 22, 'DATE'],
  [27, 36, 'DATE'],
  [37, 44, 'MONEY'],
  [45, 47, 'DATE'],
  [50, 58, 'DATE'],
  [67, 68, 'PERCENT'],
  [69, 70, 'OTHERWISE'],
  [71, 81, 'DATE'],
];

/** Of a code in turn: a text between quotation marks, a letter that stands for itself, one that is but a space, a condition. */
const PART = /"([^"]*)"?|\\(.)|[_*].|\[([^[\]]*)\]|(.)/gsu;
const CURRENCY = /\p{Sc}/u;
/** *[$€-407]*, and not *[$-409]*, which names a language alone. */
const NAMED_CURRENCY = /^\$[^-]/;
const ELAPSED = /^(h+|m+|s+)$/i;
/** Of a date or a time, and years of an era, where no exponent is meant. */
const DATE_LETTER = /[ymdhsbg]|e(?![+-])/i;
/** A fraction; a comma behind which no digit stands leaves out thousands. */
const FRACTION_OR_THOUSANDS = /\/|[0#?],+(?![0#?,])/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * As what the code of a format shows a number: null where that is the number itself, however many digits of it.
 * @param code as *"$"#,##0.00* or *yyyy-mm-dd*
 */
export function shownByCode(code: string): Unread | null {
  let pattern = '';
  let words = '';
  let isMoney = false;
  let isElapsed = false;
  for (const [, quoted, escaped, condition, letter] of code.matchAll(PART)) {
    words += quoted ?? escaped ?? '';
    pattern += letter ?? '';
    isMoney ||= condition !== undefined && NAMED_CURRENCY.test(condition);
    isElapsed ||= condition !== undefined && ELAPSED.test(condition);
  }
  pattern = pattern.replace(/general/gi, '');
  if (isElapsed || DATE_LETTER.test(pattern)) return 'DATE';
  if (/%/.test(pattern + words)) return 'PERCENT';
  if (isMoney || CURRENCY.test(pattern + words)) return 'MONEY';
  return WORD.test(words) || FRACTION_OR_THOUSANDS.test(pattern) ? 'OTHERWISE' : null;
}

/** The same of a format by its number, and by its code where the file has one for it: what either says. */
export function shownAs(id: number, code: string | undefined): Unread | null {
  const byCode = code === undefined ? null : shownByCode(code);
  return byCode ?? BUILT_IN.find(([from, to]) => from <= id && id <= to)?.[2] ?? null;
}
