import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { sql } from '../../src/kernel/index.js';
import { openDirectory, type Directory } from '../support/directory.js';
import { HousingFoundDocument, type FindHousingInput } from '../support/documents.js';
import { listSampleHousing } from '../support/makers.js';
import { withDatabase } from '../support/postgresql.js';
import { onPostgresql } from '../support/template.js';

const countOf = async (directory: Directory, age: number) => {
  const input = {
    at: { point: { latitude: 47.4736, longitude: -94.8803 } },
    withinMeters: 1,
    kinds: ['EMERGENCY_SHELTER'],
    seeker: { age },
  } satisfies FindHousingInput;
  return (await directory.data(HousingFoundDocument, { input, first: 1 })).findHousing!.totalCount!;
};

async function connectTo(directory: Directory): Promise<pg.Client> {
  const [row] = await directory.database.read.rows<{ name: string }>(
    sql`select current_database() as name`,
  );
  const url = withDatabase(process.env['HARBORLIGHT_TEST_DATABASE_URL']!, row!.name);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A rule of ages that no listing has yet; told in the open transaction, its numbers taken. */
const rule = (client: pg.Client, id: string, from: number) =>
  client.query(
    `update org.criterion set terms = jsonb_build_object('ageMin', $2::int, 'ageMax', $2::int)
    where listing_id = $1`,
    [id, from],
  );

// The embedded database has one connection: no second transaction can be open beside the first.
if (onPostgresql())
  test('a transaction that takes its numbers early and commits late is not passed over', async () => {
    const directory = await openDirectory({ follow: true });
    const { placements } = directory.house;
    const made = await directory.change(async (changing) => [
      await listSampleHousing(changing, { street: 'TOLD', countyFips: '27007', name: 'Early' }),
      await listSampleHousing(changing, { street: 'TOLD', countyFips: '27007', name: 'Late' }),
    ]);
    const [early, late] = [made[0]!.id, made[1]!.id];
    const count = (age: number) => countOf(directory, age);
    const connect = () => connectTo(directory);
    const [first, second] = [await connect(), await connect()];
    try {
      await placements.settle();
      const [before97, before98] = [await count(97), await count(98)];
      await first.query('begin');
      await rule(first, early, 97);
      // As a transaction is that has told what it touched, and has still to log that it has.
      await first.query('select org.tell_things(array[$1])', [early]);
      await first.query('delete from org.untold');
      await rule(second, late, 98);
      await placements.settle();
      assert.deepEqual([await count(97), await count(98)], [before97, before98 + 1]);
      await placements.settle();
      await first.query('commit');
      await placements.settle();
      assert.deepEqual([await count(97), await count(98)], [before97 + 1, before98 + 1]);
      assert.equal(placements.status().state, 'READY');
    } finally {
      await Promise.all([first.end(), second.end()]);
    }
  });
