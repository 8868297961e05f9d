import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDirectory } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  GrantRevealDocument,
  GrantRoleDocument,
  OpenProposalsDocument,
  ProposeDisclosureDocument,
  RejectDisclosureDocument,
  RevealAddressDocument,
  TightenDisclosureDocument,
  type Role,
} from '../support/documents.js';
import { broughtIn, comeIn, PASSWORD, sessionIn, type SignedIn } from '../support/people.js';
import { shelter, someNation, type Shelter } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('brought-in')) };
const directory = await openDirectory({ database });
const DAY_MS = 24 * 3_600_000;
const start = Date.now();
const reason = 'The board of the house decided so.';

const days = (count: number) => directory.setNow(new Date(start + count * DAY_MS));
/** Her session has ended meanwhile: it is begun again. */
async function again(person: SignedIn): Promise<void> {
  const query = 'mutation In($input: SignInInput!) { signIn(input: $input) { signedIn } }';
  const input = { email: person.email, password: PASSWORD };
  person.headers = sessionIn((await directory.ask(query, { input })).headers);
}
const brought = (by: SignedIn, role: Role, organizationId: string | null = null) =>
  broughtIn(directory, by, role, organizationId);
const propose = async ({ listing }: Shelter, by: SignedIn) => {
  const input = { id: listing, to: 'PARTNERS' as const, reason };
  const { body, text } = await directory.ask(ProposeDisclosureDocument, { input }, by.headers);
  assert.ok(body.data?.proposeDisclosure?.proposal, text);
  return body.data.proposeDisclosure.proposal.id;
};
const approve = async (proposalId: string, by: SignedIn) => {
  const input = { proposalId };
  const { body } = await directory.ask(ApproveDisclosureDocument, { input }, by.headers);
  const [error] = body.data!.approveDisclosure!.userErrors;
  const { body: shown } = await directory.ask(OpenProposalsDocument, {}, by.headers);
  const one = shown.data!.viewer.proposals.nodes.find(({ id }) => id === proposalId);
  // What she is shown beforehand is what she may.
  if (error?.code === 'FORBIDDEN') assert.equal(one?.mayApprove, false);
  return error ? `${error.code} ${/from (\d{4}-\d\d-\d\d)/.exec(error.message)?.[1]}` : 'done';
};
const from = (count: number) =>
  `FORBIDDEN ${new Date(start + count * DAY_MS).toISOString().slice(0, 10)}`;
const house = (organization?: string) =>
  shelter(database, {
    exact: CANARY,
    listed: { disclosure: 'OWN' },
    ...(organization
      ? { organization, said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' as const } }
      : {}),
  });
const steward = await comeIn(directory, 'STEWARD');

test('who invites a second account of her own is not both of the two: neither way round, nor through a third', async () => {
  days(0);
  const home = await house();
  const ann = await comeIn(directory, 'COORDINATOR', home.organization);
  const hers = await brought(ann, 'COORDINATOR', home.organization);
  const next = await brought(hers, 'COORDINATOR', home.organization);
  for (const [first, second] of [
    [ann, hers],
    [hers, ann],
    [ann, next],
    [next, ann],
  ] as const) {
    const id = await propose(home, first);
    assert.equal(await approve(id, second), from(14));
    const input = { proposalId: id };
    await directory.ask(RejectDisclosureDocument, { input }, first.headers);
  }
  // Someone else of the house, or a steward, who has been there: at once.
  const id = await propose(home, hers);
  assert.equal(await approve(id, steward), 'done');
});

test('two whom the same person brought in are not the two either: a steward does not make herself a shelter’s people', async () => {
  days(0);
  const home = await house();
  // Somebody of the house is there: else neither would count by time alone (seen.test.ts).
  await comeIn(directory, 'COORDINATOR', home.organization);
  const busy = await comeIn(directory, 'STEWARD');
  const one = await brought(busy, 'COORDINATOR', home.organization);
  const two = await brought(busy, 'COORDINATOR', home.organization);
  const made = await brought(busy, 'STEWARD');
  const id = await propose(home, one);
  for (const second of [two, busy, made]) assert.equal(await approve(id, second), from(14));
  assert.equal(await approve(id, steward), 'done');
});

test('a role that a person gave counts after three days, one that the host gave at once', async () => {
  days(0);
  const home = await house();
  const [ann, bea] = [
    await comeIn(directory, 'COORDINATOR', home.organization),
    await comeIn(directory, 'COORDINATOR', home.organization),
  ];
  const cora = await brought(bea, 'COORDINATOR', home.organization);
  const given = await comeIn(directory, 'ADVOCATE');
  const input = {
    personId: given.id,
    role: 'COORDINATOR' as const,
    organizationId: home.organization,
  };
  await directory.ask(GrantRoleDocument, { input }, steward.headers);
  const id = await propose(home, ann);
  assert.equal(await approve(id, cora), from(3));
  assert.equal(await approve(id, given), from(3));
  days(2.9);
  for (const person of [ann, bea, cora, given]) await again(person);
  assert.equal(await approve(id, cora), from(3));
  days(3.1);
  assert.equal(await approve(id, cora), 'done');
  const back = { id: home.listing, to: 'OWN' as const, reason };
  // To tell less, to propose and to reject, nobody waits.
  const fresh = await brought(cora, 'COORDINATOR', home.organization);
  const { body } = await directory.ask(TightenDisclosureDocument, { input: back }, fresh.headers);
  assert.deepEqual(body.data!.tightenDisclosure!.userErrors, []);
  assert.equal(
    await approve(await propose(home, fresh), bea),
    from(14),
    'until the first link between them is old',
  );
  days(0);
});

test('two of a small shelter, of whom one invited the other, are the two after two weeks; a nation’s too', async () => {
  days(0);
  const { organization: government } = await someNation(database.read);
  for (const [made, role] of [
    [await house(), 'COORDINATOR'],
    [await house(government), 'NATION_COORDINATOR'],
  ] as const) {
    days(0);
    const ann = await comeIn(directory, role, made.organization);
    const bea = await brought(ann, role, made.organization);
    days(13.9);
    for (const person of [ann, bea]) await again(person);
    const id = await propose(made, ann);
    assert.equal(await approve(id, bea), from(14));
    days(14.1);
    assert.equal(await approve(id, bea), 'done');
  }
  days(0);
});

test('who comes in as one of a shelter asks for no door, and lets nobody ask, before its people could see her', async () => {
  days(0);
  const home = await house();
  const ada = await comeIn(directory, 'ADVOCATE');
  const sent = await brought(steward, 'COORDINATOR', home.organization);
  const reveal = async (by: SignedIn) => {
    const input = { listingId: home.listing, purpose: 'Bringing someone to the door.' };
    const { body } = await directory.ask(RevealAddressDocument, { input }, by.headers);
    const { addresses, userErrors } = body.data!.revealAddress!;
    return addresses ? addresses[0]!.lines : userErrors[0]!.code;
  };
  const grant = async (by: SignedIn) => {
    const input = { listingId: home.listing, personId: ada.id, reason };
    const { body } = await directory.ask(GrantRevealDocument, { input }, by.headers);
    return body.data!.grantReveal!.userErrors[0]?.code ?? 'done';
  };
  assert.equal(await reveal(sent), 'FORBIDDEN');
  assert.equal(await grant(sent), 'FORBIDDEN');
  // One whom she brings in at once waits as long.
  const next = await brought(sent, 'COORDINATOR', home.organization);
  assert.equal(await reveal(next), 'FORBIDDEN');
  const ann = await comeIn(directory, 'COORDINATOR', home.organization);
  assert.equal(await grant(ann), 'done');
  assert.deepEqual(await reveal(ada), CANARY.lines, 'to whom it was granted, it is told at once');
  // What was granted to her before she became one of its people is hers still.
  const role = {
    personId: ada.id,
    role: 'COORDINATOR',
    organizationId: home.organization,
  } as const;
  await directory.ask(GrantRoleDocument, { input: role }, steward.headers);
  assert.deepEqual(await reveal(ada), CANARY.lines);
  days(3.1);
  await again(sent);
  assert.deepEqual(await reveal(sent), CANARY.lines);
  days(0);
});

test('the database itself refuses a second who was brought in too lately', async () => {
  days(0);
  const home = await house();
  const ann = await comeIn(directory, 'COORDINATOR', home.organization);
  const hers = await brought(ann, 'COORDINATOR', home.organization);
  const id = await propose(home, ann);
  const end = (at: number) =>
    database
      .em()
      .execute(
        `update org.proposal set outcome = 'APPROVED', ended_at = ?, ended_by = ?, ended_as = 'OWN' where id = ?`,
        [new Date(start + at * DAY_MS).toISOString(), hers.id, id],
      );
  await assert.rejects(end(1), /brought in too lately/);
  await assert.rejects(end(13.9), /brought in too lately/);
  await end(14.1);
});
