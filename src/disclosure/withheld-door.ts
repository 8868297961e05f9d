import type { Point } from '../geography/index.js';

/** What is not told of a location: all that would lead a stranger to its door. */
export interface WithheldDoor {
  /** Each as it is written on a letter: `1600 Example Street North`; or its name alone, where it has no number. */
  streets: readonly string[];
  /** `3B`, `Apt 5`, `Suite 12`. */
  units?: readonly string[] | undefined;
  /** `4th Floor`, `Floor 4`. */
  floors?: readonly string[] | undefined;
  /** Names of the building, where it has one. */
  buildings?: readonly string[] | undefined;
  /** Of a post office or a rural route: `14` of `RR 2 Box 14`. */
  boxes?: readonly string[] | undefined;
  city?: string | undefined;
  postalCode?: string | undefined;
  point?: Point | undefined;
  /** Its other names: a three-word address, the id of a place, a parcel, a door code, a link. */
  otherForms?: readonly string[] | undefined;
}

/** What a span gives away. */
export type SpanKind =
  | 'STREET'
  | 'NUMBER'
  | 'UNIT'
  | 'BUILDING'
  | 'POSTAL_CODE'
  | 'POINT'
  | 'GRID'
  | 'PLUS_CODE'
  | 'GEOHASH'
  | 'THREE_WORDS'
  | 'MAP_LINK'
  | 'PLACE_ID'
  | 'LANDMARK'
  | 'TRANSIT'
  | 'DOOR_CODE';

/** A part of a text, from `start` to before `end`, and a sentence for the person who wrote it. */
export interface Span {
  start: number;
  end: number;
  kind: SpanKind;
  advice: string;
}

/** What a finder answers; positions are those of the reading it was given. */
export interface Found {
  from: number;
  to: number;
  kind: SpanKind;
}

/** What to do, for each kind. None repeats what it found. */
export const advice: Record<SpanKind, string> = {
  STREET: 'Take out the street: this location’s address is not told. Name the city or the county.',
  NUMBER: 'Take out the house number: this location’s address is not told.',
  UNIT: 'Take out the unit, and tell it by phone: this location’s address is not told.',
  BUILDING: 'Take out the name of the building: it leads to an address that is not told.',
  POSTAL_CODE: 'Leave the first five digits of the ZIP code: all nine name one side of one block.',
  POINT: 'Take out the coordinates: they are the point of an address that is not told.',
  GRID: 'Take out the grid reference: it is the point of an address that is not told.',
  PLUS_CODE: 'Take out the plus code: it is the point of an address that is not told.',
  GEOHASH: 'Take out the geohash: it is the point of an address that is not told.',
  THREE_WORDS: 'Take out the three words: they name a square of three metres.',
  MAP_LINK: 'Take out the link to a map: it may open on an address that is not told.',
  PLACE_ID: 'Take out the number of the parcel or place: anyone can look up where it is.',
  LANDMARK: 'Take out how the place is found or what it looks like; tell it by phone.',
  TRANSIT: 'Take out the stop and the way from it; tell it by phone.',
  DOOR_CODE: 'Take out the code of the door; tell it in person.',
};
