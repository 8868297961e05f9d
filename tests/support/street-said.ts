import { checkReadable, doorOf } from '../../src/disclosure/doors.js';
import { finderOf, readText } from '../../src/disclosure/repeats-of.js';

/** Sentences in which an address is said. */
export const frames: readonly ((address: string) => string)[] = [
  (address) => `Come to ${address} and ring twice.`,
  (address) => `We are at ${address}, Duluth.`,
  (address) => address,
  (address) => `Ask for ${address}; ring twice.`,
];
/** The number behind the name, as it is usual in Spanish. */
export const numberBehind: readonly ((name: string, number: string) => string)[] = [
  (name, number) => `You find us at ${name}, ${number}.`,
  (name, number) => `We live at ${name} ${number}; ring twice.`,
  (name, number) => `Estamos en ${name}, ${number}, Duluth.`,
  (name, number) => `Estamos en ${name} No. ${number}.`,
  (name, number) => `${name} #${number}`,
  (name, number) => `Pregunte en el ${number} de ${name}.`,
  (name, number) => `Pregunte en ${name} al ${number}.`,
];
/** The same where no years of a person are meant, which are no more than 120. */
export const longNumberBehind: typeof numberBehind = [
  ...numberBehind,
  (name, number) => `${name}, ${number}`,
  (name, number) => `Ring at ${name} ${number} twice.`,
  (name, number) => `We moved: ${name}, ${number}, ring twice.`,
];

/** Where the street meets another. */
export const corners: readonly ((name: string) => string)[] = [
  (name) => `We are at ${name} & Marshall.`,
  (name) => `${name} & Marshall`,
  (name) => `Ask at ${name} @ Marshall.`,
  (name) => `A house, ${name}/Marshall, Duluth.`,
  (name) => `We are at ${name} and Marshall.`,
  (name) => `We are at Marshall & ${name}.`,
  (name) => `Corner of Marshall and ${name}.`,
  (name) => `Esquina de ${name} y Marshall.`,
  (name) => `Estamos en la esquina de ${name} con Marshall.`,
  (name) => `Estamos en ${name} con Marshall.`,
  (name) => `Esquina de Marshall con ${name}.`,
  (name) => `A house between ${name} and Marshall.`,
  (name) => `Entre Marshall y ${name}.`,
];

/** A house of the street that is called after whom the street is. */
export const calledAlike: readonly ((name: string, number: string) => string)[] = [
  (name, number) => `Ring at ${number} ${name} church.`,
  (name, number) => `${number} ${name} Memorial Blvd`,
  (name, number) => `We are in the ${number} ${name} Center.`,
  (name, number) => `${number} ${name} School, back door`,
];

/** Behind the number: `Maple Ave` of `1240 Maple Ave`. */
export const nameIn = (said: string): string => said.slice(said.indexOf(' ') + 1);

export const town = { city: 'Bemidji', postalCode: '56601' };

/** Whether a text leads to a withheld door, which is one that may be sealed. */
export function finder(lines: string[], point?: { latitude: number; longitude: number }) {
  const exact = { lines, ...town, point };
  checkReadable(exact, 'exact');
  const door = finderOf(doorOf(exact));
  return (text: string) => door.first(readText(text), false) !== undefined;
}
