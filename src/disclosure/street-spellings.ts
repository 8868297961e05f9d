import { partsOfName, waysToWrite } from './name-words.js';
import { ordinalValue } from './number-words.js';
import { readingsOfStreet, withoutTail } from './street-readings.js';
import { compass, streetKinds } from './street-words.js';

const bare = (word: string) => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
const titled = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
const ORDINAL = /^\d+(?:st|nd|rd|th)$/i;
const asWritten = (word: string) => [word];

/** A compass point written out, short, with a stop, and left out; undefined where the word is none. */
function compassWays(word: string | undefined): string[] | undefined {
  const found = compass.find(([long, short]) => [long, short].includes(bare(word ?? '')));
  if (!found) return undefined;
  const [long, short] = found as [string, string];
  return [titled(long), short.toUpperCase(), `${short.toUpperCase()}.`, ''];
}

/** A kind of street written out, short, with a stop, and left out. */
function kindWays(word: string | undefined): string[] | undefined {
  const kind = streetKinds.get(bare(word ?? ''));
  if (!kind) return undefined;
  const [long, short = kind[0]!] = kind;
  return [titled(long!), titled(short), `${titled(short)}.`, ''];
}

const isNumber = (word: string) => /\d/.test(word) || ordinalValue(word) !== undefined;

/** The words of a name, one of them written otherwise each time; without its titles; and by its first letters. */
function nameWays(name: readonly string[]): string[][] {
  const words = name.map((word) => bare(word) || 'and');
  const { titles, core, suffixes } = partsOfName(words);
  const ways = words.flatMap((word, at) =>
    isNumber(word)
      ? []
      : waysToWrite(word).flatMap((way) => (way === word ? [] : [name.with(at, titled(way))])),
  );
  if (titles.length + suffixes.length > 0)
    ways.push(name.slice(titles.length, titles.length + core.length));
  if (core.length > 2) ways.push([core.map((word) => word[0]!.toUpperCase()).join('')]);
  return ways;
}

/**
 * The ordinary ways to write a street with its number: each compass point and the kind written out, short, with a stop, and left out;
 * and beside its kind, each word of the name as it is written otherwise. Without a number, or of a name of one word, it is written as it
 * stands.
 */
export function ordinarySpellings(street: string): string[] {
  const [number, ...words] = street.split(' ');
  if (!/\d/.test(number!) || ORDINAL.test(number!) || words.length < 2) return [street];
  const without = withoutTail(words.map(bare)).length;
  const tail = without === words.length ? undefined : compassWays(words.at(-1));
  const inner = words.slice(0, without);
  const kind = kindWays(inner.at(-1));
  const head = inner.length > (kind ? 2 : 1) ? compassWays(inner[0]) : undefined;
  const name = inner.slice(head ? 1 : 0, kind ? -1 : undefined);
  let made = [number!];
  for (const ways of [head, ...name.map(asWritten), kind, tail])
    if (ways) made = made.flatMap((before) => ways.map((way) => `${before} ${way}`.trimEnd()));
  // Short forms of a single word are other words, too, where no kind says that a street is meant.
  const about = [kind ? inner.at(-1)! : '', tail ? words.at(-1)! : ''];
  const isRoad = readingsOfStreet(street).reads.some(({ road, kindFirst }) => road || kindFirst);
  const before = head ? [number, inner[0]] : [number];
  const others =
    (name.length > 1 || kind) && !isRoad
      ? nameWays(name).map((way) => [...before, ...way, ...about].filter(Boolean).join(' '))
      : [];
  return [street, ...made, ...others];
}
