import { giveBack } from './give-back.js';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** From narrow to wide. The last holds every whole number up to 2^53, and times in milliseconds. */
const WIDTHS = [
  { of: Uint8Array, most: 2 ** 8 - 1 },
  { of: Uint16Array, most: 2 ** 16 - 1 },
  { of: Uint32Array, most: 2 ** 32 - 1 },
  { of: Float64Array, most: Infinity },
] as const;
export const WIDEST = WIDTHS.length - 1;
/** For words of 32 bits. */
export const WORD = 2;
const CAPACITY_MIN = 16;
/** A column grows by half: twice would leave too much unused at a million. */
const GROWTH = 1.5;
/** A little that is not used costs less than moving all that is. */
const SLACK = 1.05;

/**
 * A column of numbers from 0 up that is as narrow as its largest needs: most hold small numbers,
 * and nothing breaks on the day when one does not. Read `data` directly, and anew after every
 * change.
 */
export class Column {
  data: Numbers;
  length = 0;
  private width: number;
  private most: number;

  constructor(capacity = 0, width = 0) {
    this.width = width;
    this.most = WIDTHS[width]!.most;
    this.data = new WIDTHS[width]!.of(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length || value > this.most) this.makeRoom(value);
    this.data[this.length] = value;
    this.length += 1;
  }

  set(index: number, value: number): void {
    if (value > this.most) this.widen(value);
    this.data[index] = value;
  }

  /** Gives back what is not used. */
  trim(): void {
    if (this.data.length > this.length * SLACK) this.resize(this.length);
  }

  get bytes(): number {
    return this.data.byteLength;
  }

  private makeRoom(value: number): void {
    if (value > this.most) this.widen(value);
    if (this.length < this.data.length) return;
    this.resize(Math.max(CAPACITY_MIN, Math.ceil(this.length * GROWTH)));
  }

  private widen(value: number): void {
    while (value > WIDTHS[this.width]!.most) this.width += 1;
    this.most = WIDTHS[this.width]!.most;
    this.resize(this.data.length);
  }

  private resize(capacity: number): void {
    const data = new WIDTHS[this.width]!.of(capacity);
    data.set(this.data.subarray(0, this.length));
    giveBack(this.data);
    this.data = data;
  }
}

/** Copies a stretch of one column to the end of another. */
export function copy(from: Column, to: Column, start: number, end: number): void {
  for (let index = start; index < end; index += 1) to.push(from.data[index]!);
}

/** The same of columns side by side. */
export function copyAll(
  from: readonly Column[],
  to: readonly Column[],
  start: number,
  end: number,
): void {
  for (let column = 0; column < from.length; column += 1) {
    copy(from[column]!, to[column]!, start, end);
  }
}
