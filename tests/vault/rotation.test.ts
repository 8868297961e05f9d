import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openAddress, sealAddress, sealedAddresses } from '../../src/disclosure/index.js';
import { sql } from '../../src/kernel/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { checkSealed, sealedTables } from '../../src/server/data-vault.js';
import { inOne } from '../../src/server/make-ready.js';
import { rotateData, type InOne, type Vault } from '../../src/vault/index.js';
import { holdNotUnder, replaceSealed } from '../../src/vault/sealed-table.store.js';
import { copyOfTemplate } from '../support/template.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';
import { sampleOrganization } from '../support/makers.js';

/** More than two batches of a rotation. */
const HOUSES = 1_200;
const database = await copyOfTemplate();
after(() => database.close());
const under =
  (vault: Vault): InOne =>
  (work) =>
    inOne({ ...database, vault }, work);
const [first, second, third] = [dataKey('first'), dataKey('second'), dataKey('third')];

const { id: organizationId } = await under(vaultOf())((sealing) =>
  registerOrganization(
    {
      ...sampleOrganization,
      name: 'Sample Of Many Houses',
    },
    sealing,
  ),
);
await database.em().execute(
  `insert into org.location (id, organization_id, name, street_told, state, county_fips, withheld_reason)
   select 'loc_' || lpad(n::text, 22, '0'), ?, 'House', false, 'MN', '27061', 'CONFIDENTIAL_SHELTER'
   from generate_series(1, ${HOUSES}) n`,
  [organizationId],
);
const ids = Array.from(
  { length: HOUSES },
  (_, index) => `loc_${String(index + 1).padStart(22, '0')}`,
);
const exactOf = (id: string) => ({ ...CANARY, notes: `Of ${id}.` });
const sealAll = (vault: Vault) =>
  under(vault)(async (sealing) => {
    for (const locationId of ids)
      await sealAddress({ locationId, exact: exactOf(locationId), enteredBy: null }, sealing);
  });
const keys = async () =>
  Object.fromEntries(
    (
      await database.read.rows<{ key: string; rows: number }>(
        sql`select key_id as key, count(*)::int as rows from conf.sealed_address group by 1 order by 1`,
      )
    ).map(({ key, rows }) => [key, rows]),
  );
const open = (id: string, vault: Vault) => under(vault)((sealing) => openAddress(id, sealing));

test('every address is sealed anew under the current key, and older keys may go', async () => {
  await sealAll(vaultOf(first));
  const nonces = async () =>
    (
      await database.read.rows<{ nonce: string }>(
        sql`select encode(nonce, 'hex') as nonce from conf.sealed_address`,
      )
    ).map(({ nonce }) => nonce);
  const before = await nonces();
  const said: string[] = [];
  const rotation = await rotateData(sealedTables, under(vaultOf(second, first)), (done, total) =>
    said.push(`${done}/${total}`),
  );
  assert.deepEqual(rotation, { keyId: 'second', resealed: HOUSES, unopened: [], left: 0 });
  assert.deepEqual(said, ['500/1200', '1000/1200', '1200/1200']);
  assert.deepEqual(await keys(), { second: HOUSES });
  const anew = new Set(await nonces());
  assert.ok(!before.some((nonce) => anew.has(nonce)), 'each has a nonce of its own');
  await under(vaultOf(second))(async (sealing) => {
    for (const id of ids) assert.deepEqual(await openAddress(id, sealing), exactOf(id));
  });
  await assert.rejects(open(ids[0]!, vaultOf(first)), { reason: 'NO_KEY' });
  const idle = await rotateData(sealedTables, under(vaultOf(second)), () =>
    assert.fail('there is nothing to do'),
  );
  assert.deepEqual(idle, { keyId: 'second', resealed: 0, unopened: [], left: 0 });
});

test('broken off in its second batch, it has done the first, and goes on with the others', async () => {
  await sealAll(vaultOf(first));
  const vault = vaultOf(second, first);
  let works = 0;
  // The first two transactions count, the next is the first batch; of the second nothing is kept.
  const breaking: InOne = (work) =>
    under(vault)(async (sealing) => {
      const done = await work(sealing);
      if ((works += 1) === 4) throw new Error('killed');
      return done;
    });
  await assert.rejects(rotateData(sealedTables, breaking), /killed/);
  assert.deepEqual(await keys(), { first: 700, second: 500 });
  await checkSealed({ ...database, vault });
  for (const id of [ids[0]!, ids[499]!, ids[500]!, ids.at(-1)!])
    assert.deepEqual(await open(id, vault), exactOf(id), 'both kinds open in between');
  const said: string[] = [];
  const rest = await rotateData(sealedTables, under(vault), (done, total) =>
    said.push(`${done}/${total}`),
  );
  assert.equal(rest.resealed, 700, 'what is done is not done again');
  assert.deepEqual(said, ['500/700', '700/700']);
  assert.deepEqual(await keys(), { second: HOUSES });
});

test('a change made meanwhile is kept, and is sealed anew too', async () => {
  await sealAll(vaultOf(first));
  const [locationId] = ids as [string];
  const moved = { ...CANARY, notes: 'Moved while all was sealed anew.' };
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  // A server that has not been given the new key yet.
  const changing = under(vaultOf(first))(async (sealing) => {
    await sealAddress({ locationId, exact: moved, enteredBy: null }, sealing);
    begin();
    await ended;
  });
  await begun;
  const vault = vaultOf(second, first);
  const rotating = rotateData(sealedTables, under(vault));
  setTimeout(end, 400);
  await changing;
  const { resealed, left } = await rotating;
  assert.deepEqual([resealed, left], [HOUSES, 0]);
  assert.deepEqual(await open(locationId, vaultOf(second)), moved);
  assert.deepEqual(await keys(), { second: HOUSES });
});

test('a row that is no longer what it was sealed from is left alone', async () => {
  await sealAll(vaultOf(first));
  const [locationId] = ids as [string];
  const place = { schema: 'conf', table: 'sealed_address', column: 'sealed', row: locationId };
  const vault = vaultOf(second, first);
  const [before] = await under(vault)((sealing) =>
    holdNotUnder(sealing, sealedAddresses, { keyId: 'second', after: '', count: 1 }),
  );
  const moved = { ...CANARY, notes: 'Moved in between.' };
  await under(vaultOf(first))((sealing) =>
    sealAddress({ locationId, exact: moved, enteredBy: null }, sealing),
  );
  const stale = { before: before!, after: vault.seal(vault.open(before!, place), place) };
  assert.equal(
    await under(vault)((sealing) => replaceSealed(sealing, sealedAddresses, [stale])),
    0,
  );
  assert.deepEqual(await open(locationId, vault), moved);
});

test('what cannot be opened is named and left as it is, and does not keep the others', async () => {
  await sealAll(vaultOf(first));
  await under(vaultOf(third))((sealing) =>
    sealAddress({ locationId: ids[7]!, exact: CANARY, enteredBy: null }, sealing),
  );
  await database.em().execute(
    `update conf.sealed_address set sealed = set_byte(sealed, 9, 255 - get_byte(sealed, 9))
      where location_id = ?`,
    [ids[3]!],
  );
  const rotation = await rotateData(sealedTables, under(vaultOf(second, first)));
  assert.deepEqual(rotation, {
    keyId: 'second',
    resealed: HOUSES - 2,
    unopened: [ids[3], ids[7]].map((row) => ({ table: sealedAddresses, row })),
    left: 2,
  });
  assert.deepEqual(await keys(), { first: 1, second: HOUSES - 2, third: 1 });
  await assert.rejects(
    checkSealed({ ...database, vault: vaultOf(second, first) }),
    /1 sealed address is under the key "third", which is not configured\. Add it/,
  );
});

test('one that somebody broke keeps no server from starting, and is named; another key of that name does', async () => {
  await sealAll(vaultOf(first));
  await database.em().execute(
    `update conf.sealed_address set sealed = set_byte(sealed, 9, 255 - get_byte(sealed, 9))
      where location_id = any (?::text[])`,
    [`{${ids[0]},${ids[1]}}`],
  );
  const said: string[] = [];
  await checkSealed({ ...database, vault: vaultOf(first) }, (warning) => said.push(warning));
  assert.equal(said.length, 1);
  assert.match(said[0]!, /^2 of 1,200 sealed addresses under the key "first" cannot be opened/);
  await assert.rejects(
    checkSealed({ ...database, vault: vaultOf(dataKey('first')) }),
    /1,200 sealed addresses are under the key "first", and the key of that name does not open them/,
  );
});

test('without a key there is nothing to seal under', async () => {
  await assert.rejects(rotateData(sealedTables, under(vaultOf())), {
    code: 'INVALID',
    message: /keys new-data/,
  });
});
