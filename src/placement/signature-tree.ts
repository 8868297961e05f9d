import { OPEN_SAID, type Columns } from './columns.js';
import { FACT_WORDS } from './facts.js';
import type { Pace } from './pace.js';
import { SPHERE } from './sphere.js';

/** Entries of a leaf, and children of a node. */
export const FANOUT = 32;
const AXES = 3;
const BOX_SIDES = 2 * AXES;
const ALL_BITS = -1;
export const NO_DOOR = -1;

/**
 * What a tree is packed from: listings in the order in which they are to lie, some with a door
 * each.
 */
export interface Entries {
  count: number;
  listingAt(entry: number): number;
  /** The door by which the entry is found; `NO_DOOR` in a tree without boxes. */
  doorAt(entry: number): number;
}

/**
 * Listings packed 32 a leaf, leaves 32 a node, and so on to one root. Every node tells in a few
 * words what is at most true of anything under it, so that a search enters only where a better
 * match may be: a box around its doors; the facts that something under it bears; the criteria that
 * everything under it asks about while nothing is known; kinds; and until when something under it
 * is reported open.
 *
 * Nodes are numbered from the first leaf to the root, each level after the one below it.
 */
export class SignatureTree {
  /** First node of each level, and after the last level the number of all nodes. */
  readonly levels: readonly number[];
  /** Words of bits by node: facts that break no rule of some unit under it. */
  readonly borne: Int32Array;
  /** By node: criteria that every unit under it has to ask about while nothing of them is known. */
  readonly asked: Int32Array;
  readonly kinds: Int32Array;
  /** By node: the latest end of a report that says open. */
  readonly openUntil: Float64Array;
  /** By node, least then most of each axis; empty where nothing has a door. */
  readonly boxes: Int32Array;

  private constructor(
    readonly columns: Columns,
    private readonly entries: Entries,
  ) {
    const levels = [0];
    for (let nodes = entries.count; nodes > 1 || levels.length === 1;) {
      nodes = Math.ceil(nodes / FANOUT);
      levels.push(levels.at(-1)! + nodes);
    }
    this.levels = levels;
    const nodes = levels.at(-1)!;
    const hasDoors = entries.count > 0 && entries.doorAt(0) !== NO_DOOR;
    this.borne = new Int32Array(nodes * FACT_WORDS);
    this.asked = new Int32Array(nodes).fill(ALL_BITS);
    this.kinds = new Int32Array(nodes);
    this.openUntil = new Float64Array(nodes);
    this.boxes = new Int32Array(hasDoors ? nodes * BOX_SIDES : 0);
    for (let side = 0; side < this.boxes.length; side += 1) {
      this.boxes[side] = side % 2 === 0 ? SPHERE : -SPHERE;
    }
  }

  static async of(columns: Columns, entries: Entries, pace: Pace): Promise<SignatureTree> {
    const tree = new SignatureTree(columns, entries);
    for (let entry = 0; entry < entries.count; entry += 1) {
      tree.take(entry);
      if (pace.isDue()) await pace.rest();
    }
    for (let node = 0; node < tree.root; node += 1) {
      tree.lift(node, tree.parentOf(node));
      if (pace.isDue()) await pace.rest();
    }
    return tree;
  }

  get size(): number {
    return this.entries.count;
  }

  get root(): number {
    return this.levels.at(-1)! - 1;
  }

  get bytes(): number {
    const { borne, asked, kinds, openUntil, boxes } = this;
    return [borne, asked, kinds, openUntil, boxes].reduce((sum, one) => sum + one.byteLength, 0);
  }

  listingAt(entry: number): number {
    return this.entries.listingAt(entry);
  }

  levelOf(node: number): number {
    let level = 0;
    while (node >= this.levels[level + 1]!) level += 1;
    return level;
  }

  /** The square of the chord from a point to the nearest of a node's box. */
  chordTo(node: number, x: number, y: number, z: number): number {
    const { boxes } = this;
    const at = node * BOX_SIDES;
    const across = Math.max(boxes[at]! - x, 0, x - boxes[at + 1]!);
    const along = Math.max(boxes[at + 2]! - y, 0, y - boxes[at + 3]!);
    const up = Math.max(boxes[at + 4]! - z, 0, z - boxes[at + 5]!);
    return across * across + along * along + up * up;
  }

  /** The same to the farthest. */
  chordPast(node: number, x: number, y: number, z: number): number {
    const { boxes } = this;
    const at = node * BOX_SIDES;
    const across = Math.max(x - boxes[at]!, boxes[at + 1]! - x);
    const along = Math.max(y - boxes[at + 2]!, boxes[at + 3]! - y);
    const up = Math.max(z - boxes[at + 4]!, boxes[at + 5]! - z);
    return across * across + along * along + up * up;
  }

  /** The reports of an entry's listing have changed: climbs while that changes what a node says. */
  reported(entry: number): void {
    let node = Math.floor(entry / FANOUT);
    const end = Math.min(this.size, (node + 1) * FANOUT);
    let until = 0;
    for (let one = node * FANOUT; one < end; one += 1) {
      until = Math.max(until, openUntilOf(this.columns, this.listingAt(one)));
    }
    while (this.openUntil[node] !== until) {
      this.openUntil[node] = until;
      if (node === this.root) return;
      const level = this.levelOf(node);
      node = this.parentOf(node);
      const first = this.firstChild(node, level + 1);
      const last = Math.min(first + FANOUT, this.levels[level + 1]!);
      until = 0;
      for (let child = first; child < last; child += 1) {
        until = Math.max(until, this.openUntil[child]!);
      }
    }
  }

  /**
   * The first child of a node above the leaves; its children are that and the 31 after, within the
   * level.
   */
  firstChild(node: number, level: number): number {
    return this.levels[level - 1]! + (node - this.levels[level]!) * FANOUT;
  }

  private parentOf(node: number): number {
    const level = this.levelOf(node);
    return this.levels[level + 1]! + Math.floor((node - this.levels[level]!) / FANOUT);
  }

  /** Adds what is true of an entry to its leaf. */
  private take(entry: number): void {
    const { columns } = this;
    const listing = this.listingAt(entry);
    const leaf = Math.floor(entry / FANOUT);
    const kinds = columns.lexicon.kindsIn(columns.kinds.data[listing]!);
    this.kinds[leaf]! |= columns.lexicon.kindBits(kinds);
    this.openUntil[leaf] = Math.max(this.openUntil[leaf]!, openUntilOf(columns, listing));
    this.asked[leaf]! &= columns.lexicon.askings.asked.data[columns.asking.data[listing]!]!;
    this.takeRules(leaf, listing);
    if (this.boxes.length === 0) return;
    const door = this.entries.doorAt(entry) * AXES;
    for (let axis = 0; axis < AXES; axis += 1) {
      this.stretch(leaf, axis, columns.doors[door + axis]!, columns.doors[door + axis]!);
    }
  }

  /** Adds what the units of a listing bear. */
  private takeRules(leaf: number, listing: number): void {
    const { book, clauseCount, clauses, clausesFrom, unitsFrom } = this.columns;
    let clause = clausesFrom.data[listing]!;
    for (let unit = unitsFrom.data[listing]!; unit < unitsFrom.data[listing + 1]!; unit += 1) {
      refusedByUnit.fill(0);
      for (const end = clause + clauseCount.data[unit]!; clause < end; clause += 1) {
        const number = clauses.data[clause]!;
        for (let word = 0; word < FACT_WORDS; word += 1) {
          refusedByUnit[word]! |= book.refused[number * FACT_WORDS + word]!;
        }
      }
      for (let word = 0; word < FACT_WORDS; word += 1) {
        this.borne[leaf * FACT_WORDS + word]! |= ~refusedByUnit[word]!;
      }
    }
  }

  /** Adds what is true of a node to its parent. */
  private lift(node: number, parent: number): void {
    for (let word = 0; word < FACT_WORDS; word += 1) {
      this.borne[parent * FACT_WORDS + word]! |= this.borne[node * FACT_WORDS + word]!;
    }
    this.asked[parent]! &= this.asked[node]!;
    this.kinds[parent]! |= this.kinds[node]!;
    this.openUntil[parent] = Math.max(this.openUntil[parent]!, this.openUntil[node]!);
    if (this.boxes.length === 0) return;
    for (let axis = 0; axis < AXES; axis += 1) {
      const side = node * BOX_SIDES + 2 * axis;
      this.stretch(parent, axis, this.boxes[side]!, this.boxes[side + 1]!);
    }
  }

  private stretch(node: number, axis: number, least: number, most: number): void {
    const side = node * BOX_SIDES + 2 * axis;
    if (least < this.boxes[side]!) this.boxes[side] = least;
    if (most > this.boxes[side + 1]!) this.boxes[side + 1] = most;
  }
}

/** Scratch: the facts that the unit at hand refuses. */
const refusedByUnit = new Int32Array(FACT_WORDS);

/** The latest end of a report that says open, of a listing's units; 0 where none does. */
function openUntilOf({ goodUntil, said, unitsFrom }: Columns, listing: number): number {
  let until = 0;
  for (let unit = unitsFrom.data[listing]!; unit < unitsFrom.data[listing + 1]!; unit += 1) {
    if (said.data[unit] === OPEN_SAID) until = Math.max(until, goodUntil.data[unit]!);
  }
  return until;
}
