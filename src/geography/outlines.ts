import { squaredBetween, unit, type Vector } from './unit-vector.js';

/** A corner is three numbers; those of an arc's end follow those of its start. */
const X = 0;
const Y = 1;
const Z = 2;
const AXES = 3;

/** Follows every ring: no comparison with it holds, so that no arc leads to the next ring. */
const BREAK: Vector = { x: NaN, y: NaN, z: NaN };

/**
 * Shapes on the sphere of radius one, their corners joined by great circles as the database joins
 * those of a `geography`. A shape is smaller than half the sphere, and is made of closed rings; a
 * hole is a ring like any other. Lengths are squares of chords, in radii.
 */
export class Outlines {
  readonly #corners: Float64Array;
  /** The first corner of each shape; after the last shape, the number of all corners. */
  readonly #starts: Uint32Array;

  constructor(shapes: readonly (readonly (readonly Vector[])[])[]) {
    const corners = shapes.map((rings) => rings.flatMap((ring) => [...ring, BREAK]));
    let total = 0;
    this.#starts = Uint32Array.from([0, ...corners.map((own) => (total += own.length))]);
    this.#corners = new Float64Array(total * AXES);
    let at = 0;
    for (const { x, y, z } of corners.flat()) {
      this.#corners[at + X] = x;
      this.#corners[at + Y] = y;
      this.#corners[at + Z] = z;
      at += AXES;
    }
  }

  /**
   * Whether a point lies within a shape: the meridian from there to the north pole crosses its
   * rings an odd number of times. Only for points less than a quarter of the globe away from all of
   * the shape.
   */
  holds(shape: number, { x, y, z }: Vector): boolean {
    const corners = this.#corners;
    const last = (this.#starts[shape + 1]! - 1) * AXES;
    let inside = false;
    for (let at = this.#starts[shape]! * AXES; at < last; at += AXES) {
      const ax = corners[at + X]!;
      const ay = corners[at + Y]!;
      const bx = corners[at + AXES + X]!;
      const by = corners[at + AXES + Y]!;
      const startEast = ay * x - ax * y;
      const endEast = by * x - bx * y;
      if (startEast >= 0 === endEast >= 0) continue;
      const az = corners[at + Z]!;
      const bz = corners[at + AXES + Z]!;
      // Positive where the point lies to the left of the arc: north of one that leads east.
      const left = x * (ay * bz - az * by) + y * (az * bx - ax * bz) + z * (ax * by - ay * bx);
      if (left * (endEast - startEast) < 0) inside = !inside;
    }
    return inside;
  }

  /**
   * The arc of a shape that is nearest to a point, or the first found within `enough`.
   * @returns the corner that the arc begins at
   */
  nearestArc(shape: number, point: Vector, enough = 0): number {
    const last = this.#starts[shape + 1]! - 1;
    let nearest = this.#starts[shape]!;
    let least = Infinity;
    for (let arc = nearest; arc < last && least > enough; arc += 1) {
      const away = this.squaredChord(arc, point);
      if (away < least) {
        nearest = arc;
        least = away;
      }
    }
    return nearest;
  }

  /**
   * From a point to the nearest point of an arc: its foot on the arc's great circle where that lies
   * within the arc, else the nearer end. Reckoned from differences, so that no metre is lost beside
   * the radius.
   */
  squaredChord(arc: number, { x, y, z }: Vector): number {
    const corners = this.#corners;
    const at = arc * AXES;
    const ax = corners[at + X]!;
    const ay = corners[at + Y]!;
    const az = corners[at + Z]!;
    const wayX = corners[at + AXES + X]! - ax;
    const wayY = corners[at + AXES + Y]! - ay;
    const wayZ = corners[at + AXES + Z]! - az;
    const dx = x - ax;
    const dy = y - ay;
    const dz = z - az;
    const length = wayX * wayX + wayY * wayY + wayZ * wayZ;
    const along = dx * wayX + dy * wayY + dz * wayZ;
    const toStart = dx * dx + dy * dy + dz * dz;
    const toEnd = toStart - 2 * along + length;
    // As in the plane, but for the bend of the sphere: the terms with a 4.
    const footWithin = along > (length * toStart) / 4 && length - along > (length * toEnd) / 4;
    if (!footWithin) return Math.min(toStart, toEnd);
    // Across the plane of the great circle stands start × way; the square of its length divides.
    const out =
      dx * (ay * wayZ - az * wayY) + dy * (az * wayX - ax * wayZ) + dz * (ax * wayY - ay * wayX);
    const squaredSine = (out * out) / (length * (1 - length / 4));
    return (2 * squaredSine) / (1 + Math.sqrt(Math.max(0, 1 - squaredSine)));
  }

  /**
   * The point of an arc that is nearest to a point beside it.
   * Error: a ten-thousandth of the arc along it, for arcs to 100 km and points to 10 km away.
   */
  footOn(arc: number, point: Vector): Vector {
    const start = this.#corner(arc);
    const end = this.#corner(arc + 1);
    const length = squaredBetween(start, end);
    const along = (squaredBetween(point, start) - squaredBetween(point, end) + length) / 2;
    // An arc of no length is its start.
    const share = Math.min(1, Math.max(0, along / length || 0));
    return unit({
      x: start.x + share * (end.x - start.x),
      y: start.y + share * (end.y - start.y),
      z: start.z + share * (end.z - start.z),
    });
  }

  #corner(corner: number): Vector {
    const at = corner * AXES;
    return {
      x: this.#corners[at + X]!,
      y: this.#corners[at + Y]!,
      z: this.#corners[at + Z]!,
    };
  }
}
