import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { upkeepRounds } from '../../src/upkeep/index.js';
import { openDirectory } from '../support/directory.js';
import {
  AdmitOrganizationDocument,
  ConfirmListingDocument,
  KeptOptionDocument,
  KeptOrganizationDocument,
  ListHousingDocument,
  ListServiceDocument,
  PauseListingDocument,
  RegisterOrganizationDocument,
  ReportAvailabilityDocument,
  RestoreListingDocument,
  ReviseHousingDocument,
  ReviseOrganizationDocument,
  ReviseServiceDocument,
  TightenDisclosureDocument,
  WithdrawListingDocument,
  type ListHousingInput,
} from '../support/documents.js';
import { comeIn } from '../support/people.js';
import { outcome } from '../support/outcome.js';
import { shelter, someNation, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('keeping')) };
const directory = await openDirectory({ database });
const home = await shelter(database, { exact: CANARY });
const other = await shelter(database, { exact: CANARY });
const { organization: government } = await someNation(database.read);
const ofNation = await shelter(database, {
  organization: government,
  exact: CANARY,
  said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
});
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const otto = await comeIn(directory, 'COORDINATOR', other.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stella = await comeIn(directory, 'STEWARD');
const ada = await comeIn(directory, 'ADVOCATE');
type Headers = Record<string, string>;
/** As two people would tell a listing again. */
const tellAgain = (id: string) =>
  database.em().execute(`update org.listing set disclosure = 'PUBLISHED' where id = ?`, [id]);

const read = async (id: string, headers: Headers = cora.headers) => {
  const { body } = await directory.ask(KeptOptionDocument, { id }, headers);
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  const node = body.data!.node;
  return node?.__typename === 'HousingOption' ? node : null;
};
const versionOf = async (id: string) => {
  const [row] = await database.read.rows<{ version: number }>(
    sql`select version from org.listing where id = ${id}`,
  );
  return row!.version;
};
const revise = async (
  id: string,
  named: Partial<ListHousingInput> & { reason?: string; version?: number },
  headers: Headers = cora.headers,
) =>
  directory.ask(
    ReviseHousingDocument,
    { input: { id, version: await versionOf(id), ...named } },
    headers,
  );

const beds: ListHousingInput = {
  organizationId: home.organization,
  name: 'Sample Family Rooms',
  summary: 'Two rooms for a test.',
  serviceAreas: [{ kind: 'STATEWIDE', state: 'MN' }],
  kind: 'TRANSITIONAL',
  operatedBy: ['NONPROFIT'],
  transportOffered: false,
  units: [{ name: 'Rooms', capacity: 2 }],
};

test('what a coordinator lists is hers alone to read until two people tell it further', async () => {
  const { body } = await directory.ask(ListHousingDocument, { input: beds }, cora.headers);
  const made = body.data!.listHousing!.housingOption!;
  assert.deepEqual(
    [made.name, made.disclosure, made.status, made.version, made.units[0]!.capacity],
    ['Sample Family Rooms', 'OWN', 'ACTIVE', 1, 2],
  );
  assert.equal((await read(made.id))!.id, made.id);
  assert.equal((await read(made.id, stella.headers))!.id, made.id);
  for (const headers of [{}, ada.headers, otto.headers, nora.headers]) {
    assert.equal(await read(made.id, headers), null);
  }
  const [row] = await database.read.rows<{ told: boolean }>(
    sql`select exists (select from pub.listing where id = ${made.id}
      union all select from further.listing where id = ${made.id}) as told`,
  );
  assert.equal(row!.told, false);
});

test('nobody lists for an organization that is not hers, nor says how far it is told', async () => {
  for (const headers of [otto.headers, nora.headers]) {
    const answer = await directory.ask(ListHousingDocument, { input: beds }, headers);
    assert.equal(outcome(answer), 'NOT_FOUND input.organizationId');
  }
  const answer = await directory.ask(
    `mutation { listHousing(input: { organizationId: "${home.organization}", disclosure: PUBLISHED }) { userErrors { code } } }`,
    {},
    cora.headers,
  );
  assert.equal(answer.status, 400);
  assert.equal(answer.body.errors![0]!.extensions.code, 'BAD_REQUEST');
});

test('a revision changes what it names and nothing else, and what stood there is kept', async () => {
  const before = (await read(home.listing))!;
  const answer = await revise(home.listing, {
    summary: '  Beds for a youth tonight. ',
    description: null,
    reason: 'The house opened a floor.',
  });
  const after = answer.body.data!.reviseHousing!.housingOption!;
  assert.equal(outcome(answer), 'done');
  assert.deepEqual(
    { ...after, summary: before.summary, version: before.version },
    Object.fromEntries(
      Object.entries(before).filter(([name]) => name !== 'history' && name !== '__typename'),
    ),
  );
  assert.equal(after.summary, 'Beds for a youth tonight.');
  assert.equal(after.version, before.version! + 1);
  const [latest] = (await read(home.listing))!.history!.nodes;
  assert.deepEqual(latest, {
    version: after.version,
    madeAs: 'COORDINATOR',
    organizationName: 'Sample House Of A Test',
    action: 'reviseHousing',
    reason: 'The house opened a floor.',
    changes: [
      {
        field: 'summary',
        before: JSON.stringify(before.summary),
        after: '"Beds for a youth tonight."',
      },
    ],
  });
  // Told to everyone in the same moment.
  assert.equal((await read(home.listing, {}))!.summary, 'Beds for a youth tonight.');
});

test('a revision that changes nothing makes no version', async () => {
  const { summary, version } = (await read(home.listing))!;
  const answer = await revise(home.listing, { summary });
  assert.equal(answer.body.data!.reviseHousing!.housingOption!.version, version);
});

test('what is fit for those who keep it is told to nobody else', async () => {
  for (const headers of [{}, ada.headers, otto.headers]) {
    const option = (await read(home.listing, headers))!;
    assert.deepEqual([option.version, option.disclosure, option.history], [null, null, null]);
  }
  // A steward sees that it was changed; words of an organization that withholds an address she does not.
  const [latest] = (await read(home.listing, stella.headers))!.history!.nodes;
  assert.deepEqual(
    [latest!.changes, latest!.reason],
    [[{ field: 'summary', before: null, after: null }], null],
  );
});

test('a revision of an older version is turned down, with both', async () => {
  const version = await versionOf(home.listing);
  const two = await Promise.all(
    ['One', 'Two'].map((name) => revise(home.listing, { name, version })),
  );
  assert.deepEqual(two.map(outcome).sort(), ['STALE_VERSION input.version', 'done']);
  const stale = two.find((answer) => outcome(answer) !== 'done')!;
  assert.match(
    stale.body.data!.reviseHousing!.userErrors[0]!.message,
    new RegExp(`version ${version}; it is at version ${version + 1}`),
  );
  const name = (await read(home.listing))!.name;
  assert.ok(['One', 'Two'].includes(name));
  assert.equal(outcome(await revise(home.listing, { name: 'Sample Youth Beds' })), 'done');
});

test('nobody changes what is another’s', async () => {
  const before = await read(home.listing, stella.headers);
  for (const { headers } of [otto, nora]) {
    assert.equal(
      outcome(await revise(home.listing, { name: 'Mine' }, headers)),
      'NOT_FOUND input.id',
    );
  }
  assert.equal(outcome(await revise(home.listing, { name: 'Mine' }, ada.headers)), 'FORBIDDEN');
  assert.equal(outcome(await revise(home.listing, { name: 'Mine' }, {})), 'UNAUTHENTICATED');
  // A steward neither writes where an address is withheld nor changes what is a nation's.
  assert.equal(
    outcome(await revise(home.listing, { name: 'Mine' }, stella.headers)),
    'FORBIDDEN input.id',
  );
  assert.equal(
    outcome(await revise(ofNation.listing, { name: 'Mine' }, stella.headers)),
    'NOT_FOUND input.id',
  );
  assert.deepEqual(await read(home.listing, stella.headers), before);
  assert.equal(
    outcome(await revise(ofNation.listing, { name: 'Sample Lodge' }, nora.headers)),
    'done',
  );
});

test('no text that leads to the door is taken, and the field is named as it was given', async () => {
  const street = CANARY.lines[0]!;
  assert.equal(
    outcome(await revise(home.listing, { howToApply: `Come to ${street}.` })),
    'INVALID input.howToApply',
  );
  assert.equal(
    outcome(await revise(home.listing, { name: 'New', reason: `We are at ${street}.` })),
    'INVALID input.reason',
  );
  const version = await versionOf(home.listing);
  const reason = `Call at ${street}, we are full.`;
  assert.equal(
    outcome(
      await directory.ask(
        PauseListingDocument,
        { input: { id: home.listing, version, reason } },
        cora.headers,
      ),
    ),
    'INVALID input.reason',
  );
  assert.equal(await versionOf(home.listing), version);
});

test('bad input names its field and loses nothing', async () => {
  const before = await read(home.listing);
  const bad: [Partial<ListHousingInput>, string][] = [
    [{ name: '' }, 'input.name'],
    [{ name: null as never }, 'input.name'],
    [{ siteIds: [other.location] }, 'input.siteIds'],
    [
      { eligibility: [{ kind: 'AGE', stance: 'REQUIRES', terms: { ageMin: 200 } }] },
      'input.eligibility.0.AGE.ageMin',
    ],
    [{ phones: [{ number: '12', kind: 'VOICE' }] }, 'input.phones.0.number'],
    [{ serviceAreas: [{ kind: 'REGION' }] }, 'input.serviceAreas.0.regionId'],
    [{ units: [] }, 'input.units'],
    [{ units: [{ id: 'unt_AAAAAAAAAAAAAAAAAAAAAA', name: 'Beds' }] }, 'input.units.0.id'],
    [{ contacts: [{ purpose: 'INTAKE', name: 'x', email: 'no' }] }, 'input.contacts.0.email'],
  ];
  for (const [named, field] of bad) {
    assert.match(
      outcome(await revise(home.listing, named)),
      new RegExp(`^(INVALID|NOT_FOUND) ${field}$`),
    );
  }
  assert.deepEqual(await read(home.listing), before);
});

test('a unit keeps its id and its reports when it is called otherwise', async () => {
  const { units } = (await read(home.listing))!;
  const { id } = units[0]!;
  const report = { unitId: id, accepting: true, bedsOpen: 3, bedsTotal: 5 };
  const answer = await directory.ask(ReportAvailabilityDocument, { input: report }, cora.headers);
  const said = answer.body.data!.reportAvailability!.housingOption!;
  assert.equal(said.units[0]!.availability.bedsOpen, 3);
  await revise(home.listing, {
    units: [
      { name: 'Family room', capacity: 1 },
      { id, name: 'Youth beds', capacity: 5 },
    ],
  });
  const now = (await read(home.listing, {}))!.units;
  assert.deepEqual(
    now.map((unit) => [unit.name, unit.id === id, unit.availability.bedsOpen]),
    [
      ['Family room', false, null],
      ['Youth beds', true, 3],
    ],
  );
});

test('reports keep one order, and only its own people report', async () => {
  const unitId = (await read(home.listing))!.units[1]!.id;
  const report = (bedsOpen: number, headers: Headers) =>
    directory.ask(
      ReportAvailabilityDocument,
      { input: { unitId, accepting: true, bedsOpen, bedsTotal: 40 } },
      headers,
    );
  for (const { headers } of [otto, nora]) {
    assert.equal(outcome(await report(1, headers)), 'NOT_FOUND input.unitId');
  }
  assert.equal(outcome(await report(1, stella.headers)), 'FORBIDDEN');
  assert.equal(outcome(await report(41, cora.headers)), 'INVALID input.bedsOpen');
  const many = await Promise.all(
    Array.from({ length: 20 }, (_, beds) => report(beds, cora.headers)),
  );
  assert.deepEqual(new Set(many.map(outcome)), new Set(['done']));
  const rows = await database.read.rows<{ beds: number; moments: number }>(
    sql`select count(*)::int as beds, count(distinct reported_at)::int as moments
      from org.availability_report where unit_id = ${unitId}`,
  );
  assert.equal(rows[0]!.beds, rows[0]!.moments);
});

test('a pause is told, a withdrawal takes it out, and both can be undone', async () => {
  const change = async (
    document:
      typeof PauseListingDocument | typeof WithdrawListingDocument | typeof RestoreListingDocument,
    more: object = {},
    headers: Headers = cora.headers,
  ) =>
    directory.ask(
      document as typeof PauseListingDocument,
      {
        input: {
          id: home.listing,
          version: await versionOf(home.listing),
          reason: 'The house is being painted.',
          ...more,
        },
      },
      headers,
    );
  assert.equal(outcome(await change(PauseListingDocument)), 'done');
  const paused = (await read(home.listing, {}))!;
  assert.deepEqual([paused.status, paused.statusReason], ['PAUSED', 'The house is being painted.']);
  assert.equal(outcome(await change(RestoreListingDocument)), 'done');
  assert.equal((await read(home.listing, {}))!.status, 'ACTIVE');
  assert.equal(outcome(await change(RestoreListingDocument)), 'INVALID input.id');
  // Words of a steward are not told.
  assert.equal(outcome(await change(WithdrawListingDocument, {}, stella.headers)), 'done');
  assert.equal(await read(home.listing, {}), null);
  const gone = (await read(home.listing))!;
  assert.deepEqual([gone.status, gone.statusReason, gone.disclosure], ['WITHDRAWN', null, 'OWN']);
  assert.deepEqual(
    gone.history!.nodes[0]!.changes.map(({ field }) => field),
    ['disclosure', 'status'],
  );
  assert.equal(gone.history!.nodes[0]!.reason, 'The house is being painted.');
  assert.equal(gone.history!.nodes[0]!.madeAs, 'STEWARD');
  assert.equal(outcome(await change(PauseListingDocument)), 'INVALID input.id');
  assert.equal(
    outcome(await change(WithdrawListingDocument, {}, otto.headers)),
    'NOT_FOUND input.id',
  );
  assert.equal(outcome(await change(RestoreListingDocument)), 'done');
  // It is told as a new one is: no single person tells again what was taken out.
  assert.equal((await read(home.listing))!.status, 'ACTIVE');
  for (const headers of [{}, ada.headers]) assert.equal(await read(home.listing, headers), null);
  await tellAgain(home.listing);
  assert.equal((await read(home.listing, {}))!.status, 'ACTIVE');
});

test('a pause ends by itself when its time has come, once', async () => {
  const now = new Date();
  const until = new Date(now.getTime() + 3_600_000);
  const pause = async (end: Date) =>
    directory.ask(
      PauseListingDocument,
      {
        input: {
          id: home.listing,
          version: await versionOf(home.listing),
          reason: 'An hour of rest.',
          until: end.toISOString(),
        },
      },
      cora.headers,
    );
  assert.equal(outcome(await pause(now)), 'INVALID input.until');
  assert.equal(outcome(await pause(until)), 'done');
  const paused = (await read(home.listing))!;
  assert.deepEqual([paused.status, paused.pausedUntil], ['PAUSED', until.toISOString()]);
  const roundAt = (moment: Date) =>
    upkeepRounds({
      change: (work) => inOne(database, work, moment),
      failed: assert.ifError,
    }).run();
  await roundAt(new Date(until.getTime() - 1));
  assert.equal((await read(home.listing, {}))!.status, 'PAUSED');
  await Promise.all([roundAt(until), roundAt(until)]);
  const active = (await read(home.listing))!;
  assert.deepEqual(
    [active.status, active.statusReason, active.pausedUntil, active.version],
    ['ACTIVE', null, null, paused.version! + 1],
  );
  const { madeAs, action, organizationName } = active.history!.nodes[0]!;
  assert.deepEqual([madeAs, action, organizationName], ['HOST', 'restoreListing', null]);
});

test('what was withdrawn comes back only if it leads to no door that was withheld meanwhile', async () => {
  const street = CANARY.lines[0]!;
  const told = await shelter(database, {
    site: toldSite(CANARY),
    listed: { howToApply: `Come to ${street}.` },
  });
  const dora = await comeIn(directory, 'COORDINATOR', told.organization);
  const withdraw = {
    id: told.listing,
    version: await versionOf(told.listing),
    reason: `We are leaving ${street}.`,
  };
  assert.equal(
    outcome(await directory.ask(WithdrawListingDocument, { input: withdraw }, dora.headers)),
    'done',
  );
  const gone = (await read(told.listing, dora.headers))!;
  assert.deepEqual(
    [gone.statusReason, gone.history!.nodes[0]!.reason],
    [null, withdraw.reason],
    'why it was withdrawn its history alone keeps',
  );
  const tighten = {
    id: told.location,
    to: 'STREET_WITHHELD' as const,
    withheldReason: 'CONFIDENTIAL_SHELTER' as const,
    reason: 'Someone came to the door.',
  };
  assert.equal(
    outcome(await directory.ask(TightenDisclosureDocument, { input: tighten }, dora.headers)),
    'done',
  );
  const restore = async (headers: Headers) =>
    directory.ask(
      RestoreListingDocument,
      {
        input: { id: told.listing, version: await versionOf(told.listing), reason: 'We are back.' },
      },
      headers,
    );
  assert.match(outcome(await restore(dora.headers)), /^INVALID input.id$/);
  assert.match(outcome(await restore(stella.headers)), /^FORBIDDEN input.id$/);
  assert.equal(await read(told.listing, {}), null);
  assert.equal(
    outcome(await revise(told.listing, { howToApply: 'Call us.' }, dora.headers)),
    'done',
  );
  assert.equal(outcome(await restore(dora.headers)), 'done');
  assert.equal((await read(told.listing, dora.headers))!.status, 'ACTIVE');
});

test('every earlier state can be brought back, units and all', async () => {
  const then = (await read(home.listing))!;
  await revise(home.listing, { name: 'Another', eligibility: [], phones: [] });
  await revise(home.listing, { summary: 'Another too.', kind: 'DAY_CENTER' });
  await revise(home.listing, { name: 'And another' });
  const answer = await directory.ask(
    RestoreListingDocument,
    {
      input: {
        id: home.listing,
        version: await versionOf(home.listing),
        asOfVersion: then.version!,
        reason: 'It was right before.',
      },
    },
    cora.headers,
  );
  assert.equal(outcome(answer), 'done');
  const { version: _, history: __, ...now } = (await read(home.listing))!;
  const { version: ___, history: ____, ...was } = then;
  assert.deepEqual(now, was);
});

test('a confirmation tells a role and an organization, never a person', async () => {
  const confirm = (headers: Headers) =>
    directory.ask(
      ConfirmListingDocument,
      { input: { listingId: home.listing, method: 'OWN_STAFF' } },
      headers,
    );
  assert.equal(outcome(await confirm(otto.headers)), 'NOT_FOUND input.listingId');
  assert.equal(outcome(await confirm(cora.headers)), 'done');
  const { verification } = (await read(home.listing, {}))!;
  assert.deepEqual(verification, {
    state: 'CURRENT',
    confirmedBy: 'Coordinator, Sample House Of A Test',
    method: 'OWN_STAFF',
  });
});

test('a service is listed and revised alike', async () => {
  const input = {
    organizationId: home.organization,
    name: 'Sample line',
    summary: 'A line for a test.',
    serviceAreas: [{ kind: 'NATIONWIDE' as const }],
    kinds: ['CRISIS_LINE' as const],
    idempotencyKey: 'a-service-of-a-test',
  };
  const [first, again] = [
    await directory.ask(ListServiceDocument, { input }, cora.headers),
    await directory.ask(ListServiceDocument, { input }, cora.headers),
  ];
  const { id, version } = first.body.data!.listService!.service!;
  assert.equal(again.text, first.text);
  const revised = await directory.ask(
    ReviseServiceDocument,
    { input: { id, version: version!, kinds: ['CRISIS_LINE', 'ADVOCACY'] } },
    cora.headers,
  );
  assert.deepEqual(revised.body.data!.reviseService!.service, {
    id,
    name: 'Sample line',
    kinds: ['CRISIS_LINE', 'ADVOCACY'],
    version: 2,
  });
  // A housing option is no service.
  const wrong = { id: home.listing, version: await versionOf(home.listing), name: 'x' };
  assert.equal(
    outcome(await directory.ask(ReviseServiceDocument, { input: wrong }, cora.headers)),
    'NOT_FOUND input.id',
  );
});

test('an organization lists to its own people all that it has', async () => {
  const ask = async (headers: Headers) => {
    const { body } = await directory.ask(
      KeptOrganizationDocument,
      { id: home.organization },
      headers,
    );
    const node = body.data!.node;
    assert.ok(node?.__typename === 'Organization', JSON.stringify(body));
    return node;
  };
  const [own, strangers] = [await ask(cora.headers), await ask({})];
  assert.equal(own.housingOptions.totalCount, 2);
  assert.equal(strangers.housingOptions.totalCount, 1);
  assert.deepEqual(
    own.sites!.map(({ id, streetTold }) => [id, streetTold]),
    [[home.location, false]],
  );
  assert.deepEqual(
    [strangers.sites, strangers.admitted, strangers.version, strangers.history],
    [null, null, null, null],
  );
});

test('what someone registers is told when a steward has admitted it, with its new places to its own alone', async () => {
  const registered = await directory.ask(
    RegisterOrganizationDocument,
    {
      input: {
        name: 'Sample New Partner',
        kind: 'NONPROFIT',
        newLocations: [
          {
            name: 'Office',
            countyFips: '27137',
            lines: ['1 Sample Way'],
            city: 'Duluth',
            postalCode: '55802',
          },
          {
            name: 'House',
            countyFips: '27137',
            withheld: 'CONFIDENTIAL_SHELTER',
            lines: CANARY.lines,
            city: CANARY.city,
            postalCode: CANARY.postalCode,
          },
        ],
      },
    },
    ada.headers,
  );
  const { id, organization } = registered.body.data!.registerOrganization!;
  assert.equal(organization, null, 'whoever registers it is not one of its people');
  const ask = (headers: Headers) => directory.ask(KeptOrganizationDocument, { id: id! }, headers);
  assert.equal((await ask({})).body.data!.node, null);
  const seen = (await ask(stella.headers)).body.data!.node;
  assert.ok(seen?.__typename === 'Organization');
  assert.deepEqual(
    seen.sites!.map(({ name, disclosure, streetTold }) => [name, disclosure, streetTold]).sort(),
    [
      ['Not told: it may lead to a withheld address.', 'OWN', false],
      ['Not told: it may lead to a withheld address.', 'OWN', true],
    ],
  );
  const admit = (headers: Headers) =>
    directory.ask(AdmitOrganizationDocument, { input: { id: id!, version: 1 } }, headers);
  assert.equal(outcome(await admit(cora.headers)), 'FORBIDDEN');
  assert.deepEqual((await admit(stella.headers)).body.data!.admitOrganization!.organization, {
    admitted: true,
    version: 2,
  });
  assert.equal(outcome(await admit(stella.headers)), 'STALE_VERSION input.version');
  const { text } = await ask({});
  assert.match(text, /Sample New Partner/);
  // Neither place is told yet, and of the house not even its town is anywhere but under seal.
  assert.doesNotMatch(
    JSON.stringify(
      await directory.ask(`{ node(id: "${id}") { ... on Organization { places { area } } } }`),
    ),
    /Duluth/,
  );
  const rows = await database.read.rows<{ row: string }>(
    sql`select row_to_json(l)::text as row from org.location l where organization_id = ${id}`,
  );
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(CANARY.city));
});

test('an organization is revised by its people; by a steward where no address is withheld', async () => {
  const revision = async (id: string, headers: Headers, named: object) => {
    const { body } = await directory.ask(KeptOrganizationDocument, { id }, stella.headers);
    const node = body.data!.node;
    assert.ok(node?.__typename === 'Organization');
    return directory.ask(
      ReviseOrganizationDocument,
      { input: { id, version: node.version!, ...named } },
      headers,
    );
  };
  const own = await revision(home.organization, cora.headers, {
    description: 'A house of a test.',
  });
  assert.equal(own.body.data!.reviseOrganization!.organization!.description, 'A house of a test.');
  assert.equal(
    outcome(await revision(home.organization, stella.headers, { description: 'x' })),
    'FORBIDDEN input.id',
  );
  assert.equal(
    outcome(await revision(home.organization, otto.headers, { description: 'x' })),
    'NOT_FOUND input.id',
  );
  assert.equal(
    outcome(await revision(government, stella.headers, { description: 'x' })),
    'NOT_FOUND input.id',
  );
  assert.equal(
    outcome(
      await revision(home.organization, cora.headers, { description: `By ${CANARY.lines[0]}` }),
    ),
    'INVALID input.description',
  );
  const nowhere = { name: 'Annex', countyFips: '27', withheld: 'CONFIDENTIAL_SHELTER' as const };
  assert.equal(
    outcome(await revision(home.organization, cora.headers, { newLocations: [nowhere] })),
    'INVALID input.newLocations.0.countyFips',
  );
  const [open] = await database.read.rows<{ id: string }>(sql`select o.id from org.organization o
    where o.admitted_at is not null and not exists (select from org.location l where l.organization_id = o.id and not l.street_told)
      and not exists (select from org.tribal_nation n where n.organization_id = o.id) order by o.id limit 1`);
  assert.equal(
    outcome(await revision(open!.id, stella.headers, { website: 'https://example.org' })),
    'done',
  );
});
