import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comingsOf, UNSEEN } from '../support/comings.js';
import { openDirectory } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  GrantRoleDocument,
  NoticesDocument,
  OpenProposalsDocument,
  ProposeDisclosureDocument,
  RevokePersonDocument,
  SignInDocument,
} from '../support/documents.js';
import { broughtIn, comeIn, type SignedIn } from '../support/people.js';
import { houseAndOffice, shelter } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('seen')) };
const directory = await openDirectory({ database });
const { hours, signIn, again, reveal, revoke, give } = comingsOf(directory);
const stella = await comeIn(directory, 'STEWARD');
const sam = await comeIn(directory, 'STEWARD');

const house = async () => {
  const home = await shelter(database, { said: { locations: houseAndOffice(CANARY) } });
  const ann = await comeIn(directory, 'COORDINATOR', home.organization);
  const bea = await comeIn(directory, 'COORDINATOR', home.organization);
  return { ...home, ann, bea };
};

test('who empties a house and brings in one of her own gets its door by no waiting, nor through a third', async () => {
  for (const order of ['emptied first', 'brought in first']) {
    hours(0);
    await signIn(stella);
    const { listing, organization, ann, bea } = await house();
    const empty = async () => {
      for (const person of [ann, bea]) await revoke(person, stella);
    };
    if (order === 'emptied first') await empty();
    const hers = await broughtIn(directory, stella, 'COORDINATOR', organization);
    if (order === 'brought in first') await empty();
    const next = await broughtIn(directory, hers, 'COORDINATOR', organization);
    for (const after of [73, 1_000]) {
      hours(after);
      for (const one of [hers, next]) assert.match(await reveal(listing, one), UNSEEN, order);
    }
    // Neither she nor whom she brought in confirms it; a second steward does, or the host.
    const made = await broughtIn(directory, await again(stella), 'STEWARD');
    hours(2_000);
    for (const by of [stella, made]) assert.equal(await give(hers, organization, by), 'FORBIDDEN');
    assert.match(await reveal(listing, hers), UNSEEN);
    assert.equal(await give(hers, organization, sam), 'done');
    assert.equal(await reveal(listing, hers), 'told');
    // Who was brought in by her counts when she has been there for three days herself, as one of the house.
    assert.notEqual(await reveal(listing, next), 'told');
    hours(2_073);
    assert.equal(await reveal(listing, next), 'told');
  }
});

test('two stewards whom one person brought in are not the two who confirm, however long ago, nor through others', async () => {
  hours(0);
  await signIn(stella);
  const { listing, organization, ann, bea } = await house();
  const [one, other] = [
    await broughtIn(directory, stella, 'STEWARD'),
    await broughtIn(directory, stella, 'STEWARD'),
  ];
  hours(100);
  const third = await broughtIn(directory, await again(other), 'STEWARD');
  hours(1_000);
  await again(stella);
  const hers = await broughtIn(directory, await again(one), 'COORDINATOR', organization);
  for (const person of [ann, bea]) await revoke(person, stella);
  hours(2_000);
  for (const by of [stella, one, other, third])
    assert.equal(await give(hers, organization, by), 'FORBIDDEN');
  assert.match(await reveal(listing, hers), UNSEEN);
  // Whom the host made a steward has nothing to do with them.
  assert.equal(await give(hers, organization, sam), 'done');
  assert.equal(await reveal(listing, hers), 'told');
});

/** A place of a house that withholds another: it is told with its street, to its own people alone. */
async function ownOffice({ organization }: { organization: string }): Promise<string> {
  const [row] = await database
    .em()
    .execute<{ id: string }[]>(
      `update org.location set disclosure = 'OWN' where organization_id = ? and street_told returning id`,
      [organization],
    );
  return row!.id;
}

for (const [what, to] of [
  ['a withheld street', 'STREET_TOLD'],
  ['a place with its street', 'PUBLISHED'],
] as const)
  test(`no steward approves ${what} that somebody proposed who may not know it, however long ago she brought her in`, async () => {
    hours(0);
    await signIn(stella);
    const home = await house();
    const { listing, organization, ann, bea } = home;
    const id = to === 'STREET_TOLD' ? home.location : await ownOffice(home);
    const hers = await broughtIn(directory, stella, 'COORDINATOR', organization);
    for (const person of [ann, bea]) await revoke(person, stella);
    hours(400);
    const proposes = { id, to, reason: 'It is no secret.' };
    await again(hers);
    const { body } = await directory.ask(
      ProposeDisclosureDocument,
      { input: proposes },
      hers.headers,
    );
    const proposalId = body.data!.proposeDisclosure!.proposal!.id;
    const approve = async (by: SignedIn) => {
      const { headers } = await again(by);
      const { body: read } = await directory.ask(OpenProposalsDocument, {}, headers);
      const one = read.data!.viewer.proposals.nodes.find(({ id }) => id === proposalId)!;
      const answer = await directory.ask(
        ApproveDisclosureDocument,
        { input: { proposalId } },
        headers,
      );
      return [one.mayApprove, answer.body.data!.approveDisclosure!.userErrors[0]?.code ?? 'done'];
    };
    for (const by of [stella, sam]) assert.deepEqual(await approve(by), [false, 'FORBIDDEN']);
    const statement = `update org.proposal set outcome = 'APPROVED', ended_by = ?, ended_as = 'STEWARD', ended_at = ? where id = ?`;
    const values = [sam.id, new Date(Date.now() + 400 * 3_600_000), proposalId];
    await assert.rejects(database.em().execute(statement, values), /brought in too lately/);
    assert.equal(await give(hers, organization, sam), 'done');
    assert.equal(await reveal(listing, hers), 'told');
    assert.deepEqual(await approve(sam), [true, 'done']);
  });

test('where one of the house is there to see her, or comes back, three days are enough', async () => {
  hours(0);
  await signIn(stella);
  const { listing, organization, ann, bea } = await house();
  await revoke(bea, stella);
  const seen = await broughtIn(directory, stella, 'COORDINATOR', organization);
  hours(73);
  assert.equal(await reveal(listing, seen), 'told');
  await again(stella);
  for (const person of [ann, seen]) await revoke(person, stella);
  const unseen = await broughtIn(directory, stella, 'COORDINATOR', organization);
  hours(200);
  assert.match(await reveal(listing, unseen), UNSEEN);
  await comeIn(directory, 'COORDINATOR', organization);
  assert.match(await reveal(listing, unseen), /^FORBIDDEN: Whoever is new/);
  hours(273);
  assert.equal(await reveal(listing, unseen), 'told');
  // Whom one of the house brought in before she left was seen by her.
  hours(0);
  const other = await house();
  const heir = await broughtIn(directory, other.ann, 'COORDINATOR', other.organization);
  for (const person of [other.ann, other.bea]) await revoke(person, await again(stella));
  hours(73);
  assert.equal(await reveal(other.listing, heir), 'told');
});

test('whose role another ends reads who did it, in her notices, and when she signs in where it was her last', async () => {
  hours(0);
  await signIn(stella);
  const { organization, ann, bea } = await house();
  const input = { personId: bea.id, role: 'ADVOCATE' as const };
  await directory.ask(GrantRoleDocument, { input }, stella.headers);
  for (const person of [ann, bea]) {
    const ends = { personId: person.id, organizationId: organization };
    await directory.ask(RevokePersonDocument, { input: ends }, stella.headers);
  }
  assert.equal(await signIn(bea), 'in');
  const { body } = await directory.ask(NoticesDocument, {}, bea.headers);
  assert.deepEqual(
    body.data!.viewer.notices.nodes.map(({ kind, role, organizationId, by }) => [
      kind,
      role,
      organizationId,
      by?.role,
    ]),
    [['ROLE_ENDED', 'COORDINATOR', organization, 'STEWARD']],
    'and not what the house is told of others',
  );
  const told = await signIn(ann);
  assert.match(
    told,
    /^FORBIDDEN: Your role COORDINATOR of Sample House Of A Test was ended on .* UTC by Sample Person \d+\./,
  );
  const wrong = { email: ann.email, password: 'not her password' };
  const { body: refused } = await directory.ask(SignInDocument, { input: wrong });
  assert.equal(refused.data!.signIn!.userErrors[0]!.code, 'UNAUTHENTICATED');
});
