import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { sealedTables } from '../../src/server/data-vault.js';
import { digestKey } from '../../src/server/database/sealed-keys.js';
import { stopToken } from '../../src/server/http/reminder-routes.js';
import { inOne } from '../../src/server/make-ready.js';
import { rotateData } from '../../src/vault/index.js';
import { openDirectory } from '../support/directory.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { dataKey, vaultOf } from '../support/vaults.js';

const before = await openDirectory();
const { database } = before;
const { organization } = await shelter(database);
const cora = await comeIn(before, 'COORDINATOR', organization);
const [older, newer] = [dataKey('digests older'), dataKey('digests newer')];
const under = (...keys: (typeof older)[]) => ({ ...database, vault: vaultOf(...keys) });

test('with a data key no copy of the database makes a link or a code, and those that were given before hold on', async () => {
  const token = stopToken(before.house, cora.id);
  const code = before.house.digests.secretOf('suggestion', 'sug_sample');
  const lay = await digestKey(database);
  const keys = await Promise.all([digestKey(under(older)), digestKey(under(newer, older))]);
  assert.deepEqual(keys, [lay, lay]);
  const now = await openDirectory({ database: under(older) });
  assert.equal(now.house.digests.secretOf('suggestion', 'sug_sample'), code);
  const answer = await now.http.inject(`/reminders/${token}`);
  assert.equal(answer.statusCode, 200);

  const rows = await database.read.rows<{ text: string }>(
    sql`select s::text as text from auth.server_key s union all select s::text from auth.login_secret s`,
  );
  const all = rows.map(({ text }) => text).join();
  for (const form of ['hex', 'base64'] as const) assert.ok(!all.includes(lay.toString(form)));

  await rotateData(sealedTables, (work) => inOne(under(newer, older), work));
  assert.deepEqual(await digestKey(under(newer)), lay);
  // Another would be taken for it without a word.
  await assert.rejects(digestKey(database), { code: 'UNAVAILABLE' });
});

test('where there is none yet, several servers that begin at once draw one', async () => {
  await database.em().execute(`delete from auth.login_secret where purpose = 'idempotency'`);
  const drawn = await Promise.all([1, 2, 3].map(() => digestKey(under(older))));
  for (const key of drawn) assert.deepEqual(key, drawn[0]);
  assert.equal(drawn[0]!.length, 32);
});
