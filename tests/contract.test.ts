import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildSchema as parseSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from '../src/server/graphql/schema.js';

const root = join(import.meta.dirname, '../..');
const emitted = readFileSync(join(root, 'schema/directory.graphql'), 'utf8');

test('the contract is what the code says (else: npm run codegen)', () => {
  const printed = (schema: ReturnType<typeof buildSchema>) =>
    printSchema(lexicographicSortSchema(schema));
  assert.equal(printed(parseSchema(emitted)), printed(buildSchema()));
});

test('the page for people and the typed documents are what the contract and the questions say (else: npm run codegen)', () => {
  const check = spawnSync(
    process.execPath,
    [join(root, 'node_modules/.bin/graphql-codegen'), '--config', 'codegen.yml', '--check'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: '' },
    },
  );
  assert.equal(check.status, 0, check.stdout + check.stderr);
});

/** Names that tools outside the repository call. */
const binding: Record<string, string[]> = {
  Query: [
    'node',
    'nodes',
    'viewer',
    'coverage',
    'search',
    'organizations',
    'services',
    'housingOptions',
    'tribalNations',
    'materials',
    'convenings',
    'regions',
    'counties',
  ],
  Mutation: [
    'signIn',
    'signOut',
    'invitePerson',
    'acceptInvitation',
    'grantRole',
    'revokePerson',
    'issueAppKey',
    'revokeAppKey',
    'proposeDisclosure',
    'approveDisclosure',
    'rejectDisclosure',
    'tightenDisclosure',
    'revealAddress',
    'recordConsent',
    'withdrawConsent',
  ],
  HousingOption: [
    'id',
    'name',
    'summary',
    'description',
    'organization',
    'places',
    'serviceAreas',
    'eligibility',
    'eligibilityNotes',
    'policies',
    'contacts',
    'phones',
    'languages',
    'hours',
    'fees',
    'howToApply',
    'requiredDocuments',
    'verification',
    'status',
    'updatedAt',
    'kind',
    'operatedBy',
    'stayDaysMax',
    'intake',
    'transportOffered',
    'units',
    'availability',
  ],
  Service: ['kinds', 'summary', 'verification', 'phones'],
  Unit: ['id', 'name', 'capacity', 'eligibility', 'availability'],
  Availability: [
    'state',
    'bedsOpen',
    'capacity',
    'reportedAt',
    'goodUntil',
    'freshness',
    'lastReport',
  ],
  Criterion: ['kind', 'stance', 'text'],
  Hours: ['timeZone', 'weekly', 'openNow', 'nextOpening', 'notes'],
  Verification: ['state', 'confirmedAt', 'confirmedBy', 'method', 'dueAt'],
  Organization: [
    'name',
    'kind',
    'roles',
    'description',
    'website',
    'region',
    'contacts',
    'services',
    'housingOptions',
    'convenings',
    'materials',
  ],
  TribalNation: [
    'name',
    'endonym',
    'people',
    'website',
    'seat',
    'counties',
    'serviceCounties',
    'contacts',
    'housingOptions',
    'services',
    'standing',
  ],
  Region: [
    'name',
    'counties',
    'navigators',
    'organization',
    'effectiveFrom',
    'effectiveTo',
    'standing',
  ],
  County: ['fips', 'name', 'state', 'region', 'nations'],
  Material: [
    'title',
    'kind',
    'audiences',
    'topics',
    'language',
    'url',
    'publishedAt',
    'organization',
  ],
  Convening: ['title', 'region', 'hosts', 'startsAt', 'endsAt', 'recurrence', 'topic'],
  Contact: ['purpose', 'name', 'title', 'phones', 'email', 'hours', 'languages'],
  Phone: ['number', 'display', 'kind', 'extension', 'note'],
  Language: ['tag', 'name'],
  ServiceArea: ['kind', 'name', 'counties'],
  Address: ['lines', 'city', 'state', 'postalCode', 'country'],
  PublishedPlace: ['area', 'counties', 'address', 'point'],
  WithheldPlace: ['area', 'counties', 'reason', 'phone'],
  ChangeConnection: ['edges', 'nodes', 'pageInfo', 'totalCount'],
  Coverage: ['county', 'region', 'nations', 'crisisLines'],
  CoverageNation: ['nation', 'how'],
};

test('no binding name is dropped', () => {
  const schema = parseSchema(emitted);
  for (const [name, fields] of Object.entries(binding)) {
    const type = schema.getType(name);
    assert.ok(type && 'getFields' in type, name);
    for (const field of fields) assert.ok(type.getFields()[field], `${name}.${field}`);
  }
});

test('root fields are nullable but for the viewer and the list of nodes, and every list of pages is bounded', () => {
  for (const field of Object.values(parseSchema(emitted).getQueryType()!.getFields())) {
    assert.equal(
      String(field.type).endsWith('!'),
      field.name === 'viewer' || field.name === 'nodes',
      field.name,
    );
    const first = field.args.find(({ name }) => name === 'first');
    const standard = field.name === 'changes' ? 100 : 20;
    if (first) assert.deepEqual([String(first.type), first.defaultValue], ['Int!', standard]);
  }
});
