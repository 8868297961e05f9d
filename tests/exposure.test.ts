import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { sql } from '../src/kernel/index.js';
import { openDirectory } from './support/directory.js';

const file = join(import.meta.dirname, '../../schema/exposure.yml');
const said = parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
const directory = await openDirectory();

test('of every column it is said who is told of it, and of nothing else (schema/exposure.yml)', async () => {
  const rows = await directory.database.read.rows<{ name: string; column: string }>(sql`
    select c.table_schema || '.' || c.table_name as name, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema in ('pub', 'org', 'auth', 'audit', 'conf') and t.table_type = 'BASE TABLE'`);
  const there = rows.map(({ name, column }) => `${name}.${column}`).sort();
  const listed = Object.entries(said)
    .flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`))
    .sort();
  assert.deepEqual(listed, there);
});

test('a column is told, for partners, its organization’s own, or confidential; all of pub is told', () => {
  for (const [table, columns] of Object.entries(said)) {
    for (const [column, who] of Object.entries(columns)) {
      assert.match(who, /^(told|partners|own|confidential)$/, `${table}.${column}`);
      if (table.startsWith('pub.')) assert.equal(who, 'told', `${table}.${column}`);
      if (table.startsWith('conf.')) assert.equal(who, 'confidential', `${table}.${column}`);
    }
  }
});

test('nothing that is told, and nothing that tells, is made from what is confidential', async () => {
  const { read } = directory.database;
  const references = await read.rows(sql`
    select conname from pg_constraint where confrelid in (
      select oid from pg_class where relnamespace = 'conf'::regnamespace)`);
  const routines = await read.rows(sql`
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('pub', 'org', 'auth') and p.prosrc ~ 'conf\\.'`);
  const views = await read.rows(sql`
    select schemaname || '.' || viewname as name from pg_views
    where schemaname not in ('pg_catalog', 'information_schema') and definition ~ 'conf\\.'`);
  assert.deepEqual({ references, routines, views }, { references: [], routines: [], views: [] });
});

test('questions read nothing but pub', async () => {
  const seen: string[] = [];
  const { read } = directory.database;
  const rows = read.rows.bind(read);
  read.rows = (statement) => {
    seen.push(statement.text);
    return rows(statement);
  };
  try {
    const every =
      await directory.ask(`{ coverage(at: { zip: "56633" }) { county { nations { name } } region { organization { name } }
        nations { nation { contacts { name } } } crisisLines { name } }
      organizations(first: 2, filter: { isIn: { state: "MN" }, text: "house" }) { totalCount nodes { contacts { name } places { area }
        services(first: 2) { nodes { name hours { openNow } } } housingOptions(first: 2) { totalCount nodes { units { name } } }
        materials(first: 1) { nodes { title } } convenings(first: 1) { nodes { title hosts { name } } } } }
      findHousing(input: { at: { zip: "56633" }, withinMeters: 80000, seeker: { age: 17, homeCountyFips: "27007" } }, first: 3) {
        totalCount facets { name } widen { text } nodes { reasons { text } option { organization { name } units { name } } } }
      findServices(input: { at: { zip: "56633" }, reach: SERVES_HERE }, first: 3) { totalCount nodes { reasons { text } } }
      search(text: "legl", at: { zip: "56633" }) { totalCount nodes { id } } }`);
    assert.equal(every.body.errors, undefined, every.text);
  } finally {
    read.rows = rows;
  }
  assert.ok(seen.length > 12);
  for (const text of seen) assert.doesNotMatch(text, /\b(org|auth|conf|audit)\./, text);
});
