import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inOne, makeReady, migrateUp } from '../../src/server/make-ready.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { migrations } from '../../schema/migrations/index.js';
import { sql } from '../../src/kernel/index.js';
import { readConfig, wantsSample } from '../../src/server/config.js';
import { emptyDatabase } from '../support/template.js';
import { sampleOrganization } from '../support/makers.js';

const database = await emptyDatabase();
after(() => database.close());
const silent = () => undefined;
const shape = () =>
  database.read.rows<{ line: string }>(sql`
  select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as line
  from information_schema.columns where table_schema in ('pub', 'org', 'staging', 'auth', 'audit', 'conf') order by 1`);
const routines = () =>
  database.read.rows<{ name: string }>(sql`
  select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('pub', 'org', 'staging', 'auth', 'audit', 'conf') order by 1`);

test('migrations go up, all the way down, and up again to the same tables and functions', async () => {
  await migrateUp(database, silent);
  const [tables, functions] = [await shape(), await routines()];
  assert.ok(tables.length > 200 && functions.length > 20);
  const taken = await database.migrator.down({ to: 0 });
  assert.equal(taken.length, migrations.length);
  assert.deepEqual([await shape(), await routines()], [[], []]);
  await migrateUp(database, silent);
  assert.deepEqual([await shape(), await routines()], [tables, functions]);
});

test('they go down and up one by one', async () => {
  const before = await shape();
  for (let step = 0; step < migrations.length; step += 1) await database.migrator.down();
  assert.deepEqual(await shape(), []);
  for (let step = 0; step < migrations.length; step += 1)
    await database.migrator.up({ to: (await database.migrator.getPending())[0]!.name });
  assert.deepEqual(await shape(), before);
});

test('a unit of work that fails leaves nothing behind', async () => {
  await assert.rejects(
    database.em().transactional(async (em) => {
      await em.execute(`insert into pub.state (code, fips, name) values ('XX', '98', 'Nowhere')`);
      throw new Error('stop');
    }),
  );
  assert.equal((await database.read.rows(sql`select 1 from pub.state`)).length, 0);
});

test('what the database itself refuses is not stored: a withheld site with a door', async () => {
  await assert.rejects(
    database.em().execute(`insert into org.location
    (id, organization_id, name, street_told, lines, state, county_fips, withheld_reason)
    values ('loc_x', 'org_x', 'House', false, '{1 Main Street}', 'MN', '27007', 'PRIVATE_HOME')`),
  );
});

test('a database that people filled without the seeds is never seeded', async () => {
  await inOne(database, (changing) =>
    registerOrganization(
      {
        ...sampleOrganization,
        name: 'Entered By People',
      },
      changing,
    ),
  );
  await makeReady(database, { sample: true }, silent);
  const names = await database.read.rows(sql`select name from org.organization`);
  assert.deepEqual(names, [{ name: 'Entered By People' }]);
});

test('where no sample is wanted, an empty database is given what is real, and nothing invented', async () => {
  await database.migrator.down({ to: 0 });
  await makeReady(database, { sample: false }, silent);
  const standings = await database.read.rows<{ standing: string }>(
    sql`select distinct standing from org.organization order by 1`,
  );
  assert.ok(standings.length > 0 && !standings.some(({ standing }) => standing === 'SAMPLE'));
  const [counts] = await database.read.rows(sql`select
    (select count(*)::int from pub.region) as regions, (select count(*)::int from pub.tribal_nation) as nations,
    (select count(*)::int from pub.listing where type = 'HOUSING') as beds`);
  assert.deepEqual(counts, { regions: 8, nations: 11, beds: 0 });
});

test('a sample is entered for trying, and in production where it is asked for', () => {
  const asked = (settings: NodeJS.ProcessEnv) => wantsSample(readConfig(settings));
  assert.equal(asked({}), true);
  assert.equal(asked({ HARBORLIGHT_SAMPLE: 'no' }), false);
  assert.equal(asked({ NODE_ENV: 'production' }), false);
  assert.equal(asked({ NODE_ENV: 'production', HARBORLIGHT_SAMPLE: 'yes' }), true);
  assert.throws(() => asked({ HARBORLIGHT_SAMPLE: 'perhaps' }), /HARBORLIGHT_SAMPLE/);
});
