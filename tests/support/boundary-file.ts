/** West, south, east and north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A file of boundaries, as the Census Bureau writes them: each a box with its properties. */
export const boundaryFile = (
  ...boundaries: [properties: Record<string, string | number>, box: Box][]
) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: boundaries.map(([properties, [west, south, east, north]]) => ({
      type: 'Feature',
      properties,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
    })),
  });
