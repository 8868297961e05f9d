import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';

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
