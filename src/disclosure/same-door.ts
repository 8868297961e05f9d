import { metersBetween, type Point } from '../geography/index.js';
import { addressParts } from './address-lines.js';
import { finderOf, readText } from './repeats-of.js';
import { streetsOf } from './street.js';
import type { SpanKind, WithheldDoor } from './withheld-door.js';

/**
 * Nearer than that, two points may be one house: of one address a surveyor's point, a parcel's middle and a number set along its
 * block lie up to a block apart. It is less than any county, so a place that stands nearer is told by its lines alone.
 */
const NEAR_METERS = 150;

/** A place as it is told, or would be. */
export interface ToldPlace {
  name?: string | null | undefined;
  lines: readonly string[];
  city?: string | null | undefined;
  postalCode?: string | null | undefined;
  point?: Point | null | undefined;
}
/** What of it tells the door. */
export type PlacePart = 'name' | 'lines' | 'city' | 'postalCode' | 'point';

/** A suite or a landmark of another house is its own; these are the door's wherever they stand. */
const OF_DOOR: ReadonlySet<SpanKind> = new Set([
  'STREET',
  'NUMBER',
  'BUILDING',
  'POINT',
  'GRID',
  'PLUS_CODE',
  'GEOHASH',
]);

/** What of a place that is told is a withheld door's; null where nothing is. Another house of the same street may be told. */
export function tellsDoor(place: ToldPlace, door: WithheldDoor): PlacePart | null {
  const { name, lines, city, postalCode, point } = place;
  if (point && door.point && metersBetween(point, door.point) < NEAR_METERS) return 'point';
  if (isSameHouse(lines, door)) return 'lines';
  const find = finderOf(door, { told: [lines.join(', ')] });
  const tells = (text: string) => find.all(readText(text)).some(({ kind }) => OF_DOOR.has(kind));
  if (lines.some(tells) || tells(lines.join(', '))) return 'lines';
  if (city && (tells(city) || tells([...lines, city].join(', ')))) return 'city';
  if (postalCode && isSameBlock(postalCode, door.postalCode ?? '')) return 'postalCode';
  return name && (tells(name) || tells([name, ...lines].join(', '))) ? 'name' : null;
}

function isSameHouse(lines: readonly string[], door: WithheldDoor): boolean {
  const own = door.streets.flatMap(streetsOf);
  return addressParts(lines)
    .streets.flatMap(streetsOf)
    .some((street) =>
      own.some(
        ({ numbers, names }) =>
          street.numbers.some((number) => numbers.includes(number)) &&
          street.names.some((one) => names.includes(one)),
      ),
    );
}

/** Nine figures of a ZIP name one side of one block: the door's, where nobody knows which is the door's. */
function isSameBlock(told: string, withheld: string): boolean {
  const [five, four] = told.split('-');
  const [ownFive, ownFour] = withheld.split('-');
  return four !== undefined && five === ownFive && (ownFour === undefined || four === ownFour);
}
