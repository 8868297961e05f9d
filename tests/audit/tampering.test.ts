import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, before, test } from 'node:test';
import { headText, type Head } from '../../src/audit/index.js';
import { eventColumns } from '../../src/audit/event.js';
import { sql } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import {
  connectTo,
  faultsOf,
  sealSome,
  verified,
  writeEvents,
  type OwnConnection,
} from '../support/audit-log.js';
import { copyOfTemplate } from '../support/template.js';
import { changes, tamper, tampers, without, type Log } from './tampers.js';

const TAMPERINGS = process.env['HARBORLIGHT_PROVE'] === 'yes' ? 1_000 : 100;
const EVENTS_A_SEAL = [1, 7, 3, 12, 1, 5, 9, 2, 8, 4];

const database = await copyOfTemplate();
let own: OwnConnection;
let log: Log;

before(async () => {
  for (const count of EVENTS_A_SEAL) {
    await writeEvents(database, count);
    // A number that was taken and never written: not every gap is a fault.
    await assert.rejects(
      inOne(database, async ({ em }) => {
        await em.execute(`insert into audit.event (at, viewer_kind, action, detail)
          values (now(), 'HOST', 'none', '{}')`);
        throw new Error('stop');
      }),
    );
    await sealSome(database);
  }
  await writeEvents(database, 3);
  own = await connectTo(database);
  const numbers = async (table: 'event' | 'seal') =>
    (
      await own.rows<{ number: string }>(
        table === 'event'
          ? sql`select number::text as number from audit.event e
              where not exists (select from audit.unsealed u where u.number = e.number) order by e.number`
          : sql`select number::text as number from audit.seal s order by s.number`,
      )
    ).map(({ number }) => BigInt(number));
  log = { events: await numbers('event'), seals: await numbers('seal') };
});

after(async () => {
  await own.close();
  await database.close();
});

/** Tampers, verifies, and takes it back. @returns null where nothing was changed by it */
async function foundAfter(work: () => Promise<void>, head?: Head) {
  return own.takenBack(async () => {
    await without(own);
    const as = await tables();
    try {
      await work();
    } catch (error) {
      // Another event or seal has that number: the database itself refused.
      if (error instanceof Error && 'code' in error && error.code === '23505') return null;
      throw error;
    }
    if ((await tables()) === as) return null;
    return (await verified(own, head)).found;
  });
}

/** All that there is, in one text. */
async function tables(): Promise<string> {
  const [row] = await own.rows<{ text: string }>(sql`
    select (select string_agg(e::text, '|' order by number) from audit.event e) || '#' ||
      coalesce((select string_agg(s::text, '|' order by number) from audit.seal s), '') || '#' ||
      coalesce((select string_agg(u::text, '|' order by number) from audit.unsealed u), '') as text`);
  return row!.text;
}

test('a log that nobody touched agrees with its seals, gaps and all', async () => {
  const { events, found, head, seals, unsealed } = await verified(own);
  assert.deepEqual(faultsOf(found), []);
  assert.deepEqual([events, seals, unsealed.count], [55, EVENTS_A_SEAL.length, 3]);
  assert.match(headText(head), /^10:[0-9a-f]{64}$/);
  assert.deepEqual(faultsOf((await verified(own, head)).found), []);
});

test(`${TAMPERINGS} of ${TAMPERINGS} tamperings of sealed rows are found`, async () => {
  const { head } = await verified(own);
  const tally: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(tampers(), async (one) => {
      const found = await foundAfter(() => tamper(own, log, one), one.head ? head : undefined);
      fc.pre(found !== null);
      tally[one.kind] = (tally[one.kind] ?? 0) + 1;
      assert.notDeepEqual(faultsOf(found!), [], one.kind);
      assert.deepEqual(faultsOf((await verified(own, head)).found), [], 'taken back');
    }),
    { numRuns: TAMPERINGS, endOnFailure: true },
  );
  const tampered = Object.values(tally).reduce((sum, count) => sum + count, 0);
  assert.equal(tampered, TAMPERINGS);
  assert.deepEqual(Object.keys(tally).sort(), Object.keys(changes).sort(), 'each kind was tried');
});

test('every column of an event is sealed, and of a seal as well', async () => {
  const columns = await own.rows<{ table: 'event' | 'seal'; name: string }>(sql`
    select table_name as table, column_name as name from information_schema.columns
    where table_schema = 'audit' and table_name in ('event', 'seal')`);
  const ofEvent = columns.filter(({ table }) => table === 'event').map(({ name }) => name);
  assert.deepEqual(ofEvent.sort(), Object.keys(eventColumns).sort());
  for (const { name, table } of columns) {
    const kind = table === 'event' ? 'changeEvent' : 'changeSeal';
    const one = { kind, column: name, which: 5, other: 9, by: 1_000, head: false } as const;
    const found = await foundAfter(() => tamper(own, log, one));
    assert.ok(found && found.length > 0, `${table}.${name}`);
  }
});

test('a fault is told by its kind and its number', async () => {
  const { head } = await verified(own);
  const at = (index: number) => log.events[index]!;
  const told = async (kind: keyof typeof changes, more: object = {}) => {
    const one = { kind, column: 'action', which: 4, other: 6, by: 1, head: false, ...more };
    return faultsOf((await foundAfter(() => tamper(own, log, one), head))!);
  };
  assert.deepEqual(await told('changeEvent'), [`EVENT_CHANGED ${at(4)}`]);
  assert.deepEqual(await told('deleteEvents'), [`EVENT_MISSING ${at(4)}`]);
  assert.deepEqual(await told('insertEvent'), ['EVENT_OUTSIDE 10']);
  assert.deepEqual(await told('swapEvents'), [`EVENT_CHANGED ${at(4)}`, `EVENT_CHANGED ${at(6)}`]);
  assert.deepEqual(await told('waitAgain'), [`EVENT_TWICE ${at(4)}`]);
  assert.deepEqual(await told('changeSeal', { column: 'sealed_at' }), ['SEAL_CHANGED 5']);
  assert.deepEqual(await told('forgeSeal'), ['CHAIN_BROKEN 6']);
  assert.deepEqual((await told('deleteSeal')).slice(0, 2), [
    'SEAL_MISSING 5',
    `EVENT_OUTSIDE ${at(23)}`,
  ]);
  assert.deepEqual(await told('cutTail'), ['HEAD_DIFFERS 10']);
  assert.deepEqual(await told('forgeChain'), ['HEAD_DIFFERS 10']);
  const other = { number: 3n, hash: head.hash };
  assert.deepEqual(faultsOf((await verified(own, other)).found), ['HEAD_DIFFERS 3']);
});

test('who makes seals anew, or cuts their tail, is found by a head written down, and by nothing else', async () => {
  for (const kind of ['forgeChain', 'cutTail'] as const) {
    const one = { kind, column: 'action', which: 4, other: 6, by: 1, head: true };
    assert.deepEqual(faultsOf((await foundAfter(() => tamper(own, log, one)))!), []);
  }
});
