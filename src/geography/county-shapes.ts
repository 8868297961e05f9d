import { ballAround, BallGrid, type Ball } from './ball-grid.js';
import { Outlines } from './outlines.js';
import type { Point } from './point.js';
import {
  metersOnEllipsoid,
  metersOver,
  squaredBetween,
  squaredChordOf,
  vectorOf,
  type Vector,
} from './unit-vector.js';

/**
 * How far outside every county a point may lie and still be given the nearest: shores are drawn
 * coarsely.
 */
export const SHORE_METERS = 10_000;
/** Metres on the sphere and on the ellipsoid differ by no more than this factor. */
const ELLIPSOID_MARGIN = 1.01;

/** A county by its FIPS, and the two letters of its state. */
export interface CountyKey {
  fips: string;
  state: string;
}

/** A county and the closed rings of its boundary: longitude and latitude in degrees, WGS 84. */
export interface CountyOutline extends CountyKey {
  rings: readonly (readonly (readonly number[])[])[];
}

/** How far it is from one point; kept as long as the search that asks. */
export interface Reach {
  /**
   * Great-circle metres to the nearest point of a county, on the sphere of `metersBetween`: 0
   * within it, Infinity where no county has this FIPS.
   */
  metersTo(fips: string): number;
  /** The FIPS of each county that a circle of so many metres around the point touches; in order. */
  touching(meters: number): string[];
}

/**
 * The boundaries of all counties, held in the process so that a search need not ask the database
 * where it is. Some 3 MB for the United States.
 * Error: below 1 cm over 1,000 km against PostGIS on the sphere.
 */
export class CountyShapes {
  readonly #counties: readonly CountyKey[];
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #balls: readonly Ball[];
  readonly #grid: BallGrid;
  readonly #outlines: Outlines;

  private constructor(counties: readonly CountyKey[], corners: readonly Vector[][][]) {
    this.#counties = counties;
    this.#indexOf = new Map(counties.map(({ fips }, index) => [fips, index]));
    this.#balls = corners.map((rings) => ballAround(rings.flat()));
    this.#grid = new BallGrid(this.#balls);
    this.#outlines = new Outlines(corners);
  }

  /** A county without a ring is left out: it lies nowhere. */
  static of(counties: readonly CountyOutline[]): CountyShapes {
    const drawn = counties
      .filter(({ rings }) => rings.length > 0)
      .sort((a, b) => (a.fips < b.fips ? -1 : 1));
    return new CountyShapes(
      drawn.map(({ fips, state }) => ({ fips, state })),
      drawn.map(({ rings }) =>
        rings.map((ring) =>
          ring.map(([longitude, latitude]) =>
            vectorOf({ latitude: latitude!, longitude: longitude! }),
          ),
        ),
      ),
    );
  }

  has(fips: string): boolean {
    return this.#indexOf.has(fips);
  }

  /**
   * The county that a point lies in, else the nearest within 10 km, as `locate` finds it; null at
   * sea. Where one corner is the nearest of two counties, it is the first of them by FIPS.
   */
  countyAt(point: Point): CountyKey | null {
    const place = vectorOf(point);
    const near = this.#near(place, squaredChordOf(SHORE_METERS * ELLIPSOID_MARGIN));
    const holding = near.filter((index) => this.#holds(index, place));
    const county = this.#smallest(holding) ?? this.#offShore(near, place);
    return county === undefined ? null : this.#counties[county]!;
  }

  from(point: Point): Reach {
    const place = vectorOf(point);
    const known = new Map<string, number>();
    return {
      metersTo: (fips) => {
        let meters = known.get(fips);
        if (meters === undefined) {
          meters = this.#metersTo(fips, place);
          known.set(fips, meters);
        }
        return meters;
      },
      touching: (meters) => this.touching(point, meters),
    };
  }

  /** The FIPS of each county that a circle of so many great-circle metres touches; in order. */
  touching(point: Point, meters: number): string[] {
    const place = vectorOf(point);
    const enough = squaredChordOf(meters);
    return this.#near(place, enough)
      .filter(
        (index) =>
          this.#isWithin(index, place, enough) ||
          this.#away(index, place, enough) <= enough ||
          this.#holds(index, place),
      )
      .map((index) => this.#counties[index]!.fips);
  }

  #metersTo(fips: string, place: Vector): number {
    const index = this.#indexOf.get(fips);
    if (index === undefined) return Infinity;
    return this.#holds(index, place) ? 0 : metersOver(this.#away(index, place));
  }

  /** Which counties may have a point within a chord of a place. */
  #near(place: Vector, squaredChord: number): number[] {
    return this.#grid.touching({ middle: place, radius: Math.sqrt(squaredChord) });
  }

  /**
   * Whether the whole of a county lies within a chord of a place, by its ball: most of a wide
   * circle do.
   */
  #isWithin(county: number, place: Vector, squaredChord: number): boolean {
    const { middle, radius } = this.#balls[county]!;
    return Math.sqrt(squaredBetween(middle, place)) + radius <= Math.sqrt(squaredChord);
  }

  #holds(county: number, place: Vector): boolean {
    const { middle, radius } = this.#balls[county]!;
    return squaredBetween(middle, place) <= radius * radius && this.#outlines.holds(county, place);
  }

  /** Where shapes overlap the smaller has it: a city may be a square drawn over its neighbours. */
  #smallest(counties: readonly number[]): number | undefined {
    return counties.toSorted((a, b) => this.#balls[a]!.radius - this.#balls[b]!.radius)[0];
  }

  /** Square of the chord to a county's border, or one of those within `enough`. */
  #away(county: number, place: Vector, enough = 0): number {
    const arc = this.#outlines.nearestArc(county, place, enough);
    return this.#outlines.squaredChord(arc, place);
  }

  /**
   * The nearest county to a point outside all of them. On the ellipsoid, as the database weighs it:
   * between two counties on one bay the sphere would now and then choose the other.
   */
  #offShore(near: readonly number[], place: Vector): number | undefined {
    let nearest: number | undefined;
    let least = SHORE_METERS;
    for (const county of near) {
      const foot = this.#outlines.footOn(this.#outlines.nearestArc(county, place), place);
      const meters = metersOnEllipsoid(place, foot);
      if (meters < least) {
        nearest = county;
        least = meters;
      }
    }
    return nearest;
  }
}
