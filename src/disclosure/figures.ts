import { small, tens } from './number-words.js';
import { readingFrom, type Reading } from './reading.js';

/** A number of a text, with how many decimals it was written. */
export interface Figure {
  value: number;
  decimals: number;
  from: number;
  to: number;
}

/** A comma parts decimals, or thousands: whoever asks says which. */
const FIGURE = /\d+\/10{0,6}(?![\d/])|\d+(?:\.\d+||(?:,\d{3}){2,3}(?!\d)|,\d+)?/g;
const FIGURE_LETTERS_MAX = 24;

export function numbersIn(text: string, comma: 'decimals' | 'thousands'): Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const [said] = match;
    if (said.length > FIGURE_LETTERS_MAX) continue;
    const [above, below] = said.split('/');
    if (below !== undefined) {
      const value = Number(above) / Number(below);
      figures.push({
        value,
        decimals: below.length - 1,
        from: match.index,
        to: match.index + said.length,
      });
      continue;
    }
    const grouped = comma === 'thousands' || /,\d{3},/.test(said);
    const plain = grouped ? said.replaceAll(',', '') : said.replace(',', '.');
    figures.push({
      value: Number(plain),
      decimals: plain.split('.')[1]?.length ?? 0,
      from: match.index,
      to: match.index + said.length,
    });
  }
  return figures;
}

const WORD = /[A-Za-z]+|\d+/g;
const POINT_WORD = /^(?:point|dot|punto|coma|decimal)$/i;
const APART = /^[\s,.-]{1,2}$/;

const valueOf = (word: string) => {
  const said = word.toLowerCase();
  return /^\d+$/.test(said) ? Number(said) : (small.get(said) ?? tens.get(said));
};

interface Part {
  text: string;
  from: number;
  to: number;
}

/**
 * The text with decimal numbers in words (`forty-seven point three one`) written in figures; undefined
 * where it has none.
 */
export function wordsAsFigures(reading: Reading): Reading | undefined {
  if (!/\b(?:point|dot|punto|coma|decimal|degrees|grados)\b/i.test(reading.text)) return undefined;
  const words = [...reading.text.matchAll(WORD)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
  const parts: Part[] = [];
  let last = 0;
  let run = '';
  for (const [at, word] of words.entries()) {
    const gap = reading.text.slice(last, word.from);
    const value = valueOf(word.text);
    const point = POINT_WORD.test(word.text) && run !== '' && !run.includes('.');
    const joined = run !== '' && APART.test(gap);
    if (!joined) run = '';
    if (value === undefined && !(point && joined)) {
      run = '';
      parts.push({ text: reading.text.slice(last, word.to), from: last, to: word.to });
    } else if (point && joined) {
      run += '.';
      parts.push({ text: '.', from: word.from, to: word.to });
    } else {
      const before = words[at - 1];
      const ten =
        joined && before && tens.has(before.text.toLowerCase()) && value! > 0 && value! < 10;
      if (ten) parts.at(-1)!.text = parts.at(-1)!.text.slice(0, -1);
      else if (!joined || !run.includes('.')) parts.push({ text: gap, from: last, to: word.from });
      const said = /^\d+$/.test(word.text) ? word.text : String(value);
      run += said;
      parts.push({ text: said, from: word.from, to: word.to });
    }
    last = word.to;
  }
  parts.push({ text: reading.text.slice(last), from: last, to: reading.text.length });
  return exact(reading, parts);
}

/** Parts that are unchanged keep each letter's own place. */
function exact(reading: Reading, parts: readonly Part[]): Reading {
  return readingFrom(
    reading,
    parts.flatMap((part) =>
      part.text === reading.text.slice(part.from, part.to)
        ? [...part.text].length === part.text.length
          ? Array.from(part.text, (text, at) => ({
              text,
              from: part.from + at,
              to: part.from + at + 1,
            }))
          : [part]
        : part.text === ''
          ? []
          : [part],
    ),
  );
}
