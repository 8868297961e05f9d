/** Source: PostGIS, the mean radius of its sphere. */
const EARTH_METERS = 6_371_008.8;
const RADIANS = Math.PI / 180;

export interface Spot {
  latitude: number;
  longitude: number;
}

/** Metres between two spots, along the sphere. */
export function metersBetween(one: Spot, other: Spot): number {
  const [a, b] = [one.latitude * RADIANS, other.latitude * RADIANS];
  const across = Math.sin(((other.longitude - one.longitude) * RADIANS) / 2);
  const up = Math.sin((b - a) / 2);
  const chord = up * up + Math.cos(a) * Math.cos(b) * across * across;
  return 2 * EARTH_METERS * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** The spot so many metres north and east of another; exact enough over some kilometres. */
export function moved({ latitude, longitude }: Spot, north: number, east: number): Spot {
  const degree = EARTH_METERS * RADIANS;
  return {
    latitude: latitude + north / degree,
    longitude: longitude + east / (degree * Math.cos(latitude * RADIANS)),
  };
}

export const middleOf = (spots: readonly Spot[]): Spot => ({
  latitude: spots.reduce((sum, { latitude }) => sum + latitude, 0) / spots.length,
  longitude: spots.reduce((sum, { longitude }) => sum + longitude, 0) / spots.length,
});

export const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
