import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openAddress } from '../../src/disclosure/index.js';
import { readDataKeys, writeDataKey, type Vault } from '../../src/vault/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { begin, commandEnvironment, startServer } from '../support/command.js';
import { copyForCommands } from '../support/template.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';
import { sampleOrganization } from '../support/makers.js';

const folder = mkdtempSync(join(tmpdir(), 'harborlight-data-keys-'));
const copy = await copyForCommands();
after(async () => {
  rmSync(folder, { recursive: true });
  await copy.remove();
});
const [first, second] = [dataKey('first'), dataKey('second')];
const under = (...keys: { id: string; bytes: Buffer }[]) => ({
  HARBORLIGHT_DATA_KEY: keys.map(writeDataKey).join(','),
});
const harborlight = (args: string[], keys: NodeJS.ProcessEnv = {}) => {
  const { child, ended } = begin(args, {
    ...commandEnvironment,
    ...copy.env,
    HARBORLIGHT_DATA_KEY: '',
    HARBORLIGHT_DATA_KEY_FILE: '',
    ...keys,
  });
  // A server that starts where it must not is not waited for.
  child.stdout.on('data', (words) => /answers at/.test(String(words)) && child.kill('SIGKILL'));
  return ended;
};
const onCopy = async <Result>(
  vault: Vault,
  work: (on: Awaited<ReturnType<typeof copy.open>>) => Promise<Result>,
) => {
  const database = await copy.open(vault);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};
const secretless = (out: string) => {
  for (const { bytes } of [first, second])
    assert.ok(!out.includes(bytes.toString('base64').slice(0, 12)), out);
  assert.doesNotMatch(out, /Zugunruhe|Wrenhaven/);
};

test('keys new-data prints a key that can be used, and nothing else', async () => {
  const { code, out } = await harborlight(['keys', 'new-data']);
  assert.equal(code, 0, out);
  assert.match(out, /^\S+\n$/);
  assert.equal(readDataKeys(out, 'the test').length, 1);
});

test('every command of keys has help, and that by which told texts are looked through', async () => {
  for (const args of [
    ['keys'],
    ['keys', 'new-data'],
    ['keys', 'rotate-data'],
    ['disclosure', 'check'],
  ]) {
    const { code, out } = await harborlight([...args, '--help']);
    assert.equal(code, 0, out);
    assert.match(out, new RegExp(`Usage: harborlight ${args.join(' ')}`));
  }
});

test('before any address: the doctor says that there is no key, and how to make one', async () => {
  const { code, out } = await harborlight(['doctor']);
  assert.equal(code, 0, out);
  assert.match(out, /ok +No key for confidential addresses.*harborlight keys new-data/);
  assert.match(out, /ok +0 sealed addresses$/m);
  assert.match(out, /ok +0 second factors$/m);
  assert.match(out, /ok +A second factor is asked of nobody$/m);
  const asked = await harborlight(['doctor'], { HARBORLIGHT_SECOND_FACTOR: 'everyone' });
  assert.equal(asked.code, 1, asked.out);
  assert.match(asked.out, /MISSING +A second factor is asked that nobody can have.*keys new-data/);
  const served = await harborlight(['serve'], { HARBORLIGHT_SECOND_FACTOR: 'everyone' });
  assert.equal(served.code, 1, served.out);
  assert.match(served.out, /^INVALID: HARBORLIGHT_SECOND_FACTOR is "everyone"/m);
});

test('keys that cannot be used are said to be so, by the doctor and by the server', async () => {
  const keys = { HARBORLIGHT_DATA_KEY: `${writeDataKey(first)},short:AAAA` };
  const ill = await harborlight(['doctor'], keys);
  assert.equal(ill.code, 1, ill.out);
  assert.match(ill.out, /MISSING .*keys of what is confidential cannot be used.*key 2: .*32 bytes/);
  assert.match(ill.out, /organizations/, 'it looks at the rest all the same');
  const { code, out } = await harborlight(['serve'], keys);
  assert.equal(code, 1, out);
  assert.match(out, /^INVALID: HARBORLIGHT_DATA_KEY, key 2: .*Make one with/m);
  for (const words of [ill.out, out]) secretless(words);
});

test('a key file that everyone may read is warned of, and its name is shown', async () => {
  const file = join(folder, 'keys');
  writeFileSync(file, writeDataKey(first));
  chmodSync(file, 0o644);
  const { code, out } = await harborlight(['doctor'], { HARBORLIGHT_DATA_KEY_FILE: file });
  assert.equal(code, 0, out);
  assert.match(out, /WARNING .*can be read by everyone.*chmod 600/);
  assert.ok(out.includes(file));
  secretless(out);
});

let locationId = '';

test('with addresses: no server starts without their key, and the doctor says which it is', async () => {
  ({
    locations: [locationId = ''],
  } = await onCopy(vaultOf(first), (database) =>
    inOne(database, (sealing) =>
      registerOrganization(
        {
          ...sampleOrganization,
          name: 'Sample House Of A Test',
          locations: [
            {
              street: 'WITHHELD',
              name: 'House',
              countyFips: '27061',
              withheldReason: 'CONFIDENTIAL_SHELTER',
              exact: CANARY,
            },
          ],
        },
        sealing,
      ),
    ),
  ));
  const words = /1 sealed address is under the key "first", .*(Add it to|Put back the key)/;
  for (const keys of [{}, under(dataKey('first'))]) {
    const { code, out } = await harborlight(['serve'], keys);
    assert.equal(code, 1, out);
    assert.match(out, new RegExp(`^UNAVAILABLE: ${words.source}`, 'm'));
    secretless(out);
  }
  const ill = await harborlight(['doctor'], under(second));
  assert.equal(ill.code, 1, ill.out);
  assert.match(ill.out, /MISSING +Not every sealed address can be opened\./);
  assert.match(ill.out, words);
  secretless(ill.out);
});

test('rotate-data seals them anew, says so, and tells that the older key may go', async () => {
  const both = under(second, first);
  const well = await harborlight(['doctor'], both);
  assert.equal(well.code, 0, well.out);
  assert.match(well.out, /ok +The key "second" seals what is confidential; keys that open it: 2/);
  assert.match(
    well.out,
    /ok +1 sealed address, .*1 under an older one: "harborlight keys rotate-data"/,
  );
  assert.match(well.out, /HARBORLIGHT_DATA_KEY +\(set\)/);
  assert.match(well.out, /ok +A second factor is asked of stewards$/m);
  const unable = await harborlight(['keys', 'rotate-data'], under(second));
  assert.equal(unable.code, 1, unable.out);
  assert.match(unable.out, /Still under older keys: 1\. Keep those/);
  assert.ok(unable.out.includes(locationId));
  const { code, out } = await harborlight(['keys', 'rotate-data'], both);
  assert.equal(code, 0, out);
  assert.match(out, /^1 of 1 sealed anew$/m);
  assert.match(out, /1 sealed anew; the current key is "second"\. .*older keys may now be removed/);
  for (const words of [well.out, unable.out, out]) secretless(words);
  const without = await harborlight(['keys', 'rotate-data']);
  assert.equal(without.code, 1);
  assert.match(without.out, /^INVALID: There is no key/m);
});

test('a server starts with the new key alone', async () => {
  const { child, ended } = await startServer({
    ...commandEnvironment,
    ...copy.env,
    HARBORLIGHT_DATA_KEY_FILE: '',
    ...under(second),
  });
  child.kill('SIGTERM');
  assert.equal((await ended).code, 0);
  await onCopy(vaultOf(second), async (database) =>
    assert.deepEqual(await inOne(database, (sealing) => openAddress(locationId, sealing)), CANARY),
  );
});
