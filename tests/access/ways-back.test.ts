import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, type Role } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  AcceptInvitationDocument,
  GrantRoleDocument,
  InvitePersonDocument,
  RevokePersonDocument,
} from '../support/documents.js';
import { comeIn, PASSWORD, type SignedIn } from '../support/people.js';

const directory = await openDirectory();
const { read } = directory.database;
const organizationOf = async (nation: boolean) =>
  (
    await read.rows<{ id: string }>(sql`select o.id from org.organization o
      where exists (select from org.tribal_nation n where n.organization_id = o.id) = ${nation}
      order by o.id limit 1`)
  )[0]!.id;
const home = await organizationOf(false);
const nation = await organizationOf(true);
const [steward, other] = [await comeIn(directory, 'STEWARD'), await comeIn(directory, 'STEWARD')];

/** The token of an invitation that someone sends to an address. */
async function offered(
  by: SignedIn,
  email: string,
  role: Role,
  organizationId: string | null = null,
): Promise<string> {
  const input = { email, role, organizationId };
  const { body, text } = await directory.ask(InvitePersonDocument, { input }, by.headers);
  const link = body.data?.invitePerson?.invitation?.link;
  assert.ok(link, text);
  return new URL(link, 'http://localhost').hash.slice(1);
}
async function takenUp(token: string): Promise<string> {
  const input = { token, name: 'Sample Comer', password: PASSWORD };
  const { body } = await directory.ask(AcceptInvitationDocument, { input });
  return body.data!.acceptInvitation!.userErrors[0]?.code ?? 'in';
}
/** What a document answers in which someone goes and invites. */
interface Left {
  revokePerson: { userErrors: unknown[] };
  invitePerson: { invitation: unknown; userErrors: { code: string }[] };
}
const revoke = (person: SignedIn, by: SignedIn) =>
  directory.ask(RevokePersonDocument, { input: { personId: person.id } }, by.headers);

test('who is let go does not come in again by a link that she kept', async () => {
  const coordinator = await comeIn(directory, 'COORDINATOR', home);
  const fallen = await comeIn(directory, 'STEWARD');
  const kept = [
    await offered(coordinator, 'back.one@example.org', 'COORDINATOR', home),
    await offered(fallen, 'back.two@example.org', 'STEWARD'),
    await offered(fallen, 'back.three@example.org', 'COORDINATOR', home),
  ];
  const others = await offered(other, 'new.colleague@example.org', 'ADVOCATE');
  await revoke(coordinator, steward);
  await revoke(fallen, steward);
  for (const token of kept) assert.equal(await takenUp(token), 'NOT_FOUND');
  assert.equal(await takenUp(others), 'in', 'what others have offered stays');
});

test('what was offered to someone elsewhere is not for whoever ends her role here to withdraw', async () => {
  const person = await comeIn(directory, 'COORDINATOR', home);
  const colleague = await comeIn(directory, 'COORDINATOR', home);
  const ofNation = await comeIn(directory, 'NATION_COORDINATOR', nation);
  const there = await offered(ofNation, person.email, 'NATION_COORDINATOR', nation);
  const here = await offered(steward, person.email, 'COORDINATOR', home);
  await revoke(person, colleague);
  assert.equal(await takenUp(here), 'NOT_FOUND');
  assert.equal(await takenUp(there), 'in');
});

test('whoever is let go in the same document gives nothing after it', async () => {
  const leaving = await comeIn(directory, 'STEWARD');
  const query = `mutation ($me: ID!) {
    revokePerson(input: { personId: $me }) { userErrors { code } }
    invitePerson(input: { email: "after@example.org", role: STEWARD }) { invitation { link } userErrors { code } } }`;
  const { body } = await directory.ask<Left, { me: string }>(
    query,
    { me: leaving.id },
    leaving.headers,
  );
  assert.deepEqual(body.data!.revokePerson.userErrors, []);
  assert.equal(body.data!.invitePerson.invitation, null);
  assert.equal(body.data!.invitePerson.userErrors[0]!.code, 'NOT_FOUND');
});

test('nobody gives herself a role, by hand or by a link', async () => {
  const input = { personId: steward.id, role: 'COORDINATOR' as const, organizationId: home };
  const { body } = await directory.ask(GrantRoleDocument, { input }, steward.headers);
  assert.equal(body.data!.grantRole!.userErrors[0]!.code, 'FORBIDDEN');
  const own = await offered(steward, steward.email, 'COORDINATOR', home);
  assert.equal(await takenUp(own), 'FORBIDDEN');
  const byOther = await offered(other, steward.email, 'COORDINATOR', home);
  assert.equal(await takenUp(byOther), 'in');
});
