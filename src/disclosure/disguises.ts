import { readingFrom, type Reading } from './reading.js';

/** A reading put together anew from a disguised one; undefined where nothing is disguised so. */
type Disguise = (reading: Reading) => Reading | undefined;

interface Part {
  text: string;
  from: number;
  to: number;
}

const backwards: Disguise = ({ text, from, to }) => ({
  text:
    [...text].length === text.length
      ? [...text].reverse().join('')
      : text.split('').reverse().join(''),
  from: from.slice().reverse(),
  to: to.slice().reverse(),
});

/** Letters moved by thirteen; figures by none or by five. */
const rot13: Disguise = (reading) => ({
  ...reading,
  text: reading.text.replaceAll(/[A-Za-z]/g, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  }),
});

/** Marks that are written for letters inside a word. */
const marks: Record<string, string> = { '@': 'a', $: 's', '!': 'i', '|': 'l', '€': 'e', '+': 't' };
const markedLetters: Disguise = (reading) => {
  if (!/[A-Za-z0-9][@$!|€+][A-Za-z0-9]|[@$|€][A-Za-z]/.test(reading.text)) return undefined;
  const text = reading.text.replaceAll(/[@$!|€+](?=[A-Za-z0-9])/g, (mark) => marks[mark]!);
  return { ...reading, text };
};

/** Strokes that together look like another letter: `VVexford`, `\\/\\/exford`. */
const doubled: Disguise = (reading) => {
  const parts: Part[] = [];
  let last = 0;
  for (const match of reading.text.matchAll(/vv|uu|\\\/\\\/|\|\)/gi)) {
    const [from, to] = [match.index, match.index + match[0].length];
    parts.push(...lettersOf(reading, last, from), {
      text: match[0] === '|)' ? 'D' : 'W',
      from,
      to,
    });
    last = to;
  }
  if (last === 0) return undefined;
  return pieces(reading, [...parts, ...lettersOf(reading, last, reading.text.length)]);
};

/** Each letter as a part of its own, so that each keeps its place. */
const lettersOf = ({ text }: Reading, from: number, to: number): Part[] =>
  Array.from({ length: to - from }, (_, at) => ({
    text: text[from + at]!,
    from: from + at,
    to: from + at + 1,
  }));

const pieces = (reading: Reading, parts: readonly Part[]) =>
  parts.length > 0 ? readingFrom(reading, parts) : undefined;

/** What an encoded run of letters says, if it says something that can be read. */
function readable(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  return /^[\x20-\x7e\n\r\t\u00a0-\u024f]{5,}$/.test(text) && /[A-Za-z0-9]/.test(text)
    ? text
    : undefined;
}

function encoded(pattern: RegExp, decode: (said: string) => Buffer): Disguise {
  return (reading) => {
    const parts: Part[] = [];
    let last = 0;
    for (const match of reading.text.matchAll(pattern)) {
      const text = readable(decode(match[0]));
      const [from, to] = [match.index, match.index + match[0].length];
      if (text === undefined) continue;
      parts.push(...lettersOf(reading, last, from), { text, from, to });
      last = to;
    }
    if (parts.length === 0) return undefined;
    return readingFrom(reading, [...parts, ...lettersOf(reading, last, reading.text.length)]);
  };
}

const base64 = encoded(/(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{8,4000}={0,2}/g, (said) =>
  Buffer.from(said, 'base64'),
);
const hex = encoded(
  /(?<![A-Za-z0-9])(?:0x)?[0-9a-f]{2}(?:[\s:,]?(?:0x)?[0-9a-f]{2}){4,2000}(?![A-Za-z0-9])/gi,
  (said) => Buffer.from(said.replaceAll(/0x|[^0-9a-f]/gi, ''), 'hex'),
);
const binary = encoded(/(?<![01])[01]{8}(?:\s?[01]{8}){4,1000}(?![01])/g, (said) =>
  Buffer.from(
    said
      .replaceAll(/\s/g, '')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  ),
);

const SPELLING =
  'alfa alpha bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november ' +
  'oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu';
const spelled = new Map(SPELLING.split(' ').map((word) => [word, word[0]!]));

const SPELLED = new RegExp(`\\b(?:${SPELLING.replaceAll(' ', '|')}|x-ray)\\b`, 'gi');
const AS_IN = /\b([A-Za-z])\s(?:as in|for|like|de)\s[A-Za-z]{2,12}\b/gi;
/** Fewer are words like others. */
const SPELLED_MIN = 3;
const occurs = (pattern: RegExp, text: string) => {
  let times = 0;
  pattern.lastIndex = 0;
  while (times < SPELLED_MIN && pattern.test(text)) times += 1;
  return times >= SPELLED_MIN;
};

/** Letters said as words on the telephone: `mike alpha papa`. */
const telephone: Disguise = (reading) => {
  if (!occurs(SPELLED, reading.text) && !occurs(AS_IN, reading.text)) return undefined;
  const words = [...reading.text.matchAll(/[A-Za-z]+(?:-ray)?|\d+|[^A-Za-z\d]+/g)];
  const letters = words.map((match) => spelled.get(match[0].toLowerCase().replace('-', '')));
  const named = [...reading.text.matchAll(AS_IN)];
  const skipped = new Map(named.map((match) => [match.index, match]));
  const parts: Part[] = [];
  let until = 0;
  for (const [at, match] of words.entries()) {
    if (match.index < until) continue;
    const as = skipped.get(match.index);
    const said = as ? as[0] : match[0];
    until = match.index + said.length;
    const text = as ? as[1]! : (letters[at] ?? match[0]);
    const between = letters[at - 1] !== undefined && letters[at + 1] !== undefined;
    parts.push({
      text: between && /^[\s,.-]+$/.test(text) ? '' : text,
      from: match.index,
      to: until,
    });
  }
  return pieces(
    reading,
    parts.filter(({ text }) => text !== ''),
  );
};

const MORSE =
  '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. ' +
  '----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----.';
const morseLetters = new Map(
  MORSE.split(' ').map((code, at) => [code, 'abcdefghijklmnopqrstuvwxyz0123456789'[at]!]),
);

const morse: Disguise = (reading) => {
  const parts: Part[] = [];
  let last = 0;
  for (const match of reading.text.matchAll(/(?<![\w.-])[.-]{1,6}(?![.\-\w])|\/|\s{2,}/g)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const letter = morseLetters.get(match[0]);
    const apart = letter === undefined || /\w/.test(reading.text.slice(last, from));
    if (apart && parts.length > 0) parts.push({ text: ' ', from, to });
    if (letter !== undefined) parts.push({ text: letter, from, to });
    last = to;
  }
  return parts.length >= 8 ? pieces(reading, parts) : undefined;
};

const disguises: readonly Disguise[] = [
  backwards,
  rot13,
  markedLetters,
  doubled,
  base64,
  hex,
  binary,
  telephone,
  morse,
];

/** What a text says when a disguise is taken off. */
export const undisguised = (reading: Reading): Reading[] =>
  disguises.map((disguise) => disguise(reading)).filter((found) => found !== undefined);
