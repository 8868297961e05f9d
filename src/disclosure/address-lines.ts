import { readingOf } from './reading.js';
import { buildingKinds, homePark } from './ordinary-words.js';
import { small, tens } from './number-words.js';
import { BEFORE_NAME, compassWords, roadClasses, streetKinds } from './street-words.js';
import { joined } from './pattern.js';

/** What the lines of an address name, in whatever order they were typed: all of it leads to the door. */
export interface AddressParts {
  /** Each a number and a name as on a letter, or a name alone where no number belongs to it. */
  streets: string[];
  units: string[];
  /** That are counted: `4th Floor`, `Floor 4`. */
  floors: string[];
  buildings: string[];
  /** Of a post office or a rural route: `14` of `RR 2 Box 14`. */
  boxes: string[];
  /** Numbers beside which no name stands. */
  bare: string[];
}

const BOX = new RegExp(
  joined`(?:\b(?:r\.?\s?r|rural\s(?:route|rt|delivery)|r\.?\s?f\.?\s?d|h\.?\s?c|highway\scontract(?:\sroute)?|star\sroute|
    route|rte?)\.?\s{0,2}#?\s{0,2}\d{0,4}[a-z]?[\s,]{1,3}|\bp(?:ost)?\.?\s{0,2}o(?:ffice)?\.?\s{0,2}|\b)
    (?:(?:box|pmb|drawer|\bp\.?\s?o\.?\s?b\.?)\s{0,2}(?:no\.?|#)?\s{0,2}(\d{1,6}[a-z]?|[a-z]{1,2}\b))`,
  'giu',
);
const STATE_ZIP =
  /(?:^|[\s,]+)(?:[A-Z]{2}|minnesota|wisconsin|iowa|(?:north|south) dakota)\.?\s{1,3}\d{5}(?:-\d{4})?\s*$/iu;
const IN_CARE_OF = /^\s*(?:c\/o|care of|attn|attention)\b[\s.:]*/iu;
/** They count what is inside of a house, whatever follows. */
const UNIT = new RegExp(
  joined`(?<![\p{L}\d])((?:apt|apartment|unit|suite|ste|flat|loft|rm|room|lot|trailer|space|spc|cabin|dept)s?
    \b\.?\s{0,2}(?:no\b\.?|#)?\s{0,2}(?:\d{1,5}[a-z]?|[a-z]\d{0,4})(?:-[a-z\d]{1,4})?)(?![\p{L}\d])`,
  'iu',
);
/** They may be part of a name as well: a unit where a number follows, or nothing. */
const PERHAPS_UNIT = new RegExp(
  joined`(?<![\p{L}\d])((?:#|(?:building|bldg|tower|wing)\b\.?\s{0,2}#?)\s{0,2}(?:\d{1,5}[a-z]?|[a-z]\d{0,4}))
    (?=\s{0,2}-?\s{0,2}(?<!\d)\d{1,6}(?!\d|st|nd|rd|th)|\s*$)`,
  'iu',
);
const FLOOR = new RegExp(
  joined`(?<![\p{L}\d])(?:(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|ground|main|top|upper|lower)
    \s(?:floor|fl|level|story)|(?:floor|flr?\.?|level)\s{0,2}#?(?:\d{1,3}|[a-z]))\b\.?`,
  'iu',
);
const POSITION =
  /(?:^|\s)(?:in\s)?(?:the\s)?(?:rear|front|back|upper|lower|basement|attic|garage)(?:\s(?:building|house|unit|entrance|door|side))?\s*$/iu;
const NUMBER_WORD =
  /^\s*(?:house|home|no|number|nr|num|numero|casa|address|shelter|office)\b\.?\s{0,2}#?\s{0,2}(?=[nsew]?\d)/iu;
const CORNER = /^(?:the\s)?(?:corner|intersection)\sof\s/iu;
const HOUSE = /^(?:[nsew]\d{1,5})?[nsew]?\d{1,6}(?:-?[a-z]|½)?(?:[-/](?:\d{1,6}[a-z]?|[a-z]))?$/iu;
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th)$/iu;
const ROADS = new Set(roadClasses);
/** In English and Spanish the word for a street stands before a number that is its name: `Avenue 12`. */
const BEFORE_NUMBER = /^(?:avenue|ave|street|st|road|rd|avenida|calle|ruta|lane|drive|alley)$/iu;

const bareOf = (word: string) => word.toLowerCase().replaceAll(/[^\p{L}\p{N}½]/gu, '');
const isKind = (word: string) => streetKinds.has(bareOf(word));
const isCompass = (word: string) => compassWords.includes(bareOf(word));

/** Whether words end as a street's name does: with its kind, or as a numbered road. */
function isSure(words: readonly string[]): boolean {
  const said = words.filter((word, at) => !(at > 0 && at === words.length - 1 && isCompass(word)));
  return said.length > 1 && (isKind(said.at(-1)!) || isRoad(said) || BEFORE_NUMBER.test(said[0]!));
}
const isRoad = (words: readonly string[]) =>
  /^\d+$/.test(words.at(-1)!) && isRoadWord(words.slice(0, -1));
/** `Highway`, and `Old Highway` and `N County Road`, before their number. */
function isRoadWord(words: readonly string[]): boolean {
  const said = words.map(bareOf);
  const before = said.findIndex((word) => !isCompass(word) && !BEFORE_NAME.test(word));
  return ROADS.has(said.slice(Math.max(0, before)).join(''));
}

/** The words of a name that follow a house number, to where a unit or another number begins. */
function nameAfter(words: readonly string[]): string[] {
  const name: string[] = [];
  for (const word of words) {
    if (HOUSE.test(word) && !ORDINAL.test(word)) {
      const road = isRoadWord(name);
      if (!road && !(name.length === 1 && BEFORE_NUMBER.test(name[0]!))) break;
    }
    name.push(word);
  }
  return name;
}

interface Within {
  city: string;
  whole: string;
}

/** Takes out of a segment what is no street: units, floors, where in the house it is, the town at its end. */
function withoutUnits(segment: string, parts: AddressParts, { city, whole }: Within): string {
  let rest = segment
    .replace(IN_CARE_OF, '')
    .replace(STATE_ZIP, '')
    .replace(FLOOR, (floor) => {
      parts.floors.push(floor);
      return ' ';
    });
  for (const pattern of [UNIT, PERHAPS_UNIT]) {
    const unit = pattern.exec(rest);
    if (!unit) continue;
    // `Building 4` is the house where nothing else has a number.
    if (pattern === PERHAPS_UNIT && !/\d/.test(whole.replace(unit[1]!, ''))) continue;
    parts.units.push(unit[1]!.trim());
    rest = `${rest.slice(0, unit.index)} ${rest.slice(unit.index + unit[0].length)}`;
  }
  rest = rest
    .replace(POSITION, '')
    .replace(NUMBER_WORD, '')
    .replace(/^\s*#\s*(?=\d)/, '')
    .trim();
  const town = city.trim().toLowerCase();
  const cut = rest.slice(0, -town.length).trim();
  return town !== '' && rest.toLowerCase().endsWith(` ${town}`) && /\d\S*\s+\p{L}/u.test(cut)
    ? cut
    : rest;
}

/** The number as a street begins with it, a half behind it. */
const HALF = /^(?:½|1\/2)$/u;

function readSegment(segment: string, parts: AddressParts): void {
  const words = segment.split(/\s+/).filter((word) => word === '&' || /[\p{L}\p{N}]/u.test(word));
  const at = words.findIndex((word) => HOUSE.test(word) && !ORDINAL.test(word));
  const before = words.slice(0, Math.max(0, at));
  if (at < 0) return readUnnumbered(words, parts);
  if (isRoad(words.slice(0, at + 1))) return readRoad(words, at + 1, parts);
  const half = HALF.test(words[at + 1] ?? '') ? 1 : 0;
  const name = nameAfter(words.slice(at + 1 + half));
  const number = words[at]!;
  if (name.length > 0) parts.streets.push([number, ...name].join(' '));
  if (before.length > 0 && isSure(name)) parts.buildings.push(before.join(' '));
  if (before.length > 0 && !isSure(name)) parts.streets.push([number, ...before].join(' '));
  if (before.length + name.length === 0) parts.bare.push(number);
  const rest = words.slice(at + 1 + half + name.length);
  if (name.length > 0 && isSure(name) && rest.length === 1) parts.units.push(rest[0]!);
  else if (rest.length > 0) readSegment(rest.join(' '), parts);
}

/** `State Road 16`, and the number of the house where it stands behind it. */
function readRoad(words: readonly string[], end: number, parts: AddressParts): void {
  const behind = words.slice(end).find((word) => !isCompass(word)) ?? '';
  if (!HOUSE.test(behind)) return readUnnumbered(words, parts);
  parts.streets.push([behind, ...words.slice(0, end)].join(' '));
}

/** The number that words begin with: `Twenty-four seventeen Wexford Lane`. */
function saidIn(words: readonly string[]) {
  let digits = '';
  let next = 0;
  for (; next < words.length; next += 1) {
    const said = words[next]!.toLowerCase().split('-');
    const values = said.map((word) => tens.get(word) ?? small.get(word));
    if (values.includes(undefined)) break;
    digits += String(values.reduce((sum, value) => sum! + value!, 0));
  }
  return { digits, next };
}

/** `3rd Ave W & Oak`: a street at least on one side; `Lamp & Sons` is a house. */
function isCorner(words: readonly string[]): boolean {
  const at = words.indexOf('&');
  const sides = at < 0 ? [] : [words.slice(0, at), words.slice(at + 1)];
  return sides.some((side) => isSure(side) || (side.length === 1 && ORDINAL.test(side[0]!)));
}

function readUnnumbered(words: readonly string[], parts: AddressParts): void {
  const text = words.join(' ');
  if (CORNER.test(text) || isCorner(words)) {
    for (const street of text.replace(CORNER, '').split(/\s(?:and|&|y)\s/iu))
      parts.streets.push(street);
    return;
  }
  if (words.length === 1 && text.length < 3) return void parts.units.push(text);
  const { digits, next } = saidIn(words);
  if (digits !== '' && next < words.length && words.length > 2)
    parts.streets.push([digits, ...words.slice(next)].join(' '));
  const isPark = homePark(words.map(bareOf)) > 0;
  const sure = (isSure(words) && !isPark) || (words.length === 1 && ORDINAL.test(words[0]!));
  (sure ? parts.streets : parts.buildings).push(text);
}

/** A number on a line of its own belongs to whatever name there is; where another house has a number, it is a unit. */
function pairBare({ bare, streets, units, buildings }: AddressParts): void {
  const isNumbered = (street: string) => HOUSE.test(street.split(' ')[0]!);
  const names = [...streets.filter((street) => !isNumbered(street)), ...buildings];
  const has = streets.some(isNumbered);
  const numbers = has ? bare : [...bare, ...units.flatMap((unit) => /\d+/.exec(unit)?.[0] ?? [])];
  if (has) units.push(...bare);
  for (const number of numbers) for (const name of names) streets.push(`${number} ${name}`);
}

/**
 * What the lines of an address name. They are read as people type them: the number before the name or after it, on one line
 * or two, with the unit, the house, the box or the town before, behind or between.
 */
export function addressParts(lines: readonly string[], city = '', postalCode = ''): AddressParts {
  const parts: AddressParts = {
    streets: [],
    units: [],
    floors: [],
    buildings: [],
    boxes: [],
    bare: [],
  };
  const text = lines
    .map((line) => readingOf(line).text.replaceAll('\n', ' '))
    .join('\n')
    .replaceAll(BOX, (_, box: string) => {
      parts.boxes.push(box.toLowerCase());
      return ',';
    });
  const segments = text.split(/[,;:()[\]{}|"\n•]|\s[-/]\s|\s(?:at|@)\s(?=\S*\d)/iu);
  for (const segment of segments) {
    const rest = withoutUnits(segment, parts, { city, whole: text });
    const isTown = rest.toLowerCase() === city.trim().toLowerCase() || /^[A-Z]{2}$/.test(rest);
    if (rest === '' || isTown || rest === postalCode || rest === postalCode.slice(0, 5)) continue;
    readSegment(rest, parts);
  }
  pairBare(parts);
  const named = (building: string) =>
    building.split(' ').some((word) => !buildingKinds.has(bareOf(word)));
  return {
    ...parts,
    streets: [...new Set(parts.streets)],
    buildings: [...new Set(parts.buildings.filter(named))],
  };
}
