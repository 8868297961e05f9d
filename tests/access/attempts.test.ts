import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Attempts, invitePerson } from '../../src/access/index.js';
import { sql } from '../../src/kernel/index.js';
import { sharedCounts } from '../../src/server/database/shared-counts.js';
import { openDirectory, type Directory } from '../support/directory.js';
import { AcceptInvitationDocument, SignInDocument } from '../support/documents.js';
import { comeIn, HOST, PASSWORD } from '../support/people.js';
import { refusalOf } from '../support/second-factors.js';
import { onPostgresql } from '../support/template.js';

const directory = await openDirectory();
const signIn = (email: string, password: string) =>
  directory.ask(SignInDocument, { input: { email, password } });

test('after ten wrong passwords even the right one must wait, and the answer says how long', async () => {
  const { email } = await comeIn(directory, 'ADVOCATE');
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { body } = await signIn(email, `wrong password ${attempt}`);
    assert.equal(body.data!.signIn!.userErrors[0]!.code, 'UNAUTHENTICATED', String(attempt));
  }
  const { body, headers } = await signIn(email, PASSWORD);
  assert.equal(body.errors![0]!.extensions.code, 'RATE_LIMITED');
  const seconds = Number(headers['retry-after']);
  assert.ok(seconds > 60 && seconds <= 900, String(seconds));
  const unknown = await signIn('nobody@example.org', PASSWORD);
  assert.equal(unknown.body.data!.signIn!.userErrors[0]!.code, 'UNAUTHENTICATED');
});

/** The same from another network. */
const signInFrom = async (
  remoteAddress: string,
  email: string,
  password: string,
  { http }: Pick<Directory, 'http'> = directory,
) => {
  const answer = await http.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({
      query: String(SignInDocument),
      variables: { input: { email, password } },
    }),
  });
  const body = answer.json<{
    errors?: { extensions: { code: string } }[];
    data?: { signIn: { signedIn: boolean | null; userErrors: { code: string }[] } | null };
  }>();
  const { signedIn, userErrors } = body.data?.signIn ?? {};
  return signedIn ? 'in' : (body.errors?.[0]?.extensions.code ?? userErrors?.[0]?.code);
};

test('who tries passwords on one network keeps nobody out on another', async () => {
  const { email } = await comeIn(directory, 'ADVOCATE');
  const tried = await Promise.all(
    Array.from({ length: 12 }, () => signInFrom('192.0.2.1', email, 'wrong password')),
  );
  assert.equal(tried.filter((one) => one === 'RATE_LIMITED').length, 2);
  assert.equal(await signInFrom('192.0.2.1', email, PASSWORD), 'RATE_LIMITED');
  assert.equal(await signInFrom('198.51.100.7', email, PASSWORD), 'in');
});

test('a hundred from many networks are enough; what is turned down on one is not counted for all', async () => {
  const attempts = new Attempts();
  const begins = (network: string) =>
    attempts.begin('someone@example.org', network).then(
      () => true,
      ({ code }: { code: string }) => (assert.equal(code, 'RATE_LIMITED'), false),
    );
  const from = async (network: string, times: number) => {
    let begun = 0;
    for (let attempt = 0; attempt < times; attempt += 1) begun += Number(await begins(network));
    return begun;
  };
  assert.equal(await from('192.0.2.1', 40), 10);
  for (let nth = 2; nth <= 10; nth += 1) assert.equal(await from(`192.0.2.${nth}`, 10), 10);
  assert.equal(await from('198.51.100.7', 10), 0);
  await attempts.begin('another@example.org', '198.51.100.7');
  // Whoever comes in by the right one has all of them again.
  await attempts.succeed('someone@example.org', '198.51.100.7');
  assert.equal(await from('198.51.100.8', 11), 10);
});

if (onPostgresql()) {
  test('several servers of one database count together; what they count, the database does not know', async () => {
    const other = await openDirectory({ database: directory.database });
    const { email } = await comeIn(directory, 'ADVOCATE');
    const network = '192.0.2.77';
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const at = attempt % 2 ? directory : other;
      assert.equal(await signInFrom(network, email, 'wrong password', at), 'UNAUTHENTICATED');
    }
    for (const at of [directory, other]) {
      assert.equal(await signInFrom(network, email, PASSWORD, at), 'RATE_LIMITED');
    }
    const kept = await directory.database.read.rows<{ key: string }>(
      sql`select * from auth.attempt`,
    );
    assert.ok(kept.length >= 3);
    // Of an address of a network, or of one's mail, whoever can guess it could find the digest.
    for (const { key } of kept) assert.match(key, /^[\w-]{43}$/);
    for (const counted of [network, email]) {
      const digest = createHash('sha256')
        .update(JSON.stringify([counted]))
        .digest('base64url');
      for (const of of ['network', 'account']) {
        const plain = createHash('sha256').update(`${of}:${digest}`).digest('base64url');
        assert.ok(!kept.some(({ key }) => key === digest || key === plain));
      }
    }
    assert.equal(await signInFrom('198.51.100.77', email, PASSWORD, other), 'in');
  });
}

test('where the database does not count, each server does for itself', async () => {
  const gone = { query: () => Promise.reject(new Error('Connection terminated')) };
  const attempts = new Attempts(sharedCounts(gone as never, Buffer.alloc(32)));
  const begin = () => attempts.begin('someone@example.org', '192.0.2.1');
  for (let attempt = 0; attempt < 10; attempt += 1) await begin();
  await assert.rejects(begin(), { code: 'RATE_LIMITED' });
  await attempts.succeed('someone@example.org', '192.0.2.1');
  await begin();
});

test('passwords given to invitations are counted with the account’s, however many invite her', async () => {
  const { email } = await comeIn(directory, 'ADVOCATE');
  const take = async (password: string) => {
    const { token } = await directory.change((changing) =>
      invitePerson({ email, role: 'ADVOCATE' }, HOST, changing),
    );
    return directory.ask(AcceptInvitationDocument, { input: { token, password } });
  };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    assert.equal(await refusalOf(take(`wrong password ${attempt}`)), 'UNAUTHENTICATED');
    assert.equal(await refusalOf(signIn(email, 'wrong password')), 'UNAUTHENTICATED');
  }
  assert.equal(await refusalOf(take(PASSWORD)), 'RATE_LIMITED');
  assert.equal(await refusalOf(signIn(email, PASSWORD)), 'RATE_LIMITED');
});

test('many at once are counted each', async () => {
  const all = await Promise.all(
    Array.from({ length: 15 }, () => signIn('someone@example.org', 'wrong password')),
  );
  const limited = all.filter(({ body }) => body.errors?.[0]?.extensions.code === 'RATE_LIMITED');
  assert.equal(limited.length, 5);
});

test('a question tries to come in once at most, however it is written', async () => {
  const field = (alias: string) =>
    `${alias}: signIn(input: { email: "a@example.org", password: "b" }) { signedIn }`;
  for (const question of [
    `mutation { ${field('a')} ${field('b')} }`,
    `mutation { ${field('a')} ...More } fragment More on Mutation { ${field('b')} }`,
    `mutation { ${field('a')} ... on Mutation { acceptInvitation(input: { token: "t", password: "p" }) { signedIn } } }`,
  ]) {
    const { body, status } = await directory.ask(question);
    assert.deepEqual(
      [status, body.errors?.[0]?.extensions.code],
      [400, 'LIMIT_EXCEEDED'],
      question,
    );
  }
});
