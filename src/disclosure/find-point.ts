import type { Point } from '../geography/index.js';
import { metersBetween } from '../geography/index.js';
import { bareHits, type Hit } from './bare-degrees.js';
import { geohashCenter, plusCellsApart, plusCodeOf } from './cell-codes.js';
import { gridOf, type Grid } from './grid.js';
import { numbersIn, type Figure } from './figures.js';
import type { Reading } from './reading.js';
import type { Found } from './withheld-door.js';
import { joined } from './pattern.js';

/** Nearer than this a place is the door; two places of decimals, a minute of arc, are not. */
const NEAR_DEGREES = 0.0006;
/** A pair so near gives the neighbourhood, which is less than the county that is told. */
const PAIR_DEGREES = 0.0105;
const PAIR_APART_LETTERS = 70;
const CELL_METERS = 1_500;
const GRID_METERS = 250;
const PLUS_CELLS = 12;

/** Degrees alone, or degrees and minutes, or degrees, minutes and seconds, that come near a value. */
function hitsOf(figures: readonly Figure[], text: string, degrees: number): Hit[] {
  const wanted = Math.abs(degrees);
  const carried = Math.floor(wanted + PAIR_DEGREES);
  const hits: Hit[] = [];
  const hit = (first: Figure, last: Figure, value: number, decimals: number, pair = false) => {
    const off = Math.abs(value - wanted);
    const fine = off <= NEAR_DEGREES && decimals >= 3;
    if (fine || (off <= PAIR_DEGREES && (decimals === 2 || pair || decimals > 2)))
      hits.push({ from: first.from, to: last.to, fine });
  };
  for (const [at, one] of figures.entries()) {
    const value = Math.abs(one.value);
    if (Math.abs(value - wanted) < 1 && one.decimals > 1) hit(one, one, value, one.decimals);
    // Minutes and seconds that are rounded up may carry: a door a little short of 34° is written 34° 0' 0".
    if (one.decimals > 0 || (value !== Math.floor(wanted) && value !== carried)) continue;
    const two = figures[at + 1];
    if (!two || !APART.test(text.slice(one.to, two.from)) || two.value >= 60) continue;
    const marked = /[°d'm]|deg|grad/i.test(text.slice(one.to, two.to + 2));
    if (two.decimals > 0) hit(one, two, value + two.value / 60, two.decimals + 2);
    const three = figures[at + 2];
    if (
      three &&
      two.decimals === 0 &&
      APART.test(text.slice(two.to, three.from)) &&
      three.value < 60
    )
      hit(one, three, value + two.value / 60 + three.value / 3600, 4);
    if (two.decimals === 0 && marked) hit(one, two, value + two.value / 60, 2, true);
  }
  return hits;
}

const APART = new RegExp(
  joined`^(?:\s|[°'"*.,:;\-_/+]|degrees?|deg|grados?|minutes?|minutos?|min|seconds?|
    segundos?|sec|and|y|de|d|m|s|º|arc|north|south|east|west|[nsew]){1,6}$`,
  'i',
);

function pairs(latitudes: readonly Hit[], longitudes: readonly Hit[], text: string): Found[] {
  const found: Found[] = [];
  for (const one of latitudes)
    for (const other of longitudes) {
      if (other.from - one.to > PAIR_APART_LETTERS) break;
      const [first, last] = one.from < other.from ? [one, other] : [other, one];
      if (last.from < first.to || last.from - first.to > PAIR_APART_LETTERS) continue;
      const letter =
        /^[^\w]{0,3}(?:north|south|east|west|norte|sur|este|oeste|[NSEWnsew])?\b/
          .exec(text.slice(last.to, last.to + 12))?.[0]
          .trimEnd() ?? '';
      found.push({ from: first.from, to: last.to + letter.length, kind: 'POINT' });
    }
  return found;
}

/** One of the two alone, where it is written too finely to be anything else. */
const alone = (hits: readonly Hit[], text: string): Found[] =>
  hits
    .filter(
      ({ fine, from, to }) => fine && /\d[.,]\d{4}|[°'"]|deg|grad/i.test(text.slice(from, to + 1)),
    )
    .map(({ from, to }) => ({ from, to, kind: 'POINT' as const }));

/** The figures of latitude and longitude without their point, however far apart they are set. */
function bareDigits({ text }: Reading, point: Point): Found[] {
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1)
    if (text.charCodeAt(index) > 0x2f && text.charCodeAt(index) < 0x3a) at.push(index);
  const digits = at.map((index) => text[index]!).join('');
  const wanted = [point.latitude, point.longitude].map((degrees) => {
    const [whole, part] = Math.abs(degrees).toFixed(7).split('.');
    const given = String(Math.abs(degrees)).split('.')[1]?.length ?? 0;
    return given >= 4 ? whole! + part!.slice(0, Math.max(4, Math.min(5, given))) : '';
  });
  return wanted.flatMap((sought) => {
    const found: Found[] = [];
    for (
      let index = sought ? digits.indexOf(sought) : -1;
      index >= 0;
      index = digits.indexOf(sought, index + 1)
    ) {
      const [from, to] = [at[index]!, at[index + sought.length - 1]! + 1];
      if (to - from <= sought.length * 4 && !/\d/.test(text[from - 1] ?? ''))
        found.push({ from, to, kind: 'POINT' });
    }
    return found;
  });
}

function onGrid({ text }: Reading, figures: readonly Figure[], grid: Grid): Found[] {
  const found: Found[] = [];
  for (const [at, one] of figures.entries()) {
    const two = figures[at + 1];
    if (!two || two.from - one.to > 24) continue;
    const near = (value: number, wanted: number) => Math.abs(value - wanted) <= GRID_METERS;
    const ours =
      (near(one.value, grid.easting) && near(two.value, grid.northing)) ||
      (near(two.value, grid.easting) && near(one.value, grid.northing));
    if (ours) {
      const zone = /(?:zone\s{0,2})?\d{1,2}\s{0,2}[A-Z]?[\s,;:]{0,4}(?:[EN][:=\s]{0,2})?$/i.exec(
        text.slice(Math.max(0, one.from - 16), one.from),
      );
      found.push({ from: one.from - (zone?.[0].length ?? 0), to: two.to, kind: 'GRID' });
    }
  }
  const square = new RegExp(
    joined`(?:(?<!\w)0?${String(grid.zone)}[\s-]{0,2}${grid.band}[\s-]{0,2}|(?<![a-z]))
      ${grid.square}[\s-]{0,2}(\d{2,5})[\s-]{0,2}(\d{2,5})(?!\d)`,
    'gi',
  );
  for (const match of text.matchAll(square)) {
    const digits = match[1]! + match[2]!;
    if (digits.length % 2 > 0) continue;
    const unit = 10 ** (5 - digits.length / 2);
    const half = digits.length / 2;
    const off = (said: string, meters: number) =>
      Math.abs((Number(said) + 0.5) * unit - (meters % 100_000));
    const [east, north] = [
      off(digits.slice(0, half), grid.easting),
      off(digits.slice(half), grid.northing),
    ];
    if (Math.max(east, north) <= unit / 2 + GRID_METERS)
      found.push({ from: match.index, to: match.index + match[0].length, kind: 'GRID' });
  }
  return found;
}

function inCells({ text }: Reading, point: Point): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])[0-9b-hjkmnp-z]{6,12}(?![\p{L}\p{N}])/giu)) {
    const center = geohashCenter(match[0]);
    if (center && metersBetween(center, point) < CELL_METERS)
      found.push({ from: match.index, to: match.index + match[0].length, kind: 'GEOHASH' });
  }
  const code = plusCodeOf(point);
  const plus = new RegExp(
    joined`(?<![\p{L}\p{N}])([2-9CFGHJMPQRVWX]{2,8})\s?(\+|\bplus\b|\bmas\b|\s|)
      \s?([2-9CFGHJMPQRVWX]{0,7})(?![\p{L}\p{N}])`,
    'giu',
  );
  for (const match of text.matchAll(plus)) {
    const [whole, area, mark, rest] = match as unknown as [string, string, string, string];
    if (!mark.trim() && area.length + rest.length < 8) continue;
    const said = (area + rest).toUpperCase().slice(0, mark.trim() ? area.length + 2 : 10);
    const fine =
      said.length % 2 === 0 && (mark.trim() ? rest.length >= 2 && area.length >= 4 : true);
    if (!fine && !(mark.trim() && area.length === 8 && !area.includes('00'))) continue;
    const length = said.length - (said.length % 2);
    const ours =
      area.length === 8 || !mark.trim()
        ? code.slice(0, length)
        : code.slice(8 - area.length, 8 + length - area.length);
    const cells = length - (mark.trim() ? area.length : 8) >= 2 ? PLUS_CELLS : 0;
    if (ours.length === length && plusCellsApart(said.slice(0, length), ours) <= cells)
      found.push({
        from: match.index,
        to: match.index + whole.trimEnd().length,
        kind: 'PLUS_CODE',
      });
  }
  return found;
}

/** Where a text says the point, in degrees, on a grid or as the code of a cell. */
export function findPoint(reading: Reading, point: Point): Found[] {
  const figures = numbersIn(reading.text, 'decimals');
  const latitudes = hitsOf(figures, reading.text, point.latitude);
  const longitudes = hitsOf(figures, reading.text, point.longitude);
  const [bareLatitudes, bareLongitudes] = [point.latitude, point.longitude].map((degrees) =>
    bareHits(figures, reading.text, degrees),
  ) as [Hit[], Hit[]];
  return [
    ...pairs(latitudes, longitudes, reading.text),
    ...pairs(bareLatitudes, bareLongitudes, reading.text),
    ...alone(latitudes, reading.text),
    ...alone(longitudes, reading.text),
    ...bareDigits(reading, point),
    ...onGrid(reading, numbersIn(reading.text, 'thousands'), gridOf(point)),
    ...inCells(reading, point),
  ];
}
