import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Sealer, unsealedOf, type Sealed } from '../../src/audit/index.js';
import { sql } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import type { Database } from '../../src/server/database/open-database.js';
import {
  connectTo,
  faultsOf,
  sealSome,
  verified,
  writeEvents,
  type OwnConnection,
} from '../support/audit-log.js';
import { failing } from '../support/failing.js';
import { copyOfTemplate, onPostgresql } from '../support/template.js';
import { until } from '../support/wait.js';

const SEALED_WITHIN_MS = 1_000;
const WAIT_MS = 60_000;

const database = await copyOfTemplate();
after(() => database.close());
const { read } = database;

const waiting = async () => (await unsealedOf(read)).count;
const isSealed = async () => (await waiting()) === 0;
const sealAll = async () => {
  while (await sealSome(database));
};
/** Of every event in how many seals it is, and in which. */
const places = () =>
  read.rows<{ number: string; seals: string[] }>(sql`
    select e.number::text as number, array_agg(s.number::text order by s.number) filter (where s.number is not null) as seals
    from audit.event e left join audit.seal s on s.events @> e.number group by e.number order by e.number`);
const sealerOf = (of: Database, failed: (error: unknown) => void = assert.ifError) =>
  new Sealer({ read: of.read, change: (work) => inOne(of, work), failed });

test('an event waits from its commit on, in the order of its number, and what verifies says so', async () => {
  await writeEvents(database, 5);
  const before = await verified(read);
  assert.deepEqual(faultsOf(before.found), []);
  assert.deepEqual([before.events, before.seals, before.unsealed.count], [5, 0, 5]);
  const [first] = await read.rows<{ at: string }>(
    sql`select to_char(min(at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from audit.event`,
  );
  assert.equal(before.unsealed.since, first!.at);
  assert.deepEqual(await unsealedOf(read), { count: 5, since: first!.at });
  const sealed = await sealSome(database, 3);
  assert.deepEqual([sealed!.number, sealed!.count], [1n, 3]);
  const between = await verified(read);
  assert.deepEqual(
    [between.seals, between.unsealed.count, between.head.hash],
    [1, 2, sealed!.hash],
  );
  assert.deepEqual((await sealSome(database))!.count, 2);
  assert.equal(await sealSome(database), null);
  const whole = await verified(read);
  assert.deepEqual([whole.seals, whole.unsealed, whole.faults], [2, { count: 0, since: null }, 0]);
});

test('what was rolled back waits for no seal', async () => {
  await assert.rejects(
    inOne(database, async ({ em }) => {
      await em.execute(
        `insert into audit.event (at, viewer_kind, action, detail) values (now(), 'HOST', 'none', '{}')`,
      );
      throw new Error('stop');
    }),
  );
  assert.equal(await sealSome(database), null);
});

test('neither an event nor a seal is changed or taken away', async () => {
  for (const statement of [
    `update audit.event set action = 'other'`,
    `update audit.event set action = action where false`,
    'delete from audit.event',
    'truncate audit.event',
    `update audit.seal set sealed_at = now()`,
    'delete from audit.seal where number = 1',
    'truncate audit.seal',
    'truncate audit.event, audit.seal',
  ]) {
    await assert.rejects(
      database.em().execute(statement),
      /What was done stays written/,
      statement,
    );
  }
  assert.equal((await verified(read)).faults, 0);
});

test('a sealer seals within a second of the commit, and what is left when it stops', async () => {
  const sealer = sealerOf(database);
  sealer.start();
  const taken: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await writeEvents(database, 3);
    taken.push(await until(isSealed, WAIT_MS));
  }
  await writeEvents(database, 2);
  await sealer.stop();
  assert.equal(await waiting(), 0);
  await writeEvents(database, 1);
  await new Promise((resolve) => setTimeout(resolve, SEALED_WITHIN_MS));
  assert.equal(await waiting(), 1, 'it has stopped');
  // Where other work has the machine, one look may come late; not most of them.
  const middle = taken.sort((one, other) => one - other)[2]!;
  assert.ok(middle <= SEALED_WITHIN_MS, `${taken.join(', ')} ms`);
  assert.equal((await verified(read)).faults, 0);
});

test('a failure is told once, and what waited is sealed when it is over', async () => {
  const told: unknown[] = [];
  const sealer = sealerOf(database, (error) => told.push(error));
  await writeEvents(database, 1);
  await failing(database, /audit\.unsealed join audit\.event/, 3, async () => {
    for (let times = 0; times < 3; times += 1) await sealer.seal();
    assert.equal(told.length, 1);
    await sealer.seal();
  });
  assert.equal(await waiting(), 0);
  await failing(database, /audit\.unsealed join audit\.event/, 1, () => sealer.seal());
  assert.equal(told.length, 2, 'the next is told again');
});

test('several sealers at once: one chain, each event in one seal', async () => {
  await writeEvents(database, 40);
  const sealed: Sealed[] = [];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let one = await sealSome(database, 3); one; one = await sealSome(database, 3)) {
        sealed.push(one);
      }
    }),
  );
  await sealAll();
  const numbers = sealed.map(({ number }) => number);
  assert.equal(new Set(numbers).size, numbers.length);
  assert.ok((await places()).every(({ seals }) => seals?.length === 1));
  assert.equal((await verified(read)).faults, 0);
});

// The embedded database has one connection: no second transaction can be open beside the first.
if (onPostgresql()) {
  const write = (own: OwnConnection) =>
    own.rows(sql`insert into audit.event (at, viewer_kind, action, detail)
      values (clock_timestamp(), 'HOST', 'sampleWork', '{}')`);

  test('a transaction that takes its number early and commits late holds no seal up, and has its own', async () => {
    await sealAll();
    const late = await connectTo(database);
    await late.rows(sql`begin`);
    await write(late);
    await writeEvents(database, 2);
    const first = await sealSome(database);
    assert.equal(first!.count, 2);
    const between = await verified(read);
    assert.deepEqual([between.faults, between.unsealed.count], [0, 0]);
    await late.rows(sql`commit`);
    assert.equal((await verified(read)).unsealed.count, 1);
    const second = await sealSome(database);
    assert.deepEqual([second!.count, second!.number], [1, first!.number + 1n]);
    assert.equal((await verified(read)).faults, 0);
    await late.close();
  });

  test('who finds another at it seals nothing, and does not wait', async () => {
    await writeEvents(database, 1);
    const other = await connectTo(database);
    await other.rows(sql`begin`);
    await other.rows(sql`select pg_advisory_xact_lock(${0x7365616c})`);
    assert.equal(await sealSome(database), null);
    await other.rows(sql`rollback`);
    assert.equal((await sealSome(database))!.count, 1);
    await other.close();
  });

  test('transactions that commit out of order while two sealers run: each event ends in one seal', async () => {
    const WRITERS = 6;
    const ROUNDS = 25;
    let rolledBack = 0;
    const written = new AbortController();
    const writer = async (which: number) => {
      const own = await connectTo(database);
      for (let round = 0; round < ROUNDS; round += 1) {
        await own.rows(sql`begin`);
        for (let events = 0; events <= (which + round) % 3; events += 1) {
          await write(own);
          await own.rows(sql`select pg_sleep(${((which * 7 + round * 5) % 11) / 1_000})`);
        }
        const isKept = (which + round) % 5 > 0;
        if (!isKept) rolledBack += 1;
        await own.rows(isKept ? sql`commit` : sql`rollback`);
      }
      await own.close();
    };
    const sealing = async () => {
      while (!written.signal.aborted) await sealSome(database, 7);
    };
    const sealers = [sealing(), sealing()];
    const watcher = (async () => {
      while (!written.signal.aborted) assert.deepEqual(faultsOf((await verified(read)).found), []);
    })();
    await Promise.all(Array.from({ length: WRITERS }, (_, which) => writer(which)));
    written.abort();
    await Promise.all([...sealers, watcher]);
    await sealAll();
    assert.ok(rolledBack > 0);
    const all = await places();
    assert.deepEqual(
      all.filter(({ seals }) => seals?.length !== 1),
      [],
    );
    const inOrder = all.map(({ seals }) => Number(seals[0]));
    const late = inOrder.filter((seal, index) => index > 0 && seal < inOrder[index - 1]!);
    assert.ok(late.length > 0, 'some committed out of order');
    const { events, faults, unsealed } = await verified(read);
    assert.deepEqual([events, faults, unsealed.count], [all.length, 0, 0]);
  });
}
