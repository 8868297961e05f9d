import type { Point } from '../geography/index.js';
import { addressParts } from './address-lines.js';
import { buildingOf, findBuilding, type Building } from './find-building.js';
import { findBox } from './find-box.js';
import { findCodes } from './find-codes.js';
import { findLandmarks } from './find-landmarks.js';
import { findPoint } from './find-point.js';
import { findStreet, type StreetAsked } from './find-street.js';
import { findTransit } from './find-transit.js';
import { findFloor, floorOf, type FloorAsked } from './find-floor.js';
import { findUnit, type UnitAsked } from './find-unit.js';
import { wordsAsFigures } from './figures.js';
import { undisguised } from './disguises.js';
import { readingOf, type Reading } from './reading.js';
import { roughly, strandOf, wordEnd, wordsOf, type Strand, type Word } from './strand.js';
import { streetsOf, type Street } from './street.js';
import { advice, type Found, type Span, type WithheldDoor } from './withheld-door.js';

/** What is looked for, made ready once for a door. */
interface Sought {
  door: WithheldDoor;
  streets: readonly StreetAsked[];
  units: readonly UnitAsked[];
  floors: readonly FloorAsked[];
  buildings: readonly Building[];
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

/** Numbers of other houses of a street among the addresses that are told. */
function otherHouses({ names }: Street, told: readonly Street[]): Set<string> {
  const same = told.filter((other) => other.names.some((name) => names.includes(name)));
  return new Set(same.flatMap(({ numbers }) => numbers));
}

function soughtOf(door: WithheldDoor, told: readonly string[]): Sought {
  const streets = door.streets.flatMap(streetsOf);
  const buildings = (door.buildings ?? []).map(buildingOf);
  const others = told.flatMap((line) => addressParts([line]).streets.flatMap(streetsOf));
  const otherForms = (door.otherForms ?? []).map(lettersOf);
  const names = [
    ...streets.flatMap((street) => street.names),
    ...buildings.flatMap(({ whole, core }) => [...whole, core]),
  ].filter((name) => name.length > 2);
  const numbers = [...new Set(streets.flatMap((street) => street.numbers))];
  return {
    door,
    streets: streets.map((street) => ({
      street,
      city: door.city ?? '',
      told: otherHouses(street, others),
    })),
    units: (door.units ?? []).map((unit) => ({ unit, numbers, names })),
    floors: (door.floors ?? []).flatMap((floor) => floorOf(floor, numbers) ?? []),
    buildings,
    otherForms: otherForms.filter((form) => form.length >= OTHER_FORM_LETTERS_MIN),
    keys: least(
      [...streets.flatMap(({ keys }) => keys), ...otherForms]
        .concat(buildings.flatMap(({ core }) => (core ? [core] : [])))
        .concat(door.boxes?.length ? ['box'] : [])
        .concat(door.point ? degreesOf(door.point) : [])
        .map(roughly),
    ),
  };
}

/** Those in which no shorter one is: whatever has one of all has one of these. */
function least(keys: readonly string[]): string[] {
  const kept: string[] = [];
  for (const key of keys.toSorted((one, other) => one.length - other.length))
    if (!kept.some((other) => key.includes(other))) kept.push(key);
  return kept;
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

/** A reading with its letters and words, made ready once however many doors it is held against. */
interface Read {
  reading: Reading;
  strand: Strand;
  words: readonly Word[];
}

function readyOf(reading: Reading): Read {
  const strand = strandOf(reading);
  return { reading, strand, words: wordsOf(strand) };
}

/** Whatever repeats the door itself, one after another. */
function* repeated({ reading, strand, words }: Read, sought: Sought): Generator<Found> {
  const { streets, units, floors, buildings, otherForms, door } = sought;
  for (const street of streets) yield* findStreet(strand, words, street);
  for (const unit of units) yield* findUnit(strand, words, unit);
  for (const floor of floors) yield* findFloor(strand, words, floor);
  for (const building of buildings) yield* findBuilding(strand, words, building);
  for (const box of door.boxes ?? []) yield* findBox(strand, words, box);
  if (otherForms.length > 0) yield* inOtherForm(strand, words, otherForms);
  if (door.point) yield* findPoint(reading, door.point);
  if (door.postalCode) yield* postalCode(reading, door.postalCode);
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

/** A text made ready, and what in it leads to a door whichever it is. */
export interface ReadText {
  plain: Read;
  figures: Reading | null;
  /** What comes out where a disguise is taken off, and its letters as roughly as they are compared. */
  disguised: { read: () => Read; letters: string }[];
  leads: () => readonly Omit<Span, 'advice'>[];
}

const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => (made ??= make());
};
function* placed(found: Iterable<Found>, reading: Reading) {
  for (const one of found) yield written(reading, one);
}

/** A text that unfolds so far is none that anyone writes, and would take its time. */
export const unfoldsTooFar = (text: string): boolean =>
  /\P{ASCII}/u.test(text) && readingOf(text).text.length > 2 * text.length + 100;

export function readText(text: string): ReadText {
  const reading = readingOf(text);
  return {
    plain: readyOf(reading),
    figures: wordsAsFigures(reading) ?? null,
    disguised: undisguised(reading).map((other) => ({
      read: once(() => readyOf(other)),
      letters: roughly(other.text),
    })),
    leads: once(() =>
      [findCodes, findLandmarks, findTransit].flatMap((find) => [
        ...placed(find(reading.text), reading),
      ]),
    ),
  };
}

/** One door, looked for in texts made ready. */
export interface Finder {
  all: (text: ReadText) => Span[];
  /** One span, and no further work once there is one. @param leading also what leads to a door whichever it is */
  first: (text: ReadText, leading: boolean) => Span | undefined;
}

/** Looks for one door in texts made ready; the door is made ready once, too. */
export function finderOf(
  door: WithheldDoor,
  { told = [] }: { told?: readonly string[] } = {},
): Finder {
  const sought = soughtOf(door, told);
  function* found({ plain, figures, disguised, leads }: ReadText, leading: boolean) {
    yield* placed(repeated(plain, sought), plain.reading);
    if (leading) yield* leads();
    if (figures && door.point) yield* placed(findPoint(figures, door.point), figures);
    for (const { letters, read } of disguised)
      if (sought.keys.some((key) => letters.includes(key)))
        yield* placed(repeated(read(), sought), read().reading);
  }
  return {
    all: (text) => merged([...found(text, true)]),
    first: (text, leading) => {
      for (const span of found(text, leading)) return merged([span])[0];
      return undefined;
    },
  };
}

/**
 * The parts of a text that repeat a withheld door, or lead to one: empty where the text may be told.
 * `told` are addresses that are told already; another house of the same street among them is let pass.
 */
export const repeatsOf = (
  door: WithheldDoor,
  text: string,
  ways: { told?: readonly string[] } = {},
): Span[] => finderOf(door, ways).all(readText(text));
