import { inOtherAddress } from './find-unit.js';
import { cardinalForms, ordinalForms, ordinalValue } from './number-words.js';
import { endsThere, textAfter } from './street-judged.js';
import { wordEnd, type Strand, type Word } from './strand.js';
import type { Found } from './withheld-door.js';

/** A floor of a house in all the ways it is said, spellings without gaps. */
export interface FloorAsked {
  /** `4thfloor`, `cuartopiso`. */
  ordinals: readonly string[];
  /** `floor4`, `levelfour`: a count of something else may begin there. */
  cardinals: readonly string[];
  /** Of the house. */
  numbers: readonly string[];
}

const FLOORS = ['floor', 'flr', 'fl', 'level', 'lvl', 'story', 'storey', 'piso', 'planta', 'nivel'];

/** A floor that is counted; the ground, the top and the like every house has, and none is looked for. */
export function floorOf(written: string, numbers: readonly string[]): FloorAsked | undefined {
  const words = written.toLowerCase().match(/[a-z]+|\d+(?:st|nd|rd|th)?/g) ?? [];
  const count = words
    .map((word) => (/^\d+$/.test(word) ? Number(word) : ordinalValue(word)))
    .find((value) => value !== undefined);
  if (count === undefined) return undefined;
  const of = (numbers: readonly string[], joined: (number: string, floor: string) => string) =>
    FLOORS.flatMap((floor) => numbers.map((number) => joined(number, floor)));
  return {
    ordinals: of(ordinalForms(count), (number, floor) => number + floor),
    cardinals: of(cardinalForms(count), (number, floor) => floor + number),
    numbers,
  };
}

/** Where a text says the floor. */
export function findFloor(strand: Strand, words: readonly Word[], asked: FloorAsked): Found[] {
  return words.flatMap(({ start }): Found[] => {
    const endOf = (forms: readonly string[]) =>
      Math.max(-1, ...forms.map((form) => wordEnd(strand, start, form)));
    const ordinal = endOf(asked.ordinals);
    const end = Math.max(ordinal, endOf(asked.cardinals));
    if (end < 0 || inOtherAddress(strand, strand.at[start]!, asked.numbers)) return [];
    const after = textAfter(strand, end);
    if (ordinal < 0 && (!endsThere(after) || /^(?:[.,]\d|-\p{L})/u.test(after))) return [];
    const house = /^,?\s{1,2}(\d{1,6})\s/.exec(after)?.[1];
    if (house !== undefined && !asked.numbers.includes(house)) return [];
    return [{ from: strand.at[start]!, to: strand.at[end - 1]! + 1, kind: 'UNIT' }];
  });
}
