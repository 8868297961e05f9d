import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invitePerson } from '../../src/access/index.js';
import { openDirectory } from '../support/directory.js';
import { AcceptInvitationDocument, SignInDocument } from '../support/documents.js';
import { comeIn, HOST, PASSWORD } from '../support/people.js';
import { refusalOf } from '../support/second-factors.js';

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
