import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actions, checkMay, isAskedOf } from '../../src/access/roles.js';
import { Refusal, sql, type Role, type Viewer } from '../../src/kernel/index.js';
import { readConfig } from '../../src/server/config.js';
import { openVault, secondFactorOf } from '../../src/server/data-vault.js';
import { writeDataKey } from '../../src/vault/index.js';
import { shownBy } from '../support/authenticator.js';
import { openDirectory } from '../support/directory.js';
import {
  GrantRoleDocument,
  MySecondFactorDocument,
  RemoveSecondFactorDocument,
  SignInDocument,
  SignOutDocument,
} from '../support/documents.js';
import { comeIn, PASSWORD, sessionIn } from '../support/people.js';
import { enrol, refusalOf } from '../support/second-factors.js';
import { dataKey, vaultOf } from '../support/vaults.js';

const { database: plain } = await openDirectory();
const database = { ...plain, vault: vaultOf(dataKey('asking-key')) };
const unasked = await openDirectory({ database });
const ofStewards = await openDirectory({ database, secondFactor: 'stewards' });
const ofEveryone = await openDirectory({ database, secondFactor: 'everyone' });
const organizations = '{ organizations(first: 1) { nodes { id } } }';
const codeOf = async (
  on: typeof unasked,
  headers: Record<string, string>,
  question = organizations,
) => (await on.ask(question, {}, headers)).body.errors?.[0]?.extensions.code;
const homeOf = async (nation: boolean) =>
  (
    await plain.read.rows<{ id: string }>(sql`select o.id from org.organization o
      where exists (select from org.tribal_nation n where n.organization_id = o.id) = ${nation}
      order by o.id limit 1`)
  )[0]!.id;

test('of whom it is asked may set one up and go, and nothing else of the whole table', () => {
  const viewer: Viewer = {
    kind: 'STEWARD',
    id: 'acc_x',
    name: 'x',
    roles: [
      { role: 'STEWARD', organizationId: null },
      { role: 'COORDINATOR', organizationId: 'org_x' },
    ],
    owesSecondFactor: true,
  };
  const open = Object.keys(actions).filter((action) => {
    try {
      checkMay(action, viewer);
      return true;
    } catch (error) {
      assert.ok(error instanceof Refusal);
      assert.equal(error.code, 'FORBIDDEN');
      assert.match(error.message, /beginSecondFactor and confirmSecondFactor/);
      return false;
    }
  });
  assert.deepEqual(open.toSorted(), [
    'Mutation.acceptInvitation',
    'Mutation.beginSecondFactor',
    'Mutation.confirmSecondFactor',
    'Mutation.signIn',
    'Mutation.signOut',
    'Query.viewer',
    'Viewer.id',
    'Viewer.kind',
    'Viewer.name',
    'Viewer.roles',
    'Viewer.scopes',
    'Viewer.secondFactor',
  ]);
  assert.throws(() => checkMay('Query.newlyAdded', viewer), Refusal);
});

test('it is asked of nobody, of stewards, or of everyone, through HTTP', async () => {
  const people = {
    ADVOCATE: await comeIn(unasked, 'ADVOCATE'),
    COORDINATOR: await comeIn(unasked, 'COORDINATOR', await homeOf(false)),
    NATION_COORDINATOR: await comeIn(unasked, 'NATION_COORDINATOR', await homeOf(true)),
    STEWARD: await comeIn(unasked, 'STEWARD'),
  } satisfies Record<Role, unknown>;
  for (const [role, { headers }] of Object.entries(people)) {
    assert.equal(await codeOf(unasked, headers), undefined, role);
    assert.equal(await codeOf(ofEveryone, headers), 'FORBIDDEN', role);
    const expected = role === 'STEWARD' ? 'FORBIDDEN' : undefined;
    assert.equal(await codeOf(ofStewards, headers), expected, role);
    const { body } = await ofEveryone.ask(MySecondFactorDocument, {}, headers);
    assert.deepEqual(body.data!.viewer, {
      kind: role,
      secondFactor: { isAskedFor: true, confirmedAt: null, recoveryCodesLeft: 0 },
    });
  }
  assert.equal(await codeOf(ofEveryone, {}), undefined, 'a stranger has none to give');
});

test('a steward without one signs in only to set it up, and then everything is open to her', async () => {
  const { email } = await comeIn(unasked, 'STEWARD');
  const signIn = async (code: string | null) =>
    sessionIn(
      (await ofStewards.ask(SignInDocument, { input: { email, password: PASSWORD, code } }))
        .headers,
    );
  const headers = await signIn(null);
  const proposals = '{ viewer { kind proposals { totalCount } } }';
  const owing = await ofStewards.ask(proposals, {}, headers);
  assert.equal(owing.body.errors?.[0]?.extensions.code, 'FORBIDDEN', 'what is hidden is in them');
  assert.equal(owing.body.data, null);
  const issuing = 'mutation { issueAppKey(input: { name: "", scopes: [] }) { key } }';
  assert.equal(await codeOf(ofStewards, headers, issuing), 'FORBIDDEN');
  const now = new Date();
  ofStewards.setNow(now);
  const steward = { headers };
  const { secret } = await enrol(ofStewards, steward, now);
  assert.equal(await codeOf(ofStewards, steward.headers, issuing), undefined);
  assert.equal(await codeOf(ofStewards, steward.headers, proposals), undefined);
  const { body } = await ofStewards.ask(MySecondFactorDocument, {}, headers);
  assert.equal(
    body.data!.viewer.kind,
    'STRANGER',
    'a copy of her cookie comes in by no code of hers',
  );
  const later = new Date(now.getTime() + 30_000);
  ofStewards.setNow(later);
  const back = await signIn(shownBy(secret, later));
  assert.equal(await codeOf(ofStewards, back), undefined);
  const removing = ofStewards.ask(
    RemoveSecondFactorDocument,
    { input: { password: PASSWORD, code: shownBy(secret, later, 1) } },
    back,
  );
  assert.equal(await refusalOf(removing), 'INVALID', 'of whom it is asked keeps it');
  assert.equal(await codeOf(ofStewards, back), undefined);
});

test('it is asked of whoever becomes a steward, at once, in the session she has', async () => {
  const person = await comeIn(ofStewards, 'ADVOCATE');
  assert.equal(await codeOf(ofStewards, person.headers), undefined);
  const steward = await comeIn(unasked, 'STEWARD');
  const input = { personId: person.id, role: 'STEWARD' } as const;
  await unasked.ask(GrantRoleDocument, { input }, steward.headers);
  assert.equal(await codeOf(ofStewards, person.headers), 'FORBIDDEN');
  const out = await ofStewards.ask(SignOutDocument, {}, person.headers);
  assert.equal(out.body.data!.signOut!.signedOut, true);
});

test('where nothing is said it is asked of stewards, if anyone can have one', () => {
  const key = { HARBORLIGHT_DATA_KEY: writeDataKey(dataKey('a-key')) };
  const asked = (settings: NodeJS.ProcessEnv) => {
    const config = readConfig(settings);
    return secondFactorOf(config, openVault(config).vault);
  };
  assert.equal(asked({}), 'none', 'a fresh start locks nobody out');
  assert.equal(asked(key), 'stewards');
  for (const rule of ['none', 'stewards', 'everyone'] as const) {
    assert.equal(asked({ ...key, HARBORLIGHT_SECOND_FACTOR: rule }), rule);
    if (rule === 'none') continue;
    assert.throws(() => asked({ HARBORLIGHT_SECOND_FACTOR: rule }), {
      code: 'INVALID',
      field: 'HARBORLIGHT_SECOND_FACTOR',
      message: /nobody of whom one is asked could come in.*keys new-data/,
    });
  }
  assert.throws(() => asked({ HARBORLIGHT_SECOND_FACTOR: 'some' }), /HARBORLIGHT_SECOND_FACTOR/);
});

test('of whom a rule asks one', () => {
  const held = (...roles: Role[]) => roles.map((role) => ({ role }));
  assert.ok(!isAskedOf('none', held('STEWARD')));
  assert.ok(isAskedOf('stewards', held('ADVOCATE', 'STEWARD')));
  assert.ok(!isAskedOf('stewards', held('ADVOCATE', 'NATION_COORDINATOR')));
  assert.ok(isAskedOf('everyone', held('ADVOCATE')));
});
