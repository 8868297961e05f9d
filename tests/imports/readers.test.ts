import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNextImport } from '../../src/imports/read-imports.command.js';
import { sql } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import type { Sealing } from '../../src/vault/index.js';
import { openDirectory } from '../support/directory.js';
import { importer, newHouse, sheetOf } from '../support/imports.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { until } from '../support/wait.js';

const directory = await openDirectory();
const { database } = directory;
const { send, show, start } = importer(directory);
const home = await shelter(database, { said: { name: 'Sample Home Of Readers' } });
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const change = <Result>(work: (sealing: Sealing) => Promise<Result>) =>
  inOne(database, work, directory.house.now());
const read = () => readNextImport(change);

async function started(): Promise<string> {
  const { uploadId } = (await send(cora, sheetOf([newHouse]))).json<{ uploadId: string }>();
  const { body } = await start(cora, uploadId, home.organization);
  return body.data!.startImport!.import!.id;
}
const noted = async (id: string) => {
  const [row] = await database.read.rows<{ state: string; tries: number; isLeased: boolean }>(
    sql`select state, tries, reading_until > clock_timestamp() as "isLeased" from org.import where id = ${id}`,
  );
  return row!;
};
/** As after a server that is gone without a word. */
const runOut = (id: string) =>
  database
    .em()
    .execute(
      `update org.import set reading_until = clock_timestamp() - interval '1 ms' where id = ?`,
      [id],
    );

/** Reads as one server; before it opens the file, something else is done. */
function readWhile(before: () => Promise<void>, leaseMs?: number): Promise<boolean> {
  let steps = 0;
  return readNextImport(
    async (work) => {
      steps += 1;
      if (steps === 2) await before();
      return change(work);
    },
    () => false,
    leaseMs,
  );
}

test('what one server reads, others pass by, however many they are: none of them counts as a try', async () => {
  const id = await started();
  const seen: boolean[] = [];
  await readWhile(async () => {
    for (let nth = 0; nth < 5; nth += 1) seen.push(await read());
    assert.deepEqual(await noted(id), { state: 'READING', tries: 0, isLeased: true });
  });
  assert.deepEqual(seen, [false, false, false, false, false]);
  assert.deepEqual(await noted(id), { state: 'READY', tries: 0, isLeased: null });
});

test('others read on what waits behind it', async () => {
  const [first, second] = [await started(), await started()];
  await readWhile(async () => {
    assert.equal(await read(), true);
    assert.equal((await noted(second)).state, 'READY');
  });
  assert.equal((await noted(first)).state, 'READY');
});

test('a file that takes longer to open than the time of its server stays its own', async () => {
  const id = await started();
  const [LEASE_MS, WAITED_MAX_MS] = [1_500, 60_000];
  await readWhile(async () => {
    const ends = async () => {
      const [row] = await database.read.rows<{ at: string }>(
        sql`select reading_until::text as at from org.import where id = ${id}`,
      );
      return row!.at;
    };
    const began = await ends();
    await until(async () => (await ends()) !== began, WAITED_MAX_MS);
    assert.notEqual(await ends(), began);
    assert.equal(await read(), false);
  }, LEASE_MS);
  assert.equal((await noted(id)).state, 'READY');
});

test('where a server is gone, another goes on when its time is over; the third that came to no end was the last', async () => {
  const id = await started();
  const gone = () =>
    readWhile(async () => {
      await runOut(id);
      throw new Error('The server is gone.');
    });
  await assert.rejects(gone);
  assert.deepEqual(await noted(id), { state: 'READING', tries: 0, isLeased: false });
  await assert.rejects(gone);
  assert.equal((await noted(id)).tries, 1);
  assert.equal(await read(), true);
  assert.equal((await noted(id)).state, 'READY', 'the third read it');

  const lost = await started();
  const fails = () => readWhile(() => Promise.reject(new Error('It cannot be opened.')));
  for (let nth = 0; nth < 3; nth += 1) await assert.rejects(fails);
  assert.equal(await read(), true);
  assert.equal((await show(cora, lost))!.failure!.code, 'INTERNAL');
});
