import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import {
  DirectoryPageDocument,
  HousingWholeDocument,
  HousingPageDocument,
  CoverageAtDocument,
} from '../support/documents.js';
import { openDirectory } from '../support/directory.js';
import { appWith, comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';
import { onPostgresql } from '../support/template.js';

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

test('whose a listing is, is read with it; more of it, and for who keeps it all of it, by a statement of its own', async () => {
  const asked = (fields: string) =>
    `{ housingOptions(first: 20) { nodes { organization { ${fields} } } } }`;
  assert.equal(await statementsOf(() => directory.ask(asked('id name kind website standing'))), 1);
  assert.equal(await statementsOf(() => directory.ask(asked('name contacts { name }'))), 2);
  type Page = { housingOptions: { nodes: { organization: object }[] } };
  const { body } = await directory.ask<Page, object>(asked('name contacts { name }'));
  const { body: alone } = await directory.ask<Page, object>(asked('name'));
  const names = ({ housingOptions: { nodes } }: Page) =>
    nodes.map(({ organization }) => (organization as { name: string }).name);
  assert.deepEqual(names(alone.data!), names(body.data!));
  const { organization } = await shelter(directory.database);
  const { headers } = await comeIn(directory, 'COORDINATOR', organization);
  const { text } = await directory.ask(
    `{ housingOptions(filter: { organizationId: "${organization}" }) { nodes { organization { name version } } } }`,
    {},
    headers,
  );
  assert.match(text, /"version":1/);
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

/** What goes to PostgreSQL by its protocol, whoever sends it. */
async function sent(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const query = Client.prototype.query as (...given: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const [first] = given as [string | { text: string }];
    texts.push(typeof first === 'string' ? first : first.text);
    return query.apply(this, given);
  } as typeof Client.prototype.query;
  try {
    await work();
  } finally {
    Client.prototype.query = query as typeof Client.prototype.query;
  }
  return texts;
}

// The embedded database has one connection, and one login.
if (onPostgresql()) {
  test('what everyone may read takes no transaction and no other role: nothing but selects, of strangers and of apps', async () => {
    const bed = `findHousing(input: { at: { zip: "55802" }, withinMeters: 40000, seeker: { age: 17 } }, first: 5) {
      nodes { verdict option { name } } facets { name } widen { more } }`;
    const questions = [
      bed,
      bed.replace('findHousing', 'findServices').replace('option', 'service'),
      'search(text: "house", first: 5) { nodes { id } }',
      'coverage(at: { zip: "56633" }) { county { name } crisisLines { name } }',
      'organizations(first: 5) { totalCount nodes { name contacts { name } services(first: 2) { nodes { name } } } }',
      'housingOptions(first: 5) { nodes { units { name } places { area } verification { state } } }',
      'changes(first: 5) { nodes { id } }',
      ...['tribalNations', 'materials', 'convenings', 'services'].map(
        (root) => `${root}(first: 2) { nodes { id } }`,
      ),
      'regions { name }',
      'counties(state: "MN") { name }',
    ];
    const { headers } = await appWith(directory, ['directory:read', 'changes:read']);
    const askAll = async () => {
      for (const who of [{}, headers]) {
        for (const question of questions) {
          if (who !== headers && question.startsWith('changes')) continue;
          const { body } = await directory.ask(`{ ${question} }`, {}, who);
          assert.equal(body.errors, undefined, question);
        }
      }
    };
    await askAll();
    // Each connection is open by now, and has been told how long a question may take.
    const texts = await sent(askAll);
    assert.ok(texts.length > questions.length, `${texts.length} statements`);
    assert.deepEqual(
      texts.filter((text) => !/^\s*(select|with)\s/i.test(text)),
      [],
    );
  });
}
