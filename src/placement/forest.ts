import type { Columns } from './columns.js';
import { giveBack } from './give-back.js';
import type { Pace } from './pace.js';
import { inOrderOf } from './radix.js';
import { NO_DOOR, SignatureTree } from './signature-tree.js';
import { alongHilbert } from './hilbert.js';

const AXES = 3;
const PLACELESS = '';

/** Entries from the first to before the last. */
export interface Range {
  from: number;
  to: number;
}
const EMPTY: Range = { from: 0, to: 0 };

/**
 * Which numbers a forest's listings have: those with doors first, then areas alone, then placeless.
 */
export interface Stretch {
  from: number;
  doorsTo: number;
  areasTo: number;
  to: number;
}

/**
 * All listings of one type, found by where they are. A listing with several places stands in
 * several trees, and so may be met more than once.
 */
export class Forest {
  private constructor(
    private readonly columns: Columns,
    private readonly stretch: Stretch,
    /** By its first door, each listing that has one: entry and number run side by side. */
    readonly doors: SignatureTree,
    /** By its further doors. */
    readonly furtherDoors: SignatureTree,
    private readonly furtherPlaces: Uint32Array,
    /** By told areas, each area's listings together in the order of their numbers. */
    readonly areas: SignatureTree,
    private readonly rangeOfArea: Map<number, Range>,
    /** By nothing: the placeless, then those that serve a state whole, state by state. */
    readonly wide: SignatureTree,
    private readonly rangeOfState: Map<string, Range>,
  ) {}

  static async of(columns: Columns, stretch: Stretch, pace: Pace): Promise<Forest> {
    const { from, doorsTo } = stretch;
    const first = {
      count: doorsTo - from,
      listingAt: (entry: number) => from + entry,
      doorAt: (entry: number) => columns.doorsFrom.data[from + entry]!,
    };
    const further = await furtherOf(columns, stretch, pace);
    const areas = await groupsOf(areasOf(columns, stretch), pace);
    const wide = await groupsOf(statesOf(columns, stretch), pace);
    const grouped = ({ listings }: { listings: Uint32Array }) => ({
      count: listings.length,
      listingAt: (entry: number) => listings[entry]!,
      doorAt: () => NO_DOOR,
    });
    return new Forest(
      columns,
      stretch,
      await SignatureTree.of(columns, first, pace),
      await SignatureTree.of(columns, further.entries, pace),
      further.places,
      await SignatureTree.of(columns, grouped(areas), pace),
      areas.ranges,
      await SignatureTree.of(columns, grouped(wide), pace),
      wide.ranges,
    );
  }

  get areaNumbers(): Iterable<number> {
    return this.rangeOfArea.keys();
  }

  get bytes(): number {
    const trees = [this.doors, this.furtherDoors, this.areas, this.wide];
    const listings = this.furtherPlaces.length * 3 + this.areas.size + this.wide.size;
    return trees.reduce((sum, tree) => sum + tree.bytes, listings * 4);
  }

  inArea(area: number): Range {
    return this.rangeOfArea.get(area) ?? EMPTY;
  }

  placeless(): Range {
    return this.rangeOfState.get(PLACELESS) ?? EMPTY;
  }

  /**
   * What serves a state whole; `US`: the whole country, and what serves that stands under no state.
   */
  serving(state: string): Range {
    return this.rangeOfState.get(state) ?? EMPTY;
  }

  /** The reports of a listing have changed in the columns. */
  reported(listing: number): void {
    const { columns, stretch } = this;
    if (listing < stretch.doorsTo) this.doors.reported(listing - stretch.from);
    const firstDoor = columns.doorsFrom.data[listing]!;
    const doorsEnd = columns.doorsFrom.data[listing + 1]!;
    const before = columns.doorsFrom.data[stretch.from]! + (listing - stretch.from) + 1;
    for (let door = firstDoor + 1; door < doorsEnd; door += 1) {
      this.furtherDoors.reported(this.furtherPlaces[door - before]!);
    }
    const area = columns.area.data[listing]!;
    if (area !== 0) report(this.areas, this.inArea(area), listing);
    if (listing >= stretch.areasTo) report(this.wide, this.placeless(), listing);
    for (const state of groupsServed(columns, listing)) {
      report(this.wide, this.serving(state), listing);
    }
  }
}

/** Finds a listing in a range that is in the order of numbers, and reports it. */
function report(tree: SignatureTree, { from, to }: Range, listing: number): void {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.listingAt(middle) < listing) low = middle + 1;
    else high = middle;
  }
  if (low < to && tree.listingAt(low) === listing) tree.reported(low);
}

/**
 * Second and further doors along the curve; `places` says where each of them, as they are counted,
 * lies.
 */
async function furtherOf(columns: Columns, { from, doorsTo }: Stretch, pace: Pace) {
  const firstDoor = columns.doorsFrom.data[from]!;
  const count = columns.doorsFrom.data[doorsTo]! - firstDoor - (doorsTo - from);
  const [doors, owners, keys] = [0, 0, 0].map(() => new Uint32Array(count)) as Uint32Array[];
  let next = 0;
  for (let listing = from; listing < doorsTo; listing += 1) {
    const end = columns.doorsFrom.data[listing + 1]!;
    for (let door = columns.doorsFrom.data[listing]! + 1; door < end; door += 1) {
      doors![next] = door;
      owners![next] = listing;
      keys![next] = doorKey(columns, door);
      next += 1;
    }
    if (pace.isDue()) await pace.rest();
  }
  const order = await inOrderOf([keys!], pace);
  giveBack(keys!);
  const places = new Uint32Array(count);
  for (const [place, number] of order.entries()) places[number] = place;
  const entries = {
    count,
    listingAt: (entry: number) => owners![order[entry]!]!,
    doorAt: (entry: number) => doors![order[entry]!]!,
  };
  return { entries, places };
}

/** Where a door lies along the curve. */
export function doorKey({ doors }: Columns, door: number): number {
  const at = door * AXES;
  return alongHilbert(doors[at]!, doors[at + 1]!, doors[at + 2]!);
}

function* areasOf({ area }: Columns, { from, to }: Stretch): Generator<[number, number] | null> {
  for (let listing = from; listing < to; listing += 1) {
    yield area.data[listing] === 0 ? null : [area.data[listing]!, listing];
  }
}

function* statesOf(columns: Columns, stretch: Stretch): Generator<[string, number] | null> {
  for (let listing = stretch.from; listing < stretch.to; listing += 1) {
    if (listing >= stretch.areasTo) yield [PLACELESS, listing];
    for (const state of groupsServed(columns, listing)) yield [state, listing];
    yield null;
  }
}

/** The states under which a listing stands: the country alone where it serves that. */
function groupsServed({ lexicon, statewide }: Columns, listing: number): readonly string[] {
  const states = statewide.data[listing]!;
  if (states === 0) return [];
  const words = lexicon.statewide.wordsOf(states);
  return words.includes('US') ? ['US'] : words;
}

/**
 * Listings group by group, each group in the order in which they came; `null` is a step with none.
 */
async function groupsOf<Group>(pairs: Iterable<[Group, number] | null>, pace: Pace) {
  const groups = new Map<Group, number[]>();
  let count = 0;
  for (const pair of pairs) {
    if (pace.isDue()) await pace.rest();
    if (!pair) continue;
    const group = groups.get(pair[0]);
    if (group) group.push(pair[1]);
    else groups.set(pair[0], [pair[1]]);
    count += 1;
  }
  const listings = new Uint32Array(count);
  const ranges = new Map<Group, Range>();
  let from = 0;
  for (const [group, members] of groups) {
    listings.set(members, from);
    ranges.set(group, { from, to: from + members.length });
    from += members.length;
  }
  return { listings, ranges };
}
