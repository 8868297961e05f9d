import { EARTH_RADIUS_METERS, type Point } from './point.js';

/** A point of the sphere of radius one around the earth's middle; z points to the north pole. */
export interface Vector {
  x: number;
  y: number;
  z: number;
}

export function vectorOf({ latitude, longitude }: Point): Vector {
  const radians = Math.PI / 180;
  const flat = Math.cos(latitude * radians);
  return {
    x: flat * Math.cos(longitude * radians),
    y: flat * Math.sin(longitude * radians),
    z: Math.sin(latitude * radians),
  };
}

export function unit({ x, y, z }: Vector): Vector {
  const length = Math.hypot(x, y, z);
  return { x: x / length, y: y / length, z: z / length };
}

export function squaredBetween(a: Vector, b: Vector): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2;
}

/** Square of the straight line, in radii of the earth, under so many metres of a great circle. */
export function squaredChordOf(meters: number): number {
  return 4 * Math.sin(Math.min(meters / EARTH_RADIUS_METERS, Math.PI) / 2) ** 2;
}

/** Metres of a great circle over such a straight line: the sphere of `metersBetween`. */
export function metersOver(squaredChord: number): number {
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2));
}

/** WGS 84: half its longer axis, and the square of its eccentricity. */
const EQUATOR_RADIUS_METERS = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;

/**
 * Metres on the ellipsoid between two points that lie near each other, neither of them a pole.
 * Error: below 1 m over 10 km.
 * Source: radii of curvature of the meridian and of the prime vertical.
 */
export function metersOnEllipsoid(a: Vector, b: Vector): number {
  const flat = Math.hypot(a.x, a.y);
  const east = (a.x * b.y - a.y * b.x) / flat;
  const north = b.z * flat - (a.z * (a.x * b.x + a.y * b.y)) / flat;
  const thin = 1 - ECCENTRICITY_SQUARED * a.z * a.z;
  const primeVertical = EQUATOR_RADIUS_METERS / Math.sqrt(thin);
  const meridian = (primeVertical * (1 - ECCENTRICITY_SQUARED)) / thin;
  return Math.hypot(east * primeVertical, north * meridian);
}
