/** A text and where it stands. */
export interface PlacedText {
  field: string;
  text: string;
}

/** Under these stand codes, numbers and moments, into which nobody writes words; an address is no text to be told. */
const CODES = new Set(
  `id kind kinds stance purpose roles operatedBy policy disclosure status standing withheldReason
  timeZone day opens closes number extension language languages countyFips week recurrence exact address`.split(
    /\s+/,
  ),
);
const IDS_AND_MOMENTS = /(?:Ids?|At)$/;

/** Every text that people wrote, of a thing with all that is its own, with the path to it. */
export function textsIn(thing: unknown, at = ''): PlacedText[] {
  if (typeof thing === 'string') return thing === '' ? [] : [{ field: at, text: thing }];
  if (typeof thing !== 'object' || thing === null || thing instanceof Date) return [];
  return Object.entries(thing).flatMap(([name, value]) =>
    CODES.has(name) || IDS_AND_MOMENTS.test(name)
      ? []
      : name === 'terms'
        ? freeTerms(value, `${at}.terms`)
        : textsIn(value, at === '' ? name : `${at}.${name}`),
  );
}

/** Into these stand no words, and yet a number that is read beside a word. */
const SPOKEN = new Set(['number', 'extension']);

/** What of an object stands in it itself. */
const ownOf = (thing: object, at: string): PlacedText[] =>
  Object.entries(thing).flatMap(([name, value]: [string, unknown]) => {
    const isText = typeof value === 'string' && value !== '';
    if (!isText && typeof value !== 'number') return [];
    if ((CODES.has(name) && !SPOKEN.has(name)) || IDS_AND_MOMENTS.test(name)) return [];
    return [{ field: at === '' ? name : `${at}.${name}`, text: String(value) }];
  });

/**
 * Texts that are read side by side: the fields of one object, and all in one list, as far as they stand in its entries
 * themselves. Whoever reads them puts them together.
 */
export function groupsIn(thing: unknown, at = ''): PlacedText[][] {
  if (typeof thing !== 'object' || thing === null || thing instanceof Date) return [];
  const entries = Object.entries(thing) as [string, unknown][];
  const inner = entries.flatMap(([name, value]) => {
    if (CODES.has(name) || IDS_AND_MOMENTS.test(name)) return [];
    const to = at === '' ? name : `${at}.${name}`;
    return name === 'terms' ? [freeTerms(value, to)] : groupsIn(value, to);
  });
  const own = Array.isArray(thing)
    ? entries.flatMap(([index, value]) =>
        typeof value === 'object' && value !== null
          ? ownOf(value, `${at}.${index}`)
          : ownOf({ [index]: value }, at),
      )
    : ownOf(thing, at);
  return [own, ...inner].filter((group) => group.length > 1);
}

/** Of the terms of a rule, cultures alone are words of one's own. */
const freeTerms = (terms: unknown, at: string): PlacedText[] =>
  ((terms as { cultures?: string[] }).cultures ?? []).map((culture) => ({
    field: at,
    text: titled(culture),
  }));

/** `NORTH_STAR` as `North Star`. */
const titled = (code: string): string =>
  code
    .split('_')
    .map((word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    .join(' ');
