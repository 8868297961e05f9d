import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { dataDir } from '@electric-sql/pglite-prepopulatedfs';
import { slimPostgis } from './slim-postgis.js';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkTexts, type Reader } from '../../kernel/index.js';

const extensions = { postgis: slimPostgis, pg_trgm, unaccent };

/**
 * PostgreSQL with PostGIS inside this process. A folder is made beside its place and renamed into it,
 * so that one half made when the power went is never opened.
 * @param folder where it is kept; without one it lives in memory
 */
export async function openEmbedded(folder?: string): Promise<PGlite> {
  if (!folder) return PGlite.create({ extensions, loadDataDir: await dataDir() });
  const place = join(folder, 'database');
  if (!existsSync(place)) {
    const making = `${place}.making`;
    rmSync(making, { recursive: true, force: true });
    // A folder that is ready made takes half as long as one that initdb makes.
    const loadDataDir = await dataDir();
    await (await PGlite.create(making, { extensions, loadDataDir })).close();
    renameSync(making, place);
  }
  return PGlite.create(place, { extensions });
}

export function embeddedReader(pglite: PGlite): Reader {
  return {
    async rows<Row extends object>(statement: { text: string; values: unknown[] }): Promise<Row[]> {
      checkTexts(statement.values);
      return (await pglite.query<Row>(statement.text, statement.values)).rows;
    },
  };
}
