import assert from 'node:assert/strict';
import { test } from 'node:test';
import { revokePerson } from '../../src/access/index.js';
import { issueAppKey } from '../../src/access/issue-app-key.command.js';
import { sql, type Viewer } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  IssueAppKeyDocument,
  NoticesDocument,
  RevokePersonDocument,
  WhoAsksDocument,
  type RevokePersonInput,
} from '../support/documents.js';
import { Findings } from '../../src/server/command-line/findings.js';
import { lookAtAppKeys } from '../../src/server/command-line/doctor-keys.js';
import { comeIn, HOST, type SignedIn } from '../support/people.js';

const directory = await openDirectory();
const { read } = directory.database;
const staying = await comeIn(directory, 'STEWARD');

const issue = async (by: SignedIn, name: string) => {
  const input = { name, scopes: ['directory:read'] };
  const { body } = await directory.ask(IssueAppKeyDocument, { input }, by.headers);
  const { appKey, key } = body.data!.issueAppKey!;
  return { id: appKey!.id, name, headers: { authorization: `Bearer ${key}` } };
};
const works = async ({ headers }: { headers: Record<string, string> }) =>
  (await directory.ask(WhoAsksDocument, {}, headers)).status === 200;
const letGo = async (input: RevokePersonInput, by = staying) =>
  (await directory.ask(RevokePersonDocument, { input }, by.headers)).body.data!.revokePerson!;
const noticed = async (by = staying) =>
  (await directory.ask(NoticesDocument, { first: 4 }, by.headers)).body.data!.viewer.notices.nodes;

test('with a steward the keys end for which she answers; the answer names them, and the stewards are told', async () => {
  const leaving = await comeIn(directory, 'STEWARD');
  const [one, two] = [await issue(leaving, 'County tool'), await issue(leaving, 'Hotline tool')];
  const others = await issue(staying, 'Another');
  const idempotencyKey = 'e6f4a8b4-5b0e-4dd7-a5c6-9f6d5a3d2b10';
  const answer = await letGo({ personId: leaving.id, idempotencyKey });
  assert.deepEqual(answer, {
    personId: leaving.id,
    endedAppKeys: [one, two].map(({ id, name }) => ({ id, name })),
    userErrors: [],
  });
  assert.deepEqual(await Promise.all([one, two, others].map(works)), [false, false, true]);
  assert.deepEqual(await letGo({ personId: leaving.id, idempotencyKey }), answer, 'sent again');
  const told = (await noticed()).slice(0, 3);
  assert.deepEqual(told.map(({ kind, thingId }) => [kind, thingId]).sort(), [
    ...[['APP_KEY_ENDED', one.id] as const, ['APP_KEY_ENDED', two.id] as const].sort(),
    ['ROLE_ENDED', null],
  ]);
  const name = `Sample Person ${/\d+/.exec(leaving.email)![0]}`;
  assert.deepEqual([...new Set(told.map(({ person }) => person))], [name]);
  const actions = await read.rows<{ action: string; by: string }>(
    sql`select action, viewer_id as by from audit.event where thing_id = ${one.id} order by number`,
  );
  assert.deepEqual(actions, [
    { action: 'issueAppKey', by: leaving.id },
    { action: 'revokeAppKey', by: staying.id },
  ]);
});

test('one that another steward takes over stays, and ends with her', async () => {
  const leaving = await comeIn(directory, 'STEWARD');
  const heir = await comeIn(directory, 'STEWARD');
  const [kept, ended] = [await issue(leaving, 'Kept'), await issue(leaving, 'Ended')];
  const { endedAppKeys } = await letGo({ personId: leaving.id, keepAppKeys: [kept.id] }, heir);
  assert.deepEqual(
    endedAppKeys!.map(({ id }) => id),
    [ended.id],
  );
  assert.deepEqual(await Promise.all([kept, ended].map(works)), [true, false]);
  assert.ok(
    (await noticed()).some((one) => one.kind === 'APP_KEY_KEPT' && one.thingId === kept.id),
  );
  await letGo({ personId: heir.id });
  assert.equal(await works(kept), false);
});

test('nobody keeps a key that is none of hers, and who is no steward ends none', async () => {
  const leaving = await comeIn(directory, 'STEWARD');
  const hers = await issue(leaving, 'Hers');
  const others = await issue(staying, 'Not hers');
  for (const keepAppKeys of [[others.id], [hers.id, 'key_AAAAAAAAAAAAAAAAAAAAAA']]) {
    const { userErrors } = await letGo({ personId: leaving.id, keepAppKeys });
    assert.deepEqual(
      userErrors.map(({ code, field }) => [code, field]),
      [['INVALID', 'input.keepAppKeys']],
    );
  }
  assert.ok((await works(hers)) && (await works(leaving)), 'nothing was done');
  const advocate = await comeIn(directory, 'ADVOCATE');
  assert.deepEqual((await letGo({ personId: advocate.id })).endedAppKeys, []);
});

test('the host lets her go with her keys too; and who was let go a moment ago issues none', async () => {
  const leaving = await comeIn(directory, 'STEWARD');
  const hers = await issue(leaving, 'Of one the host lets go');
  await directory.change((changing) => revokePerson({ personId: leaving.id }, HOST, changing));
  assert.equal(await works(hers), false);
  // What her session said when the request began is not believed.
  const before: Viewer = {
    kind: 'STEWARD',
    id: leaving.id,
    name: 'Leaving',
    roles: [{ role: 'STEWARD', organizationId: null }],
    owesSecondFactor: false,
  };
  const late = directory.change((changing) =>
    issueAppKey({ name: 'Late', scopes: ['directory:read'] }, before, changing),
  );
  await assert.rejects(late, { code: 'FORBIDDEN' });
});

test('the doctor names keys for which nobody answers, of stewards let go before their keys ended with them', async () => {
  const said = async () => {
    let words = '';
    await lookAtAppKeys(read, new Findings((line) => void (words += `${line}\n`)));
    return words;
  };
  const leaving = await comeIn(directory, 'STEWARD');
  const [left, lapsed] = [await issue(leaving, 'Left tool'), await issue(leaving, 'Lapsed tool')];
  assert.match(await said(), /^ {2}ok {7}Somebody answers for every key/);
  const { em } = directory.database;
  await em().execute(
    `update auth.role_grant set ended_at = now() where account_id = ? and ended_at is null`,
    [leaving.id],
  );
  await em().execute(
    `update auth.app_key set issued_at = now() - interval '9 days', expires_at = now() - interval '2 days' where id = ?`,
    [lapsed.id],
  );
  assert.ok(await works(left), 'it still works');
  const words = await said();
  assert.match(words, new RegExp(`WARNING  Nobody answers for a key .*: ${left.id} \\(Left tool`));
  assert.match(words, /"harborlight keys revoke"/);
  assert.ok(!words.includes(lapsed.id));
});
