import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { confirmListing, markOverdue } from '../../src/listings/index.js';
import type { FieldGroup } from '../../src/listings/index.js';
import { listHousing } from '../../src/housing/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { openDirectory } from '../support/directory.js';
import {
  ConfirmGroupsDocument,
  OptionByWordsDocument,
  OptionsInOrderDocument,
  OptionsOfOrganizationDocument,
  ReviseHousingDocument,
  VerificationToldDocument,
  type OptionsInOrderQuery,
  type VerificationOfFragment,
} from '../support/documents.js';
import { sampleHousing } from '../support/makers.js';
import { outcome } from '../support/outcome.js';
import { comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';

const DAY_MS = 86_400_000;
const NOW = Date.now();
const daysAgo = (days: number) => new Date(NOW - days * DAY_MS);
const directory = await openDirectory();
const { database } = directory;
const home = await shelter(database, { listed: { name: 'Birch Sample House' } });
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const stella = await comeIn(directory, 'STEWARD');

const confirm = async (input: object, { headers } = cora) =>
  directory.ask(
    ConfirmGroupsDocument,
    { input: { listingId: home.listing, ...input } as never },
    headers,
  );
/** A confirmation of some time ago, as the host enters one. */
const confirmed = (days: number, groups?: FieldGroup[], listingId = home.listing) =>
  inOne(database, (changing) =>
    confirmListing(
      { listingId, method: 'VISIT', confirmedBy: 'Steward', confirmedAt: daysAgo(days), groups },
      changing,
    ),
  );
const told = async (headers: Record<string, string> = {}): Promise<VerificationOfFragment> => {
  const { body } = await directory.ask(VerificationToldDocument, { id: home.listing }, headers);
  return (body.data!.node as { verification: VerificationOfFragment }).verification;
};
const statesOf = ({ state, groups }: VerificationOfFragment) => [
  state,
  ...groups.map((one) => `${one.group} ${one.state}`),
];

test('what nobody has confirmed says so of each group', async () => {
  assert.deepEqual(statesOf(await told()), [
    'NEVER',
    'CONTACT NEVER',
    'ELIGIBILITY NEVER',
    'HOURS NEVER',
    'PLACE NEVER',
  ]);
});

test('a phone number that was found true says nothing of whom a house takes', async () => {
  await confirmed(400);
  assert.equal(outcome(await confirm({ method: 'CALL', groups: ['CONTACT'] })), 'done');
  const { state, confirmedAt, confirmedBy, method, groups } = await told();
  assert.deepEqual(
    [state, confirmedAt, confirmedBy, method],
    ['OVERDUE', daysAgo(400).toISOString(), 'Steward', 'VISIT'],
  );
  const [contact, ...others] = groups;
  assert.deepEqual(
    [contact!.state, contact!.method, contact!.confirmedBy],
    ['CURRENT', 'CALL', 'Coordinator, Sample House Of A Test'],
  );
  for (const one of others) {
    assert.deepEqual(
      [one.state, one.confirmedAt],
      ['OVERDUE', daysAgo(400).toISOString()],
      one.group,
    );
  }
});

test('a listing is as its oldest group, whichever of them was confirmed how often since', async () => {
  await confirmed(30, ['ELIGIBILITY', 'HOURS']);
  await confirmed(20, ['HOURS', 'PLACE', 'HOURS']);
  const { state, confirmedAt, dueAt, groups } = await told(cora.headers);
  assert.deepEqual([state, confirmedAt], ['CURRENT', daysAgo(30).toISOString()]);
  assert.equal(dueAt, groups.find(({ group }) => group === 'ELIGIBILITY')!.dueAt);
  const [row] = await database.read.rows<{ due: Date }>(
    sql`select due_at as due from org.listing where id = ${home.listing}`,
  );
  assert.equal(new Date(row!.due).toISOString(), dueAt, 'and so it waits in lists of work');
  assert.deepEqual(await told(), await told(stella.headers));
});

test('all that is confirmed at once is told as one, by whoever kept it', async () => {
  assert.equal(outcome(await confirm({ method: 'EMAIL' }, stella)), 'done');
  const { groups, ...whole } = await told();
  assert.deepEqual([whole.state, whole.confirmedBy], ['CURRENT', 'Steward of the network']);
  assert.deepEqual(
    groups,
    ['CONTACT', 'ELIGIBILITY', 'HOURS', 'PLACE'].map((group) => ({ group, ...whole })),
  );
});

test('whoever names no group at all is asked to, and nothing is confirmed', async () => {
  const before = await told();
  assert.equal(outcome(await confirm({ method: 'CALL', groups: [] })), 'INVALID input.groups');
  assert.deepEqual(await told(), before);
});

test('a change of what is said confirms nothing of it', async () => {
  const before = await told();
  const { body } = await directory.ask(
    VerificationToldDocument,
    { id: home.listing },
    cora.headers,
  );
  const { version } = body.data!.node as { version: number };
  const input = { id: home.listing, version, eligibilityNotes: 'Call first.' };
  assert.equal(
    outcome(await directory.ask(ReviseHousingDocument, { input }, cora.headers)),
    'done',
  );
  assert.deepEqual(await told(), before);
});

test('what is overdue comes later in lists and says so, and in no other way is it hidden', async () => {
  const list = (name: string) =>
    directory.change(async (changing) => {
      const { id } = await listHousing({ ...sampleHousing(home.organization), name }, changing);
      return id;
    });
  const [alder, willow] = [await list('Alder Sample House'), await list('Willow Sample House')];
  await confirmed(10, undefined, willow);
  const alderConfirmed = daysAgo(185);
  // Entered when it held still: that it has run out since is written down by the rounds.
  await inOne(
    database,
    (changing) =>
      confirmListing(
        { listingId: alder, method: 'VISIT', confirmedBy: 'Steward', confirmedAt: alderConfirmed },
        changing,
      ),
    alderConfirmed,
  );
  const inOrder = async (first: number) => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const variables = { organizationId: home.organization, first, after };
      const data: OptionsInOrderQuery = await directory.data(OptionsInOrderDocument, variables);
      const page = data.housingOptions!;
      assert.equal(page.totalCount, 3);
      ids.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor! : null;
    } while (after !== null);
    return ids;
  };
  assert.deepEqual(await inOrder(20), [alder, home.listing, willow]);
  const now = directory.change;
  assert.ok((await now((changing) => markOverdue(changing, 1_000))) >= 1);
  assert.equal(await now((changing) => markOverdue(changing, 1_000)), 0, 'each is marked once');
  for (const first of [20, 1, 2]) {
    assert.deepEqual(await inOrder(first), [home.listing, willow, alder], `pages of ${first}`);
  }
  for (const headers of [{}, cora.headers, stella.headers]) {
    const { body } = await directory.ask(
      OptionsOfOrganizationDocument,
      { id: home.organization },
      headers,
    );
    const { housingOptions } = body.data!.node as { housingOptions: { nodes: { id: string }[] } };
    assert.deepEqual(
      housingOptions.nodes.map(({ id }) => id),
      [home.listing, willow, alder],
    );
  }
  const found = await directory.ask(OptionByWordsDocument, { text: 'alder sample' });
  assert.equal(found.body.data!.search!.nodes[0]!.id, alder, 'found by its name as ever');
  await confirmed(0, undefined, alder);
  assert.deepEqual(await inOrder(20), [alder, home.listing, willow]);
});
