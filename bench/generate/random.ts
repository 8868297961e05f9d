import { hash } from 'node:crypto';
import { idPrefixes, type IdKind } from '../../src/kernel/index.js';

/**
 * Everything generated follows from this word and a number: the same word, the same database. Reports of
 * beds alone are dated from the hour of the load.
 */
const SEED = 'harborlight-bench-1';
const ID_LETTERS = 22;

/** In the order in which the database compares them. */
const LETTERS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
/** So many tell numbers to 16 million apart. */
const NUMBER_LETTERS = 4;

/**
 * The id of the n-th thing of a kind: of the form that the product's own ids have. They begin in the order
 * of their numbers: at random, a load would write to another page of each index with every row.
 */
export function idOf(kind: IdKind, number: number | string): string {
  const digest = hash('sha256', `${SEED}:${kind}:${number}`, 'base64url');
  let place = Number(/\d+/.exec(String(number))![0]);
  let turn = '';
  for (let letter = 0; letter < NUMBER_LETTERS; letter++) {
    turn = LETTERS[place % LETTERS.length]! + turn;
    place = Math.floor(place / LETTERS.length);
  }
  return `${idPrefixes[kind]}_${turn}${digest.slice(0, ID_LETTERS - NUMBER_LETTERS)}`;
}

/**
 * Pseudo-random numbers that depend on nothing but what they are named after.
 * Source: mulberry32, by Tommy Ettinger, public domain.
 */
export class Dice {
  private state: number;

  constructor(name: string) {
    this.state = Number.parseInt(hash('sha256', `${SEED}:dice:${name}`, 'hex').slice(0, 8), 16);
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** From least to most, both included. */
  from(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  /** Mostly the first values, seldom the last ones: as words are used. */
  pickSkewed<Value>(values: readonly Value[], steepness: number): Value {
    return values[Math.floor(values.length * this.next() ** steepness)]!;
  }

  /** Some different values, in their own order. */
  some<Value>(values: readonly Value[], many: number): Value[] {
    const chosen = new Set<Value>();
    while (chosen.size < Math.min(many, values.length)) chosen.add(this.pick(values));
    return values.filter((value) => chosen.has(value));
  }
}
