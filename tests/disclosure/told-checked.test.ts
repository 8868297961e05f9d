import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { writeDataKey } from '../../src/vault/index.js';
import { begin, commandEnvironment } from '../support/command.js';
import { houseAndOffice, shelter } from '../support/shelters.js';
import { copyForCommands } from '../support/template.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const copy = await copyForCommands();
after(() => copy.remove());
const key = dataKey('told-checked');
const STREET = 'Come to 4711 Zugunruhe Hollow and ring.';

/** The database is open to one process at a time. */
async function onCopy<Result>(
  work: (on: Awaited<ReturnType<typeof copy.open>>) => Promise<Result>,
) {
  const database = await copy.open(vaultOf(key));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function check(keys: string = writeDataKey(key), ...options: string[]) {
  const { code, out } = await begin(['disclosure', 'check', ...options], {
    ...commandEnvironment,
    ...copy.env,
    HARBORLIGHT_DATA_KEY: keys,
    HARBORLIGHT_DATA_KEY_FILE: '',
  }).ended;
  assert.doesNotMatch(out, /Zugunruhe|4711|street/i, 'neither the text nor what was found');
  return { code, out, leads: [...out.matchAll(/^LEADS +(.+)$/gm)].map(([, said]) => said!).sort() };
}

const { house, other, own, office } = await onCopy(async (database) => {
  const one = await shelter(database, { said: { locations: houseAndOffice(CANARY) } });
  const [site] = await database.read.rows<{ id: string }>(
    sql`select id from org.location where organization_id = ${one.organization} and street_told`,
  );
  return {
    house: one,
    other: await shelter(database, { exact: { ...CANARY, lines: ['12 Quillback Row'] } }),
    own: await shelter(database, { organization: one.organization, said: { locations: [] } }),
    office: site!.id,
  };
});

test('where nothing told leads to a withheld address, it says so', async () => {
  const { code, out, leads } = await check();
  assert.equal(code, 0, out);
  assert.deepEqual(leads, []);
  assert.match(
    out,
    /^No told text of 2 organizations with a withheld address is known to lead there\.$/m,
  );
});

test('what was told past the linter is named by its id and field, each, and nothing else of it', async () => {
  await onCopy(async ({ em }) => {
    const set = (what: string, ...values: string[]) =>
      em().execute(`update org.${what} where id = ?`, values);
    await set('listing set summary = ?, fees = ?', STREET, STREET, house.listing);
    await set('organization set description = ?', STREET, other.organization);
    await set(`location set lines = array['4711 Zugunruhe Hollow']`, office);
    await set(`listing set disclosure = 'OWN', summary = ?`, STREET, own.listing);
    await em().execute('delete from org.may_lead_to_door');
  });
  const { code, out, leads } = await check();
  assert.equal(code, 1, out);
  assert.deepEqual(
    leads,
    [`${house.listing} fees`, `${house.listing} summary`, `${office} lines`].sort(),
  );
  assert.match(out, /^3 told texts may lead to a withheld address\./m);
});

test('what its own people alone read is noted where the host says so, so that no steward reads it', async () => {
  const noted = () =>
    onCopy(({ read }) =>
      read.rows<{
        id: string;
      }>(sql`select thing_id as id from org.may_lead_to_door where thing_id in
        (${own.listing}, ${house.listing})`),
    );
  assert.deepEqual(await noted(), []);
  await check(writeDataKey(key), '--hide-own');
  assert.deepEqual(await noted(), [{ id: own.listing }]);
});

test('an address that does not open is no reason to leave out the others', async () => {
  await onCopy(({ em }) =>
    em().execute(
      `update conf.sealed_address set sealed = set_byte(sealed, 0, (get_byte(sealed, 0) + 1) % 256) where location_id = ?`,
      [other.location],
    ),
  );
  const { code, out, leads } = await check();
  assert.equal(code, 1, out);
  assert.equal(leads.length, 3);
  assert.match(out, new RegExp(`^SHUT +${other.organization}$`, 'm'));
  const without = await check('');
  assert.equal(without.code, 1, without.out);
  assert.match(without.out, /^UNAVAILABLE: /m);
});
