import { namesFound, type NameFound } from './names-found.js';
import { inLink } from './in-link.js';
import { given, titles } from './name-words.js';
import { saidInRanges } from './number-ranges.js';
import { saidNumbers, type Stretch } from './said-number.js';
import { isCapital, type Strand, type Word } from './strand.js';
import {
  blockBefore,
  calledAfter,
  corner,
  cornerBefore,
  countsNothing,
  elsewhere,
  endsThere,
  inCounty,
  isParted,
  isPlaced,
  nameAlone,
  nameWithKind,
  textAfter,
  textBefore,
} from './street-judged.js';
import { compassWords, KIND_BEFORE } from './street-words.js';
import type { Street } from './street.js';
import type { Found } from './withheld-door.js';
import { joined } from './pattern.js';

const COMPASS = compassWords.join('|');
/** Titles and given names of whom the street is called after, where the door has neither: `18 Gov. J. Miller`. */
const CALLED = `${titles.join('|')}|${given.join('|')}|[a-z](?=\\.)`;
const SMALL = `${CALLED}|on|in|at|of|the|de|la|las|los|el|del|en|sobre|block|old|new|upper|lower|${COMPASS}|${KIND_BEFORE}`;
const TO_NAME = new RegExp(
  `^(?:[-/]?[a-z](?![a-z])|[\\s-]?(?:1/2|½))?[\\s\\p{P}\\p{S}]{0,6}(?:(?:${SMALL})[\\s\\p{P}\\p{S}]{1,4}){0,3}$`,
  'iu',
);
const TO_NUMBER = new RegExp(
  `^[\\s\\p{P}\\p{S}]{0,4}(?:(?:${COMPASS})[\\s\\p{P}\\p{S}]{1,4})?(?:(?:en )?(?:el|al) )?` +
    '((?:numero|num|nro|no|number|house|casa|guriga|guri|lambarka|tsev)?[\\s\\p{P}\\p{S}]{0,4}){0,2}$',
  'iu',
);
const CUE = /\p{L}|#|°/u;
const APART_LETTERS_MAX = 30;
/** Nobody is older: behind the name of a person a number above it is none of her years. */
const AGE_MAX = 120;
/** A number and the name of its street are read together from so far apart. */
const WINDOW_LETTERS = 60;

export interface StreetAsked {
  street: Street;
  city: string;
  /** Numbers of other houses of the street that are told. */
  told: ReadonlySet<string>;
}

const gap = ({ reading, at }: Strand, before: number, after: number) =>
  reading.text.slice(at[before - 1]! + 1, at[after]);

interface Beside {
  number: Stretch;
  /** What stands between the number and the name. */
  said: string;
}

function numberBefore(strand: Strand, name: NameFound, numbers: readonly Stretch[]) {
  for (const number of numbers) {
    if (number.end > name.first) continue;
    const apart = strand.at[name.start]! - strand.at[number.end - 1]!;
    if (apart > APART_LETTERS_MAX) continue;
    const said = gap(strand, number.end, name.start);
    if (TO_NAME.test(said)) return { number, said };
  }
  return undefined;
}

function numberAfter(strand: Strand, name: NameFound, numbers: readonly Stretch[]) {
  for (const number of numbers) {
    if (number.start < name.last) continue;
    if (strand.at[number.start]! - strand.at[name.last - 1]! > APART_LETTERS_MAX) break;
    const said = gap(strand, name.last, number.start);
    // `No.` behind the name is read as its compass, too.
    const cue = CUE.test(gap(strand, name.end, number.start));
    if (TO_NUMBER.test(said)) return { number, said, cue };
  }
  return undefined;
}

function inWindow(strand: Strand, name: NameFound, numbers: readonly Stretch[]) {
  return numbers.find((number) => {
    const apart =
      number.end <= name.first
        ? strand.at[name.first]! - strand.at[number.end - 1]!
        : strand.at[number.start]! - strand.at[name.last - 1]!;
    return (number.end <= name.first || number.start >= name.last) && apart <= WINDOW_LETTERS;
  });
}

const at = (strand: Strand, start: number, end: number): Found => ({
  from: strand.at[start]!,
  to: strand.at[end - 1]! + 1,
  kind: 'STREET',
});

const together = (strand: Strand, name: NameFound, number: Stretch) =>
  at(strand, Math.min(name.first, number.start), Math.max(name.last, number.end));

/** The name and the house number beside it. */
function numbered(strand: Strand, name: NameFound, numbers: readonly Stretch[], street: Street) {
  const before = numberBefore(strand, name, numbers);
  const kind = name.kind !== 'none';
  const far = name.how === 'shortened' || name.off > 1 || (name.off > 0 && street.numbered);
  if ((name.how === 'figures' || name.how === 'short' || far) && !kind) return undefined;
  const isNoAge = street.numbers.every((one) => Number(one) > AGE_MAX);
  // `1200 MLK Center` is a house, `1200 MLK scholars` are people.
  const isHouse = before && (before.number.figures || isNoAge) && !isParted(before.said);
  if (street.honors && calledAfter(strand, name, isHouse)) return undefined;
  if (before) {
    const { number, said } = before;
    const linked = !/\s/.test(said) && inLink(strand, number.start, name.last) !== undefined;
    const sure =
      kind ||
      linked ||
      (!street.ordinary && name.how === 'exact') ||
      isOnDoor(strand, name, before);
    if (sure || countsNothing(strand, name, said, number.figures === true))
      return together(strand, name, number);
  }
  const after = numberAfter(strand, name, numbers);
  if (!after) return undefined;
  const glued = after.said === '' && after.number.figures === true && name.end - name.start > 2;
  const linked = glued || (!/\s/.test(after.said) && inLink(strand, name.first, after.number.end));
  const isOwn = !street.ordinary && ((!street.honors && !street.besideOnly) || isNoAge);
  return kind || linked || after.cue || isOwn || isHouseNumber(strand, name, after, street)
    ? together(strand, name, after.number)
    : undefined;
}

/** `Door 1612, Juniper.` */
const isOnDoor = (strand: Strand, name: NameFound, { number, said }: Beside): boolean =>
  said === ', ' &&
  isCapital(strand, name.start) &&
  /(?:^|[^\p{L}])(?:door|house|casa|puerta|number|numero)\s$/iu.test(
    textBefore(strand, number.start),
  ) &&
  endsThere(textAfter(strand, name.last));

/** Behind an ordinary word or a person: whether its figures are a house's, `Oak 640.`, not a count of something or her years. */
function isHouseNumber(
  strand: Strand,
  name: NameFound,
  { number, said }: Beside,
  { ordinary }: Street,
): boolean {
  if (!isCapital(strand, name.start) || number.figures !== true) return false;
  const after = textAfter(strand, number.end, 12);
  // `Marie, 18.` is how old she is, but not where it says at which place.
  if (!ordinary && isPlaced(strand, name.first))
    return /^(?:\.?,? #?|-)$/.test(said) && (said.includes(',') || endsThere(after));
  return /^(?: #?|-)$/.test(said) && /^(?:\s*$|[.,;:)!?]|\s*\n)/.test(after);
}

function judged(
  strand: Strand,
  name: NameFound,
  numbers: readonly Stretch[],
  asked: StreetAsked,
): Found[] {
  const { street } = asked;
  const beside = numbered(strand, name, numbers, street);
  if (beside) return [beside];
  if (street.besideOnly) return [];
  if (elsewhere(strand, name, asked)) return [];
  const whole = at(strand, name.first, name.last);
  if (name.how === 'figures') return name.kind === 'before' ? [whole] : [];
  if (name.how === 'short' && name.kind === 'none') return [];
  if (name.how === 'misspelled' || name.how === 'shortened') {
    const sure = name.kind === 'after' && street.names[0]!.length >= 6 && name.off === 1;
    return sure && isCapital(strand, name.start) && !street.ordinary ? [whole] : [];
  }
  const block = blockBefore(strand, name, street.numbers);
  if (block >= 0) return [{ ...whole, from: block }];
  if (name.how === 'exact') {
    const end = corner(strand, name, street);
    if (end >= 0) return [{ ...whole, to: end }];
    const start = cornerBefore(strand, name, street);
    if (start >= 0) return [{ ...whole, from: start }];
  }
  const told =
    name.kind === 'none' ? nameAlone(strand, name, street) : nameWithKind(strand, name, street);
  const isOwn = !street.ordinary && !street.honors && name.how === 'exact';
  const sure = told || (isOwn && isCapital(strand, name.start));
  const number = sure && !inCounty(strand, name) ? inWindow(strand, name, numbers) : undefined;
  if (number) return [together(strand, name, number)];
  return told ? [whole] : [];
}

const NUMBER_OF = new RegExp(
  joined`(?:house|street|door|fire|building|mail ?box|address|e?-?911|casa|guriga|
    rural)\s{0,2}(?:number|numero|no\.?|#|sign|lambarka)\s{0,2}(?:is|es|:|=)?\s{0,2}$|(?:\bat|
    \bis|en el|al)\s+(?:number|numero)\s+$|\bbox\s{1,2}#?$`,
  'iu',
);
const ON_DOOR = new RegExp(
  joined`^\s{1,2}(?:is\s)?(?:over|above|on|beside|painted on|nailed (?:to|on)|in|sobre|
    en)\s+(?:(?:the|our|its|a|la|el|front|back|big|brass|iron|white|black|red|gold|painted)\s+)
    {0,4}(?:door|doors|mailbox|gate|porch|fence|numbers|numerals|steps|letters|puerta|porton)
    \b`,
  'iu',
);

const BOX = /(?:(?:\bp\.?\s?o\.?|\brr\s?\d{1,3}|\brural route \d{1,3})\s{1,2})?\bbox\s{1,2}#?$/iu;

/** The number alone, where the words about it say that it is a house's. */
function numberAlone(strand: Strand, number: Stretch): Found[] {
  const before = textBefore(strand, number.start);
  if (!NUMBER_OF.test(before) && !ON_DOOR.test(textAfter(strand, number.end, 80))) return [];
  const found = at(strand, number.start, number.end);
  return [{ ...found, from: found.from - (BOX.exec(before)?.[0].length ?? 0), kind: 'NUMBER' }];
}

const STARRED = new RegExp(
  joined`^[\s,.-]{1,4}(?:on\s+)?(?:[NSEW]\.? )?([A-Za-z])([*\-_.·#?…]{1,16})([A-Za-z]?)
    (?![A-Za-z])(?:\s([A-Za-z])[*\-_.]{1,16}([A-Za-z])?)?`,
  '',
);
const INITIAL = /^[\s,]{1,3}(?:on\s+)?(?:[NSEW]\.? )?([A-Z])\.?\s([A-Z][a-z]+)\b/;

/** The number, then the name behind dashes, stars or a single letter: `1600 E—e A—e`, `1600 E. Ave`. */
function masked(strand: Strand, number: Stretch, street: Street): Found[] {
  const name = street.spelt[0]!.text;
  const after = textAfter(strand, number.end);
  const whole = (hidden: RegExpExecArray) => {
    const found = at(strand, number.start, number.end);
    return [{ ...found, to: found.to + hidden[0].length }];
  };
  const initial = INITIAL.exec(after);
  if (initial?.[1]!.toLowerCase() === name[0] && street.kinds.includes(initial![2]!.toLowerCase()))
    return whole(initial!);
  const starred = STARRED.exec(after);
  if (!starred || starred[1]!.toLowerCase() !== name[0]) return [];
  const last = starred[3]!.toLowerCase();
  if (last !== '' ? last !== name.at(-1) : starred[2]!.length < 2) return [];
  return whole(starred);
}

/** Where a text says the street, its number, or both. */
export function* findStreet(
  strand: Strand,
  words: readonly Word[],
  asked: StreetAsked,
): Generator<Found> {
  const { street } = asked;
  const byStart = (one: Stretch, other: Stretch) => one.start - other.start;
  const numbers = street.numbers
    .flatMap((number) => saidNumbers(strand, words, number))
    .sort(byStart);
  const inRanges = street.numbers.flatMap((number) => saidInRanges(strand, number));
  const all = inRanges.length > 0 ? [...numbers, ...inRanges].sort(byStart) : numbers;
  if (street.besideOnly && all.length === 0) return;
  for (const name of namesFound(strand, words, street)) yield* judged(strand, name, all, asked);
  if (street.besideOnly) return;
  for (const number of numbers) {
    yield* numberAlone(strand, number);
    yield* masked(strand, number, street);
  }
}
