import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  OpenProposalsDocument,
  ProposeDisclosureDocument,
  TightenDisclosureDocument,
} from '../support/documents.js';
import { comeIn, type SignedIn } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('stewards')) };
const directory = await openDirectory({ database });
const reason = 'The board of the house decided so.';
const [steward, second] = [await comeIn(directory, 'STEWARD'), await comeIn(directory, 'STEWARD')];

const tighten = async (id: string, by: SignedIn, why = reason) => {
  const input = { id, to: 'OWN' as const, reason: why };
  const { body } = await directory.ask(TightenDisclosureDocument, { input }, by.headers);
  return body.data!.tightenDisclosure!.userErrors[0]?.code ?? 'done';
};
const propose = async (id: string, by: SignedIn, why = reason) => {
  const input = { id, to: 'PUBLISHED' as const, reason: why };
  return (await directory.ask(ProposeDisclosureDocument, { input }, by.headers)).body.data!
    .proposeDisclosure!;
};
const approve = async (proposalId: string, by: SignedIn) => {
  const input = { proposalId };
  const { body } = await directory.ask(ApproveDisclosureDocument, { input }, by.headers);
  return body.data!.approveDisclosure!.userErrors[0]?.code ?? 'done';
};
const mayApprove = async (id: string, by: SignedIn) => {
  const { body } = await directory.ask(OpenProposalsDocument, {}, by.headers);
  return body.data!.viewer.proposals.nodes.find((one) => one.id === id)?.mayApprove;
};

test('two stewards do not tell a place with its street, which its people told to themselves alone', async () => {
  const home = await shelter(database, { site: toldSite(CANARY) });
  const coordinator = await comeIn(directory, 'COORDINATOR', home.organization);
  assert.equal(await tighten(home.location, coordinator), 'done');
  const { proposal } = await propose(home.location, steward);
  assert.equal(await mayApprove(proposal!.id, second), false);
  assert.equal(await approve(proposal!.id, second), 'FORBIDDEN');
  assert.equal(await mayApprove(proposal!.id, coordinator), true);
  assert.equal(await approve(proposal!.id, coordinator), 'done');
});

test('a steward does not find a door by what is refused in her reasons', async () => {
  const home = await shelter(database, { exact: CANARY, listed: { disclosure: 'PARTNERS' } });
  const guess = `I heard of ${CANARY.lines[0]}.`;
  const other = await shelter(database, { exact: CANARY, listed: { disclosure: 'PARTNERS' } });
  const right = await propose(home.listing, steward, guess);
  const wrong = await propose(other.listing, steward, 'I heard of 12 Sample Road.');
  for (const { proposal, userErrors } of [right, wrong]) {
    assert.deepEqual(userErrors, []);
    assert.equal(proposal!.reason, 'Not told: it may lead to a withheld address.');
  }
  assert.equal(await tighten(home.listing, steward, guess), 'done');
  const [kept] = await database.read.rows<{ reason: string | null }>(
    sql`select detail ->> 'reason' as reason from audit.event
        where thing_id = ${home.listing} and action = 'tightenDisclosure'`,
  );
  assert.equal(kept!.reason, null, 'what repeats the door is not kept');
  const coordinator = await comeIn(directory, 'COORDINATOR', home.organization);
  const own = await propose(home.listing, coordinator, guess);
  assert.equal(own.userErrors[0]!.code, 'INVALID', 'her own people learn it, who may know it');
});
