import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { invitePerson, resetSecondFactor } from '../../src/access/index.js';
import { sql } from '../../src/kernel/index.js';
import { shownBy, shownNever } from '../support/authenticator.js';
import { openDirectory } from '../support/directory.js';
import {
  AcceptInvitationDocument,
  BeginSecondFactorDocument,
  ConfirmSecondFactorDocument,
  MySecondFactorDocument,
  RemoveSecondFactorDocument,
  RenewRecoveryCodesDocument,
  SignInDocument,
} from '../support/documents.js';
import { comeIn, HOST, PASSWORD, sessionIn, type SignedIn } from '../support/people.js';
import { enrol, refusalOf } from '../support/second-factors.js';
import { dataKey, vaultOf } from '../support/vaults.js';

const STEP_MS = 30_000;
const MINUTE_MS = 60_000;
const { database: plain } = await openDirectory();
const database = { ...plain, vault: vaultOf(dataKey('factor-key')) };
const directory = await openDirectory({ database });
/** Another server on the same database. */
const other = await openDirectory({ database });
// Servers of one database count together: each test begins with all that one network has.
beforeEach(() => plain.em().execute('delete from auth.attempt'));
const { read } = database;

let now = new Date('2026-11-20T18:00:10Z');
/** The clock of both servers goes on. */
function pass(ms: number): Date {
  now = new Date(now.getTime() + ms);
  directory.setNow(now);
  other.setNow(now);
  return now;
}
pass(0);

const signIn = (
  { email }: { email: string },
  code: string | null,
  { password = PASSWORD, on = directory } = {},
) => on.ask(SignInDocument, { input: { email, password, code } });
const kindOf = async (headers: Record<string, string>, on = directory) =>
  (await on.ask(MySecondFactorDocument, {}, headers)).body.data!.viewer.kind;
const actionsOf = async ({ id }: SignedIn) =>
  (
    await read.rows<{ action: string }>(
      sql`select action from audit.event where thing_id = ${id} order by number`,
    )
  ).map(({ action }) => action);
const proof = (code: string | null = null, password = PASSWORD) => ({ input: { password, code } });

test('who begins is told a secret once, confirms it by a code, and has it in force', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const begun = await directory.ask(BeginSecondFactorDocument, proof(), person.headers);
  const { secret, address, userErrors } = begun.body.data!.beginSecondFactor!;
  assert.deepEqual(userErrors, []);
  assert.match(secret!, /^[A-Z2-7]{32}$/);
  const url = new URL(address!);
  assert.equal(`${url.protocol}//${url.host}`, 'otpauth://totp');
  assert.equal(decodeURIComponent(url.pathname), `/Harborlight:${person.email}`);
  assert.equal(url.searchParams.get('secret'), secret);
  assert.equal(url.searchParams.get('issuer'), 'Harborlight');
  assert.equal(begun.headers['cache-control'], 'no-store');
  const confirm = (code: string) =>
    directory.ask(ConfirmSecondFactorDocument, { input: { code } }, person.headers);
  const wrong = (await confirm(shownNever(secret!, now))).body.data!.confirmSecondFactor!;
  assert.deepEqual(
    [wrong.userErrors[0]!.code, wrong.userErrors[0]!.field],
    ['INVALID', 'input.code'],
  );
  assert.equal(await refusalOf(signIn(person, null)), undefined, 'it is not in force yet');
  const confirmed = await confirm(shownBy(secret!, now));
  const { recoveryCodes } = confirmed.body.data!.confirmSecondFactor!;
  assert.equal(new Set(recoveryCodes).size, 10);
  for (const code of recoveryCodes!) assert.match(code, /^([0-9a-hjkmnp-tv-z]{4}-){3}\w{4}$/);
  const mine = await directory.ask(MySecondFactorDocument, {}, sessionIn(confirmed.headers));
  assert.deepEqual(mine.body.data!.viewer, {
    kind: 'ADVOCATE',
    secondFactor: { isAskedFor: false, confirmedAt: now.toISOString(), recoveryCodesLeft: 10 },
  });
  assert.equal(await refusalOf(signIn(person, shownBy(secret!, now))), 'UNAUTHENTICATED', 'used');
  pass(STEP_MS);
  const back = await signIn(person, shownBy(secret!, now), { on: other });
  assert.equal(back.body.data!.signIn!.signedIn, true);
  assert.equal(await kindOf(sessionIn(back.headers)), 'ADVOCATE');
  assert.deepEqual((await actionsOf(person)).slice(1), [
    'beginSecondFactor',
    'secondFactor.refused',
    'signIn',
    'confirmSecondFactor',
    'signIn.refused',
    'signIn',
  ]);
});

test('a wrong password, a wrong code, none and no account are told alike, byte for byte', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { secret } = await enrol(directory, person, now);
  pass(STEP_MS);
  const [right, wrong] = [shownBy(secret, now), shownNever(secret, now)];
  const answers = [
    await signIn(person, null),
    await signIn(person, ''),
    await signIn(person, wrong),
    await signIn(person, right, { password: 'not this password' }),
    await signIn(person, wrong, { password: 'not this password' }),
    await signIn({ email: 'nobody@example.org' }, right),
  ];
  const told = answers.map(({ text, headers: { date: _date, ...headers } }) => ({ text, headers }));
  for (const one of told) assert.deepEqual(one, told[0]);
  assert.match(told[0]!.text, /"UNAUTHENTICATED"/);
  assert.equal(await refusalOf(signIn(person, right)), undefined, 'no guess used it up');
});

test('a code is good for its step and one about it, once, and for none before the last that was used', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { secret } = await enrol(directory, person, now);
  pass(10 * STEP_MS);
  const tried = async (steps: number, on = directory) =>
    (await refusalOf(signIn(person, shownBy(secret, now, steps), { on }))) ?? 'in';
  assert.equal(await tried(-2), 'UNAUTHENTICATED');
  assert.equal(await tried(2), 'UNAUTHENTICATED');
  assert.equal(await tried(-1), 'in', 'a phone that is late');
  assert.equal(await tried(-1), 'UNAUTHENTICATED', 'once');
  assert.equal(await tried(-1, other), 'UNAUTHENTICATED', 'on every server');
  assert.equal(await tried(1, other), 'in', 'a phone that is early');
  assert.equal(await tried(0), 'UNAUTHENTICATED', 'what was before the last is over');
  pass(2 * STEP_MS);
  const typed = shownBy(secret, now).replace(/^.../, '$& ');
  assert.equal(await refusalOf(signIn(person, typed)), undefined, 'as an app shows it: 123 456');
});

test('of many who come with one code at once, on two servers, one comes in', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { secret, recoveryCodes } = await enrol(directory, person, now);
  pass(STEP_MS);
  for (const code of [shownBy(secret, now), recoveryCodes[0]!]) {
    const all = await Promise.all(
      [directory, other, directory, other].map((on) => refusalOf(signIn(person, code, { on }))),
    );
    assert.deepEqual(all.toSorted(), [
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
      undefined,
    ]);
  }
});

test('a recovery code is good once, however it is typed, and new ones end the old', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { recoveryCodes } = await enrol(directory, person, now);
  const [first, second] = recoveryCodes as [string, string];
  const typed = ` ${first.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')}`;
  const came = await signIn(person, typed);
  assert.equal(came.body.data!.signIn!.signedIn, true);
  assert.equal(await refusalOf(signIn(person, first)), 'UNAUTHENTICATED');
  const headers = sessionIn(came.headers);
  const left = async () =>
    (await directory.ask(MySecondFactorDocument, {}, headers)).body.data!.viewer.secondFactor!
      .recoveryCodesLeft;
  assert.equal(await left(), 9);
  const renew = (code: string | null) =>
    directory.ask(RenewRecoveryCodesDocument, proof(code), headers);
  assert.equal(await refusalOf(renew(null)), 'UNAUTHENTICATED', 'a session left open renews none');
  const renewed = (await renew(second)).body.data!.renewRecoveryCodes!.recoveryCodes!;
  assert.equal(await left(), 10);
  assert.equal(await refusalOf(signIn(person, recoveryCodes[2]!)), 'UNAUTHENTICATED');
  assert.equal(await refusalOf(signIn(person, renewed[0]!)), undefined);
  const elses = await comeIn(directory, 'ADVOCATE');
  await enrol(directory, elses, now);
  assert.equal(await refusalOf(signIn(elses, renewed[1]!)), 'UNAUTHENTICATED', 'of her alone');
});

test('after ten wrong codes even the right one must wait, whichever change they are given to', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { secret } = await enrol(directory, person, now);
  pass(STEP_MS);
  const wrong = shownNever(secret, now);
  const on = await openDirectory({ database });
  on.setNow(now);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    assert.equal(await refusalOf(signIn(person, wrong, { on })), 'UNAUTHENTICATED');
    const removing = on.ask(RemoveSecondFactorDocument, proof(wrong), person.headers);
    assert.equal(await refusalOf(removing), 'UNAUTHENTICATED');
  }
  const { body, headers } = await signIn(person, shownBy(secret, now), { on });
  assert.equal(body.errors![0]!.extensions.code, 'RATE_LIMITED');
  assert.ok(Number(headers['retry-after']) > 60);
});

test('after a hundred wrong codes in a row, on whatever servers, only a recovery code opens', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { secret, recoveryCodes } = await enrol(directory, person, now);
  const wrongSoFar = (count: number) =>
    database
      .em()
      .execute('update auth.second_factor set wrong_codes = ? where account_id = ?', [
        count,
        person.id,
      ]);
  pass(STEP_MS);
  await wrongSoFar(99);
  const guesses = { password: 'not this password' };
  assert.equal(await refusalOf(signIn(person, '000000', guesses)), 'UNAUTHENTICATED');
  assert.equal(await refusalOf(signIn(person, shownBy(secret, now))), undefined, 'not counted: 99');
  pass(STEP_MS);
  await wrongSoFar(99);
  assert.equal(await refusalOf(signIn(person, shownNever(secret, now))), 'UNAUTHENTICATED');
  assert.equal(await refusalOf(signIn(person, shownBy(secret, now))), 'UNAUTHENTICATED');
  assert.equal(await refusalOf(signIn(person, recoveryCodes[0]!)), undefined);
  assert.equal(
    await refusalOf(signIn(person, shownBy(secret, now))),
    undefined,
    'and then the app',
  );
});

test('whoever has a second factor gives a code to take up an invitation too', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { secret } = await enrol(directory, person, now);
  pass(STEP_MS);
  const { token } = await directory.change((changing) =>
    invitePerson({ email: person.email, role: 'STEWARD' }, HOST, changing),
  );
  const take = (code: string | null, password = PASSWORD) =>
    directory.ask(AcceptInvitationDocument, { input: { token, password, code } });
  const right = shownBy(secret, now);
  const texts = new Set([
    (await take(null)).text,
    (await take(shownNever(secret, now))).text,
    (await take(right, 'not this password')).text,
  ]);
  assert.equal(texts.size, 1);
  assert.match([...texts][0]!, /"UNAUTHENTICATED"/);
  const came = await take(right);
  assert.equal(came.body.data!.acceptInvitation!.signedIn, true);
  assert.equal(await kindOf(sessionIn(came.headers)), 'STEWARD');
});

test('a session that began without it has ended when it is in force', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const before = [person.headers, sessionIn((await signIn(person, null)).headers)];
  await enrol(directory, person, now);
  for (const headers of before) {
    assert.equal(await kindOf(headers), 'STRANGER');
    assert.equal(await kindOf(headers, other), 'STRANGER');
  }
  assert.equal(await kindOf(person.headers, other), 'ADVOCATE');
});

test('another one is begun with a code of the first, which holds until the new one is confirmed', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const first = await enrol(directory, person, now);
  pass(STEP_MS);
  const begin = (code: string | null, password = PASSWORD) =>
    directory.ask(BeginSecondFactorDocument, proof(code, password), person.headers);
  assert.equal(await refusalOf(begin(null)), 'UNAUTHENTICATED');
  assert.equal(await refusalOf(begin(shownBy(first.secret, now), 'not it')), 'UNAUTHENTICATED');
  const { secret } = (await begin(shownBy(first.secret, now))).body.data!.beginSecondFactor!;
  pass(STEP_MS);
  assert.equal(await refusalOf(signIn(person, shownBy(secret!, now))), 'UNAUTHENTICATED');
  assert.equal(await refusalOf(signIn(person, shownBy(first.secret, now))), undefined);
  const confirm = (code: string) =>
    directory.ask(ConfirmSecondFactorDocument, { input: { code } }, person.headers);
  pass(STEP_MS);
  assert.equal(await refusalOf(confirm(shownBy(first.secret, now))), 'INVALID');
  assert.equal(await refusalOf(confirm(shownBy(secret!, now))), undefined);
  pass(STEP_MS);
  assert.equal(await refusalOf(signIn(person, shownBy(first.secret, now))), 'UNAUTHENTICATED');
  assert.equal(await refusalOf(signIn(person, first.recoveryCodes[0]!)), 'UNAUTHENTICATED');
  assert.equal(await refusalOf(signIn(person, shownBy(secret!, now))), undefined);
});

test('one that was begun is confirmed within half an hour, once, or begun again', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const begin = async () =>
    (await directory.ask(BeginSecondFactorDocument, proof(), person.headers)).body.data!
      .beginSecondFactor!.secret!;
  const confirm = (code: string) =>
    refusalOf(directory.ask(ConfirmSecondFactorDocument, { input: { code } }, person.headers));
  assert.equal(await confirm('000000'), 'NOT_FOUND');
  const [stale, late] = [await begin(), await begin()];
  assert.equal(await confirm(shownBy(stale, now)), 'INVALID', 'the last one that was begun counts');
  pass(30 * MINUTE_MS);
  assert.equal(await confirm(shownBy(late, now)), 'NOT_FOUND');
  const secret = await begin();
  const twice = await Promise.all([confirm(shownBy(secret, now)), confirm(shownBy(secret, now))]);
  assert.equal(
    twice.filter((code) => code === undefined).length,
    1,
    'once: then its session is over',
  );
});

test('she takes it away by password and code; every session ends, and her password opens again', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { secret, recoveryCodes } = await enrol(directory, person, now);
  pass(STEP_MS);
  const second = sessionIn((await signIn(person, shownBy(secret, now))).headers);
  const remove = (code: string | null, password = PASSWORD) =>
    directory.ask(RemoveSecondFactorDocument, proof(code, password), second);
  assert.equal(await refusalOf(remove(null)), 'UNAUTHENTICATED');
  assert.equal(await refusalOf(remove(recoveryCodes[0]!, 'not it')), 'UNAUTHENTICATED');
  const { body, headers } = await remove(recoveryCodes[0]!);
  assert.deepEqual(body.data!.removeSecondFactor, { removed: true, userErrors: [] });
  assert.match(String(headers['set-cookie']), /Expires=Thu, 01 Jan 1970/);
  for (const session of [person.headers, second]) {
    assert.equal(await kindOf(session), 'STRANGER');
    assert.equal(await kindOf(session, other), 'STRANGER');
  }
  const back = sessionIn((await signIn(person, null)).headers);
  assert.equal(await kindOf(back), 'ADVOCATE');
  const removing = directory.ask(RemoveSecondFactorDocument, proof(), back);
  assert.equal(await refusalOf(removing), 'NOT_FOUND');
  const renewing = directory.ask(RenewRecoveryCodesDocument, proof(), back);
  assert.equal(await refusalOf(renewing), 'NOT_FOUND');
  assert.ok((await actionsOf(person)).includes('removeSecondFactor'));
});

test('the host ends that of whoever lost everything, and it is written down as the host’s', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  await enrol(directory, person, now);
  const reset = (email: string) =>
    directory.change((changing) => resetSecondFactor({ email }, HOST, changing));
  await reset(person.email.toUpperCase());
  assert.equal(await kindOf(person.headers), 'STRANGER');
  assert.equal(await refusalOf(signIn(person, null)), undefined);
  await assert.rejects(reset(person.email), { code: 'NOT_FOUND' });
  await assert.rejects(reset('nobody@example.org'), { code: 'NOT_FOUND', field: 'email' });
  const [event] = await read.rows<{ kind: string }>(sql`select viewer_kind as kind from audit.event
    where action = 'resetSecondFactor' and thing_id = ${person.id}`);
  assert.equal(event!.kind, 'HOST');
});

test('without a key to seal it with it is refused, in words that say what to do, and nothing is kept', async () => {
  const keyless = await openDirectory();
  const person = await comeIn(keyless, 'ADVOCATE');
  const { body } = await keyless.ask(BeginSecondFactorDocument, proof(), person.headers);
  const { secret, userErrors } = body.data!.beginSecondFactor!;
  assert.equal(secret, null);
  assert.equal(userErrors[0]!.code, 'INVALID');
  assert.match(userErrors[0]!.message, /no key to seal a second factor.*keys new-data/);
  const rows = await keyless.database.read.rows(
    sql`select from auth.enrolment where account_id = ${person.id}`,
  );
  assert.equal(rows.length, 0);
});

test('a question proves who asks once at most, by whatever changes', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { body } = await directory.ask(
    `mutation { renewRecoveryCodes(input: { password: "a" }) { recoveryCodes }
      removeSecondFactor(input: { password: "b" }) { removed } }`,
    {},
    person.headers,
  );
  assert.equal(body.errors![0]!.extensions.code, 'LIMIT_EXCEEDED');
});

test('what is no text, or too long, is refused by its field', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  for (const code of ['\u0000', '\ud800', '1'.repeat(101)]) {
    const { body } = await signIn(person, code);
    const [error] = body.data!.signIn!.userErrors;
    assert.deepEqual([error!.code, error!.field], ['INVALID', 'input.code']);
  }
  assert.ok(!directory.logged().includes('"fault"'));
});

test('one that cannot be opened fits no code; her recovery codes open still', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const elses = await comeIn(directory, 'ADVOCATE');
  const { secret, recoveryCodes } = await enrol(directory, person, now);
  const planted = await enrol(directory, elses, now);
  // Whoever writes to the database puts a secret she knows in place of another's.
  await database.em().execute(
    `update auth.second_factor f set key_id = own.key_id, nonce = own.nonce, sealed = own.sealed
     from auth.second_factor own where own.account_id = ? and f.account_id = ?`,
    [elses.id, person.id],
  );
  pass(STEP_MS);
  for (const code of [shownBy(secret, now), shownBy(planted.secret, now)]) {
    assert.equal(await refusalOf(signIn(person, code)), 'UNAUTHENTICATED');
  }
  assert.equal(await refusalOf(signIn(person, recoveryCodes[0]!)), undefined);
});
