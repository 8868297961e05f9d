import type { Client } from 'pg';
import { openDatabase } from '../../src/server/database/open-database.js';
import { columns } from './columns.js';
import { batches, onConnections, session, withClient } from './connections.js';
import { Sheets } from './copy.js';
import { dropIndexes, type Index } from './indexes.js';
import { makeLand, makeTribalAreas, readLand, type Land } from './land.js';
import { addOrganization } from './organizations.js';
import { LISTINGS_PER_ORGANIZATION } from './plan.js';
import type { Progress } from './progress.js';
import { DATABASE_DAYS_MAX } from './reports.js';
import { tellEverything } from './tell.js';

/** To be raised with every change of what is generated: a database with another number is made anew. */
const GENERATOR_VERSION = 4;
const BATCH_ORGANIZATIONS = 400;

/** Tables of the land and of rules, and the indexes by which a listing's sites are found. */
const neededWhileTelling =
  'county zip city tribal_area region_county clause listing_site_listing placement_site_listing'.split(
    ' ',
  );

/** As if each thing had changed at its own time: pages of the feed hold things of every kind. */
const inAnyOrder = `update pub.change c set number = shuffled.number from (
  select id, row_number() over (order by md5(id)) as number from pub.change) shuffled where shuffled.id = c.id`;

export interface Loaded {
  url: string;
  /** Seconds that it took; null where it was there. */
  seconds: number | null;
}

/** The database of a size: used again where its stamp says it is whole, else made. */
export async function loadDatabase(
  base: string,
  name: string,
  listings: number,
  fresh: boolean,
  progress: Progress,
): Promise<Loaded> {
  const url = new URL(base);
  url.pathname = `/${name}`;
  if (!fresh && (await isWhole(url.href, listings))) return { url: url.href, seconds: null };
  const started = Date.now();
  await withClient(base, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  });
  await fill(url.href, listings, progress);
  return { url: url.href, seconds: (Date.now() - started) / 1000 };
}

async function isWhole(url: string, listings: number): Promise<boolean> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query(
        `select 1 from bench.stamp where version = $1 and listings = $2
          and made_at > now() - make_interval(days => $3)`,
        [GENERATOR_VERSION, listings, DATABASE_DAYS_MAX],
      );
      return rows.length === 1;
    });
  } catch {
    return false;
  }
}

async function fill(url: string, listings: number, progress: Progress): Promise<void> {
  const database = await openDatabase({ url });
  try {
    await database.migrator.up();
    await withClient(url, async (client) => {
      for (const statement of session) await client.query(statement);
      await client.query('create schema bench');
      await progress.step('land', () => makeLand(database, client));
      const land = await readLand(client);
      await setAutovacuum(client, false);
      const sources = await dropIndexes(client, ['org']);
      await progress.step('source rows', () => addSources(url, land, listings, progress));
      await progress.step('source indexes', () => makeIndexes(url, sources));
      await makeTribalAreas(client);
      await progress.step('vacuum analyze of sources', () => client.query('vacuum analyze'));
      const told = await dropIndexes(client, ['pub'], neededWhileTelling);
      await progress.step('telling', () => tellEverything(url, land, listings, progress));
      await progress.step('changes in any order', () => client.query(inAnyOrder));
      await progress.step('told indexes', () => makeIndexes(url, told));
      await setAutovacuum(client, true);
      await progress.step('vacuum analyze', () => client.query('vacuum analyze'));
      await client.query(
        'create table bench.stamp as select $1::int as version, $2::int as listings, now() as made_at',
        [GENERATOR_VERSION, listings],
      );
    });
  } finally {
    await database.close();
  }
}

/** A load looks after its tables itself: what autovacuum did halfway would be done twice. */
async function setAutovacuum(client: Client, enabled: boolean): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('org', 'pub')`,
  );
  const setting = enabled ? 'reset (autovacuum_enabled)' : 'set (autovacuum_enabled = false)';
  for (const { name } of rows) await client.query(`alter table ${name} ${setting}`);
}

async function addSources(
  url: string,
  land: Land,
  listings: number,
  progress: Progress,
): Promise<void> {
  const organizations = listings / LISTINGS_PER_ORGANIZATION;
  let done = 0;
  await onConnections(
    url,
    batches(organizations, BATCH_ORGANIZATIONS),
    async (client, [from, to]) => {
      const sheets = new Sheets(columns);
      for (let number = from; number < to; number++) addOrganization(number, land, sheets);
      await client.query('begin');
      await sheets.copyTo(client);
      await client.query('commit');
      progress.told('source rows', (done += to - from), organizations);
    },
  );
}

const makeIndexes = (url: string, indexes: Index[]) =>
  onConnections(url, indexes, (client, { definition }) => client.query(definition));
