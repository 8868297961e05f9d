import { cornerNames, dwellings } from './ordinary-words.js';
import { inLink } from './in-link.js';
import { titles } from './name-words.js';
import type { NameFound } from './names-found.js';
import { isCapital, type Strand } from './strand.js';
import { everydayKinds } from './street-words.js';
import type { Street } from './street.js';
import { joined } from './pattern.js';

/** What stands before and after the name with its kind, as far as it tells what is meant. */
const LOOK_AT = 48;
export const textBefore = (strand: Strand, start: number, letters = LOOK_AT): string =>
  strand.reading.text.slice(Math.max(0, strand.at[start]! - letters), strand.at[start]);
export const textAfter = (strand: Strand, end: number, letters = LOOK_AT): string => {
  const from = strand.at[end - 1]! + 1;
  return strand.reading.text.slice(from, from + letters);
};

/** Every town has one, and other things are called after it: `Main Street Project`. */
const everywhere = new Set(
  (
    'main first 1st second 2nd third 3rd park church high market center union washington state central college broad ' +
    'front water wall'
  ).split(' '),
);
const FUNCTION_WORDS = new RegExp(
  joined`^\s+(?:and|or|at|in|on|near|by|between|from|is|are|for|with|just|across|off|
    where|y|en|a|o|con|until|then|to|past)\b`,
  '',
);
const LOWER_NEXT = /^\s[a-z]/;
/** What follows says nothing more of the name: it ends there. */
export const endsThere = (after: string) => !LOWER_NEXT.test(after) || FUNCTION_WORDS.test(after);

const ON_STREET = new RegExp(
  joined`(?:^|[^\p{L}])(?:onto|off(?: of)?|(?:dead )?end of|corner of|(?:block|side|
    stretch|foot|top|bottom) of|turn(?:ing)? (?:left |right )?(?:on|at|up|down)|(?:house|home|
    place|door|building|rooms?|beds?|one|live|located|is|are|stay) on|along|down|esquina (?:de|
    con)|sobre la)\s+(?:[NSEW]\.? |North |South |East |West )?$`,
  'iu',
);
const ON =
  /(?:^|[^\p{L}])(?:on|up|from|sobre|en la)\s+(?:[NSEW]\.? |North |South |East |West )?$/iu;
/** Words that say a house's place, where no person is meant. */
const PLACED = new RegExp(
  joined`(?:^|[^\p{L}])(?:at|between|entre|corner of|corner|esquina(?: (?:de|con|entre))?|(?:estamos|vivimos|queda|quedamos|casa|esta|
    ubicad[oa]s?|encuentra|encontramos) en|cruce de|^en)\s+(?:the |la )?(?:(?:${titles.join('|')})\.?\s+){0,3}$`,
  'iu',
);
export const isPlaced = (strand: Strand, start: number): boolean =>
  PLACED.test(textBefore(strand, start));
const BY = /(?:^|[^\p{L}])(?:at|near|by|past|across|in)\s+$/iu;
const BLOCK = new RegExp(
  joined`(?:the\s+)?(?:[\p{L}\d-]{1,12}\s+){0,3}(?:block|hundred)s?\s+(?:of|on)
    \s+(?:[NSEW]\.? |North |South |East |West )?$`,
  'iu',
);

/** Words before the name that make an address of it without its kind: where they begin, or -1. */
export function blockBefore(strand: Strand, name: NameFound, numbers: readonly string[]): number {
  const before = textBefore(strand, name.first);
  const block = BLOCK.exec(before);
  if (block && isCapital(strand, name.start)) return strand.at[name.first]! - block[0].length;
  const rounded = /(?:^|\D)(\d{1,4})(?:xx|XX|--|\*\*|__|\?\?)\s{1,2}(?:[NSEW]\.? )?$/.exec(before);
  if (rounded && numbers.some((one) => one.length > 2 && rounded[1] === one.slice(0, -2)))
    return strand.at[name.first]! - rounded[0].trimStart().length;
  return -1;
}

/** A capital, or the figures of `12 Oaks`. */
const isNamed = (strand: Strand, start: number): boolean =>
  isCapital(strand, start) || /\d/.test(strand.letters[start]!);

const AND_ANOTHER = new RegExp(
  joined`^\.?\s{0,2}(?:&|\band\b|\by\b|@|\/|\bx\b|\bmeets\b|\bcrosses\b|\bat\b|\bcon\b)
    \s{0,2}(?:the )?([A-Z]\w+|\d+(?:st|nd|rd|th))`,
  '',
);
/** Between two streets; `and` and commas make lists of people, too. */
const OF_STREETS = /^\.?\s{0,2}(?:[&@/]|x\b|crosses\b)/;
const isEnd = (rest: string) =>
  /^(?:\W*$|[^\w\s]|\s+\d|\s*\n)/.test(rest) || FUNCTION_WORDS.test(rest);
/** `St. Joseph and St. Mary`: somebody else. */
const isSomebody = (word: string, rest: string) =>
  titles.concat('st').includes(word) && /^\.?\s[A-Z]/.test(rest);

/** A corner: the name and another street's, joined. Answers how far the corner reaches. */
export function corner(strand: Strand, name: NameFound, street: Street): number {
  if (!isNamed(strand, name.start) && !street.numbered) return -1;
  const after = textAfter(strand, name.last);
  const found = AND_ANOTHER.exec(after);
  if (!found) return -1;
  const other = found[1]!.toLowerCase();
  const end = strand.at[name.last - 1]! + 1 + found[0].length;
  const rest = strand.reading.text.slice(end, end + 24);
  if (!street.ordinary && !street.honors) return end;
  const isStreet = /^\s(?:st|street|ave|avenue|road|rd|blvd|lane|ln|drive|dr)\b/i.test(rest);
  const numbered = /^\d/.test(other) && /^\.?\s*(?:&|@|\/|at\b)/.test(after);
  if (isStreet || ((cornerNames.has(other) || numbered) && isEnd(rest))) return end;
  if (street.ordinary || CALLED_AFTER.test(rest)) return -1;
  if (OF_STREETS.test(after)) return isListed(strand, name) ? -1 : end;
  return isPlaced(strand, name.first) && isEnd(rest) && !isSomebody(other, rest) ? end : -1;
}

/** `Peter, Paul & Mary`. */
const isListed = ({ reading, at }: Strand, { start, end }: NameFound): boolean =>
  reading.text.slice(at[start], at[end - 1]).includes(',');

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
const ANOTHER_AND = new RegExp(
  joined`(?<![\w-])([A-Z]\w+|\d+(?:st|nd|rd|th))( (?:St|Street|Ave|Avenue|Road|Rd|
    Lane|Ln|Drive|Dr)\.?)?\s{0,2}(&|\band\b|\by\b|@|\/|\bat\b|\bmeets\b|\bcrosses\b|\bx\b|\bcon\b)\s{0,2}
    (?:(?:${titles.map(capital).join('|')})\.?\s+){0,3}$`,
  '',
);

/** The same with the other street first. Answers where the corner begins in the reading. */
export function cornerBefore(strand: Strand, name: NameFound, street: Street): number {
  if (!isNamed(strand, name.start) && !street.numbered) return -1;
  const before = textBefore(strand, name.first);
  const found = ANOTHER_AND.exec(before);
  if (!found) return -1;
  const [whole, first, kind, joiner] = found;
  const other = first!.toLowerCase();
  const isStreet =
    kind !== undefined || cornerNames.has(other) || (/^\d/.test(first!) && /[&@/]/.test(joiner!));
  const isPlace = !street.ordinary && PLACED.test(before.slice(0, found.index));
  if (!isStreet && !isPlace) return -1;
  const after = textAfter(strand, name.last);
  if (!/^(?:\W*$|[^\w\s]|\s*\n)/.test(after) && !FUNCTION_WORDS.test(after)) return -1;
  return strand.at[name.first]! - whole.length;
}

/** `On the 1st and 3rd Friday`. */
const ANOTHER_ORDINAL =
  /^\s?(?:,|&|-|\band\b|\bor)\s?(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|last)\b/;

const OCCASIONS = joined`days?|week|weekend|holiday|month|feast|mass|service|observance|birthday|breakfast|celebration|event|march|
  speech|legacy|story|dream|scholars?|scholarship|award|prize|fund|foundation|society|schools`;
const HOUSES = joined`institute|academy|school|college|university|library|center|centre|hall|museum|memorial|hospital|clinic|church|
  parish|statue|monument`;
const MORE = "^(?:['’]s)?\\s(?:(?:jr|sr|junior|senior|national|federal|memorial)\\.?\\s)?";
const CALLED_AFTER = new RegExp(`${MORE}(?:${OCCASIONS}|${HOUSES})\\b`, 'iu');
/** Days, prizes and people of a house: with a number before them they are counted. */
const COUNTED = new RegExp(
  joined`${MORE}(?:(?:${OCCASIONS})\b|(?:${HOUSES})\s(?:members|volunteers|families|students|staff|people|nurses|patients|
    children|youth|guests|kids|parishioners|graduates|employees)\b)`,
  'iu',
);
/** `Nicollet County` is told of every house. */
export const inCounty = (strand: Strand, name: NameFound): boolean =>
  name.kind === 'none' && /^\s(?:County|Township)\b/.test(textAfter(strand, name.last));

/**
 * What stands behind the name says that a day, a school or a prize is called after the same.
 * @param numbered whether the house number stands before it: then a school is the house
 */
export function calledAfter(strand: Strand, name: NameFound, numbered = false): boolean {
  const after = textAfter(strand, name.last);
  // The stop of `Jr.` ends no sentence.
  const isShort = /(?:jr|sr)$/.test(strand.letters.slice(name.start, name.end));
  const called = numbered ? COUNTED : CALLED_AFTER;
  return name.kind === 'none' && called.test(isShort ? after.replace(/^\./, '') : after);
}

/** The name alone, where the words before it say that a street is meant. */
export function nameAlone(strand: Strand, name: NameFound, street: Street): boolean {
  if (name.how !== 'exact') return false;
  if (!isCapital(strand, name.start) && !street.numbered && (!street.road || street.lettered))
    return false;
  const before = textBefore(strand, name.first);
  const after = textAfter(strand, name.last);
  if (street.numbered && ANOTHER_ORDINAL.test(after)) return false;
  const onStreet = ON_STREET.test(before);
  if (street.road) return true;
  if (street.honors && calledAfter(strand, name)) return false;
  if (street.ordinary || street.honors)
    return (onStreet || ON.test(before)) && endsThere(after) && !/^(?:\s[A-Z]|['’]s)/.test(after);
  return onStreet || ON.test(before) || (BY.test(before) && !/^\s[A-Z]/.test(after));
}

/** The name with its kind and no number of ours: whether the street itself is told. */
export function nameWithKind(strand: Strand, name: NameFound, street: Street): boolean {
  const after = textAfter(strand, name.last);
  const before = textBefore(strand, name.first);
  if (
    /^-\p{L}/u.test(after) &&
    !inLink(strand, name.first, name.last) &&
    isCapital(strand, name.start) &&
    !/^-(?:front|house|side)/i.test(after)
  )
    return false;
  // The programme that this directory serves is called Safe Harbor.
  if (/\bsafe\s+$/i.test(before)) return false;
  if (name.kind === 'after' && inLink(strand, name.first, name.last)?.isPath) return true;
  const written = strand.letters.slice(name.start, name.end);
  const called = /^ ([A-Z][\w']*)/.exec(after)?.[1]?.toLowerCase();
  if (everywhere.has(written) && called !== undefined && !dwellings.has(called)) return false;
  if (name.kind === 'before')
    return isCapital(strand, name.start) || !street.ordinary || street.numbered;
  if (isNamed(strand, name.start) || street.numbered) return true;
  const kind = strand.letters.slice(name.end, name.last);
  return !everydayKinds.has(kind) || (!street.ordinary && ON.test(before));
}

const TOWN = new RegExp(
  joined`^\.?,\s{1,2}(?:(?:suite|apt|unit|floor|room|#)[^,]{0,12},\s)
    ?([A-Z][\p{L}.']+(?: [A-Z][\p{L}.']+)*)`,
  'u',
);

/** The address of another house, in another town or told already. */
export function elsewhere(
  strand: Strand,
  name: NameFound,
  { street, city, told }: { street: Street; city: string; told: ReadonlySet<string> },
): boolean {
  const other =
    /(?:^|[^\d-])(\d{1,6})[a-z]?\s+(?:[NSEW]{1,2}\.? |North |South |East |West )?$/i.exec(
      textBefore(strand, name.first),
    )?.[1];
  if (other === undefined || street.numbers.includes(other)) return false;
  if (told.has(other)) return true;
  const town = TOWN.exec(textAfter(strand, name.last))?.[1];
  return town !== undefined && (city === '' || !town.toLowerCase().startsWith(city.toLowerCase()));
}

/** Nothing that is counted has one before it or behind it: `1600 e. oak`. `No` and `so` are other words, too. */
const POINT = '(?:[nsew]|[ns]\\.?[ew]|(?:north|south)(?:east|west)?|east|west)';
const COMPASS_BETWEEN = new RegExp(`(?:^|[\\s.])${POINT}(?:\\.|\\s|$)`, 'i');
const COMPASS_BEHIND = new RegExp(`^\\.?\\s${POINT}$`, 'i');
/** The stop behind it ends no sentence, and none behind a title does. */
const COMPASS_SHORT = new RegExp(
  `(?<![\\p{L}\\d])(?:[nsew]\\.?[ew]?|no|so|${titles.join('|')})\\.(?=\\s)`,
  'giu',
);
/** Where the kind was left out as the address was entered, and is told. */
const KIND_NEXT =
  /^\s(?:ave|avenue|st|street|rd|road|ln|lane|dr|drive|blvd|boulevard|ct|court|pl|place|ter|terrace|way|pkwy|parkway)\b/i;

/** A sentence or a part of it ends between the number and the name. */
export const isParted = (gap: string): boolean =>
  /[,;:!?]|\.\s/.test(gap.replaceAll(COMPASS_SHORT, ''));

/** With the number before it: whether an ordinary word is the street, not what is counted. */
export function countsNothing(
  strand: Strand,
  name: NameFound,
  gap: string,
  figures: boolean,
): boolean {
  if (isParted(gap)) return false;
  const behind = strand.reading.text.slice(
    strand.at[name.end - 1]! + 1,
    strand.at[name.last - 1]! + 1,
  );
  if (COMPASS_BETWEEN.test(gap) || COMPASS_BEHIND.test(behind)) return true;
  const glued = gap === '' && figures;
  if (!isCapital(strand, name.start) && !/^\d/.test(strand.letters.slice(name.start)) && !glued)
    return false;
  const after = textAfter(strand, name.last);
  return endsThere(after) || KIND_NEXT.test(after);
}
