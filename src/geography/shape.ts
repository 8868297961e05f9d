import polygonClipping, { type MultiPolygon } from 'polygon-clipping';
import type { Point } from './point.js';

/** Half the side of the square that stands for a county too small for its file. */
const SMALL_COUNTY_DEGREES = 0.012;

/**
 * A shape whose rings neither cross nor touch themselves, as PostGIS asks. Boundary files are drawn
 * coarsely, and a few counties of each come crossed. It is done here and not by `st_makevalid`, which
 * the embedded database does not survive: there the rest of the statement is silently left out.
 * @returns GeoJSON; null where the shape has no area
 * @throws Error where the shape cannot be untangled
 */
export function untangled(coordinates: unknown): string | null {
  const shape = polygonClipping.union(coordinates as MultiPolygon);
  return shape.length === 0 ? null : JSON.stringify({ type: 'MultiPolygon', coordinates: shape });
}

/** A square around a point, for a county that its file draws as a line. */
export function squareAround({ latitude, longitude }: Point): string {
  const [west, east] = [longitude - SMALL_COUNTY_DEGREES, longitude + SMALL_COUNTY_DEGREES];
  const [south, north] = [latitude - SMALL_COUNTY_DEGREES, latitude + SMALL_COUNTY_DEGREES];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring]] });
}
