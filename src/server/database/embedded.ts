import { PGlite, types } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { dataDir } from '@electric-sql/pglite-prepopulatedfs';
import { slimPostgis } from './slim-postgis.js';
import { unpackTar } from 'modern-tar/fs';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { extensions as created } from '../../../schema/migrations/extensions.js';
import { checkTexts, type Reader } from '../../kernel/index.js';

const extensions = { postgis: slimPostgis, pg_trgm, unaccent };

/**
 * PostgreSQL with PostGIS inside this process. A folder is made beside its place and renamed into it,
 * so that one half made when the power went is never opened.
 * @param folder where it is kept; without one it lives in memory
 */
export async function openEmbedded(folder?: string): Promise<PGlite> {
  const pglite = await (folder
    ? PGlite.create(await madeFolder(folder), { extensions })
    : PGlite.create({ extensions, loadDataDir: await dataDir() }));
  await createExtensions(pglite);
  knowFewerTypes(pglite);
  return pglite;
}

/** A folder that was made beforehand takes half as long as one that initdb makes. */
async function madeFolder(folder: string): Promise<string> {
  const place = join(folder, 'database');
  if (existsSync(place)) return place;
  const making = `${place}.making`;
  rmSync(making, { recursive: true, force: true });
  const made = Readable.fromWeb((await dataDir()).stream() as ReadableStream);
  await pipeline(made, createGunzip(), unpackTar(making));
  renameSync(making, place);
  return place;
}

/**
 * Without asking the library of PostGIS for each function it is said to hold, as `create function` does: the
 * embedded one looks through 40,000 names for each of 700, five seconds of the first start. A function that
 * were missing would be missed at its first call.
 */
async function createExtensions(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query(`select from pg_extension where extname = 'postgis'`);
  if (rows.length > 0) return;
  await pglite.exec(`begin;
    update pg_language set lanvalidator = 0 where lanname = 'c';
    ${created.map((extension) => `create extension ${extension};`).join('')}
    update pg_language set lanvalidator = 'fmgr_c_validator'::regproc where lanname = 'c';
    commit`);
}

/** Arrays of what tables and statements hold, by the numbers that PostgreSQL gives them (pg_type.dat). */
const ARRAYS = [
  199, 1000, 1001, 1002, 1003, 1005, 1007, 1009, 1014, 1015, 1016, 1021, 1022, 1028, 1115, 1182,
  1185, 1231, 2951, 3807,
];

/**
 * PGlite reads and writes arrays of every type there is, of the rows of each table too, and copies how for
 * every statement: half the time of a small one. Of what nobody asks for, the text is left as it is.
 */
function knowFewerTypes(pglite: PGlite): void {
  const kept = new Set<string>([...Object.values(types), ...ARRAYS].map(String));
  const few = <How>(all: Record<string, How>) =>
    Object.fromEntries(
      Object.entries(all).filter(([type]) => kept.has(type) || Number.isNaN(Number(type))),
    );
  Object.assign(pglite, { parsers: few(pglite.parsers), serializers: few(pglite.serializers) });
}

export function embeddedReader(pglite: PGlite): Reader {
  return {
    async rows<Row extends object>(statement: { text: string; values: unknown[] }): Promise<Row[]> {
      checkTexts(statement.values);
      return (await pglite.query<Row>(statement.text, statement.values)).rows;
    },
  };
}
