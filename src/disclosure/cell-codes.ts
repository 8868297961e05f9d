import type { Point } from '../geography/index.js';

const GEOHASH_LETTERS = '0123456789bcdefghjkmnpqrstuvwxyz';
const PLUS_LETTERS = '23456789CFGHJMPQRVWX';
/** Five pairs of letters, each a twentieth of the one before: 20 degrees to 1/8000 of a degree. */
const PLUS_PAIRS = 5;

/**
 * The middle of a geohash's cell.
 * Source: G. Niemeyer's geohash: bits of longitude and latitude by turns, five to a letter.
 */
export function geohashCenter(code: string): Point | undefined {
  const low = [-90, -180];
  const high = [90, 180];
  let axis = 1;
  for (const letter of code.toLowerCase()) {
    const value = GEOHASH_LETTERS.indexOf(letter);
    if (value < 0) return undefined;
    for (let bit = 4; bit >= 0; bit -= 1) {
      const middle = (low[axis]! + high[axis]!) / 2;
      if ((value >> bit) & 1) low[axis] = middle;
      else high[axis] = middle;
      axis = 1 - axis;
    }
  }
  return { latitude: (low[0]! + high[0]!) / 2, longitude: (low[1]! + high[1]!) / 2 };
}

/**
 * The plus code of ten letters of a point, without its plus.
 * Source: the Open Location Code specification, pairs only.
 */
export function plusCodeOf({ latitude, longitude }: Point): string {
  const per = 8000;
  let north = Math.floor(Math.min(latitude + 90, 180 - 1e-9) * per + 1e-7);
  let east = Math.floor(((((longitude + 180) % 360) + 360) % 360) * per + 1e-7);
  let code = '';
  for (let pair = 0; pair < PLUS_PAIRS; pair += 1) {
    code = PLUS_LETTERS[north % 20]! + PLUS_LETTERS[east % 20]! + code;
    north = Math.floor(north / 20);
    east = Math.floor(east / 20);
  }
  return code;
}

/** How many cells of the last pair lie between two codes that end alike far from each other. */
export function plusCellsApart(one: string, other: string): number {
  const axis = (code: string, from: number) =>
    [...code]
      .filter((_, at) => at % 2 === from)
      .reduce((sum, letter) => sum * 20 + PLUS_LETTERS.indexOf(letter), 0);
  const wrap = 20 ** Math.floor(one.length / 2);
  const apart = [0, 1].map((from) => {
    const far = Math.abs(axis(one, from) - axis(other, from));
    return Math.min(far, wrap - far);
  });
  return Math.max(...apart);
}
