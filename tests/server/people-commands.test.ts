import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { begin, commandEnvironment } from '../support/command.js';
import { openDirectory } from '../support/directory.js';
import {
  AcceptInvitationDocument,
  IssueAppKeyDocument,
  WhoAsksDocument,
} from '../support/documents.js';
import { PASSWORD, sessionIn } from '../support/people.js';
import { enrol } from '../support/second-factors.js';
import { emptyForCommands } from '../support/template.js';
import { dataKey, vaultOf } from '../support/vaults.js';

const place = await emptyForCommands();
after(() => place.remove());

const harborlight = (...args: string[]) =>
  begin(args, {
    ...commandEnvironment,
    HARBORLIGHT_ADDRESS: 'https://directory.example.org/',
    ...place.env,
  }).ended;

test('the host makes the first steward and the first key, says who there is, and ends both', async () => {
  const invited = await harborlight('people', 'invite', 'first@example.org', '--role', 'STEWARD');
  const link = /https:\/\/directory\.example\.org\/join#(\S+)/.exec(invited.out);
  assert.ok(link, invited.out);
  const issued = await harborlight('keys', 'issue', 'Sample tool', '--scope', 'directory:read');
  const key = /hbl_\S+/.exec(issued.out)?.[0];
  const keyId = /key_\S{22}/.exec(issued.out)?.[0];
  assert.ok(key && keyId, issued.out);

  const database = await place.open(vaultOf(dataKey('host-key')));
  const directory = await openDirectory({ database });
  const input = { token: link[1]!, name: 'First Sample', password: PASSWORD };
  const { headers } = await directory.ask(AcceptInvitationDocument, { input });
  const kinds = async () =>
    Promise.all(
      [sessionIn(headers), { authorization: `Bearer ${key}` }].map(
        async (who: Record<string, string>) =>
          (await directory.ask(WhoAsksDocument, {}, who)).body.data?.viewer.kind,
      ),
    );
  assert.deepEqual(await kinds(), ['STEWARD', 'APP']);
  const now = new Date();
  directory.setNow(now);
  // Of two keys that she issues one is kept when the host lets her go.
  const [kept, ended] = await Promise.all(
    ['Kept tool', 'Ended tool'].map(async (name) => {
      const key = { input: { name, scopes: ['directory:read'] } };
      const { body } = await directory.ask(IssueAppKeyDocument, key, sessionIn(headers));
      return body.data!.issueAppKey!.appKey!.id;
    }),
  );
  const { secret } = await enrol(directory, { headers: sessionIn(headers) }, now);
  await directory.http.close();
  await database.close();

  const people = await harborlight('people', 'list');
  assert.match(
    people.out,
    /acc_\S{22} {2}first@example\.org {2}First Sample: STEWARD; second factor/,
  );
  assert.ok(!people.out.includes(secret));
  const reset = () => harborlight('people', 'reset-second-factor', 'First@example.org');
  assert.match((await reset()).out, /no second factor any more, and is signed out everywhere/);
  assert.match((await harborlight('people', 'list')).out, /First Sample: STEWARD$/m);
  assert.match((await reset()).out, /^NOT_FOUND: There is no second factor/m);
  const keys = await harborlight('keys', 'list');
  assert.match(keys.out, /Sample tool: directory:read, until \d{4}-\S+; the host answers for it$/m);
  assert.match(keys.out, /Kept tool: .*; First Sample answers for it$/m);
  assert.ok(!keys.out.includes(key));
  const limited = ['--scope', 'directory:read', '--trusted-documents-only'];
  assert.match((await harborlight('keys', 'issue', 'Console', ...limited)).out, /hbl_/);
  assert.match(
    (await harborlight('keys', 'list')).out,
    /Console: directory:read, trusted documents only, until /,
  );
  assert.match((await harborlight('keys', 'revoke', keyId)).out, /has ended/);
  const letGo = ['people', 'revoke', 'First@example.org', '--keep-key'];
  assert.match((await harborlight(...letGo, keyId)).out, /^INVALID: Keep only keys/m);
  const gone = await harborlight(...letGo, kept!);
  assert.match(gone.out, /signed out/);
  assert.match(gone.out, new RegExp(`^${ended}  hbl_\\S+  Ended tool: has ended with her`, 'm'));
  assert.ok(!gone.out.includes(kept!));
  const left = (await harborlight('keys', 'list')).out;
  assert.match(left, new RegExp(`^${kept} .*; the host answers for it$`, 'm'));
  assert.ok(!left.includes(ended!));
  assert.match((await harborlight('people', 'list')).out, /Nobody may come in yet/);
});

test('a mistake says what to do', async () => {
  for (const [args, words] of [
    [['people', 'invite', 'a@example.org', '--role', 'BOSS'], /Allowed choices are ADVOCATE/],
    [['people', 'invite', 'a@example.org', '--role', 'COORDINATOR'], /Name the organization/],
    [['people', 'revoke', 'a@example.org'], /holds no role. "harborlight people list"/],
    [['people', 'reset-second-factor', 'a@example.org'], /NOT_FOUND: There is no person of this/],
    [['keys', 'issue', 'Tool', '--scope', 'everything'], /Allowed choices are directory:read/],
    [['keys', 'revoke', 'key_none'], /NOT_FOUND: There is no such key/],
  ] as const) {
    const { code, out } = await harborlight(...args);
    assert.notEqual(code, 0, args.join(' '));
    assert.match(out, words);
  }
});
