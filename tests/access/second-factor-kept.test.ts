import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { test } from 'node:test';
import { newSecret, stepOf } from '../../src/access/one-time-code.js';
import { provePerson } from '../../src/access/prove-person.js';
import { newRecoveryCodes, recoveryCodeIn } from '../../src/access/recovery-code.js';
import { secondFactors, useRecoveryCode, useStep } from '../../src/access/second-factor.store.js';
import { sql } from '../../src/kernel/index.js';
import { checkSealed, sealedTables } from '../../src/server/data-vault.js';
import { inOne } from '../../src/server/make-ready.js';
import { placeIn, rotateData, type Sealing, type Vault } from '../../src/vault/index.js';
import { bytesOf, shownBy, shownNever } from '../support/authenticator.js';
import { openDirectory } from '../support/directory.js';
import {
  BeginSecondFactorDocument,
  ConfirmSecondFactorDocument,
  SignInDocument,
} from '../support/documents.js';
import { comeIn, PASSWORD } from '../support/people.js';
import { enrol, refusalOf } from '../support/second-factors.js';
import { tablesWith } from '../support/sweep.js';
import { dataKey, vaultOf } from '../support/vaults.js';

const STEP_MS = 30_000;
const [first, second] = [dataKey('first'), dataKey('second')];
const { database: plain } = await openDirectory();
const under = (vault: Vault) => ({ ...plain, vault });
const directory = await openDirectory({ database: under(vaultOf(first)), log: 'debug' });
const now = new Date('2026-11-20T18:00:10Z');
directory.setNow(now);

/** A secret as it might stand anywhere: as it is told, as bytes, and each of these written otherwise. */
function formsOf(secret: string): string[] {
  const bytes = bytesOf(secret);
  return [
    secret,
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    ...[secret, secret.toLowerCase()].flatMap((text) => [
      Buffer.from(text).toString('hex'),
      Buffer.from(text).toString('base64').replace(/=+$/, ''),
    ]),
  ];
}

test('a dump of the whole database gives no secret, begun or in force, and no recovery code', async () => {
  const begun = await comeIn(directory, 'ADVOCATE');
  const { body } = await directory.ask(
    BeginSecondFactorDocument,
    { input: { password: PASSWORD } },
    begun.headers,
  );
  const inForce = await comeIn(directory, 'STEWARD');
  const { secret, recoveryCodes } = await enrol(directory, inForce, now);
  const begunSecret = body.data!.beginSecondFactor!.secret!;
  // Each form more takes a second: of the first codes, and of what is begun, the likeliest.
  const codes = recoveryCodes.slice(0, 2).flatMap((code) => {
    const letters = code.replaceAll('-', '');
    return [letters, Buffer.from(letters).toString('hex')];
  });
  const secrets = [...formsOf(begunSecret).slice(0, 3), ...formsOf(secret), ...codes];
  assert.deepEqual(await tablesWith(plain.read, secrets), []);
  // The sweep finds what is there: in a column of bytes, and in one of texts.
  await plain.em().execute(
    `update auth.session set token_hash = decode(?, 'hex') where token_hash in
       (select token_hash from auth.session where account_id = ? limit 1)`,
    [bytesOf(secret).toString('hex'), inForce.id],
  );
  await plain.em().execute('update auth.account set name = ? where id = ?', [secret, begun.id]);
  const planted = formsOf(secret).slice(0, 2);
  assert.deepEqual(await tablesWith(plain.read, planted), ['auth.account', 'auth.session']);
  for (const one of [...secrets, ...recoveryCodes]) assert.ok(!directory.logged().includes(one));
  assert.match(directory.logged(), /"viewer":"STEWARD"/);
});

test('of two who use up one code on two connections at once, the second finds it used', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { recoveryCodes } = await enrol(directory, person, now);
  const step = Math.floor(now.getTime() / STEP_MS) + 1;
  const uses = [
    (sealing: Sealing) => useStep(sealing, person.id, step),
    (sealing: Sealing) => useRecoveryCode(sealing, person.id, recoveryCodeIn(recoveryCodes[0]!)),
  ];
  for (const use of uses) {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const one = inOne(plain, async (sealing) => {
      const used = await use(sealing);
      begin();
      await ended;
      return used;
    });
    await begun;
    const two = inOne(plain, use);
    // The second waits for what the first will have done.
    assert.equal(await Promise.race([two, setTimeout(300, 'waiting')]), 'waiting');
    end();
    assert.deepEqual([await one, await two], [true, false]);
  }
});

test('rotation seals them anew, begun and in force; the older key may go, and the app opens still', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { secret } = await enrol(directory, person, now);
  const begun = await comeIn(directory, 'ADVOCATE');
  const { body } = await directory.ask(
    BeginSecondFactorDocument,
    { input: { password: PASSWORD } },
    begun.headers,
  );
  await assert.rejects(
    checkSealed(under(vaultOf(second))),
    /\d second factors? begun (is|are) under the key "first".*\d second factors? (is|are) under the key "first"/,
  );
  const both = under(vaultOf(second, first));
  const { left, unopened } = await rotateData(sealedTables, (work) => inOne(both, work));
  assert.deepEqual([left, unopened], [0, []]);
  const [rows] = await plain.read.rows<{ keys: string[] }>(sql`
    select json_agg(distinct key_id) as keys from (select key_id from auth.enrolment
      union all select key_id from auth.second_factor) s`);
  assert.deepEqual(rows!.keys, ['second']);
  await checkSealed(under(vaultOf(second)));
  const on = await openDirectory({ database: under(vaultOf(second)) });
  const later = new Date(now.getTime() + STEP_MS);
  on.setNow(later);
  const input = { email: person.email, password: PASSWORD, code: shownBy(secret, later) };
  assert.equal(await refusalOf(on.ask(SignInDocument, { input })), undefined);
  const code = shownBy(body.data!.beginSecondFactor!.secret!, later);
  const confirming = on.ask(ConfirmSecondFactorDocument, { input: { code } }, begun.headers);
  assert.equal(await refusalOf(confirming), undefined);
});

test('a wrong password and a wrong code ask the database the same, statement for statement', async () => {
  const vault = vaultOf(first);
  const secret = newSecret();
  const { keyId, nonce, sealed } = vault.seal(secret, placeIn(secondFactors, 'acc_hers'));
  const row = { keyId, nonce: nonce.toString('hex'), sealed: sealed.toString('hex') };
  const heardOf = async (account: string | null, code: string | null) => {
    const heard: string[] = [];
    const em = {
      execute: async (statement: string) => {
        heard.push(statement);
        return account !== null && statement.startsWith('select key_id') ? [row] : [];
      },
    };
    const sealing = { em, now, vault } as unknown as Sealing;
    assert.equal(await provePerson(sealing, account, code), null);
    return heard;
  };
  const wrongPassword = await heardOf(null, shownBy(secret, now));
  assert.equal(wrongPassword.length, 5);
  for (const code of [shownNever(secret, now), null, newRecoveryCodes()[0]!]) {
    assert.deepEqual(await heardOf('acc_hers', code), wrongPassword);
  }
});

test('codes are those of the standard: RFC 6238, appendix B, its last six digits', () => {
  // The ASCII text 12345678901234567890 in base32.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  for (const [seconds, eight] of [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ] as const) {
    const at = new Date(seconds * 1_000);
    assert.equal(shownBy(secret, at, 0, 8), eight);
    assert.equal(stepOf(secret, eight.slice(2), at), Math.floor(seconds / 30));
  }
});

test('of every secret and every hour: this step, the one before and the one after, and no other', () => {
  for (let one = 0; one < 200; one += 1) {
    const secret = newSecret();
    const at = new Date(Date.UTC(2026, 0, 1) + one * 7_919_333);
    const here = Math.floor(at.getTime() / STEP_MS);
    const near = new Set([-1, 0, 1].map((steps) => shownBy(secret, at, steps)));
    for (const steps of [-3, -2, -1, 0, 1, 2, 3]) {
      const code = shownBy(secret, at, steps);
      // One in a million is the code of two steps.
      if (Math.abs(steps) > 1 && near.has(code)) continue;
      assert.equal(stepOf(secret, code, at), Math.abs(steps) <= 1 ? here + steps : null);
    }
  }
  for (const none of ['', '12345', '1234567', '１２３４５６', 'abcdef', '-12345', '1e5000']) {
    assert.equal(stepOf(newSecret(), none, now), null, none);
  }
});
