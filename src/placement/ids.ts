import { giveBack } from './give-back.js';

/** Of an id of ours: a prefix of four letters, then letters of base64url, six bits each. */
const PREFIX_LETTERS = 4;
const BODY_LETTERS = 22;
const ID_LETTERS = PREFIX_LETTERS + BODY_LETTERS;
const LETTER_BITS = 6;
const WORD_BITS = 32;
const WORDS = 4;
const TAIL_BITS = BODY_LETTERS * LETTER_BITS - WORDS * WORD_BITS;
/**
 * Letters in the order of their codes, so that packed ids are in the order of the ids themselves.
 */
const LETTERS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const valueOfCode = new Int8Array(128).fill(-1);
for (let value = 0; value < LETTERS.length; value += 1) {
  valueOfCode[LETTERS.charCodeAt(value)] = value;
}
/** In the tail, in place of a prefix: an id of another form, kept as it is. */
const ODD = 15;
const NONE = -1;
const SLOTS_MIN = 64;
/** Two slots an id: a search of the table ends after one or two looks. */
const SLOTS_PER_ID = 2;

/** Prefixes seen so far, shared by all: there are two. */
const prefixes: string[] = [];
const packed = { words: new Uint32Array(WORDS), tail: 0 };

/** Packs an id into `packed`; false where it is of another form. */
function pack(id: string): boolean {
  if (id.length !== ID_LETTERS) return false;
  let prefix = prefixes.indexOf(id.slice(0, PREFIX_LETTERS));
  if (prefix < 0) {
    if (prefixes.length === ODD) return false;
    prefix = prefixes.push(id.slice(0, PREFIX_LETTERS)) - 1;
  }
  let [left, bits, word] = [0, 0, 0];
  for (let letter = PREFIX_LETTERS; letter < ID_LETTERS; letter += 1) {
    const value = valueOfCode[id.charCodeAt(letter)] ?? NONE;
    if (value < 0) return false;
    left = left * 2 ** LETTER_BITS + value;
    bits += LETTER_BITS;
    if (bits < WORD_BITS) continue;
    bits -= WORD_BITS;
    packed.words[word] = Math.floor(left / 2 ** bits);
    word += 1;
    left %= 2 ** bits;
  }
  packed.tail = prefix * 2 ** TAIL_BITS + left;
  return true;
}

/** Ids of listings in 17 bytes each, and, where it is asked for, which listing has an id. */
export class Ids {
  length = 0;
  private words: Uint32Array;
  private tails: Uint8Array;
  private readonly odd = new Map<number, string>();
  private readonly oddNumbers = new Map<string, number>();
  /** Number of the listing and one, by a hash of its id; 0 where the slot is free. */
  private slots: Uint32Array;

  /** @param isFindable whether `find` will be asked */
  constructor(
    capacity = 0,
    private readonly isFindable = true,
  ) {
    this.words = new Uint32Array(capacity * WORDS);
    this.tails = new Uint8Array(capacity);
    this.slots = new Uint32Array(isFindable ? slotsFor(capacity) : 0);
  }

  push(id: string): void {
    const number = this.next();
    if (pack(id)) {
      this.words.set(packed.words, number * WORDS);
      this.tails[number] = packed.tail;
      this.note(number);
    } else {
      this.tails[number] = ODD << TAIL_BITS;
      this.odd.set(number, id);
      this.oddNumbers.set(id, number);
    }
  }

  pushFrom(others: Ids, other: number): void {
    if (others.odd.has(other)) return this.push(others.odd.get(other)!);
    const number = this.next();
    for (let word = 0; word < WORDS; word += 1) {
      this.words[number * WORDS + word] = others.words[other * WORDS + word]!;
    }
    this.tails[number] = others.tails[other]!;
    this.note(number);
  }

  get(number: number): string {
    const tail = this.tails[number]!;
    if (tail >> TAIL_BITS === ODD) return this.odd.get(number)!;
    let id = prefixes[tail >> TAIL_BITS]!;
    let [left, bits, word] = [0, 0, 0];
    for (let letter = 0; letter < BODY_LETTERS; letter += 1) {
      if (bits < LETTER_BITS) {
        const last = word === WORDS;
        const next = last ? tail % 2 ** TAIL_BITS : this.words[number * WORDS + word]!;
        const more = last ? TAIL_BITS : WORD_BITS;
        left = left * 2 ** more + next;
        bits += more;
        word += 1;
      }
      bits -= LETTER_BITS;
      id += LETTERS[Math.floor(left / 2 ** bits)]!;
      left %= 2 ** bits;
    }
    return id;
  }

  /**
   * Below, at or above 0, as the one id comes before, is, or comes after the other of another
   * store.
   */
  compare(number: number, others: Ids, other: number): number {
    const [tail, otherTail] = [this.tails[number]!, others.tails[other]!];
    if (tail >> TAIL_BITS !== otherTail >> TAIL_BITS || tail >> TAIL_BITS === ODD) {
      return compareTexts(this.get(number), others.get(other));
    }
    for (let word = 0; word < WORDS; word += 1) {
      const apart = this.words[number * WORDS + word]! - others.words[other * WORDS + word]!;
      if (apart !== 0) return apart;
    }
    return tail - otherTail;
  }

  /** The listing with an id, the last pushed first; -1 where none has it. */
  find(id: string): number {
    if (!pack(id)) return this.oddNumbers.get(id) ?? NONE;
    const mask = this.slots.length - 1;
    let found = NONE;
    for (
      let slot = hashOf(packed.words, 0) & mask;
      this.slots[slot] !== 0;
      slot = (slot + 1) & mask
    ) {
      const number = this.slots[slot]! - 1;
      if (number > found && this.isPacked(number)) found = number;
    }
    return found;
  }

  get bytes(): number {
    return this.words.byteLength + this.tails.byteLength + this.slots.byteLength;
  }

  /** Ends the store: it must not be asked again. */
  giveBack(): void {
    giveBack(this.words, this.tails, this.slots);
  }

  private isPacked(number: number): boolean {
    const at = number * WORDS;
    return (
      this.tails[number] === packed.tail &&
      packed.words[0] === this.words[at] &&
      packed.words[1] === this.words[at + 1] &&
      packed.words[2] === this.words[at + 2] &&
      packed.words[3] === this.words[at + 3]
    );
  }

  private note(number: number): void {
    if (!this.isFindable) return;
    const mask = this.slots.length - 1;
    let slot = hashOf(this.words, number * WORDS) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = number + 1;
  }

  private next(): number {
    const number = this.length;
    if (number === this.tails.length) this.grow(number + (number >> 1) + CAPACITY_STEP);
    this.length += 1;
    return number;
  }

  private grow(capacity: number): void {
    const words = new Uint32Array(capacity * WORDS);
    words.set(this.words);
    const tails = new Uint8Array(capacity);
    tails.set(this.tails);
    giveBack(this.words, this.tails);
    this.words = words;
    this.tails = tails;
    if (!this.isFindable || slotsFor(capacity) <= this.slots.length) return;
    giveBack(this.slots);
    this.slots = new Uint32Array(slotsFor(capacity));
    for (let number = 0; number < this.length; number += 1) {
      if (!this.odd.has(number)) this.note(number);
    }
  }
}

const CAPACITY_STEP = 16;

function slotsFor(capacity: number): number {
  let slots = SLOTS_MIN;
  while (slots < capacity * SLOTS_PER_ID) slots *= 2;
  return slots;
}

/** Ids are random already; the product mixes those that a test has counted up. */
const MIX = 0x9e3779b1;
const MIX_SHIFT = 15;

function hashOf(words: Uint32Array, at: number): number {
  const mixed = Math.imul(words[at]! ^ words[at + 1]! ^ words[at + 2]! ^ words[at + 3]!, MIX);
  return (mixed ^ (mixed >>> MIX_SHIFT)) >>> 0;
}

export const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
