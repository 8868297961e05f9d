import { giveBack } from './give-back.js';
import type { Pace } from './pace.js';

type Numbers = Uint32Array<ArrayBuffer>;

const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;

/**
 * The numbers from 0 on, in the order of their keys; equal keys keep their order. In slices, unlike
 * a typed array's own sort, which holds everything up for a tenth of a second at a million.
 * @param keys one after another, the least significant first
 */
export async function inOrderOf(keys: readonly Uint32Array[], pace: Pace): Promise<Numbers> {
  const length = keys[0]!.length;
  let order: Numbers = new Uint32Array(length);
  for (let index = 0; index < length; index += 1) order[index] = index;
  for (const key of keys) {
    for (const shift of [0, DIGIT_BITS]) order = await byDigit(order, key, shift, pace);
  }
  return order;
}

async function byDigit(order: Numbers, key: Uint32Array, shift: number, pace: Pace) {
  const digit = (at: number) => (key[at]! >>> shift) & (DIGITS - 1);
  const ends = new Uint32Array(DIGITS);
  for (let index = 0; index < order.length; index += 1) {
    ends[digit(index)]! += 1;
    if (pace.isDue()) await pace.rest();
  }
  if (ends[0] === order.length) return order;
  let end = 0;
  for (let value = 0; value < DIGITS; value += 1) {
    const count = ends[value]!;
    ends[value] = end;
    end += count;
  }
  const sorted = new Uint32Array(order.length);
  for (let index = 0; index < order.length; index += 1) {
    const at = order[index]!;
    sorted[ends[digit(at)]!++] = at;
    if (pace.isDue()) await pace.rest();
  }
  giveBack(order, ends);
  return sorted;
}
