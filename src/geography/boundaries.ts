import { z } from 'zod';
import { isText, refuse } from '../kernel/index.js';
import { untangled } from './shape.js';

const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number());
const polygon = z.array(z.array(position).min(4)).min(1);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
]);
const file = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()), geometry })).min(1),
});

/** One boundary of a file: its number and name there, and its shape as GeoJSON, WGS 84. */
export interface Boundary {
  geoid: string;
  name: string;
  geojson: string;
}

const first = (properties: Record<string, unknown>, names: string[]) =>
  names
    .map((name) => properties[name])
    .map((value) => (typeof value === 'number' ? String(value) : value))
    .find((value) => typeof value === 'string' && value.trim() !== '');

/** Older files of the Census Bureau give the number behind a summary level: 0500000US27073. */
const bare = (geoid: string) => geoid.replace(/^\d{7}US/, '');

/**
 * Reads a GeoJSON FeatureCollection of polygons as the Census Bureau names its fields: `GEOID`, and
 * `NAMELSAD` or `NAME`.
 * @throws Refusal `INVALID` naming the first thing that is wrong
 */
export function readBoundaries(text: string): Boundary[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    refuse('The file is not JSON. Give a GeoJSON FeatureCollection.', 'file');
  }
  const read = file.safeParse(parsed);
  if (!read.success) {
    const [fault] = read.error.issues;
    refuse(
      `The file is not a GeoJSON FeatureCollection of polygons in degrees (WGS 84): ` +
        `${fault?.path.join('.') || 'file'}: ${fault?.message}`,
      'file',
    );
  }
  const seen = new Set<string>();
  return read.data.features.map(({ properties, geometry: shape }, index) => {
    const geoid = first(properties, [
      'GEOID',
      'geoid',
      'GEOID20',
      'GEO_ID',
      'FIPS',
      'fips',
      'slug',
    ]);
    const name = first(properties, ['NAMELSAD', 'namelsad', 'NAME', 'name']);
    if (!geoid || !name) {
      refuse(`Feature ${index + 1} has no GEOID or no NAME among its properties.`, 'file');
    }
    if (![geoid, name].every((text) => isText(String(text)))) {
      refuse(
        `Feature ${index + 1} has a name or number with a character that is not text.`,
        'file',
      );
    }
    const number = bare(String(geoid).trim());
    if (seen.has(number)) refuse(`"${number}" is there twice.`, 'file');
    seen.add(number);
    return {
      geoid: number,
      name: String(name).trim(),
      geojson: shapeOf(shape.coordinates, String(name)),
    };
  });
}

function shapeOf(coordinates: unknown, name: string): string {
  try {
    return untangled(coordinates) ?? refuse(`"${name}" has no area.`, 'file');
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error;
    return refuse(`The boundary of "${name}" crosses itself and cannot be untangled.`, 'file');
  }
}
