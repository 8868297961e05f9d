import { chordSquaredWithin, WHOLE_COUNTRY, type Asked } from './asked.js';
import type { Collector } from './collector.js';
import type { Forest, Range } from './forest.js';
import { LADDER_METERS, NO_RUNG } from './loosening.js';
import type { Matcher } from './matcher.js';
import { Prospect } from './prospect.js';
import { BAND_METERS, bandOf, NO_BAND } from './question.js';
import { Queue } from './queue.js';
import { FANOUT, type SignatureTree } from './signature-tree.js';
import { HERE, STAYS } from './whereabouts.js';

/** In the queue, in the low bits: what it is, a node of a tree or one of the groups beside. */
const KINDS = 8;
const DOOR_NODE = 0;
const FURTHER_NODE = 1;
const AREA_NODE = 2;
const AREA = 3;
const RING = 4;
const PLACELESS = 5;
const EVERYWHERE = 6;

/**
 * Searches a forest for one question. Where every match is wanted it walks what may match; where a
 * page is, it goes from the most promising node on, and stops when nothing left can come before the
 * page's last.
 */
export class ForestSearch {
  private readonly prospect: Prospect;
  /** Listings with several places that were met already. */
  private met = new Set<number>();
  /** Of a widened radius being walked: its rung; `NO_RUNG` while the radius asked is. */
  private rung: number = NO_RUNG;
  private chordFrom = 0;
  private chordTo: number;

  constructor(
    private readonly forest: Forest,
    private readonly asked: Asked,
    private readonly collector: Collector,
    private readonly matcher: Matcher,
  ) {
    this.prospect = new Prospect(asked, collector.begins);
    this.chordTo = asked.chordWithin;
  }

  run(): void {
    const { collector } = this;
    if (!collector.seesAll) return this.bestFirst();
    this.walkAll();
    if (collector.loosening && collector.loosening.firstRung < NO_RUNG) this.widen();
  }

  /** Everything within the radius, or everything where none is asked. */
  private walkAll(): void {
    const { asked, forest } = this;
    this.walk(forest.doors);
    this.walk(forest.furtherDoors);
    const within = this.within();
    for (let band = 0; asked.at && band < BAND_METERS.length; band += 1) {
      this.walkAreas(asked.areasWithin(Math.min(BAND_METERS[band]!, within)));
    }
    if (asked.isBounded) {
      this.walkAreas(asked.areasWithin(within));
      this.walkEverywhere();
    } else {
      this.walkAreas(asked.areasBeyond(forest.areaNumbers));
      this.walkRange(forest.wide, forest.placeless());
    }
  }

  private walkAreas(areas: Iterable<number>): void {
    const { forest } = this;
    for (const area of areas) this.walkRange(forest.areas, forest.inArea(area));
  }

  private within(): number {
    return this.asked.isBounded ? this.asked.question.withinMeters! : Infinity;
  }

  /** Rung by rung, until one finds something. */
  private widen(): void {
    const { asked, forest } = this;
    const loosening = this.collector.loosening!;
    let inner = asked.question.withinMeters!;
    for (this.rung = loosening.firstRung; this.rung < NO_RUNG; this.rung += 1) {
      if (loosening.rung < this.rung) return;
      const outer = LADDER_METERS[this.rung]!;
      this.met = new Set();
      this.chordFrom = chordSquaredWithin(inner - 1);
      this.chordTo = chordSquaredWithin(outer);
      this.walk(forest.doors);
      this.walk(forest.furtherDoors);
      this.walkAreas(asked.areasWithin(outer));
      inner = outer;
    }
  }

  private bestFirst(): void {
    const { asked, collector, forest, prospect } = this;
    const queue = new Queue();
    this.push(queue, forest.doors, forest.doors.root, DOOR_NODE);
    this.push(queue, forest.furtherDoors, forest.furtherDoors.root, FURTHER_NODE);
    if (asked.at) queue.push(prospect.leastOrderFrom(0), RING);
    else this.push(queue, forest.areas, forest.areas.root, AREA_NODE);
    if (asked.isBounded) {
      queue.push(prospect.leastOrderFrom(bandOf(asked.question.withinMeters!)), EVERYWHERE);
    } else {
      queue.push(prospect.leastOrderIn(NO_BAND), PLACELESS);
    }
    while (queue.first <= collector.worst && queue.first < Infinity) {
      this.enter(queue, queue.pop());
    }
  }

  private enter(queue: Queue, thing: number): void {
    const { forest } = this;
    const kind = thing % KINDS;
    const what = (thing - kind) / KINDS;
    if (kind === DOOR_NODE) this.open(queue, forest.doors, what, kind);
    else if (kind === FURTHER_NODE) this.open(queue, forest.furtherDoors, what, kind);
    else if (kind === AREA_NODE) this.open(queue, forest.areas, what, kind);
    else if (kind === AREA) this.walkRange(forest.areas, forest.inArea(what));
    else if (kind === RING) this.ring(queue, what);
    else if (kind === PLACELESS) this.walkRange(forest.wide, forest.placeless());
    else this.walkEverywhere();
  }

  /** Looks into a node: its listings, or its children in their turn. */
  private open(queue: Queue, tree: SignatureTree, node: number, kind: number): void {
    const level = tree.levelOf(node);
    if (level === 0) {
      const end = Math.min(tree.size, (node + 1) * FANOUT);
      for (let entry = node * FANOUT; entry < end; entry += 1) this.visit(tree.listingAt(entry));
      return;
    }
    const first = tree.firstChild(node, level);
    const end = Math.min(first + FANOUT, tree.levels[level]!);
    for (let child = first; child < end; child += 1) this.push(queue, tree, child, kind);
  }

  private push(queue: Queue, tree: SignatureTree, node: number, kind: number): void {
    if (tree.size === 0) return;
    const order = this.prospect.leastOrder(tree, node);
    if (order <= this.collector.worst && order < Infinity) queue.push(order, node * KINDS + kind);
  }

  /**
   * The areas of one band after another, to the radius; in the last band, where none is asked, all
   * that are left, however far.
   */
  private ring(queue: Queue, band: number): void {
    const { asked, forest, prospect } = this;
    const within = this.within();
    const meters = Math.min(BAND_METERS[band] ?? Infinity, within);
    const areas =
      meters === Infinity ? asked.areasBeyond(forest.areaNumbers) : asked.areasWithin(meters);
    const order = prospect.leastOrderIn(band);
    for (const area of areas) queue.push(order, area * KINDS + AREA);
    if (meters < within) queue.push(prospect.leastOrderFrom(band + 1), (band + 1) * KINDS + RING);
  }

  /** What stays however far beyond the radius it is. What lies within is met where it lies. */
  private walkEverywhere(): void {
    const { asked, forest, matcher } = this;
    const { state } = asked.question;
    for (const served of new Set([state ?? WHOLE_COUNTRY, WHOLE_COUNTRY])) {
      this.eachLeafIn(forest.wide, forest.serving(served), (from, to) => {
        for (let entry = from; entry < to; entry += 1) {
          matcher.consider(forest.wide.listingAt(entry), STAYS);
        }
      });
    }
  }

  private walk(tree: SignatureTree): void {
    if (tree.size > 0) this.walkNode(tree, tree.root, tree.levels.length - 2);
  }

  private walkNode(tree: SignatureTree, node: number, level: number): void {
    if (!this.mayEnter(tree, node)) return;
    if (level === 0) {
      const end = Math.min(tree.size, (node + 1) * FANOUT);
      for (let entry = node * FANOUT; entry < end; entry += 1) this.visit(tree.listingAt(entry));
      return;
    }
    const first = tree.firstChild(node, level);
    const end = Math.min(first + FANOUT, tree.levels[level]!);
    for (let child = first; child < end; child += 1) this.walkNode(tree, child, level - 1);
  }

  private walkRange(tree: SignatureTree, range: Range): void {
    this.eachLeafIn(tree, range, (from, to) => {
      for (let entry = from; entry < to; entry += 1) this.visit(tree.listingAt(entry));
    });
  }

  /** The part of each leaf that lies in a range, where the leaf may hold a match. */
  private eachLeafIn(tree: SignatureTree, range: Range, visit: (from: number, to: number) => void) {
    const end = Math.ceil(range.to / FANOUT);
    for (let leaf = Math.floor(range.from / FANOUT); leaf < end; leaf += 1) {
      if (!this.mayEnter(tree, leaf)) continue;
      visit(Math.max(range.from, leaf * FANOUT), Math.min(range.to, (leaf + 1) * FANOUT));
    }
  }

  private mayEnter(tree: SignatureTree, node: number): boolean {
    const { asked, collector, prospect } = this;
    if (!collector.seesAll) {
      const order = prospect.leastOrder(tree, node);
      return order <= collector.worst && order < Infinity;
    }
    if (asked.at && tree.boxes.length > 0) {
      const [x, y, z] = asked.at;
      if (tree.chordTo(node, x, y, z) > this.chordTo) return false;
      if (tree.chordPast(node, x, y, z) < this.chordFrom) return false;
    }
    return collector.loosening && this.rung === NO_RUNG
      ? prospect.mayNearlyMatch(tree, node)
      : prospect.mayMatch(tree, node);
  }

  /** Looks at a listing where it stands; once, where it stands in several places. */
  private visit(listing: number): void {
    const { matcher } = this;
    const { area, doorsFrom } = matcher.columns;
    const doors = doorsFrom.data[listing + 1]! - doorsFrom.data[listing]!;
    if (doors > 1 || (doors === 1 && area.data[listing] !== 0)) {
      if (this.met.has(listing)) return;
      this.met.add(listing);
    }
    if (this.rung === NO_RUNG) matcher.consider(listing, HERE);
    else matcher.considerFarther(listing, LADDER_METERS[this.rung]!);
  }
}
