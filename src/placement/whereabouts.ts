import type { Asked } from './asked.js';
import type { Column } from './column.js';
import type { Columns } from './columns.js';
import { bandOf, NO_BAND } from './question.js';
import { metersOf } from './sphere.js';

/** Within the radius, or everywhere where none is asked. */
export const HERE = 1;
/** Beyond the radius, and found all the same: it serves the whole state or country. */
export const STAYS = 2;
/** Beyond the radius, and only that keeps it out. */
export const BEYOND = 4;
export const AVOIDED = 8;
export const NO_METERS = -1;
const AXES = 3;

/**
 * Where the listings of a store are, for one search. Its fields tell of the last listing asked
 * about.
 */
export class Whereabouts {
  band: number = NO_BAND;
  /** Whole metres to the nearest door where a door decides, else `NO_METERS`. */
  meters: number = NO_METERS;
  /**
   * Metres to the nearest that is told, door or area; Infinity where no place is told or asked, and
   * beyond the radius where nobody asks to widen it.
   */
  distance = Infinity;

  private readonly read: Record<'area' | 'counties' | 'doorsFrom' | 'statewide', Column['data']> & {
    doors: Int32Array;
  };

  constructor(
    columns: Columns,
    private readonly asked: Asked,
  ) {
    this.read = {
      area: columns.area.data,
      counties: columns.counties.data,
      doors: columns.doors,
      doorsFrom: columns.doorsFrom.data,
      statewide: columns.statewide.data,
    };
  }

  /** Finds where a listing is: `HERE`, beyond the radius (`STAYS` or `BEYOND`), or `AVOIDED`. */
  find(listing: number): number {
    const { asked, read } = this;
    this.band = NO_BAND;
    this.meters = NO_METERS;
    this.distance = Infinity;
    if (asked.avoiding && this.isAvoided(listing)) return AVOIDED;
    if (!asked.at) return HERE;
    const chord = this.chordToDoor(listing);
    const area = read.area[listing]!;
    if (chord > asked.chordWithin && area === 0 && !asked.question.widen) {
      if (!asked.neverFallsOut(read.statewide[listing]!)) return BEYOND;
    }
    if (chord !== Infinity) this.atDoor(Math.round(metersOf(chord)));
    if (area !== 0) this.inArea(asked.metersToArea(area));
    if (!asked.isBounded || this.distance <= asked.question.withinMeters!) return HERE;
    return asked.neverFallsOut(read.statewide[listing]!) ? STAYS : BEYOND;
  }

  private atDoor(meters: number): void {
    this.meters = this.distance = meters;
    this.band = bandOf(meters);
  }

  /** The nearer of door and area decides; at the same band the door, which tells more. */
  private inArea(meters: number): void {
    const band = bandOf(meters);
    if (band < this.band) {
      this.band = band;
      this.meters = NO_METERS;
    }
    this.distance = Math.min(this.distance, meters);
  }

  /** The square of the chord to the nearest told door; Infinity where there is none. */
  private chordToDoor(listing: number): number {
    const { doors, doorsFrom } = this.read;
    const [x, y, z] = this.asked.at!;
    const end = doorsFrom[listing + 1]! * AXES;
    let least = Infinity;
    for (let at = doorsFrom[listing]! * AXES; at < end; at += AXES) {
      const across = doors[at]! - x;
      const along = doors[at + 1]! - y;
      const up = doors[at + 2]! - z;
      const chord = across * across + along * along + up * up;
      if (chord < least) least = chord;
    }
    return least;
  }

  private isAvoided(listing: number): boolean {
    const { area, counties, doors, doorsFrom } = this.read;
    const avoiding = this.asked.avoiding!;
    if (area[listing] !== 0 && avoiding.area(area[listing]!)) return true;
    const end = doorsFrom[listing + 1]!;
    for (let door = doorsFrom[listing]!; door < end; door += 1) {
      if (avoiding.county(counties[door]!)) return true;
      const at = door * AXES;
      for (const { at: center, within } of avoiding.circles) {
        const across = doors[at]! - center[0];
        const along = doors[at + 1]! - center[1];
        const up = doors[at + 2]! - center[2];
        if (across * across + along * along + up * up <= within) return true;
      }
    }
    return false;
  }
}
