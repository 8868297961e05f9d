import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import { Follower, sorted, walkAll } from '../support/follower.js';
import { appWith } from '../support/people.js';
import { withDatabase } from '../support/postgresql.js';
import { onPostgresql } from '../support/template.js';
import { until } from '../support/wait.js';

const IS_PROVE = Boolean(process.env['HARBORLIGHT_PROVE']);
const WRITERS = 6;
const CHANGES_OF_EACH = IS_PROVE ? 2_000 : 60;
const WAIT_MS_MAX = 8;
const LOCK_SECONDS = 60;
/** What PostgreSQL says to one of two that wait for each other. */
const DEADLOCK = '40P01';

// The embedded database has one connection: no second transaction can be open beside the first.
if (onPostgresql()) {
  const directory = await openDirectory();
  const { read } = directory.database;
  const [place] = await read.rows<{ name: string }>(sql`select current_database() as name`);
  /** Work over connections of its own. */
  const over = async (many: number, work: (clients: pg.Client[]) => Promise<void>) => {
    const connectionString = withDatabase(
      process.env['HARBORLIGHT_TEST_DATABASE_URL']!,
      place!.name,
    );
    const clients = Array.from({ length: many }, () => new pg.Client({ connectionString }));
    try {
      await Promise.all(clients.map((client) => client.connect()));
      await work(clients);
    } finally {
      await Promise.all(clients.map((client) => client.end()));
    }
  };
  const partner = await appWith(directory, ['changes:read', 'partners:read']);
  const viewers = [{}, partner.headers];
  // Strangers are told of the first two.
  const listings = await read.rows<{ id: string }>(sql`
    select id from org.listing where disclosure <> 'OWN' and status <> 'WITHDRAWN'
    order by disclosure <> 'PUBLISHED', id limit 12`);
  const contacts = await read.rows<{ id: string }>(sql`
    select c.id from org.contact c join org.tribal_nation n on n.organization_id = c.organization_id order by c.id limit 3`);
  const summarize = (client: pg.Client, id: string, summary: string) =>
    client.query('update org.listing set summary = $2 where id = $1', [id, summary]);

  test('who commits later comes later: nobody is told of the second before the first', () =>
    over(2, async ([first, second]) => {
      const [early, late] = [listings[0]!.id, listings[1]!.id];
      const follower = new Follower(directory, {});
      await follower.follow();
      await first!.query('begin');
      await summarize(first!, early, 'Told first, and kept late.');
      // Its number is taken.
      await first!.query('set constraints all immediate');
      const [row] = (await second!.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
      let isKept = false;
      const kept = summarize(second!, late, 'Told second.').then(() => (isKept = true));
      const waits = async () => {
        const [activity] = await read.rows<{ waits: boolean }>(sql`
        select wait_event_type = 'Lock' as waits from pg_stat_activity where pid = ${row!.pid}`);
        return activity?.waits === true;
      };
      assert.ok((await until(waits, LOCK_SECONDS * 1_000)) < Infinity);
      assert.equal(isKept, false);
      assert.deepEqual(await follower.follow(), []);
      await first!.query('commit');
      await kept;
      const seen = (await follower.follow())
        .map(({ id }) => id)
        .filter((id) => /^(hou|svc)_/.test(id));
      assert.deepEqual(seen, [early, late]);
    }));

  test('a change that comes to nothing leaves no number', () =>
    over(1, async ([client]) => {
      const end = () => read.rows(sql`select number::text, at from pub.change_end`);
      const before = await end();
      await client!.query('begin');
      await summarize(client!, listings[2]!.id, 'Never told.');
      await client!.query('set constraints all immediate');
      await client!.query('rollback');
      assert.deepEqual(await end(), before);
    }));

  test('of many who write at once a follower who asks all the time misses nothing, and no number is missing', async (t) => {
    const done = { kept: 0, given: 0, deadlocks: 0, pages: 0 };
    const writing = { isOver: false };
    const dice = (sides: number) => Math.floor(Math.random() * sides);
    const write = async (client: pg.Client, turn: number) => {
      const { id } = listings[dice(listings.length)]!;
      const kind = dice(6);
      if (kind === 0) {
        const to = ['PUBLISHED', 'PARTNERS', 'OWN'][dice(3)];
        await client.query('update org.listing set disclosure = $2 where id = $1', [id, to]);
      } else if (kind === 1) {
        const contact = contacts[dice(contacts.length)]!;
        await client.query('update org.contact set title = $2 where id = $1', [
          contact.id,
          `Desk ${dice(3)}`,
        ]);
      } else if (kind === 2) {
        await client.query(
          'update org.tribal_nation set website = $1 where id = (select id from org.tribal_nation order by id limit 1)',
          [`https://example.org/${dice(3)}`],
        );
      } else await summarize(client, id, `Turn ${turn} of ${dice(4)}.`);
    };
    const writer = async (client: pg.Client) => {
      for (let turn = 0; turn < CHANGES_OF_EACH; turn += 1) {
        try {
          await client.query('begin');
          await write(client, turn);
          if (dice(3) === 0) await client.query('set constraints all immediate');
          await new Promise((resolve) => setTimeout(resolve, dice(WAIT_MS_MAX)));
          const isGivenUp = dice(5) === 0;
          await client.query(isGivenUp ? 'rollback' : 'commit');
          done[isGivenUp ? 'given' : 'kept'] += 1;
        } catch (error) {
          if (!(error instanceof pg.DatabaseError && error.code === DEADLOCK)) throw error;
          await client.query('rollback');
          done.deadlocks += 1;
        }
      }
    };
    const followers = viewers.map((headers) => new Follower(directory, headers));
    const followed = followers.map(async (follower) => {
      while (!writing.isOver) {
        await follower.step(1 + dice(4));
        done.pages += 1;
      }
      await follower.follow();
    });
    await over(WRITERS, async (clients) => {
      await Promise.all(clients.map(writer));
    });
    writing.isOver = true;
    await Promise.all(followed);
    for (const [index, headers] of viewers.entries()) {
      assert.deepEqual(sorted(followers[index]!.copy), sorted(await walkAll(directory, headers)));
    }
    // What is logged is what is told: told anew, nothing has become another.
    const end = () =>
      read.rows(sql`select a.number::text as pub, b.number::text as partners
      from pub.change_end a, partners.change_end b`);
    const before = await end();
    await directory.change(({ em }) =>
      em.execute(`select org.tell(array(select id from org.listing union select id from org.organization
        union select id from org.tribal_nation))`),
    );
    assert.deepEqual(await end(), before);
    t.diagnostic(JSON.stringify(done));
    assert.ok(done.kept > done.given && done.deadlocks < done.kept / 10, JSON.stringify(done));
  });
}
