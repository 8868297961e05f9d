import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invitePerson } from '../../src/access/index.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  AcceptInvitationDocument,
  GrantRoleDocument,
  InvitePersonDocument,
  RevokePersonDocument,
  SignInDocument,
  SignOutDocument,
  WhoAsksDocument,
} from '../support/documents.js';
import { comeIn, HOST, PASSWORD, sessionIn } from '../support/people.js';
import { untimed } from '../support/untimed.js';

const HOUR_MS = 3_600_000;
const directory = await openDirectory();
/** Another server on the same database. */
const other = await openDirectory({ database: directory.database });
const { read } = directory.database;

const organizationOf = async (nation: boolean) =>
  (
    await read.rows<{ id: string; name: string }>(sql`select o.id, o.name from org.organization o
      where exists (select from org.tribal_nation n where n.organization_id = o.id) = ${nation}
      order by o.id limit 2`)
  ).map(({ id }) => id);
const [home, elsewhere] = await organizationOf(false);
const [nation] = await organizationOf(true);
const kindOf = async (headers: Record<string, string>, of = directory) =>
  (await of.ask(WhoAsksDocument, {}, headers)).body.data?.viewer.kind;
const signIn = (email: string, password: string) =>
  directory.ask(SignInDocument, { input: { email, password } });
const tokenOf = (link: string) => new URL(link, 'http://localhost').hash.slice(1);
const stewards = await Promise.all([comeIn(directory, 'STEWARD'), comeIn(directory, 'STEWARD')]);
const steward = stewards[0];

test('who is invited comes in by her link once, is known by her role, goes out and comes back', async () => {
  const email = 'Ruth.Example@example.org';
  const invited = await directory.ask(
    InvitePersonDocument,
    { input: { email, role: 'ADVOCATE' } },
    steward.headers,
  );
  const { invitation, userErrors } = invited.body.data!.invitePerson!;
  assert.deepEqual(userErrors, []);
  const token = tokenOf(invitation!.link);
  const input = { token, name: 'Ruth Sample', password: PASSWORD };
  const came = await directory.ask(AcceptInvitationDocument, { input });
  const mine = sessionIn(came.headers);
  const { body } = await directory.ask(WhoAsksDocument, {}, mine);
  assert.deepEqual(body.data!.viewer, {
    kind: 'ADVOCATE',
    name: 'Ruth Sample',
    roles: [{ role: 'ADVOCATE', organizationId: null }],
    scopes: [],
  });
  assert.equal(await kindOf(mine, other), 'ADVOCATE', 'on every server');
  const again = await directory.ask(AcceptInvitationDocument, { input });
  assert.equal(again.body.data!.acceptInvitation!.userErrors[0]!.code, 'NOT_FOUND');
  assert.equal(again.headers['set-cookie'], undefined);
  const out = await directory.ask(SignOutDocument, {}, mine);
  assert.match(
    String(out.headers['set-cookie']),
    /^__Host-harborlight=;.*Expires=Thu, 01 Jan 1970/,
  );
  assert.equal(await kindOf(mine), 'STRANGER', 'the session has ended, whoever kept its cookie');
  const back = await signIn('ruth.example@EXAMPLE.org', PASSWORD);
  assert.equal(back.body.data!.signIn!.signedIn, true);
  assert.equal(await kindOf(sessionIn(back.headers), other), 'ADVOCATE');
});

test('the cookie is of this host alone, over HTTPS or on one’s own machine, and no script reads it', async () => {
  const { headers } = await signIn(steward.email, PASSWORD);
  const cookie = String(headers['set-cookie']);
  for (const part of [/^__Host-/, /; Path=\//, /; Secure/, /; HttpOnly/, /; SameSite=Strict/]) {
    assert.match(cookie, part);
  }
  assert.doesNotMatch(cookie, /Domain/);
});

test('a wrong password and an address without account are told alike, byte for byte', async () => {
  const wrong = await signIn(steward.email, 'not this password');
  const nobody = await signIn('nobody@example.org', 'not this password');
  assert.equal(wrong.text, nobody.text);
  assert.equal(wrong.body.data!.signIn!.userErrors[0]!.code, 'UNAUTHENTICATED');
  const refused = await read.rows<{ thing: string | null }>(sql`
    select thing_id as thing from audit.event where action = 'signIn.refused' order by number desc limit 2`);
  assert.deepEqual(
    refused,
    [{ thing: null }, { thing: steward.id }],
    'one takes what the other takes',
  );
  const without = ({ date: _, ...rest }: Record<string, unknown>) => rest;
  assert.deepEqual(without(wrong.headers), without(nobody.headers));
});

test('a session ends when nobody used it for a night shift, and after two weeks however often it is used', async () => {
  const began = new Date('2026-11-01T12:00:00Z');
  const after = (hours: number) => directory.setNow(new Date(began.getTime() + hours * HOUR_MS));
  after(0);
  const idle = sessionIn((await signIn(steward.email, PASSWORD)).headers);
  const used = sessionIn((await signIn(steward.email, PASSWORD)).headers);
  for (let hours = 10; hours < 14 * 24; hours += 10) {
    after(hours);
    assert.equal(await kindOf(used), 'STEWARD', `after ${hours} hours`);
    if (hours === 20) assert.equal(await kindOf(idle), 'STRANGER');
  }
  after(14 * 24);
  assert.equal(await kindOf(used), 'STRANGER');
  directory.setNow(new Date());
});

test('what is revoked has ended at once, on every server and every device, with what was offered', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { token } = await directory.change((changing) =>
    invitePerson({ email: person.email, role: 'STEWARD' }, HOST, changing),
  );
  const second = sessionIn((await signIn(person.email, PASSWORD)).headers);
  const { body } = await directory.ask(
    RevokePersonDocument,
    { input: { personId: person.id } },
    steward.headers,
  );
  assert.deepEqual(body.data!.revokePerson, {
    personId: person.id,
    endedAppKeys: [],
    userErrors: [],
  });
  for (const headers of [person.headers, second]) {
    assert.equal(await kindOf(headers), 'STRANGER');
    assert.equal(await kindOf(headers, other), 'STRANGER');
  }
  const late = await directory.ask(AcceptInvitationDocument, {
    input: { token, password: PASSWORD },
  });
  assert.equal(late.body.data!.acceptInvitation!.userErrors[0]!.code, 'NOT_FOUND');
  const back = await signIn(person.email, PASSWORD);
  assert.equal(
    await kindOf(sessionIn(back.headers)),
    'STRANGER',
    'who holds no role is a stranger',
  );
});

test('the last steward stays', async () => {
  const revoke = (personId: string) =>
    directory.ask(RevokePersonDocument, { input: { personId } }, steward.headers);
  const own = await openDirectory();
  const only = await comeIn(own, 'STEWARD');
  const answer = await own.ask(
    RevokePersonDocument,
    { input: { personId: only.id } },
    only.headers,
  );
  assert.equal(answer.body.data!.revokePerson!.userErrors[0]!.code, 'INVALID');
  assert.equal(await kindOf(only.headers, own), 'STEWARD');
  const third = await comeIn(directory, 'STEWARD');
  assert.deepEqual((await revoke(third.id)).body.data!.revokePerson!.userErrors, []);
});

test('people of an organization bring others into it and into no other; a nation’s, only its own', async () => {
  const ofHome = await comeIn(directory, 'COORDINATOR', home!);
  const ofNation = await comeIn(directory, 'NATION_COORDINATOR', nation!);
  const codeOf = async (
    headers: Record<string, string>,
    role: 'ADVOCATE' | 'COORDINATOR' | 'NATION_COORDINATOR' | 'STEWARD',
    organizationId: string | null,
  ) => {
    const input = { email: 'new.person@example.org', role, organizationId };
    const { body } = await directory.ask(InvitePersonDocument, { input }, headers);
    return body.data!.invitePerson!.userErrors[0]?.code ?? 'OK';
  };
  const missing = 'org_AAAAAAAAAAAAAAAAAAAAAA';
  assert.equal(await codeOf(ofHome.headers, 'COORDINATOR', home!), 'OK');
  assert.equal(await codeOf(ofHome.headers, 'COORDINATOR', elsewhere!), 'NOT_FOUND');
  assert.equal(await codeOf(ofHome.headers, 'STEWARD', null), 'NOT_FOUND');
  assert.equal(await codeOf(ofHome.headers, 'ADVOCATE', null), 'NOT_FOUND');
  assert.equal(await codeOf(ofNation.headers, 'NATION_COORDINATOR', nation!), 'OK');
  assert.equal(await codeOf(ofNation.headers, 'COORDINATOR', home!), 'NOT_FOUND');
  assert.equal(await codeOf(steward.headers, 'COORDINATOR', home!), 'OK');
  assert.equal(await codeOf(steward.headers, 'NATION_COORDINATOR', nation!), 'NOT_FOUND');
  assert.equal(await codeOf(steward.headers, 'COORDINATOR', nation!), 'NOT_FOUND');
  assert.equal(await codeOf(steward.headers, 'COORDINATOR', missing), 'NOT_FOUND');
  assert.equal(await codeOf(steward.headers, 'COORDINATOR', null), 'INVALID');
  assert.equal(await codeOf(steward.headers, 'STEWARD', home!), 'INVALID');
});

test('a steward ends no role of a nation’s person, and a coordinator only those of her organization', async () => {
  const person = await comeIn(directory, 'NATION_COORDINATOR', nation!);
  const colleague = await comeIn(directory, 'COORDINATOR', home!);
  const both = await comeIn(directory, 'ADVOCATE');
  await directory.ask(
    GrantRoleDocument,
    { input: { personId: both.id, role: 'COORDINATOR', organizationId: home! } },
    steward.headers,
  );
  const end = async (personId: string, headers: Record<string, string>) => {
    const { body } = await directory.ask(RevokePersonDocument, { input: { personId } }, headers);
    return body.data!.revokePerson!.userErrors[0]?.code ?? 'OK';
  };
  assert.equal(await kindOf(both.headers), 'COORDINATOR');
  assert.equal(await end(person.id, steward.headers), 'NOT_FOUND');
  assert.equal(await end(steward.id, colleague.headers), 'NOT_FOUND');
  assert.equal(await end('acc_AAAAAAAAAAAAAAAAAAAAAA', colleague.headers), 'NOT_FOUND');
  assert.equal(await end(both.id, colleague.headers), 'OK');
  assert.equal(await kindOf(both.headers), 'ADVOCATE', 'what she is of the network stays');
});

test('nothing in the database lets anyone in: no password, no token, and what was done stays written', async () => {
  const { headers } = await signIn(steward.email, PASSWORD);
  const token = sessionIn(headers)['cookie']!.split('=')[1]!;
  const tables = await read.rows<{ name: string }>(sql`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('auth', 'audit', 'org', 'staging', 'pub') and table_type = 'BASE TABLE'`);
  assert.ok(tables.some(({ name }) => name === 'auth.session'));
  const raw = Buffer.from(token, 'base64url').toString('hex');
  for (const { name } of tables) {
    const rows = await directory.database
      .em()
      .execute<{ text: string }[]>(`select t::text as text from ${name} t`);
    for (const { text } of rows) {
      for (const secret of [token, raw, PASSWORD]) assert.ok(!text.includes(secret), name);
    }
  }
  for (const change of ['update audit.event set action = action', 'delete from audit.event']) {
    await assert.rejects(directory.database.em().execute(change));
  }
  const [last] = await read.rows<{ action: string; thing: string }>(sql`
    select action, thing_id as thing from audit.event order by number desc limit 1`);
  assert.deepEqual(last, { action: 'signIn', thing: steward.id });
});

test('a page of another address cannot ask in her name', async () => {
  const from = (origin: string) =>
    directory.ask(WhoAsksDocument, {}, { ...steward.headers, host: 'localhost:4000', origin });
  const { status, body } = await from('https://elsewhere.example');
  assert.deepEqual([status, body.errors![0]!.extensions.code], [403, 'FORBIDDEN']);
  assert.equal((await from('null')).status, 403);
  assert.equal((await from('http://localhost:4000')).status, 200);
});

test('a password that is too short, and a name that is missing, are told before the link is used up', async () => {
  const { token } = await directory.change((changing) =>
    invitePerson({ email: 'new.one@example.org', role: 'ADVOCATE' }, HOST, changing),
  );
  const accept = async (input: { name?: string; password: string }) =>
    (await directory.ask(AcceptInvitationDocument, { input: { token, ...input } })).body.data!
      .acceptInvitation!;
  assert.equal(
    (await accept({ name: 'New', password: 'short' })).userErrors[0]!.field,
    'input.password',
  );
  assert.match((await accept({ password: PASSWORD })).userErrors[0]!.message, /give the name/);
  assert.equal((await accept({ name: 'New', password: PASSWORD })).signedIn, true);
});

test('who has an account takes up another invitation with the password it has', async () => {
  const person = await comeIn(directory, 'ADVOCATE');
  const { token } = await directory.change((changing) =>
    invitePerson({ email: person.email, role: 'STEWARD' }, HOST, changing),
  );
  const accept = async (password: string) =>
    (await directory.ask(AcceptInvitationDocument, { input: { token, password } })).body.data!
      .acceptInvitation!;
  assert.equal((await accept('another password of mine')).userErrors[0]!.code, 'UNAUTHENTICATED');
  assert.equal(await kindOf(person.headers), 'ADVOCATE');
  assert.equal((await accept(PASSWORD)).signedIn, true);
  assert.equal(await kindOf(person.headers), 'STEWARD');
});

test('whoever holds a link learns by no refusal whether there is an account of its address', async () => {
  const { email } = await comeIn(directory, 'ADVOCATE');
  const heardOf = async (address: string) => {
    const heard: unknown[] = [];
    // Each of them a new link: the eleventh is refused for both.
    for (const input of [
      { password: 'short' },
      { password: 'short', name: 'Anyone' },
      { password: 'x'.repeat(201) },
      { password: PASSWORD, name: ' ' },
      ...Array.from({ length: 10 }, (_, nth) => ({ password: `a wrong password ${nth}` })),
      { password: 'a wrong password', code: '123456' },
    ]) {
      const { token } = await directory.change((changing) =>
        invitePerson({ email: address, role: 'ADVOCATE' }, HOST, changing),
      );
      const asked = { input: { token, ...input } };
      heard.push(untimed(await directory.ask(AcceptInvitationDocument, asked)));
    }
    return heard;
  };
  const ofHers = await heardOf(email);
  assert.deepEqual(await heardOf('nobody.here@example.org'), ofHers);
  assert.match(JSON.stringify(ofHers.at(-5)), /UNAUTHENTICATED/);
  assert.match(JSON.stringify(ofHers.at(-1)), /RATE_LIMITED/);
});

test('a password of letters that are long in memory is known again', async () => {
  const { token } = await directory.change((changing) =>
    invitePerson({ email: 'long.one@example.org', role: 'ADVOCATE' }, HOST, changing),
  );
  const password = '\u{1f33f}'.repeat(200);
  const input = { token, name: 'Long', password };
  const came = await directory.ask(AcceptInvitationDocument, { input });
  assert.equal(came.body.data!.acceptInvitation!.signedIn, true);
  assert.equal((await signIn('long.one@example.org', password)).body.data!.signIn!.signedIn, true);
  const shorter = await signIn('long.one@example.org', '\u{1f33f}'.repeat(199));
  assert.equal(shorter.body.data!.signIn!.signedIn, null);
});

test('what is no text is refused by its field in every change, and never reaches the database', async () => {
  const { token } = await directory.change((changing) =>
    invitePerson({ email: 'half.one@example.org', role: 'ADVOCATE' }, HOST, changing),
  );
  const headers = steward.headers;
  for (const half of ['\u0000', '\ud800']) {
    const fields = [
      await directory.ask(SignInDocument, { input: { email: `a${half}@b.org`, password: 'x' } }),
      await directory.ask(AcceptInvitationDocument, {
        input: { token, name: `New${half}`, password: PASSWORD },
      }),
      await directory.ask(
        RevokePersonDocument,
        { input: { personId: stewards[1].id, organizationId: half } },
        headers,
      ),
      await directory.ask(
        GrantRoleDocument,
        { input: { personId: half, role: 'ADVOCATE' } },
        headers,
      ),
    ].map(
      ({ body }) =>
        Object.values(body.data!)[0] as { userErrors: { code: string; field: string }[] },
    );
    assert.deepEqual(
      fields.map(({ userErrors: [error] }) => [error!.code, error!.field]),
      [
        ['INVALID', 'input.email'],
        ['INVALID', 'input.name'],
        ['INVALID', 'input.organizationId'],
        ['INVALID', 'input.personId'],
      ],
    );
  }
  assert.ok(!directory.logged().includes('"fault"'));
});
