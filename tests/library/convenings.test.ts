import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { scheduleConvening } from '../../src/library/index.js';
import { openDirectory } from '../support/directory.js';

const directory = await openDirectory();
const [host] = await directory.database.read.rows<{ id: string }>(
  sql`select id from pub.organization order by id limit 1`,
);

/** A meeting of one hour from the first Tuesday of 2026 on. */
const schedule = (title: string, recurrence: string | null) =>
  directory.change((changing) =>
    scheduleConvening(
      {
        title,
        topic: 'A test',
        hostIds: [host!.id],
        startsAt: new Date('2026-01-06T16:00:00Z'),
        endsAt: new Date('2026-01-06T17:00:00Z'),
        recurrence,
      },
      changing,
    ),
  );

test('a meeting is told from a day on as long as the last of it is yet to begin', async () => {
  await schedule('Once', null);
  await schedule('Three times', 'FREQ=WEEKLY;COUNT=3');
  await schedule('Until March', 'FREQ=WEEKLY;UNTIL=20260301T000000Z');
  await schedule('For ever', 'FREQ=MONTHLY;BYDAY=1TU');
  const from = async (startsFrom: string) => {
    const { body } = await directory.ask<{ convenings: { nodes: { title: string }[] } }, object>(
      `query($startsFrom: DateTime!) { convenings(filter: {startsFrom: $startsFrom}, first: 100) { nodes { title } } }`,
      { startsFrom },
    );
    const ours = new Set(['Once', 'Three times', 'Until March', 'For ever']);
    return body.data!.convenings.nodes.map(({ title }) => title).filter((title) => ours.has(title));
  };
  const sorted = async (day: string) => (await from(`${day}T00:00:00Z`)).toSorted();
  assert.deepEqual(await sorted('2026-01-06'), ['For ever', 'Once', 'Three times', 'Until March']);
  assert.deepEqual(await sorted('2026-01-20'), ['For ever', 'Three times', 'Until March']);
  assert.deepEqual(await sorted('2026-02-24'), ['For ever', 'Until March']);
  assert.deepEqual(await sorted('2126-01-01'), ['For ever']);
});
