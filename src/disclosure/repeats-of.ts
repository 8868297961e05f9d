import type { Point } from '../geography/index.js';
import { buildingOf, findBuilding, type Building } from './find-building.js';
import { findCodes } from './find-codes.js';
import { findLandmarks } from './find-landmarks.js';
import { findPoint } from './find-point.js';
import { findStreet, type StreetAsked } from './find-street.js';
import { findTransit } from './find-transit.js';
import { findUnit, type UnitAsked } from './find-unit.js';
import { wordsAsFigures } from './figures.js';
import { undisguised } from './disguises.js';
import { readingOf, type Reading } from './reading.js';
import { roughly, strandOf, wordEnd, wordsOf, type Strand, type Word } from './strand.js';
import { streetOf } from './street.js';
import { advice, type Found, type Span, type WithheldDoor } from './withheld-door.js';

/** What is looked for, made ready once for a door. */
interface Sought {
  door: WithheldDoor;
  street: StreetAsked;
  unit: UnitAsked | undefined;
  building: Building | undefined;
  otherForms: readonly string[];
  /** A text that is disguised has one of these, or nothing of the door. */
  keys: readonly string[];
}

/** Shorter, another form would be found in ordinary words. */
const OTHER_FORM_LETTERS_MIN = 4;

const lettersOf = (text: string) => strandOf(readingOf(text)).letters;

/** The first figures of a latitude and a longitude. */
const KEY_FIGURES = 5;
const degreesOf = ({ latitude, longitude }: Point) =>
  [latitude, longitude].map((degrees) =>
    String(Math.abs(degrees)).replace('.', '').slice(0, KEY_FIGURES),
  );

function soughtOf(door: WithheldDoor, told: readonly string[]): Sought {
  const street = streetOf(door.street);
  const building = door.building ? buildingOf(door.building) : undefined;
  const others = told
    .map(streetOf)
    .filter(({ names }) => names.some((name) => street.names.includes(name)));
  const otherForms = (door.otherForms ?? []).map(lettersOf);
  const names = [...street.names, ...(building ? [...building.whole, building.core] : [])];
  return {
    door,
    street: { street, city: door.city ?? '', told: new Set(others.map(({ number }) => number)) },
    unit: door.unit
      ? { unit: door.unit, number: street.number, names: names.filter((name) => name.length > 2) }
      : undefined,
    building,
    otherForms: otherForms.filter((form) => form.length >= OTHER_FORM_LETTERS_MIN),
    keys: [...street.keys, ...(building?.core ? [building.core] : []), ...otherForms]
      .concat(door.point ? degreesOf(door.point) : [])
      .map(roughly),
  };
}

function inOtherForm(strand: Strand, words: readonly Word[], forms: readonly string[]): Found[] {
  return words.flatMap(({ start }) =>
    forms.flatMap((form): Found[] => {
      const end = wordEnd(strand, start, form);
      return end < 0
        ? []
        : [{ from: strand.at[start]!, to: strand.at[end - 1]! + 1, kind: 'PLACE_ID' }];
    }),
  );
}

/** Nine figures of a postal code name one side of a block; five, a town. */
function postalCode({ text }: Reading, code: string): Found[] {
  const five = /^\d{5}/.exec(code)?.[0];
  if (!five) return [];
  return [...text.matchAll(new RegExp(`(?<!\\d)${five}\\s?[-.]?\\s?\\d{4}(?!\\d)`, 'g'))]
    .filter((match) => /^\d{5}(?:\s?[-.]\s?)?\d{4}$/.test(match[0]))
    .map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      kind: 'POSTAL_CODE' as const,
    }));
}

/** Whatever repeats the door itself. */
function repeated(reading: Reading, sought: Sought): Found[] {
  const strand = strandOf(reading);
  const words = wordsOf(strand);
  return [
    ...findStreet(strand, words, sought.street),
    ...(sought.unit ? findUnit(strand, words, sought.unit) : []),
    ...(sought.building ? findBuilding(strand, words, sought.building) : []),
    ...(sought.otherForms.length > 0 ? inOtherForm(strand, words, sought.otherForms) : []),
    ...(sought.door.point ? findPoint(reading, sought.door.point) : []),
    ...(sought.door.postalCode ? postalCode(reading, sought.door.postalCode) : []),
  ];
}

/** In the text as written, whole letters and whole escapes. */
function written({ from, to }: Reading, found: Found): Omit<Span, 'advice'> {
  let start = Infinity;
  let end = 0;
  for (let at = found.from; at < found.to; at += 1) {
    start = Math.min(start, from[at]!);
    end = Math.max(end, to[at]!);
  }
  return { start, end, kind: found.kind };
}

/** Spans that touch one another become one, called by the first that is widest. */
function merged(spans: readonly Omit<Span, 'advice'>[]): Span[] {
  const all: Span[] = [];
  const width = ({ start, end }: Pick<Span, 'start' | 'end'>) => end - start;
  let widest = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (!last || span.start >= last.end) {
      all.push({ ...span, advice: advice[span.kind] });
      widest = width(span);
      continue;
    }
    last.end = Math.max(last.end, span.end);
    if (width(span) <= widest) continue;
    widest = width(span);
    Object.assign(last, { kind: span.kind, advice: advice[span.kind] });
  }
  return all;
}

function hasKey(text: string, keys: readonly string[]): boolean {
  const letters = roughly(text);
  return keys.some((key) => letters.includes(key));
}

/**
 * The parts of a text that repeat a withheld door, or lead to one: empty where the text may be told.
 * `told` are addresses that are told already; another house of the same street among them is let pass.
 */
export function repeatsOf(
  door: WithheldDoor,
  text: string,
  { told = [] }: { told?: readonly string[] } = {},
): Span[] {
  const sought = soughtOf(door, told);
  const reading = readingOf(text);
  const plain = (found: readonly Found[], of: Reading) => found.map((one) => written(of, one));
  const figures = wordsAsFigures(reading);
  return merged([
    ...plain(repeated(reading, sought), reading),
    ...plain(findCodes(reading.text), reading),
    ...plain(findLandmarks(reading.text), reading),
    ...plain(findTransit(reading.text), reading),
    ...(figures && door.point ? plain(findPoint(figures, door.point), figures) : []),
    ...undisguised(reading)
      .filter(({ text }) => hasKey(text, sought.keys))
      .flatMap((other) => plain(repeated(other, sought), other)),
  ]);
}
