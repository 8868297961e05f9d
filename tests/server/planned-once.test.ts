import assert from 'node:assert/strict';
import { test } from 'node:test';
import { among, sql } from '../../src/kernel/index.js';
import { openPool, postgresqlReader } from '../../src/server/database/postgresql.js';
import { openDirectory } from '../support/directory.js';
import { withDatabase } from '../support/postgresql.js';
import { onPostgresql, serverUrl } from '../support/template.js';

const { read } = (await openDirectory()).database;

interface Made {
  name: string;
  language: string;
  settings: string[] | null;
}

const functions = await read.rows<Made>(sql`
  select p.proname as name, l.lanname as language, p.proconfig as settings
  from pg_proc p join pg_language l on l.oid = p.prolang
  where p.pronamespace = 'org'::regnamespace order by 1`);

test('telling is planned once a connection, and not for each change', () => {
  // What tells and what logs: all else that tells is called by these.
  for (const entered of ['tell_things', 'log_told_changes', 'log_further_changes']) {
    const { settings } = functions.find(({ name }) => name === entered)!;
    assert.ok(settings?.includes('plan_cache_mode=force_generic_plan'), entered);
  }
});

test('nor is what it calls, but for what is put into its plan', () => {
  const intoPlan = ['told_area'];
  const called = functions.filter(({ name }) => /^(told|further)_/.test(name));
  assert.ok(called.length >= 4);
  assert.deepEqual(
    called.filter(({ language }) => language === 'sql').map(({ name }) => name),
    intoPlan,
  );
});

if (onPostgresql()) {
  test('nor is a question for some things by their ids, however many they are', async () => {
    const [{ name }] = (await read.rows<{ name: string }>(
      sql`select current_database() as name`,
    )) as [{ name: string }];
    // One connection: plans are each connection's own.
    const pool = openPool(withDatabase(serverUrl(), name), 1);
    const reader = postgresqlReader(pool);
    const ids = (many: number) => Array.from({ length: many }, (_, nth) => `hou_${nth}`);
    for (let many = 1; many <= 20; many += 1)
      await reader.rows(sql`select id from pub.listing where ${among('id', ids(many))}`);
    const plans = await reader.rows<{ own: number; any: number }>(sql`
      select custom_plans::int as own, generic_plans::int as any from pg_prepared_statements
      where statement like 'select id from pub.listing%'`);
    await pool.end();
    // PostgreSQL looks five times before it decides.
    assert.deepEqual(plans, [{ own: 5, any: 15 }]);
  });
}
