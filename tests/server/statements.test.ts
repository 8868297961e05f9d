import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DirectoryPageDocument,
  HousingWholeDocument,
  HousingPageDocument,
  CoverageAtDocument,
} from '../support/documents.js';
import { openDirectory } from '../support/directory.js';

const directory = await openDirectory();

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = directory.statements();
  await work();
  return directory.statements() - before;
}

test('a page of fifty organizations takes as many statements as a page of one', async () => {
  const one = await statementsOf(() => directory.data(DirectoryPageDocument, { first: 1 }));
  const fifty = await statementsOf(() => directory.data(DirectoryPageDocument, { first: 50 }));
  assert.ok(fifty <= 4, `${fifty} statements`);
  assert.ok(fifty <= one + 1, `${one} for one, ${fifty} for fifty`);
});

test('a page of fifty housing options with all they can tell takes a statement a relation, at most', async () => {
  const question = `{ housingOptions(first: 50) { totalCount nodes {
    name organization { name region { name counties { name nations { name } } } }
    places { area counties { name } } serviceAreas { name counties { fips } } eligibility { text }
    units { eligibility { text } availability { state } } verification { state } hours { openNow } } } }`;
  // The relations named above, the count and the page. Not fewer for a smaller page: what is asked for in
  // the same moment goes together, and which moments meet depends on how fast the database answers.
  const fifty = await statementsOf(() => directory.ask(question));
  assert.ok(fifty <= 16, `${fifty} statements`);
});

test('a count costs a statement only where it is asked for; an empty question costs none', async () => {
  assert.equal(
    await statementsOf(() => directory.ask('{ organizations(first: 1) { nodes { id } } }')),
    1,
  );
  assert.equal(
    await statementsOf(() =>
      directory.ask('{ organizations(first: 1) { totalCount nodes { id } } }'),
    ),
    2,
  );
  assert.equal(await statementsOf(() => directory.ask('{ __typename viewer { kind } }')), 0);
});

test('one node with everything, and coverage, stay within a bounded number', async () => {
  const { housingOptions } = await directory.data(HousingPageDocument, { first: 1 });
  const node = await statementsOf(() =>
    directory.data(HousingWholeDocument, { id: housingOptions!.nodes[0]!.id }),
  );
  assert.ok(node <= 7, `${node} for a node`);
  const coverage = await statementsOf(() =>
    directory.data(CoverageAtDocument, { at: { zip: '56633' } }),
  );
  assert.ok(coverage <= 8, `${coverage} for coverage`);
});
