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

test('the same holds for everything a list of housing can tell', async () => {
  const question = `query($first: Int!) { housingOptions(first: $first) { totalCount nodes {
    name organization { name region { name counties { name nations { name } } } }
    places { area counties { name } } serviceAreas { name counties { fips } } eligibility { text }
    units { eligibility { text } availability { state } } verification { state } hours { openNow } } } }`;
  const one = await statementsOf(() => directory.ask(question, { first: 8 }));
  const many = await statementsOf(() => directory.ask(question, { first: 24 }));
  assert.ok(many <= 16, `${many} statements`);
  assert.ok(many <= one + 2, `${one} for eight, ${many} for twenty-four`);
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
