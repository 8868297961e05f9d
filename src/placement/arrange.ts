import { Columns, type Room } from './columns.js';
import { giveBack } from './give-back.js';
import { doorKey, Forest, type Stretch } from './forest.js';
import type { Pace } from './pace.js';
import { inOrderOf } from './radix.js';

export type Type = 'HOUSING' | 'SERVICE';
const types: readonly Type[] = ['HOUSING', 'SERVICE'];
/** Within a type: with doors, with areas alone, placeless. */
const GROUPS = 3;
const WITH_DOORS = 0;
const WITH_AREA = 1;
const PLACELESS = 2;
const LEFT_OUT = GROUPS * types.length;

/** Listings in the order in which they are searched, and the trees over them. */
export interface Arranged {
  columns: Columns;
  /** How many of them went while they were being arranged. */
  gone: number;
  forests: Readonly<Record<Type, Forest>>;
}

/**
 * Makes one store of the listings that several hold at the moment of the call, those that are gone
 * left out. In slices: what changes meanwhile is there or is not, and must be changed again after.
 */
export async function arrange(stores: readonly Columns[], pace: Pace): Promise<Arranged> {
  const sorted = await inOrder(stores, pace);
  const { columns, gone, ends } = await copied(stores, sorted, pace);
  giveBack(sorted.order, sorted.groups);
  const forest = (type: number) => Forest.of(columns, stretchOf(ends, type * GROUPS), pace);
  return { columns, gone, forests: { HOUSING: await forest(0), SERVICE: await forest(1) } };
}

interface Sorted {
  /** Listings of all stores, counted through, in the order in which they are to lie. */
  order: Uint32Array;
  groups: Uint32Array;
  sizes: readonly number[];
}

async function inOrder(stores: readonly Columns[], pace: Pace): Promise<Sorted> {
  const sizes = stores.map(({ size }) => size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const [groups, keys] = [new Uint32Array(total), new Uint32Array(total)];
  let next = 0;
  let kept = 0;
  for (const [index, store] of stores.entries()) {
    for (let listing = 0; listing < sizes[index]!; listing += 1) {
      const group = store.isGone(listing) ? LEFT_OUT : groupOf(store, listing);
      if (group !== LEFT_OUT) kept += 1;
      groups[next] = group;
      keys[next] = keyOf(store, listing);
      next += 1;
      if (pace.isDue()) await pace.rest();
    }
  }
  const order = await inOrderOf([keys, groups], pace);
  giveBack(keys);
  return { order: order.subarray(0, kept), groups, sizes };
}

async function copied(stores: readonly Columns[], { order, groups, sizes }: Sorted, pace: Pace) {
  const [first] = stores as [Columns];
  const room = stores.map((store) => store.room).reduce(together);
  const columns = new Columns(first.lexicon, first.book, { ...room, listings: order.length });
  const ends = new Uint32Array(LEFT_OUT);
  let gone = 0;
  for (const at of order) {
    let [store, listing] = [0, at];
    while (listing >= sizes[store]!) {
      listing -= sizes[store]!;
      store += 1;
    }
    columns.addFrom(stores[store]!, listing);
    ends[groups[at]!] = columns.size;
    if (stores[store]!.isGone(listing)) gone += 1;
    if (pace.isDue()) await pace.rest();
  }
  for (const _part of columns.trim()) await pace.rest();
  for (let group = 1; group < LEFT_OUT; group += 1) {
    ends[group] = Math.max(ends[group]!, ends[group - 1]!);
  }
  return { columns, gone, ends };
}

const together = (a: Room, b: Room): Room => ({
  listings: a.listings + b.listings,
  units: a.units + b.units,
  clauses: a.clauses + b.clauses,
  doors: a.doors + b.doors,
});

function groupOf({ area, doorsFrom, kinds, lexicon }: Columns, listing: number): number {
  const type = types.findIndex((one) => lexicon.isOfType(kinds.data[listing]!, one));
  const hasDoors = doorsFrom.data[listing + 1]! > doorsFrom.data[listing]!;
  const place = hasDoors ? WITH_DOORS : area.data[listing] !== 0 ? WITH_AREA : PLACELESS;
  return type * GROUPS + place;
}

/** Along the curve by the first door; area by area where there is none. */
function keyOf(columns: Columns, listing: number): number {
  const { area, doorsFrom } = columns;
  const door = doorsFrom.data[listing]!;
  return doorsFrom.data[listing + 1]! > door ? doorKey(columns, door) : area.data[listing]!;
}

function stretchOf(ends: Uint32Array, first: number): Stretch {
  return {
    from: first === 0 ? 0 : ends[first - 1]!,
    doorsTo: ends[first + WITH_DOORS]!,
    areasTo: ends[first + WITH_AREA]!,
    to: ends[first + PLACELESS]!,
  };
}
