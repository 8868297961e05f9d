import { refuse } from '../kernel/index.js';

/** Degrees, WGS 84. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** The farthest a search may reach from its centre. */
export const REACH_MAX_METERS = 1_000_000;

/** @throws Refusal `INVALID` where it is no point of the earth */
export function checkPoint({ latitude, longitude }: Point, field: string): void {
  if (!(Math.abs(latitude) <= 90)) refuse('latitude must be from -90 to 90.', `${field}.latitude`);
  if (!(Math.abs(longitude) <= 180))
    refuse('longitude must be from -180 to 180.', `${field}.longitude`);
}

/** @throws Refusal `INVALID` unless from 1 m to 1,000 km */
export function checkReach(meters: number, field: string): void {
  if (meters >= 1 && meters <= REACH_MAX_METERS) return;
  refuse(`withinMeters must be from 1 to ${REACH_MAX_METERS.toLocaleString('en-US')}.`, field);
}

/** Mean radius of the ellipsoid WGS 84, as PostGIS has it. */
export const EARTH_RADIUS_METERS = 6_371_008.771_415;

/**
 * Great-circle distance between two points, on a sphere.
 * Units: degrees in, metres out.
 * Source: haversine formula; mean radius of WGS 84.
 */
export function metersBetween(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const up = Math.sin(radians(b.latitude - a.latitude) / 2);
  const along = Math.sin(radians(b.longitude - a.longitude) / 2);
  const h = up * up + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * along * along;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}
