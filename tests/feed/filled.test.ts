import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import { Follower, sorted, walkAll } from '../support/follower.js';
import { appWith } from '../support/people.js';

const MIGRATION = '023-changes';
const directory = await openDirectory();
const { migrator, read } = directory.database;
const partner = await appWith(directory, ['changes:read', 'partners:read']);

test('a directory that was there before tells all of it, a listing since its last change, and nothing of it twice', async () => {
  const later = await migrator.getExecuted();
  const from = later.findIndex(({ name }) => name === MIGRATION);
  for (let step = from; step < later.length; step += 1) await migrator.down();
  const cards = () =>
    read.rows<{ id: string; updatedAt: string | null; source: string }>(sql`
      select t.id, t.card ->> 'updatedAt' as "updatedAt",
        to_char(l.updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as source
      from (select id, card from pub.listing union all select id, card from further.listing) t
      join org.listing l on l.id = t.id order by 1`);
  const before = await cards();
  assert.ok(before.length > 100);
  for (const { updatedAt, source } of before) assert.equal(updatedAt, source);
  await migrator.up();
  for (const { updatedAt } of await cards()) assert.equal(updatedAt, null);
  // A server that starts now lets its logins read what is new.
  const again = await openDirectory({ database: directory.database });
  for (const headers of [{}, partner.headers]) {
    const follower = new Follower(again, headers);
    const seen = await follower.follow();
    assert.deepEqual(sorted(follower.copy), sorted(await walkAll(again, headers)));
    const moments = new Map(before.map(({ id, source }) => [id, source]));
    for (const { id, what, at } of seen) {
      // Convenings are told anew since: by which clock they meet (027).
      assert.equal(what, id.startsWith('cnv_') ? 'CHANGED' : 'TOLD');
      if (moments.has(id)) assert.equal(at, moments.get(id));
    }
    const inOrder = seen.map(({ at }) => at);
    assert.deepEqual(inOrder, inOrder.toSorted());
    await directory.change(({ em }) =>
      em.execute(
        `select org.tell(array(select id from pub.change union select id from partners.change))`,
      ),
    );
    assert.deepEqual(await follower.follow(), []);
  }
});
