import { criteriaPerhapsStated } from '../eligibility/index.js';
import type { ClauseBook } from './clause-book.js';
import { Column, copy, copyAll, WIDEST, WORD } from './column.js';
import { FACT_WORDS } from './facts.js';
import { giveBack } from './give-back.js';
import { Ids } from './ids.js';
import { GONE, type Lexicon } from './lexicon.js';
import type { PlacementRow, PlacementUnit } from './row.js';
import { vectorOf } from './sphere.js';

/**
 * Ranks of what is said, as in `availabilityRanks`, and one: 0 is that nothing was ever reported.
 */
export const NEVER_SAID = 0;
const saidOf = { OPEN: 1, WAITLIST: 2, FULL: 4 } as const;
export const OPEN_SAID = saidOf.OPEN;
const AXES = 3;
const ALL_BITS = -1;
const ALL_CRITERIA = 2 ** 24 - 1;
const GROWTH = 1.5;
const DOORS_MIN = 16;

/** How many of each a store holds, or is to hold. */
export interface Room {
  listings: number;
  units: number;
  clauses: number;
  doors: number;
}
const NO_ROOM: Room = { listings: 0, units: 0, clauses: 0, doors: 0 };

type Three = [Column, Column, Column];
type Six = [...Three, ...Three];
type Nine = [...Six, ...Three];

/** A number that may be missing: 0 is missing, else the number and one. */
const orMissing = (value: number | null) => (value === null ? 0 : value + 1);

/**
 * Listings and their units in columns: each listing a number, its units and doors one after
 * another. Ids, words and clauses are numbers of the lexicon and of the book that several stores
 * share.
 */
export class Columns {
  readonly ids: Ids;
  /**
   * By listing. `unitsFrom`, `clausesFrom` and `doorsFrom` have one more: where the last one's end.
   */
  readonly kinds: Column;
  readonly held: Column;
  readonly denied: Column;
  readonly languages: Column;
  readonly statewide: Column;
  readonly area: Column;
  /** What it asks and speaks of, as a number of the lexicon's askings. */
  readonly asking: Column;
  /** Facts that alone break a rule of each of its units: two words of bits. */
  readonly refused: Column;
  readonly refusedToo: Column;
  readonly unitsFrom: Column;
  readonly clausesFrom: Column;
  readonly doorsFrom: Column;
  /** By unit. */
  readonly clauseCount: Column;
  readonly said: Column;
  readonly bedsOpen: Column;
  readonly capacity: Column;
  readonly goodUntil: Column;
  /** Milliseconds from the report to its end. */
  readonly goodFor: Column;
  /** Clauses of unit after unit, as numbers of the book. */
  readonly clauses: Column;
  /** By door: the county, and where it stands on the sphere. */
  readonly counties: Column;
  doors: Int32Array;
  private readonly byListing: readonly Column[];
  private readonly byUnit: readonly Column[];

  /**
   * @param room for how much there is room at once
   * @param isFindable whether listings will be looked for by their ids
   */
  constructor(
    readonly lexicon: Lexicon,
    readonly book: ClauseBook,
    room: Room = NO_ROOM,
    isFindable = true,
  ) {
    this.ids = new Ids(room.listings, isFindable);
    const many = (columns: number, capacity: number) =>
      Array.from({ length: columns }, () => new Column(capacity));
    this.byListing = [
      ...many(7, room.listings),
      new Column(room.listings, WORD),
      new Column(room.listings, WORD),
    ];
    [this.kinds, this.held, this.denied, this.languages, this.statewide, this.area] = this
      .byListing as Nine;
    [, , , , , , this.asking, this.refused, this.refusedToo] = this.byListing as Nine;
    [this.unitsFrom, this.clausesFrom, this.doorsFrom] = many(3, room.listings + 1) as Three;
    for (const from of [this.unitsFrom, this.clausesFrom, this.doorsFrom]) from.push(0);
    this.byUnit = [...many(5, room.units), new Column(room.units, WIDEST)];
    [this.clauseCount, this.said, this.bedsOpen, this.capacity, this.goodFor, this.goodUntil] = this
      .byUnit as Six;
    this.clauses = new Column(room.clauses);
    this.counties = new Column(room.doors);
    this.doors = new Int32Array(room.doors * AXES);
  }

  /** How many listings, those that are gone included. */
  get size(): number {
    return this.kinds.length;
  }

  get room(): Room {
    return {
      listings: this.size,
      units: this.said.length,
      clauses: this.clauses.length,
      doors: this.counties.length,
    };
  }

  get bytes(): number {
    let bytes = this.ids.bytes + this.doors.byteLength;
    for (const column of this.all()) bytes += column.bytes;
    return bytes;
  }

  add(row: PlacementRow): number {
    const { lexicon } = this;
    this.ids.push(row.id);
    this.kinds.push(lexicon.kindsOf(row.type, row.kinds));
    this.held.push(lexicon.policies.of(row.policies));
    this.denied.push(lexicon.policies.of(row.denied));
    this.languages.push(lexicon.languages.numberOf(row.languages));
    this.statewide.push(lexicon.statewide.numberOf(row.statewide));
    this.area.push(lexicon.areaOf(row.area));
    for (const point of row.points) {
      this.pushDoor(lexicon.counties.numberOf([point.county]), vectorOf(point));
    }
    this.addUnits(row.units, criteriaPerhapsStated(row.policies, row.languages));
    return this.close();
  }

  /** Adds a listing of another store of the same lexicon and book. */
  addFrom(other: Columns, listing: number): number {
    this.ids.pushFrom(other.ids, listing);
    copyAll(other.byListing, this.byListing, listing, listing + 1);
    const { clausesFrom, doorsFrom, unitsFrom } = other;
    copyAll(other.byUnit, this.byUnit, unitsFrom.data[listing]!, unitsFrom.data[listing + 1]!);
    const clausesEnd = clausesFrom.data[listing + 1]!;
    copy(other.clauses, this.clauses, clausesFrom.data[listing]!, clausesEnd);
    const [from, to] = [doorsFrom.data[listing]!, doorsFrom.data[listing + 1]!];
    const at = this.counties.length;
    copy(other.counties, this.counties, from, to);
    this.growDoors();
    for (let axis = 0; axis < (to - from) * AXES; axis += 1) {
      this.doors[at * AXES + axis] = other.doors[from * AXES + axis]!;
    }
    return this.close();
  }

  /** Writes what the latest report of a unit says; its other columns stay. */
  report(unit: number, { capacity, report }: Pick<PlacementUnit, 'capacity' | 'report'>): void {
    this.said.set(unit, report ? saidOf[report.said] : NEVER_SAID);
    this.bedsOpen.set(unit, orMissing(report?.bedsOpen ?? null));
    this.capacity.set(unit, orMissing(report?.capacity ?? capacity));
    this.goodUntil.set(unit, report?.goodUntil ?? 0);
    this.goodFor.set(unit, report ? Math.max(0, report.goodUntil - report.reportedAt) : 0);
  }

  /** Whether a listing is what a row says it is, but for its reports. */
  sameButReports(listing: number, row: PlacementRow): boolean {
    const { lexicon } = this;
    return (
      lexicon.isOfType(this.kinds.data[listing]!, row.type) &&
      isList(lexicon.kindsIn(this.kinds.data[listing]!), row.kinds) &&
      this.held.data[listing] === lexicon.policies.of(row.policies) &&
      this.denied.data[listing] === lexicon.policies.of(row.denied) &&
      isList(lexicon.languages.wordsOf(this.languages.data[listing]!), row.languages) &&
      isList(lexicon.statewide.wordsOf(this.statewide.data[listing]!), row.statewide) &&
      isList(lexicon.areas.wordsOf(this.area.data[listing]!), row.area) &&
      this.hasDoors(listing, row.points) &&
      this.hasUnits(listing, row.units)
    );
  }

  /** The listing is found by no question from now on. */
  remove(listing: number): void {
    this.kinds.set(listing, GONE);
  }

  isGone(listing: number): boolean {
    return this.kinds.data[listing] === GONE;
  }

  /** Gives back what is not used, a part at each step. */
  *trim(): Generator<void> {
    for (const column of this.all()) yield column.trim();
    const doors = this.doors.slice(0, this.counties.length * AXES);
    giveBack(this.doors);
    this.doors = doors;
  }

  /** Ends the store: it must not be asked again. */
  giveBack(): void {
    this.ids.giveBack();
    giveBack(this.doors, ...this.all().map(({ data }) => data));
  }

  /** @param stated bits of the criteria of which the listing may speak beside its rules */
  private addUnits(units: readonly PlacementUnit[], stated: number): void {
    let [asked, spoken, refused, refusedToo] = [ALL_CRITERIA, stated, ALL_BITS, ALL_BITS];
    for (const unit of units) {
      this.clauseCount.push(unit.clauses.length);
      let [unitAsked, unitRefused, unitRefusedToo] = [0, 0, 0];
      for (const id of unit.clauses) {
        const number = this.book.numberOf(id);
        this.clauses.push(number);
        unitAsked |= this.book.asked[number]!;
        spoken |= this.book.criteria[number]! & ALL_CRITERIA;
        unitRefused |= this.book.refused[number * FACT_WORDS]!;
        unitRefusedToo |= this.book.refused[number * FACT_WORDS + 1]!;
      }
      asked &= unitAsked;
      refused &= unitRefused;
      refusedToo &= unitRefusedToo;
      for (let column = 1; column < this.byUnit.length; column += 1) this.byUnit[column]!.push(0);
      this.report(this.said.length - 1, unit);
    }
    this.asking.push(this.lexicon.askings.numberOf({ asked, spoken }));
    this.refused.push(refused >>> 0);
    this.refusedToo.push(refusedToo >>> 0);
  }

  private all(): Column[] {
    const { clauses, clausesFrom, counties, doorsFrom, unitsFrom } = this;
    const others = [clauses, clausesFrom, counties, doorsFrom, unitsFrom];
    return [...this.byListing, ...this.byUnit, ...others];
  }

  private close(): number {
    this.unitsFrom.push(this.said.length);
    this.clausesFrom.push(this.clauses.length);
    this.doorsFrom.push(this.counties.length);
    return this.size - 1;
  }

  private pushDoor(county: number, vector: readonly number[]): void {
    this.counties.push(county);
    this.growDoors();
    this.doors.set(vector, (this.counties.length - 1) * AXES);
  }

  private growDoors(): void {
    const needed = this.counties.length * AXES;
    if (needed <= this.doors.length) return;
    const doors = new Int32Array(Math.max(DOORS_MIN * AXES, Math.ceil(needed * GROWTH)));
    doors.set(this.doors);
    giveBack(this.doors);
    this.doors = doors;
  }

  private hasDoors(listing: number, points: PlacementRow['points']): boolean {
    const from = this.doorsFrom.data[listing]!;
    if (this.doorsFrom.data[listing + 1]! - from !== points.length) return false;
    return points.every((point, index) => {
      const at = (from + index) * AXES;
      return (
        this.lexicon.counties.wordsOf(this.counties.data[from + index]!)[0] === point.county &&
        vectorOf(point).every((value, axis) => this.doors[at + axis] === value)
      );
    });
  }

  private hasUnits(listing: number, units: readonly PlacementUnit[]): boolean {
    const from = this.unitsFrom.data[listing]!;
    if (this.unitsFrom.data[listing + 1]! - from !== units.length) return false;
    let clause = this.clausesFrom.data[listing]!;
    return units.every(({ clauses }, index) => {
      const unit = from + index;
      if (this.clauseCount.data[unit] !== clauses.length) return false;
      return clauses.every((id) => this.clauses.data[clause++] === this.book.numberOf(id));
    });
  }
}

const isList = (list: readonly string[], words: readonly string[]) =>
  list.length === words.length && list.every((word, index) => word === words[index]);
