import { EARTH_RADIUS_METERS, type Point } from '../geography/index.js';

/**
 * The radius of the sphere in the units of stored points: whole numbers of 32 bits, so that a door
 * costs 12 bytes and stands within 3 mm of where it is. Distances are chords, squared, without
 * trigonometry until metres are told.
 */
export const SPHERE = 2 ** 31 - 1;

export type Vector = readonly [x: number, y: number, z: number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Degrees in; a point on the sphere of radius `SPHERE` out, in whole numbers. */
export function vectorOf({ latitude, longitude }: Point): Vector {
  const ring = SPHERE * Math.cos(radians(latitude));
  return [
    Math.round(ring * Math.cos(radians(longitude))),
    Math.round(ring * Math.sin(radians(longitude))),
    Math.round(SPHERE * Math.sin(radians(latitude))),
  ];
}

/**
 * Metres along the ground between two points whose chord, squared, is this: those of
 * `metersBetween`.
 */
export function metersOf(chordSquared: number): number {
  const half = Math.min(1, Math.sqrt(chordSquared) / (2 * SPHERE));
  return 2 * EARTH_RADIUS_METERS * Math.asin(half);
}

const HALF_AROUND_METERS = Math.PI * EARTH_RADIUS_METERS;

/**
 * The square of the chord that spans so many metres along the ground; the sphere's width at most.
 */
export function chordSquaredOf(meters: number): number {
  const along = Math.min(meters, HALF_AROUND_METERS);
  return (2 * SPHERE * Math.sin(along / (2 * EARTH_RADIUS_METERS))) ** 2;
}

export function chordSquared(a: Vector, b: Vector): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
