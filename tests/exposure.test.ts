import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { sql, type Statement } from '../src/kernel/index.js';
import { TOLD_FURTHER } from '../src/kernel/partners.js';
import { openDirectory } from './support/directory.js';
import { watching } from './support/failing.js';
import { appWith } from './support/people.js';

const file = join(import.meta.dirname, '../../schema/exposure.yml');
const said = parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
const directory = await openDirectory();

test('of every column it is said who is told of it, and of nothing else (schema/exposure.yml)', async () => {
  const rows = await directory.database.read.rows<{ name: string; column: string }>(sql`
    select c.table_schema || '.' || c.table_name as name, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema in ('pub', 'org', 'staging', 'auth', 'audit', 'conf', 'further', 'partners')
      and (t.table_type = 'BASE TABLE' or c.table_schema = 'partners')`);
  const there = rows.map(({ name, column }) => `${name}.${column}`).sort();
  const listed = Object.entries(said)
    .flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`))
    .sort();
  assert.deepEqual(listed, there);
});

test('a column is told, for partners, its organization’s own, or confidential; all of pub is told, what is more to partners', () => {
  for (const [table, columns] of Object.entries(said)) {
    for (const [column, who] of Object.entries(columns)) {
      assert.match(who, /^(told|partners|own|confidential)$/, `${table}.${column}`);
      if (table.startsWith('pub.')) assert.equal(who, 'told', `${table}.${column}`);
      if (/^(further|partners)\./.test(table)) assert.equal(who, 'partners', `${table}.${column}`);
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
    where n.nspname in ('pub', 'org', 'auth', 'further', 'partners') and p.prosrc ~ 'conf\\.'`);
  const views = await read.rows(sql`
    select schemaname || '.' || viewname as name from pg_views
    where schemaname not in ('pg_catalog', 'information_schema') and definition ~ 'conf\\.'`);
  assert.deepEqual({ references, routines, views }, { references: [], routines: [], views: [] });
});

/** Every relation that some answer is made of, asked for at once: the statements that it takes. */
async function statementsOf(headers: Record<string, string>): Promise<string[]> {
  const seen: string[] = [];
  const { people, strangers } = directory.house.answering;
  const note = ({ text }: Statement) => seen.push(text);
  await watching({ read: people }, note, () =>
    watching({ read: strangers }, note, async () => {
      const every = await directory.ask(
        `{ coverage(at: { zip: "56633" }) { county { nations { name } } region { organization { name } }
        nations { nation { contacts { name } } } crisisLines { name } }
      organizations(first: 2, filter: { isIn: { state: "MN" }, text: "house" }) { totalCount nodes { contacts { name } places { area }
        services(first: 2) { nodes { name hours { openNow } } } housingOptions(first: 2) { totalCount nodes { units { name } } }
        materials(first: 1) { nodes { title } } convenings(first: 1) { nodes { title hosts { name } } } } }
      findHousing(input: { at: { zip: "56633" }, withinMeters: 80000, seeker: { age: 17, homeCountyFips: "27007" } }, first: 3) {
        totalCount facets { name } widen { text } nodes { reasons { text } option { organization { name } units { name } } } }
      findServices(input: { at: { zip: "56633" }, reach: SERVES_HERE }, first: 3) { totalCount nodes { reasons { text } } }
      housingOptions(first: 2, filter: { isIn: { countyFips: "27007" } }) { nodes { name } }
      search(text: "legl", at: { zip: "56633" }) { totalCount nodes { id } }
      changes(first: 3) { totalCount nodes { at node { id ... on Listing { updatedAt } } } } }`,
        {},
        headers,
      );
      assert.equal(every.body.errors, undefined, every.text);
    }),
  );
  assert.ok(seen.length > 12);
  // Who asks is found out beforehand.
  return seen.filter((text) => !/\bfrom auth\./.test(text));
}

test('questions of strangers read nothing but pub', async () => {
  for (const headers of [
    {},
    (await appWith(directory, ['directory:read', 'changes:read'])).headers,
  ]) {
    for (const text of await statementsOf(headers)) {
      assert.doesNotMatch(text, /\b(org|auth|conf|audit|further|partners)\./, text);
    }
  }
});

test('questions of partners read what is theirs wherever it differs', async () => {
  const { headers } = await appWith(directory, ['partners:read', 'changes:read']);
  const statements = await statementsOf(headers);
  const theirs = new RegExp(`\\bpub\\.(${TOLD_FURTHER.join('|')})\\b`);
  for (const text of statements) {
    assert.doesNotMatch(text, /\b(org|auth|conf|audit|further)\./, text);
    assert.doesNotMatch(text, theirs, text);
  }
  const read = (relation: string) =>
    statements.some((text) => new RegExp(`\\bpartners\\.${relation}\\b`).test(text));
  // The log of changes is read by an index alone, and this server keeps none.
  assert.deepEqual(
    TOLD_FURTHER.filter((relation) => !read(relation)),
    ['placement_change'],
  );
});

test('what partners read has the names and columns of what strangers read, and there is no more of it', async () => {
  const columns = (schema: string) =>
    directory.database.read.rows<{ what: string }>(sql`
    select concat_ws(' ', table_name, ordinal_position, column_name, udt_name, collation_name) as what
    from information_schema.columns
    where table_schema = ${schema} and table_name = any (${[...TOLD_FURTHER]}::text[]) order by 1`);
  assert.deepEqual(await columns('partners'), await columns('pub'));
  const views = await directory.database.read.rows<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'partners' order by 1`,
  );
  assert.deepEqual(
    views.map(({ name }) => name),
    [...TOLD_FURTHER],
  );
});
