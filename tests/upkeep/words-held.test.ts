import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { raw, sql } from '../../src/kernel/index.js';
import { confirmListing } from '../../src/listings/index.js';
import { buildSchema } from '../../src/server/graphql/schema.js';
import { inOne } from '../../src/server/make-ready.js';
import { openDirectory } from '../support/directory.js';
import { SAMPLE_POSTER, SAMPLE_TABLE } from '../support/library.js';
import { outcome } from '../support/outcome.js';
import { broughtIn, comeIn, type SignedIn } from '../support/people.js';
import { shelter, someNation } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

/*
 * Every change that takes words, with words that lead to a door: of whoever may know the door they are refused, at the place where
 * they stand; of whoever may not, they are neither refused nor kept. A change that takes words and is not named here fails.
 */

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('words')) };
const directory = await openDirectory({ database });
const { rows } = database.read;
const { organization, listing } = await shelter(database, { exact: CANARY });
const far = await shelter(database, { organization, said: {}, listed: { disclosure: 'OWN' } });
const nation = await someNation(database.read);
await shelter(database, {
  exact: CANARY,
  organization: nation.organization,
  said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
});
const cora = await comeIn(directory, 'COORDINATOR', organization);
const stella = await comeIn(directory, 'STEWARD');
const nora = await comeIn(directory, 'NATION_COORDINATOR', nation.organization);
const ada = await comeIn(directory, 'ADVOCATE');
const nina = await broughtIn(directory, cora, 'COORDINATOR', organization);
const nell = await broughtIn(directory, nora, 'NATION_COORDINATOR', nation.organization);

const LEADS = `Come to ${CANARY.lines[0]}.`;
const plainly = 'The house is being painted.';

const typeOf = (change: string) => `${change[0]!.toUpperCase()}${change.slice(1)}Input!`;
const ask = async ({ headers }: Pick<SignedIn, 'headers'>, change: string, input: object) => {
  const query = `mutation($input: ${typeOf(change)}) { ${change}(input: $input) { userErrors { code field message } } }`;
  return outcome(await directory.ask<object, object>(query, { input }, headers));
};
const versioned = async (id: string) => {
  const [row] = await rows<{ version: number }>(
    sql`select version from org.listing where id = ${id} union all select version from org.organization where id = ${id}
      union all select version from org.tribal_nation where id = ${id} union all select version from org.material where id = ${id}
      union all select version from org.convening where id = ${id}`,
  );
  return { id, version: row!.version };
};
const suggested = async () => {
  const input = { thingId: listing, words: 'The line is answered until ten.' };
  await ask({ headers: {} }, 'suggestCorrection', input);
  const [row] = await rows<{ id: string }>(
    sql`select id from org.suggestion where organization_id = ${organization} limit 1`,
  );
  return row!.id;
};
const nationId = nation.nation;
const { audiences, ...poster } = SAMPLE_POSTER;
const published = { ...poster, audiences: [...audiences], organizationId: organization };
const scheduled = { ...SAMPLE_TABLE, hostIds: [organization] };
const consent = {
  nationId,
  givenBy: 'Tribal council',
  terms: 'As it stands.',
  coversRecord: true,
  listingIds: [],
};
assert.equal(await ask(cora, 'publishMaterial', published), 'done');
assert.equal(await ask(cora, 'scheduleConvening', scheduled), 'done');
assert.equal(await ask(nora, 'recordConsent', consent), 'done');
const idIn = async (table: string, id = 'id', more = 'true') => {
  const [row] = await rows<{ id: string }>(
    sql`select ${raw(id)} as id from ${raw(table)} where organization_id = ${organization} and ${raw(more)}`,
  );
  return row!.id;
};
const material = await idIn('org.material');
const convening = await idIn('org.convening_host', 'convening_id');
const beds = {
  organizationId: organization,
  name: 'Sample Rooms',
  summary: 'Rooms of a test.',
  serviceAreas: [{ kind: 'STATEWIDE', state: 'MN' }],
  kind: 'TRANSITIONAL',
  operatedBy: ['NONPROFIT'],
  transportOffered: false,
  units: [{ name: 'Rooms', capacity: 2 }],
};
const help = {
  organizationId: organization,
  name: 'Sample help',
  summary: 'Help of a test.',
  serviceAreas: [{ kind: 'STATEWIDE', state: 'MN' }],
  kinds: ['ADVOCACY'],
};
assert.equal(await ask(cora, 'listService', help), 'done');
const paused = { ...(await versioned(far.listing)), reason: plainly };
assert.equal(await ask(cora, 'pauseListing', paused), 'done');
const service = await idIn('org.listing', 'id', `type = 'SERVICE'`);

const { lines, city, postalCode } = CANARY;
const withheld = { countyFips: '27137', lines, city, postalCode, withheld: 'CONFIDENTIAL_SHELTER' };
const anew = { kind: 'NONPROFIT', name: 'Anew', newLocations: [{ name: 'House', ...withheld }] };

/** Who changes what, and the fields of it that are words. */
type Held = [who: SignedIn, change: string, input: () => object | Promise<object>, words: string[]];
const OF_LISTING = ['name', 'summary', 'description', 'fees', 'howToApply', 'eligibilityNotes'];
const LISTED = [...OF_LISTING, 'requiredDocuments'];
const HELD: Held[] = [
  // What is entered with a door is held against that door.
  [stella, 'registerOrganization', () => anew, ['name', 'description']],
  [cora, 'listHousing', () => beds, LISTED],
  [cora, 'listService', () => help, LISTED],
  [cora, 'reviseHousing', () => versioned(listing), LISTED],
  [cora, 'reviseService', () => versioned(service), LISTED],
  [
    cora,
    'reviseService',
    async () => ({ ...(await versioned(service)), fees: 'None of it.' }),
    ['reason'],
  ],
  [
    cora,
    'reviseHousing',
    async () => ({ ...(await versioned(listing)), fees: 'None of it.' }),
    ['reason'],
  ],
  [cora, 'pauseListing', () => versioned(listing), ['reason']],
  [cora, 'withdrawListing', () => versioned(listing), ['reason']],
  [cora, 'restoreListing', () => versioned(far.listing), ['reason']],
  [cora, 'reviseOrganization', () => versioned(organization), ['name', 'description']],
  [
    cora,
    'reviseOrganization',
    async () => ({ ...(await versioned(organization)), description: 'Another.' }),
    ['reason'],
  ],
  [
    cora,
    'resolveSuggestion',
    async () => ({ id: await suggested(), outcome: 'ACCEPTED' }),
    ['answer'],
  ],
  [cora, 'createReportLink', () => ({ listingId: listing, label: plainly }), ['label']],
  [cora, 'grantReveal', () => ({ listingId: listing, personId: ada.id }), ['reason']],
  [cora, 'revealAddress', () => ({ listingId: listing }), ['purpose']],
  [cora, 'proposeDisclosure', () => ({ id: far.listing, to: 'PARTNERS' }), ['reason']],
  [cora, 'tightenDisclosure', () => ({ id: listing, to: 'OWN' }), ['reason']],
  [
    cora,
    'issueAppKey',
    () => ({ organizationId: organization, scopes: ['listings:write'], name: plainly }),
    ['name'],
  ],
  [cora, 'publishMaterial', () => published, ['title', 'description', 'topics']],
  [cora, 'reviseMaterial', () => versioned(material), ['title', 'description', 'topics']],
  [
    cora,
    'reviseMaterial',
    async () => ({ ...(await versioned(material)), title: 'Another poster' }),
    ['reason'],
  ],
  [cora, 'scheduleConvening', () => scheduled, ['title', 'topic', 'description', 'location']],
  [
    cora,
    'reviseConvening',
    () => versioned(convening),
    ['title', 'topic', 'description', 'location'],
  ],
  [
    cora,
    'reviseConvening',
    async () => ({ ...(await versioned(convening)), title: 'Another table' }),
    ['reason'],
  ],
  [nora, 'recordConsent', () => consent, ['givenBy', 'terms']],
  [nora, 'reviseNation', () => versioned(nationId), ['endonym', 'name']],
  [
    nora,
    'reviseNation',
    async () => ({ ...(await versioned(nationId)), endonym: 'Sample' }),
    ['reason'],
  ],
  [nora, 'withdrawConsent', () => ({ nationId }), ['reason']],
];

/** What is text and no words: what proves who someone is, addresses of the web and of mail, names of times and scopes. */
const NO_WORDS =
  /^(idempotencyKey|code|password|token|email|url|website|timeZone|recurrence|scopes|serviceCounties)$/;
/**
 * Elsewhere: a person’s name is held against nothing, a stranger’s words nobody reads who may not know a door, and what is undone is
 * withdrawn, or restored.
 */
const ELSEWHERE = new Set([
  'acceptInvitation.name',
  'suggestCorrection.words',
  'undoImport.reason',
]);

test('every words of every change are named here', () => {
  const changes = Object.values(buildSchema().getMutationType()!.getFields());
  const wanted = changes.flatMap(({ name, args }) => {
    const input = args[0] && getNamedType(args[0].type);
    if (!input || !isInputObjectType(input)) return [];
    return Object.values((input as GraphQLInputObjectType).getFields())
      .filter(
        ({ name: field, type }) => getNamedType(type).name === 'String' && !NO_WORDS.test(field),
      )
      .map((field) => `${name}.${field.name}`);
  });
  const named = HELD.flatMap(([, change, , words]) => words.map((field) => `${change}.${field}`));
  assert.deepEqual(wanted.filter((one) => !ELSEWHERE.has(one)).sort(), [...new Set(named)].sort());
});

for (const [who, change, input, words] of HELD) {
  test(`of whoever may know the door, ${change} takes no ${words.join(', ')} that leads to it`, async () => {
    for (const field of words) {
      const said = /^(requiredDocuments|topics)$/.test(field) ? [LEADS] : LEADS;
      const answer = await ask(who, change, { ...(await input()), [field]: said });
      assert.match(answer, new RegExp(`^INVALID input\\.${field}(\\.0)?$`), field);
    }
  });
}

test('who confirmed a listing is named by no words that lead to a door', async () => {
  const said = { listingId: listing, method: 'CALL', confirmedBy: LEADS } as const;
  await assert.rejects(
    inOne(database, (sealing) => confirmListing(said, sealing)),
    {
      field: 'confirmedBy',
    },
  );
});

test('what an app is called stands with its key, and not in the log, which nothing is taken out of', async () => {
  const key = { organizationId: organization, scopes: ['listings:write'], name: 'Wolverine board' };
  assert.equal(await ask(cora, 'issueAppKey', key), 'done');
  assert.deepEqual(await tablesWith('Wolverine'), ['auth.app_key']);
});

/** In which tables a word stands, whatever schema they are of. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await rows<{
    name: string;
  }>(sql`select format('%I.%I', table_schema, table_name) as name
    from information_schema.tables where table_schema in ('org', 'auth', 'audit', 'staging') and table_type = 'BASE TABLE'`);
  const found: string[] = [];
  for (const { name } of tables) {
    const like = sql`select from ${raw(name)} t where t::text like ${`%${word}%`} limit 1`;
    if ((await rows(like)).length > 0) found.push(name);
  }
  return found;
}

test('of whoever may not, nothing is refused for it, and nothing is kept of what leads there', async () => {
  const version = await versioned(listing);
  const done: [SignedIn, string, object, string?][] = [
    [nina, 'createReportLink', { listingId: listing, label: LEADS }],
    [nina, 'proposeDisclosure', { id: far.listing, to: 'PARTNERS', reason: LEADS }],
    [nina, 'pauseListing', { ...version, reason: LEADS }],
    [nina, 'tightenDisclosure', { id: listing, to: 'PARTNERS', reason: LEADS }],
    [nina, 'reviseMaterial', { ...(await versioned(material)), withdrawn: true, reason: LEADS }],
    [nell, 'withdrawConsent', { nationId, reason: LEADS }],
  ];
  for (const [who, change, input] of done)
    assert.equal(await ask(who, change, input), 'done', change);
  assert.deepEqual(await tablesWith('Zugunruhe'), []);
  const own = `{ viewer { proposals(first: 5) { nodes { reason } } }
    node(id: "${listing}") { ... on HousingOption { reportLinks { label } } } }`;
  const read = async ({ headers }: SignedIn) => (await directory.ask(own, {}, headers)).text;
  assert.match(await read(cora), /Not kept.*Not kept/);
  assert.match(await read(nina), /"reason":"Not told[^"]*".*"label":"Not told/);
  // She reads her own words as little where they led nowhere.
  assert.equal(await ask(nina, 'createReportLink', { listingId: listing, label: plainly }), 'done');
  assert.doesNotMatch(await read(nina), /painted/);
  assert.match(await read(cora), /painted/);
});
