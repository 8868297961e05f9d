import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory, type Directory } from '../support/directory.js';
import { copyOfTemplate, onPostgresql } from '../support/template.js';
import { operations } from '../support/operations.js';
import { appWith } from '../support/people.js';

/*
 * The sample network twice: in one a part of it is for partners, in the other the same is published. What a
 * partner hears of the one is what everyone hears of the other: for every question that can be drawn.
 */

/** By SQL the embedded database answers a question in some 30 ms. */
const PROVED = onPostgresql() ? 5_000 : 3_000;
const QUESTIONS = process.env['HARBORLIGHT_PROVE'] ? PROVED : 120;
const CURSOR_KEY = '5a'.repeat(32);
/** Of the listings and of the places of the sample network, such a part is for partners. */
const LISTINGS = 4;
const LOCATIONS = 3;

async function openNetwork(disclosure: 'PARTNERS' | 'PUBLISHED'): Promise<Directory> {
  const database = await copyOfTemplate();
  // Cursors are the same where their key is.
  await database.em().execute(
    `insert into auth.server_key (purpose, key) values ('cursors', decode(?, 'hex'))
     on conflict (purpose) do update set key = excluded.key`,
    [CURSOR_KEY],
  );
  const directory = await openDirectory({ database });
  after(async () => {
    await database.close();
  });
  directory.setNow(new Date('2026-11-20T18:00:00Z'));
  await directory.change(async ({ em }) => {
    const some = (table: string, one: number) =>
      `update org.${table} set disclosure = '${disclosure}' where disclosure = 'PARTNERS' or id in (
         select id from (select id, row_number() over (order by id) as n from org.${table}) t where n % ${one} = 0)`;
    await em.execute(some('listing', LISTINGS));
    await em.execute(some('location', LOCATIONS));
  });
  // What was for partners before came to be told to everyone now: of when, and in what order, another test is.
  await directory.change(async ({ em }) => {
    for (const schema of ['pub', 'partners']) {
      await em.execute(`update ${schema}.change set at = '2026-11-01T00:00:00Z'`);
    }
  });
  return directory;
}

const ofPartners = await openNetwork('PARTNERS');
const published = await openNetwork('PUBLISHED');
const { headers: partner } = await appWith(ofPartners, ['partners:read']);

const { read } = ofPartners.database;
const texts = await read.rows<{ text: string }>(sql`
  (select name as text from partners.listing where id not in (select id from pub.listing) order by id limit 4)
  union all (select split_part(s.city, ' ', 1) from org.location s
    where s.street_told and s.disclosure = 'PARTNERS' order by s.id limit 3)`);
const aimedAt = await read.rows<{ id: string }>(sql`
  (select id from further.thing where id like 'hou%' order by id limit 5)
  union all (select id from further.thing where id like 'svc%' order by id limit 3)
  union all (select id from further.thing where id like 'org%' order by id limit 4)`);
const ids = await read.rows<{ id: string }>(sql`
  (select id from pub.region order by id limit 2) union all (select id from pub.tribal_nation order by id limit 2)
  union all (select id from pub.listing order by id limit 4)`);
const asked = operations({
  ids: ids.map(({ id }) => id),
  aimedAt: aimedAt.map(({ id }) => id),
  counties: ['27137', '27007', '27053', '27077'],
  texts: [...texts.map(({ text }) => text), 'house', 'sample', 'legl', 'Dulth'],
  // Of who asks, and of what an hour allows.
}).filter(({ query }) => !/^{ (viewer|changes|worklist|suggestion|import)\b/.test(query));

test('a partner hears what everyone would, were it published: by SQL, and by an index', async (t) => {
  let differing = 0;
  const alike = async (query: string) => {
    const [theirs, everyones, strangers] = [
      await ofPartners.ask(query, {}, partner),
      await published.ask(query),
      await ofPartners.ask(query),
    ];
    assert.equal(theirs.text, everyones.text, query);
    if (strangers.text !== theirs.text) differing += 1;
  };
  const property = fc.asyncProperty(asked, ({ query }) => alike(query));
  await fc.assert(property, { numRuns: QUESTIONS });
  for (const { house } of [ofPartners, published]) await house.placements.follow();
  await ofPartners.ask('{ regions { id } }', {}, partner);
  await ofPartners.house.partners.placements.settle();
  await fc.assert(property, { numRuns: QUESTIONS });
  for (const index of [published.house.placements, ofPartners.house.partners.placements]) {
    assert.equal(index.status().state, 'READY');
  }
  t.diagnostic(`${2 * QUESTIONS} asked; to ${differing} of them strangers are told less`);
  assert.ok(differing > QUESTIONS / 5, `${differing}`);
});
