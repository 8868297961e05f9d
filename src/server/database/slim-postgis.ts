import { postgis } from '@electric-sql/pglite-postgis';
import type { Extension } from '@electric-sql/pglite';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { packTar, unpackTar } from 'modern-tar';

/** PostGIS itself, the coordinate systems, and what `create extension` reads; no raster, topology or geocoder. */
const NEEDED =
  /^(lib\/postgresql\/postgis-\d+\.so|share\/proj\/.+|share\/postgresql\/extension\/postgis(\.control|--\d+\.\d+\.\d+\.sql))$/;

const cache = join(import.meta.dirname, '../../../../.cache');

/**
 * PostGIS for the embedded database, without the two thirds of its bundle that nothing here uses and that
 * would be unpacked and compiled at every start (2 of 5 seconds, 300 MB). The smaller bundle is made once
 * and kept; where nothing can be written, the whole one is taken.
 */
export const slimPostgis: Extension = {
  ...postgis,
  async setup(pglite, options) {
    const whole = await postgis.setup(pglite, options);
    return { ...whole, bundlePath: await slimOf(whole.bundlePath!) };
  },
};

async function slimOf(whole: URL): Promise<URL> {
  const { size, mtimeMs } = statSync(whole);
  const slim = join(cache, `postgis-${size}-${Math.round(mtimeMs)}.tar.gz`);
  if (existsSync(slim)) return pathToFileURL(slim);
  try {
    const entries = await unpackTar(await promisify(gunzip)(readFileSync(fileURLToPath(whole))), {
      filter: ({ name }) => NEEDED.test(name),
    });
    mkdirSync(cache, { recursive: true });
    const making = `${slim}.${process.pid}`;
    writeFileSync(making, await promisify(gzip)(await packTar(entries), { level: 1 }));
    // Whoever makes it at the same time makes the same.
    renameSync(making, slim);
    return pathToFileURL(slim);
  } catch {
    // A folder that cannot be written, a disk that is full: the whole bundle does the same, later.
    return whole;
  }
}
