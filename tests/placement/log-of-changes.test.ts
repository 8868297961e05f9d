import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, type Reader } from '../../src/kernel/index.js';
import { Changes } from '../../src/placement/changes.query.js';
import { Placements } from '../../src/placement/index.js';
import { openDirectory } from '../support/directory.js';
import { failing, watching } from '../support/failing.js';
import { listSampleHousing } from '../support/makers.js';
import { until } from '../support/wait.js';

const HOUR_MS = 3_600_000;
const WAIT_MS = 120_000;
const LOOKS = /from pub\.placement_change/;
const BUILDS = /from pub\.placement p where true and p\.listing_id >/;

const directory = await openDirectory();
const { read } = directory.database;
let hours = 0;
/** The database, were it so many hours later. */
const later: Reader = {
  rows: async (statement) => {
    const rows = await read.rows<{ at?: number }>(statement);
    return rows.map((row) =>
      row.at === undefined ? row : { ...row, at: row.at + hours * HOUR_MS },
    ) as never;
  },
};
const nothing = async () => undefined;
const note = (id: string) =>
  directory.change(({ em }) =>
    em.execute('insert into pub.placement_change (listing_id) values (?)', [id]),
  );
const noted = async () =>
  (
    await read.rows<{ id: string }>(
      sql`select listing_id as id from pub.placement_change order by number`,
    )
  ).map(({ id }) => id);

/** Others of the same PostgreSQL may have transactions open that are older than what was noted. */
async function allEnded(): Promise<void> {
  const isSo = async () => {
    const open = await read.rows(sql`select from pub.placement_change
      where transaction >= pg_snapshot_xmin(pg_current_snapshot()) limit 1`);
    return open.length === 0;
  };
  assert.ok((await until(isSo, WAIT_MS)) < WAIT_MS, 'an older transaction stays open');
}

test('what everybody has long seen is forgotten, and nothing that came after', async () => {
  const changes = new Changes(later);
  await changes.begin(nothing);
  await note('hou_before');
  await allEnded();
  const look = async () => {
    const seen: string[] = [];
    assert.ok(await changes.look(async (changed) => void seen.push(...changed)));
    await changes.forget();
    return seen;
  };
  assert.deepEqual(await look(), ['hou_before']);
  await note('hou_after');
  await allEnded();
  assert.deepEqual(await look(), ['hou_after']);
  for (let half = 1; half < 4; half += 1) {
    hours += 0.5;
    await look();
    assert.ok((await noted()).includes('hou_before'), `after ${half / 2} hours`);
  }
  hours += 0.5;
  await look();
  assert.deepEqual(await noted(), ['hou_after']);
  for (let half = 0; half < 4; half += 1) {
    hours += 0.5;
    await look();
  }
  assert.deepEqual(await noted(), []);
});

test('a log of many changes is forgotten some at a time', async () => {
  const MANY = 25_000;
  const changes = new Changes(later);
  await directory.change(({ em }) =>
    em.execute(
      `insert into pub.placement_change (listing_id) select 'hou_' || n from generate_series(1, ?) n`,
      [MANY],
    ),
  );
  await allEnded();
  await changes.begin(nothing);
  await changes.forget();
  hours += 3;
  await changes.begin(nothing);
  const left: number[] = [];
  for (let look = 0; look < 4; look += 1) {
    await changes.forget();
    left.push((await noted()).length);
  }
  assert.deepEqual(left, [15_000, 5_000, 0, 0]);
});

test('a server that has not looked for long builds anew, and the log is kept short', async (t) => {
  const placements = new Placements(later);
  t.after(() => placements.stop());
  await placements.follow();
  const before = placements.status().listings;
  let builds = 0;
  const count = ({ text }: { text: string }) => void (builds += BUILDS.test(text) ? 1 : 0);
  await watching(directory.database, count, async () => {
    hours += 0.5;
    await placements.settle();
    assert.equal(builds, 0, 'half an hour is not long');
    await failing(directory.database, LOOKS, Infinity, async () => {
      await directory.change((changing) =>
        listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
      );
      await directory.change(({ em }) => em.execute('delete from pub.placement_change'));
      hours += 1.5;
      await assert.rejects(placements.settle(), /connection is gone/);
    });
    await placements.settle();
    assert.equal(builds, 1);
  });
  assert.deepEqual(placements.status(), { state: 'READY', listings: before + 1 });
  await note('hou_none');
  await allEnded();
  for (let half = 0; half < 8; half += 1) {
    hours += 0.5;
    await placements.settle();
  }
  assert.deepEqual(await noted(), [], 'forgotten without being asked');
});
