import { checkReadable, doorOf } from '../../src/disclosure/doors.js';
import { finderOf, readText } from '../../src/disclosure/repeats-of.js';

/** Sentences in which an address is said. */
export const frames: readonly ((address: string) => string)[] = [
  (address) => `Come to ${address} and ring twice.`,
  (address) => `We are at ${address}, Duluth.`,
  (address) => address,
  (address) => `Ask for ${address}; ring twice.`,
];
export const town = { city: 'Bemidji', postalCode: '56601' };

/** Whether a text leads to a withheld door, which is one that may be sealed. */
export function finder(lines: string[], point?: { latitude: number; longitude: number }) {
  const exact = { lines, ...town, point };
  checkReadable(exact, 'exact');
  const door = finderOf(doorOf(exact));
  return (text: string) => door.first(readText(text), false) !== undefined;
}
