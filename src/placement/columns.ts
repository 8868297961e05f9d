import type { ClauseBook } from './clause-book.js';
import { Column, WIDEST } from './column.js';
import { Ids } from './ids.js';
import { GONE, type Lexicon } from './lexicon.js';
import type { PlacementRow, PlacementUnit } from './row.js';
import { vectorOf } from './sphere.js';

/** Ranks of what is said, as in `availabilityRanks`, and one: 0 is that nothing was ever reported. */
export const NEVER_SAID = 0;
const saidOf = { OPEN: 1, WAITLIST: 2, FULL: 4 } as const;
export const OPEN_SAID = saidOf.OPEN;
const AXES = 3;
const ALL_BITS = -1;
const GROWTH = 1.5;
const DOORS_MIN = 16;

/** A number that may be missing: 0 is missing, else the number and one. */
const orMissing = (value: number | null) => (value === null ? 0 : value + 1);

/**
 * Listings and their units in columns: each listing a number, its units and doors one after another.
 * Ids, words and clauses are numbers of the lexicon and of the book that several stores share.
 */
export class Columns {
  readonly ids: Ids;
  /** By listing. `unitsFrom`, `clausesFrom` and `doorsFrom` have one more: where the last one's end. */
  readonly kinds: Column;
  readonly held: Column;
  readonly denied: Column;
  readonly languages: Column;
  readonly statewide: Column;
  readonly area: Column;
  /** Criteria that each of its units has to ask about while nothing is known of them, as a mask's number. */
  readonly asking: Column;
  readonly unitsFrom: Column;
  readonly clausesFrom: Column;
  readonly doorsFrom: Column;
  /** By unit. */
  readonly clauseCount = new Column();
  readonly said = new Column();
  readonly bedsOpen = new Column();
  readonly capacity = new Column();
  readonly goodUntil = new Column(0, WIDEST);
  /** Milliseconds from the report to its end. */
  readonly goodFor = new Column();
  /** Clauses of unit after unit, as numbers of the book. */
  readonly clauses = new Column();
  /** By door: the county, and where it stands on the sphere. */
  readonly counties = new Column();
  doors = new Int32Array(0);

  constructor(
    readonly lexicon: Lexicon,
    readonly book: ClauseBook,
    capacity = 0,
    isFindable = true,
  ) {
    this.ids = new Ids(capacity, isFindable);
    const column = () => new Column(capacity);
    this.kinds = column();
    this.held = column();
    this.denied = column();
    this.languages = column();
    this.statewide = column();
    this.area = column();
    this.asking = column();
    this.unitsFrom = new Column(capacity + 1);
    this.clausesFrom = new Column(capacity + 1);
    this.doorsFrom = new Column(capacity + 1);
    for (const from of [this.unitsFrom, this.clausesFrom, this.doorsFrom]) from.push(0);
  }

  /** How many listings, those that are gone included. */
  get size(): number {
    return this.kinds.length;
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
    let asking = ALL_BITS;
    for (const unit of row.units) {
      this.clauseCount.push(unit.clauses.length);
      let asked = 0;
      for (const id of unit.clauses) {
        const number = this.book.numberOf(id);
        this.clauses.push(number);
        asked |= this.book.asked[number]!;
      }
      asking &= asked;
      for (const column of [this.said, this.bedsOpen, this.capacity]) column.push(0);
      for (const column of [this.goodUntil, this.goodFor]) column.push(0);
      this.report(this.said.length - 1, unit);
    }
    this.asking.push(lexicon.masks.numberOf(asking));
    return this.close();
  }

  /** Adds a listing of another store of the same lexicon and book. */
  addFrom(other: Columns, listing: number): number {
    this.ids.pushFrom(other.ids, listing);
    for (const name of [
      'kinds',
      'held',
      'denied',
      'languages',
      'statewide',
      'area',
      'asking',
    ] as const) {
      this[name].push(other[name].data[listing]!);
    }
    copy(other.counties, this.counties, other.doorsFrom, listing);
    copy(other.clauses, this.clauses, other.clausesFrom, listing);
    for (const name of Columns.ofUnits) copy(other[name], this[name], other.unitsFrom, listing);
    const { data: doorsFrom } = other.doorsFrom;
    this.growDoors();
    const [from, to] = [doorsFrom[listing]! * AXES, doorsFrom[listing + 1]! * AXES];
    const at = this.counties.length * AXES - (to - from);
    for (let axis = from; axis < to; axis += 1) this.doors[at + axis - from] = other.doors[axis]!;
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
      this.kinds.data[listing] === lexicon.kindsOf(row.type, row.kinds) &&
      this.held.data[listing] === lexicon.policies.of(row.policies) &&
      this.denied.data[listing] === lexicon.policies.of(row.denied) &&
      this.languages.data[listing] === lexicon.languages.numberOf(row.languages) &&
      this.statewide.data[listing] === lexicon.statewide.numberOf(row.statewide) &&
      this.area.data[listing] === lexicon.areaOf(row.area) &&
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

  trim(): void {
    for (const column of this.all()) column.trim();
    this.doors = this.doors.slice(0, this.counties.length * AXES);
  }

  private static readonly ofUnits = [
    'clauseCount',
    'said',
    'bedsOpen',
    'capacity',
    'goodUntil',
    'goodFor',
  ] as const;

  private all(): Column[] {
    return Object.values(this).filter((member) => member instanceof Column);
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
    this.doors = doors;
  }

  private hasDoors(listing: number, points: PlacementRow['points']): boolean {
    const from = this.doorsFrom.data[listing]!;
    if (this.doorsFrom.data[listing + 1]! - from !== points.length) return false;
    return points.every((point, index) => {
      const at = (from + index) * AXES;
      return (
        this.counties.data[from + index] === this.lexicon.counties.numberOf([point.county]) &&
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

/** Copies what belongs to a listing from one column to the end of another. */
function copy(from: Column, to: Column, bounds: Column, listing: number): void {
  const end = bounds.data[listing + 1]!;
  for (let index = bounds.data[listing]!; index < end; index += 1) to.push(from.data[index]!);
}
