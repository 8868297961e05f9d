import type { Point } from '../geography/index.js';

/** WGS 84: half the greater axis in metres, flattening, and the scale on a zone's middle. */
const AXIS_METERS = 6_378_137;
const FLATTENING = 1 / 298.257_223_563;
const SCALE = 0.9996;
const EASTING_OF_MIDDLE_METERS = 500_000;
const NORTHING_OF_EQUATOR_SOUTH_METERS = 10_000_000;
const BANDS = 'CDEFGHJKLMNPQRSTUVWX';
const COLUMNS = ['ABCDEFGH', 'JKLMNPQR', 'STUVWXYZ'];
const ROWS = 'ABCDEFGHJKLMNPQRSTUV';

/** A point on the Universal Transverse Mercator grid, and the letters of the military grid. */
export interface Grid {
  zone: number;
  band: string;
  easting: number;
  northing: number;
  /** The square of 100 km. */
  square: string;
}

function meridianMeters(latitude: number, e2: number): number {
  const [e4, e6] = [e2 * e2, e2 * e2 * e2];
  return (
    AXIS_METERS *
    ((1 - e2 / 4 - (3 * e4) / 64 - (5 * e6) / 256) * latitude -
      ((3 * e2) / 8 + (3 * e4) / 32 + (45 * e6) / 1024) * Math.sin(2 * latitude) +
      ((15 * e4) / 256 + (45 * e6) / 1024) * Math.sin(4 * latitude) -
      ((35 * e6) / 3072) * Math.sin(6 * latitude))
  );
}

/**
 * A point in one zone of the grid; the zones beside its own are used near their edge.
 * Error: under a metre within a zone.
 * Source: J. P. Snyder, Map Projections: A Working Manual (USGS 1395), equations 8-9 to 8-13.
 */
function project({ latitude, longitude }: Point, zone: number) {
  const radians = Math.PI / 180;
  const e2 = FLATTENING * (2 - FLATTENING);
  const prime = e2 / (1 - e2);
  const phi = latitude * radians;
  const nu = AXIS_METERS / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  const t = Math.tan(phi) ** 2;
  const c = prime * Math.cos(phi) ** 2;
  const a = Math.cos(phi) * (longitude - (zone * 6 - 183)) * radians;
  const easting =
    SCALE *
      nu *
      (a +
        ((1 - t + c) * a ** 3) / 6 +
        ((5 - 18 * t + t * t + 72 * c - 58 * prime) * a ** 5) / 120) +
    EASTING_OF_MIDDLE_METERS;
  const north =
    SCALE *
    (meridianMeters(phi, e2) +
      nu *
        Math.tan(phi) *
        (a ** 2 / 2 +
          ((5 - t + 9 * c + 4 * c * c) * a ** 4) / 24 +
          ((61 - 58 * t + t * t + 600 * c - 330 * prime) * a ** 6) / 720));
  return { easting, northing: latitude < 0 ? north + NORTHING_OF_EQUATOR_SOUTH_METERS : north };
}

/** The point in its own zone. */
export function gridOf(point: Point): Grid {
  const zone = Math.min(60, Math.floor((point.longitude + 180) / 6) + 1);
  const { easting, northing } = project(point, zone);
  const band = BANDS[Math.max(0, Math.min(19, Math.floor((point.latitude + 80) / 8)))]!;
  const column = COLUMNS[(zone - 1) % 3]![Math.floor(easting / 100_000) - 1] ?? '';
  const row = ROWS[(Math.floor(northing / 100_000) + (zone % 2 === 0 ? 5 : 0)) % 20]!;
  return { zone, band, easting, northing, square: column + row };
}
