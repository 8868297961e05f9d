import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GraphQLObjectType } from 'graphql';
import { actions, checkMay, kindOf, mayGive } from '../../src/access/roles.js';
import { Refusal, sql, stranger, type Role, type Viewer } from '../../src/kernel/index.js';
import { buildSchema } from '../../src/server/graphql/schema.js';
import { openDirectory } from '../support/directory.js';
import { appWith, comeIn } from '../support/people.js';

const directory = await openDirectory();
const { read } = directory.database;
const one = async (nation: boolean) =>
  (
    await read.rows<{ id: string }>(sql`select o.id from org.organization o
      where exists (select from org.tribal_nation n where n.organization_id = o.id) = ${nation}
      order by o.id limit 1`)
  )[0]!.id;

const schema = buildSchema();
const viewer = schema.getType('Viewer') as GraphQLObjectType;
const guarded = [schema.getQueryType()!, schema.getMutationType()!, viewer].flatMap((type) =>
  Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
);

test('of every root field, and of those of the viewer, the table says who may ask for it, and of nothing else', () => {
  assert.deepEqual(Object.keys(actions).sort(), guarded.sort());
});

test('a field that the table does not name is answered to nobody', () => {
  const steward: Viewer = {
    kind: 'STEWARD',
    id: 'acc_x',
    name: 'x',
    roles: [{ role: 'STEWARD', organizationId: null }],
    owesSecondFactor: false,
  };
  for (const viewer of [stranger, steward])
    assert.throws(() => checkMay('Query.newlyAdded', viewer), Refusal);
});

/** A question that asks for a field alone, with whatever it needs: none of it exists. */
const asking: Record<string, string> = {
  'Query.node': '{ node(id: "org_AAAAAAAAAAAAAAAAAAAAAA") { id } }',
  'Query.nodes': '{ nodes(ids: []) { id } }',
  'Query.viewer': '{ viewer { kind } }',
  'Query.coverage': '{ coverage(at: { zip: "56633" }) { county { fips } } }',
  'Query.findHousing': '{ findHousing(input: {}, first: 1) { nodes { verdict } } }',
  'Query.findServices': '{ findServices(input: {}, first: 1) { nodes { verdict } } }',
  'Query.search': '{ search(text: "house", first: 1) { nodes { id } } }',
  'Query.regions': '{ regions { id } }',
  'Query.counties': '{ counties(state: "MN") { fips } }',
  ...Object.fromEntries(
    ['organizations', 'services', 'housingOptions', 'tribalNations', 'materials', 'convenings'].map(
      (list) => [`Query.${list}`, `{ ${list}(first: 1) { nodes { id } } }`],
    ),
  ),
  ...Object.fromEntries(
    [
      'id',
      'kind',
      'name',
      'roles { role }',
      'scopes',
      'proposals { totalCount }',
      'notices { totalCount }',
      'revealGrants { totalCount }',
      'suggestions { totalCount }',
    ].map((field) => [`Viewer.${field.split(' ')[0]}`, `{ viewer { ${field} } }`]),
  ),
  'Viewer.secondFactor': '{ viewer { secondFactor { isAskedFor } } }',
  'Mutation.signIn':
    'mutation { signIn(input: { email: "a@example.org", password: "b" }) { signedIn } }',
  'Mutation.signOut': 'mutation { signOut { signedOut } }',
  'Mutation.acceptInvitation':
    'mutation { acceptInvitation(input: { token: "t", password: "b" }) { signedIn } }',
  'Mutation.beginSecondFactor':
    'mutation { beginSecondFactor(input: { password: "b" }) { secret } }',
  'Mutation.confirmSecondFactor':
    'mutation { confirmSecondFactor(input: { code: "b" }) { recoveryCodes } }',
  'Mutation.renewRecoveryCodes':
    'mutation { renewRecoveryCodes(input: { password: "b" }) { recoveryCodes } }',
  'Mutation.removeSecondFactor':
    'mutation { removeSecondFactor(input: { password: "b" }) { removed } }',
  'Mutation.invitePerson':
    'mutation { invitePerson(input: { email: "none", role: ADVOCATE }) { invitation { id } } }',
  'Mutation.grantRole':
    'mutation { grantRole(input: { personId: "acc_x", role: ADVOCATE }) { personId } }',
  'Mutation.revokePerson': 'mutation { revokePerson(input: { personId: "acc_x" }) { personId } }',
  'Mutation.revealAddress':
    'mutation { revealAddress(input: { listingId: "hou_x", purpose: "a test of roles" }) { addresses { city } } }',
  'Mutation.proposeDisclosure':
    'mutation { proposeDisclosure(input: { id: "hou_x", to: PUBLISHED, reason: "a test of roles" }) { proposal { id } } }',
  'Mutation.approveDisclosure':
    'mutation { approveDisclosure(input: { proposalId: "pro_x" }) { proposal { id } } }',
  'Mutation.rejectDisclosure':
    'mutation { rejectDisclosure(input: { proposalId: "pro_x" }) { proposal { id } } }',
  'Mutation.tightenDisclosure':
    'mutation { tightenDisclosure(input: { id: "hou_x", to: OWN, reason: "a test of roles" }) { disclosed { id } } }',
  'Mutation.grantReveal':
    'mutation { grantReveal(input: { personId: "acc_x", listingId: "hou_x", reason: "a test of roles" }) { grant { endsAt } } }',
  'Mutation.revokeReveal':
    'mutation { revokeReveal(input: { personId: "acc_x", listingId: "hou_x" }) { grant { endsAt } } }',
  'Mutation.recordConsent':
    'mutation { recordConsent(input: { nationId: "nat_x", givenBy: "x", terms: "x", coversRecord: true, listingIds: [] }) { standing } }',
  'Mutation.withdrawConsent':
    'mutation { withdrawConsent(input: { nationId: "nat_x", reason: "a test of roles" }) { standing } }',
  'Mutation.registerOrganization':
    'mutation { registerOrganization(input: { name: "", kind: NONPROFIT }) { id } }',
  'Mutation.admitOrganization':
    'mutation { admitOrganization(input: { id: "org_x", version: 1 }) { id } }',
  'Mutation.reviseOrganization':
    'mutation { reviseOrganization(input: { id: "org_x", version: 1 }) { id } }',
  'Mutation.listHousing':
    'mutation { listHousing(input: { organizationId: "org_x", name: "x", summary: "x", serviceAreas: [], kind: DAY_CENTER, operatedBy: [CITY], transportOffered: false, units: [] }) { housingOption { id } } }',
  'Mutation.reviseHousing':
    'mutation { reviseHousing(input: { id: "hou_x", version: 1 }) { housingOption { id } } }',
  'Mutation.listService':
    'mutation { listService(input: { organizationId: "org_x", name: "x", summary: "x", serviceAreas: [], kinds: [] }) { service { id } } }',
  'Mutation.reviseService':
    'mutation { reviseService(input: { id: "svc_x", version: 1 }) { service { id } } }',
  ...Object.fromEntries(
    ['pauseListing', 'restoreListing', 'withdrawListing'].map((name) => [
      `Mutation.${name}`,
      `mutation { ${name}(input: { id: "hou_x", version: 1, reason: "a test of roles" }) { listing { id } } }`,
    ]),
  ),
  'Mutation.confirmListing':
    'mutation { confirmListing(input: { listingId: "hou_x", method: CALL }) { listing { id } } }',
  'Mutation.reportAvailability':
    'mutation { reportAvailability(input: { unitId: "unt_x", accepting: true }) { housingOption { id } } }',
  'Mutation.createReportLink':
    'mutation { createReportLink(input: { listingId: "hou_x", label: "A desk" }) { url } }',
  'Mutation.revokeReportLink':
    'mutation { revokeReportLink(input: { id: "rpl_x" }) { reportLink { id } } }',
  'Query.changes': '{ changes(first: 1) { nodes { id } } }',
  'Query.suggestion': '{ suggestion(code: "x") { state } }',
  'Query.worklist': '{ worklist { items(first: 1) { totalCount } } }',
  'Query.import': '{ import(id: "imp_x") { state } }',
  'Mutation.startImport':
    'mutation { startImport(input: { uploadId: "upl_x", organizationId: "org_x", kind: HOUSING }) { import { id } } }',
  'Mutation.applyImport': 'mutation { applyImport(input: { id: "imp_x" }) { import { id } } }',
  'Mutation.undoImport':
    'mutation { undoImport(input: { id: "imp_x", reason: "a test of roles" }) { import { id } } }',
  'Mutation.resolveDuplicate':
    'mutation { resolveDuplicate(input: { id: "dup_x", decision: SAME }) { import { id } } }',
  'Mutation.suggestCorrection':
    'mutation { suggestCorrection(input: { thingId: "hou_x", words: "a test of roles" }) { suggestion { state } } }',
  'Mutation.resolveSuggestion':
    'mutation { resolveSuggestion(input: { id: "sug_x", outcome: DECLINED }) { suggestion { state } } }',
  'Mutation.publishMaterial':
    'mutation { publishMaterial(input: { organizationId: "org_x", title: "x", kind: POSTER, audiences: [], language: "en", url: "x" }) { material { id } } }',
  'Mutation.reviseMaterial':
    'mutation { reviseMaterial(input: { id: "mat_x", version: 1 }) { material { id } } }',
  'Mutation.scheduleConvening':
    'mutation { scheduleConvening(input: { hostIds: ["org_x"], title: "x", topic: "x", startsAt: "2027-01-01T00:00:00Z", endsAt: "2027-01-01T01:00:00Z", timeZone: "UTC" }) { convening { id } } }',
  'Mutation.reviseConvening':
    'mutation { reviseConvening(input: { id: "cnv_x", version: 1 }) { convening { id } } }',
  'Mutation.reviseNation':
    'mutation { reviseNation(input: { id: "nat_x", version: 1 }) { nation { id } } }',
  'Mutation.issueAppKey': 'mutation { issueAppKey(input: { name: "", scopes: [] }) { key } }',
  'Mutation.revokeAppKey': 'mutation { revokeAppKey(input: { id: "key_x" }) { id } }',
};

/** Who may, written down a second time: by hand, as the design says it. */
const everyone = [
  'stranger',
  'reader',
  'partner',
  'ADVOCATE',
  'COORDINATOR',
  'NATION_COORDINATOR',
  'STEWARD',
];
const apps = new Set(['reader', 'partner', 'writer', 'reporter', 'follower']);
const keepers = ['COORDINATOR', 'NATION_COORDINATOR', 'STEWARD'];
const mayAsk = (action: string): string[] => {
  if (/^(Query\.viewer|Query\.suggestion|Mutation\.suggestCorrection)$|^Viewer\./.test(action))
    return [...everyone, 'writer', 'reporter', 'follower'];
  // What strangers may, an app may by the scope of its own alone.
  if (action === 'Query.changes') return [...everyone.filter((who) => !apps.has(who)), 'follower'];
  if (/^Query\.(worklist|import)$/.test(action)) return keepers;
  if (action.startsWith('Query.')) return everyone;
  if (/signIn|signOut|acceptInvitation/.test(action))
    return everyone.filter((who) => !apps.has(who));
  if (/SecondFactor|RecoveryCodes/.test(action))
    return ['ADVOCATE', 'COORDINATOR', 'NATION_COORDINATOR', 'STEWARD'];
  if (action === 'Mutation.registerOrganization')
    return ['ADVOCATE', 'COORDINATOR', 'NATION_COORDINATOR', 'STEWARD'];
  // Of the listings of its organization, an app by the scope of its own.
  if (/list(Housing|Service)/.test(action)) return ['COORDINATOR', 'NATION_COORDINATOR', 'writer'];
  if (/reportAvailability/.test(action)) return ['COORDINATOR', 'NATION_COORDINATOR', 'reporter'];
  if (/ReportLink/.test(action)) return ['COORDINATOR', 'NATION_COORDINATOR'];
  if (/revise(Housing|Service)|Listing$/.test(action)) return [...keepers, 'writer'];
  if (/AppKey/.test(action)) return keepers;
  if (action === 'Mutation.reviseNation') return ['NATION_COORDINATOR'];
  if (
    /invitePerson|revokePerson|Disclosure|revise|resolveSuggestion|publishMaterial|scheduleConvening|Import$|resolveDuplicate/.test(
      action,
    )
  )
    return keepers;
  if (/revealAddress/.test(action)) return ['ADVOCATE', 'COORDINATOR', 'NATION_COORDINATOR'];
  if (action.endsWith('Reveal')) return ['COORDINATOR', 'NATION_COORDINATOR'];
  if (action.endsWith('Consent')) return ['NATION_COORDINATOR'];
  return ['STEWARD'];
};

test('every cell of roles and actions is as the table says, through HTTP', async () => {
  const [home, nation] = [await one(false), await one(true)];
  const as: Record<string, () => Promise<Record<string, string>>> = {
    stranger: async () => ({}),
    reader: async () => (await appWith(directory, ['directory:read'])).headers,
    partner: async () => (await appWith(directory, ['partners:read'])).headers,
    writer: async () => (await appWith(directory, ['listings:write'], home)).headers,
    reporter: async () => (await appWith(directory, ['availability:write'], home)).headers,
    follower: async () => (await appWith(directory, ['changes:read'])).headers,
    ADVOCATE: async () => (await comeIn(directory, 'ADVOCATE')).headers,
    COORDINATOR: async () => (await comeIn(directory, 'COORDINATOR', home)).headers,
    NATION_COORDINATOR: async () => (await comeIn(directory, 'NATION_COORDINATOR', nation)).headers,
    STEWARD: async () => (await comeIn(directory, 'STEWARD')).headers,
  };
  let cells = 0;
  for (const [who, comes] of Object.entries(as)) {
    for (const action of guarded) {
      // Going out would end the session of the next.
      if (action === 'Mutation.signOut' && !apps.has(who)) continue;
      const headers = who === 'stranger' ? {} : await remembered(who, comes);
      const { body } = await directory.ask(asking[action]!, {}, headers);
      const code = body.errors?.[0]?.extensions.code;
      const turnedDown = who === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      const expected = mayAsk(action).includes(who) ? undefined : turnedDown;
      assert.equal(code, expected, `${who} ${action} ${JSON.stringify(body.errors)}`);
      cells += 1;
    }
  }
  assert.equal(cells, 10 * guarded.length - 5);
});

const known = new Map<string, Record<string, string>>();
async function remembered(who: string, comes: () => Promise<Record<string, string>>) {
  const headers = known.get(who) ?? (await comes());
  known.set(who, headers);
  return headers;
}

const person = (...roles: [Role, string | null][]): Viewer => ({
  kind: kindOf(roles.map(([role]) => ({ role })))!,
  id: 'acc_x',
  name: 'x',
  roles: roles.map(([role, organizationId]) => ({ role, organizationId })),
  owesSecondFactor: false,
});

test('a person is known by the role that may most', () => {
  assert.equal(person(['ADVOCATE', null], ['COORDINATOR', 'org_a']).kind, 'COORDINATOR');
  assert.equal(person(['STEWARD', null], ['NATION_COORDINATOR', 'org_n']).kind, 'STEWARD');
  assert.equal(kindOf([]), null);
});

test('who may give which role', () => {
  const network = { organizationId: null, isOfNation: false };
  const ofHome = { role: 'COORDINATOR', organizationId: 'org_a', isOfNation: false } as const;
  const ofNation = {
    role: 'NATION_COORDINATOR',
    organizationId: 'org_n',
    isOfNation: true,
  } as const;
  const steward = person(['STEWARD', null]);
  const coordinator = person(['COORDINATOR', 'org_a']);
  const nations = person(['NATION_COORDINATOR', 'org_n']);
  assert.deepEqual(
    [steward, coordinator, nations, person(['ADVOCATE', null]), stranger].map((viewer) => [
      mayGive(viewer, { role: 'STEWARD', ...network }),
      mayGive(viewer, { role: 'ADVOCATE', ...network }),
      mayGive(viewer, ofHome),
      mayGive(viewer, { ...ofHome, organizationId: 'org_b' }),
      mayGive(viewer, ofNation),
      mayGive(viewer, { ...ofNation, role: 'COORDINATOR' }),
      mayGive(viewer, { ...ofNation, organizationId: 'org_m' }),
    ]),
    [
      [true, true, true, true, false, false, false],
      [false, false, true, false, false, false, false],
      [false, false, false, false, true, false, false],
      [false, false, false, false, false, false, false],
      [false, false, false, false, false, false, false],
    ],
  );
  // A steward who is also of the nation gives as one of its people.
  assert.ok(mayGive(person(['STEWARD', null], ['NATION_COORDINATOR', 'org_n']), ofNation));
});
