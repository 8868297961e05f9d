import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTED_OF_EARLIER_HOSTS } from '../../schema/migrations/040-earlier-hosts.js';
import { giveRole } from '../../src/access/give-role.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  KeptConveningDocument,
  KeptMaterialDocument,
  NoticesDocument,
  OwnLibraryDocument,
  PublishMaterialDocument,
  ReviseConveningDocument,
  ReviseMaterialDocument,
  ScheduleConveningDocument,
  SearchWordsDocument,
  TightenDisclosureDocument,
  type PublishMaterialInput,
  type ReviseConveningInput,
  type ReviseMaterialInput,
  type ScheduleConveningInput,
} from '../support/documents.js';
import { appWith, broughtIn, comeIn, type SignedIn } from '../support/people.js';
import { outcome } from '../support/outcome.js';
import { shelter, someNation, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('library')) };
const directory = await openDirectory({ database });
const site = toldSite(CANARY);
const home = await shelter(database, { exact: CANARY });
const open = await shelter(database, { site });
const other = await shelter(database, { site });
const { organization: government } = await someNation(database.read);
const cora = await comeIn(directory, 'COORDINATOR', home.organization);
const olga = await comeIn(directory, 'COORDINATOR', open.organization);
const otto = await comeIn(directory, 'COORDINATOR', other.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stella = await comeIn(directory, 'STEWARD');
const ada = await comeIn(directory, 'ADVOCATE');
type Headers = Record<string, string>;
const MISSING = 'AAAAAAAAAAAAAAAAAAAAAA';
const reason = 'It names a line that is closed.';

const poster: PublishMaterialInput = {
  organizationId: open.organization,
  title: 'Thistlewhit poster',
  kind: 'POSTER',
  audiences: ['HOTEL_STAFF'],
  topics: ['What to see'],
  language: 'en',
  url: 'https://example.org/poster.pdf',
  publishedAt: '2026-05-01',
};
const table: ScheduleConveningInput = {
  hostIds: [open.organization],
  title: 'Brindlewhit table',
  topic: 'A test',
  startsAt: '2026-10-14T00:00:00Z',
  endsAt: '2026-10-14T02:00:00Z',
  timeZone: 'America/Chicago',
  recurrence: 'FREQ=MONTHLY;BYDAY=2TU',
};
const publish = (given: Partial<PublishMaterialInput> = {}, headers: Headers = olga.headers) =>
  directory.ask(PublishMaterialDocument, { input: { ...poster, ...given } }, headers);
const schedule = (given: Partial<ScheduleConveningInput> = {}, headers: Headers = olga.headers) =>
  directory.ask(ScheduleConveningDocument, { input: { ...table, ...given } }, headers);
const published = async (given: Partial<PublishMaterialInput> = {}, headers?: Headers) => {
  const answer = await publish(given, headers);
  assert.equal(outcome(answer), 'done', answer.text);
  return answer.body.data!.publishMaterial!.material!;
};
const scheduled = async (given: Partial<ScheduleConveningInput> = {}, headers?: Headers) => {
  const answer = await schedule(given, headers);
  assert.equal(outcome(answer), 'done', answer.text);
  return answer.body.data!.scheduleConvening!.convening!;
};
const versionOf = async (id: string) => {
  const [row] = await database.read.rows<{ version: number }>(sql`
    select version from org.material where id = ${id} union all select version from org.convening where id = ${id}`);
  return row?.version ?? 1;
};
const revise = async (
  id: string,
  named: Partial<ReviseMaterialInput>,
  headers: Headers = olga.headers,
) =>
  directory.ask(
    ReviseMaterialDocument,
    { input: { id, version: await versionOf(id), ...named } },
    headers,
  );
const reschedule = async (
  id: string,
  named: Partial<ReviseConveningInput>,
  headers: Headers = olga.headers,
) =>
  directory.ask(
    ReviseConveningDocument,
    { input: { id, version: await versionOf(id), ...named } },
    headers,
  );
const material = async (id: string, headers: Headers = {}) => {
  const { node } = (await directory.ask(KeptMaterialDocument, { id }, headers)).body.data!;
  return node?.__typename === 'Material' ? node : null;
};
const convening = async (id: string, headers: Headers = {}) => {
  const { node } = (await directory.ask(KeptConveningDocument, { id }, headers)).body.data!;
  return node?.__typename === 'Convening' ? node : null;
};
const isFound = async (id: string, text: string, headers: Headers = {}) => {
  const { body } = await directory.ask(SearchWordsDocument, { text, first: 20 }, headers);
  return body.data!.search!.nodes.some((node) => node.id === id);
};
const told = async (id: string) => {
  const [row] = await database.read.rows<{ what: string }>(
    sql`select what from pub.change where id = ${id}`,
  );
  return row?.what ?? null;
};

test('what is published is told, found and followed at once, and only its people are told its version', async () => {
  const made = await published();
  const { history, ...seen } = (await material(made.id, olga.headers))!;
  assert.deepEqual(seen, { __typename: 'Material', ...made });
  assert.deepEqual([made.version, made.withdrawn, made.language.tag], [1, false, 'en']);
  assert.deepEqual(history!.nodes, []);
  for (const headers of [{}, ada.headers, otto.headers, nora.headers]) {
    const theirs = (await material(made.id, headers))!;
    assert.deepEqual(
      [theirs.title, theirs.version, theirs.withdrawn, theirs.history],
      ['Thistlewhit poster', null, null, null],
    );
  }
  assert.equal((await material(made.id, stella.headers))!.version, 1);
  assert.ok(await isFound(made.id, 'thistlewhit'));
  assert.equal(await told(made.id), 'TOLD');
  const today = await published({ publishedAt: null, topics: null, description: null });
  assert.equal(today.publishedAt, new Date().toISOString().slice(0, 10));
  const [event] = await database.read.rows<{ action: string; viewer: string }>(
    sql`select action, viewer_id as viewer from audit.event where thing_id = ${made.id}`,
  );
  assert.deepEqual(event, { action: 'publishMaterial', viewer: olga.id });
});

test('a revision changes what it names and nothing else, and what stood there is kept', async () => {
  const before = await published({ description: 'Earlier words.' });
  const answer = await revise(before.id, {
    title: ' Thistlewhit card ',
    topics: null,
    description: null,
    reason: 'Printed smaller.',
  });
  const after = answer.body.data!.reviseMaterial!.material!;
  assert.deepEqual(after, {
    ...before,
    title: 'Thistlewhit card',
    topics: [],
    description: null,
    version: 2,
  });
  assert.equal((await material(before.id))!.title, 'Thistlewhit card');
  assert.equal(await told(before.id), 'CHANGED');
  assert.deepEqual((await material(before.id, olga.headers))!.history!.nodes, [
    {
      version: 2,
      madeAs: 'COORDINATOR',
      organizationName: 'Sample House Of A Test',
      action: 'reviseMaterial',
      reason: 'Printed smaller.',
      changes: [
        { field: 'description', before: '"Earlier words."', after: null },
        { field: 'title', before: '"Thistlewhit poster"', after: '"Thistlewhit card"' },
        { field: 'topics', before: '["What to see"]', after: '[]' },
      ],
    },
  ]);
  assert.equal(
    (await revise(before.id, { title: 'Thistlewhit card' })).body.data!.reviseMaterial!.material!
      .version,
    2,
    'nothing differs',
  );
  const stale = await revise(before.id, { title: 'Mine', version: 1 });
  assert.equal(outcome(stale), 'STALE_VERSION input.version');
  assert.match(stale.text, /version 1; it is at version 2/);
  const two = await Promise.all(
    ['One', 'Two'].map((title) => revise(before.id, { title, version: 2 })),
  );
  assert.deepEqual(two.map(outcome).sort(), ['STALE_VERSION input.version', 'done']);
});

test('the same change under one key is made once; another under it is a conflict', async () => {
  const idempotencyKey = 'a-key-of-a-test-of-the-library';
  const [one, again] = [await published({ idempotencyKey }), await published({ idempotencyKey })];
  assert.equal(one.id, again.id);
  assert.equal(
    outcome(await publish({ idempotencyKey, title: 'Another' })),
    'IDEMPOTENCY_CONFLICT input.idempotencyKey',
  );
  const key = 'another-key-of-a-test-of-it';
  const meets = await scheduled({ idempotencyKey: key });
  assert.equal((await scheduled({ idempotencyKey: key })).id, meets.id);
  const input = { id: one.id, version: 1, title: 'Anew', idempotencyKey: 'a-key-of-a-revision' };
  const revised = () => directory.ask(ReviseMaterialDocument, { input }, olga.headers);
  assert.equal((await revised()).body.data!.reviseMaterial!.material!.version, 2);
  await revise(one.id, { title: 'Anew again' });
  assert.equal((await revised()).body.data!.reviseMaterial!.material!.title, 'Anew again');
});

test('nobody publishes or revises for another; what is not there and what is not hers answer alike', async () => {
  const made = await published();
  const meets = await scheduled();
  for (const { headers } of [otto, nora]) {
    const [there, missing] = [
      await publish({}, headers),
      await publish({ organizationId: `org_${MISSING}` }, headers),
    ];
    assert.equal(outcome(there), 'NOT_FOUND input.organizationId');
    assert.equal(there.text, missing.text);
    const hosts = [
      await schedule({}, headers),
      await schedule({ hostIds: [`org_${MISSING}`] }, headers),
    ];
    assert.equal(outcome(hosts[0]!), 'NOT_FOUND input.hostIds.0');
    assert.equal(hosts[0]!.text, hosts[1]!.text);
    for (const change of [revise, reschedule]) {
      const [id, none] =
        change === revise ? [made.id, `mat_${MISSING}`] : [meets.id, `cnv_${MISSING}`];
      const answers = [
        await change(id, { title: 'Mine' }, headers),
        await change(none, { title: 'Mine' }, headers),
        await change('{"', { title: 'Mine' }, headers),
      ];
      assert.equal(outcome(answers[0]!), 'NOT_FOUND input.id');
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
    }
  }
  const app = (await appWith(directory, ['directory:read', 'listings:write'], made.organization.id))
    .headers;
  for (const [headers, code] of [
    [ada.headers, 'FORBIDDEN'],
    [app, 'FORBIDDEN'],
    [{}, 'UNAUTHENTICATED'],
  ] as const) {
    for (const answer of [
      await publish({}, headers),
      await revise(made.id, { title: 'Mine' }, headers),
      await schedule({}, headers),
      await reschedule(meets.id, { title: 'Mine' }, headers),
    ])
      assert.equal(outcome(answer), code);
  }
  assert.deepEqual(
    [(await material(made.id))!.title, (await convening(meets.id))!.title],
    [poster.title, table.title],
  );
});

test('a steward writes for any organization but a nation’s, and for none that withholds an address', async () => {
  const made = await published({}, stella.headers);
  assert.equal(outcome(await revise(made.id, { title: 'Mended' }, stella.headers)), 'done');
  assert.equal((await material(made.id, olga.headers))!.history!.nodes[0]!.madeAs, 'STEWARD');
  const ofNation = await published({ organizationId: government }, nora.headers);
  assert.equal(
    outcome(await publish({ organizationId: government }, stella.headers)),
    'NOT_FOUND input.organizationId',
  );
  assert.equal(
    outcome(await revise(ofNation.id, { title: 'Mine' }, stella.headers)),
    'NOT_FOUND input.id',
  );
  assert.equal(
    outcome(await publish({ organizationId: home.organization }, stella.headers)),
    'FORBIDDEN input.organizationId',
  );
  const hers = await published({ organizationId: home.organization }, cora.headers);
  assert.equal(
    outcome(await revise(hers.id, { title: 'Mine' }, stella.headers)),
    'FORBIDDEN input.id',
  );
  // What is wrong she can take out all the same; she does not tell it again.
  assert.equal(outcome(await revise(hers.id, { withdrawn: true, reason }, stella.headers)), 'done');
  assert.equal(await material(hers.id), null);
  assert.equal(
    outcome(await revise(hers.id, { withdrawn: false }, stella.headers)),
    'FORBIDDEN input.id',
  );
  assert.equal(outcome(await revise(hers.id, { withdrawn: false }, cora.headers)), 'done');
  assert.equal((await material(hers.id))!.title, poster.title);
});

test('withdrawn, it leaves answers, search and feed at once, stays its people’s, and comes back', async () => {
  const made = await published({ title: 'Cloudberry leaf' });
  const meets = await scheduled({ title: 'Cloudberry table' });
  assert.equal(
    outcome(await revise(made.id, { withdrawn: true })),
    'INVALID input.reason',
    'it says why',
  );
  assert.equal(outcome(await revise(made.id, { withdrawn: true, reason })), 'done');
  assert.equal(outcome(await reschedule(meets.id, { withdrawn: true, reason })), 'done');
  for (const headers of [{}, ada.headers, otto.headers, nora.headers]) {
    assert.deepEqual(
      [await material(made.id, headers), await convening(meets.id, headers)],
      [null, null],
    );
  }
  for (const id of [made.id, meets.id]) {
    assert.equal(await isFound(id, 'cloudberry', olga.headers), false);
    assert.equal(await told(id), 'WITHDRAWN');
  }
  const hers = (await material(made.id, olga.headers))!;
  assert.deepEqual([hers.withdrawn, hers.version, hers.title], [true, 2, 'Cloudberry leaf']);
  assert.deepEqual(hers.history!.nodes[0]!.changes, [
    { field: 'withdrawn', before: 'false', after: 'true' },
  ]);
  assert.equal(hers.history!.nodes[0]!.reason, reason);
  const { hosts, withdrawn } = (await convening(meets.id, olga.headers))!;
  assert.deepEqual([hosts, withdrawn], [[{ id: open.organization }], true]);
  const own = async (headers: Headers) => {
    const { body } = await directory.ask(OwnLibraryDocument, { id: open.organization }, headers);
    const node = body.data!.node;
    assert.equal(node?.__typename, 'Organization');
    const { materials, convenings } = node as Extract<typeof node, { __typename: 'Organization' }>;
    return [materials, convenings].map(({ nodes }, nth) =>
      nodes.find(({ id }) => id === [made.id, meets.id][nth]),
    );
  };
  assert.deepEqual(await own({}), [undefined, undefined]);
  assert.deepEqual(
    (await own(olga.headers)).map((one) => one!.withdrawn),
    [true, true],
  );
  // It is mended while it is out, and told as it is then.
  assert.equal(outcome(await revise(made.id, { title: 'Cloudberry card' })), 'done');
  assert.equal(await material(made.id), null);
  assert.equal(outcome(await revise(made.id, { withdrawn: false })), 'done');
  assert.equal(outcome(await reschedule(meets.id, { withdrawn: false })), 'done');
  assert.deepEqual(
    [(await material(made.id))!.title, (await convening(meets.id))!.title],
    ['Cloudberry card', 'Cloudberry table'],
  );
  assert.deepEqual([await told(made.id), await told(meets.id)], ['TOLD', 'TOLD']);
  assert.ok(await isFound(made.id, 'cloudberry'));
});

test('no text that leads to a door is taken, by its field; what was withdrawn before is held when it comes back', async () => {
  const street = CANARY.lines[0]!;
  const made = await published({ organizationId: home.organization }, cora.headers);
  const meets = await scheduled({ hostIds: [home.organization] }, cora.headers);
  const cases: [Partial<ReviseMaterialInput>, string][] = [
    [{ title: street }, 'input.title'],
    [{ topics: ['Ways', `At ${street}`] }, 'input.topics.1'],
    [{ description: `Ask at ${street}.` }, 'input.description'],
    [{ title: 'New', reason: `We are at ${street}.` }, 'input.reason'],
  ];
  for (const [named, field] of cases)
    assert.equal(outcome(await revise(made.id, named, cora.headers)), `INVALID ${field}`);
  for (const field of ['title', 'topic', 'description', 'location'])
    assert.equal(
      outcome(await reschedule(meets.id, { [field]: `At ${street}` }, cora.headers)),
      `INVALID input.${field}`,
    );
  assert.equal(
    outcome(
      await publish(
        { organizationId: home.organization, description: `Ask at ${street}.` },
        cora.headers,
      ),
    ),
    'INVALID input.description',
  );
  assert.equal(await versionOf(made.id), 1);
  // Tries are written down, without their words.
  const [tries] = await database.read.rows<{ many: number }>(sql`select count(*)::int as many
    from audit.event where action = 'refuseText' and viewer_id = ${cora.id}`);
  assert.ok(tries!.many >= cases.length);
});

test('what was withdrawn before an address was withheld hinders nobody, is read by no steward, and is not told again as it was', async () => {
  const elder = await shelter(database, { site });
  const elsa = await comeIn(directory, 'COORDINATOR', elder.organization);
  const words = { description: `Printed at ${CANARY.lines[0]}.` };
  const made = await published({ organizationId: elder.organization, ...words }, elsa.headers);
  const meets = await scheduled({ hostIds: [elder.organization], ...words }, elsa.headers);
  assert.equal(outcome(await revise(made.id, { withdrawn: true, reason }, elsa.headers)), 'done');
  assert.equal(
    outcome(await reschedule(meets.id, { withdrawn: true, reason }, elsa.headers)),
    'done',
  );
  assert.equal((await material(made.id, stella.headers))!.title, poster.title);
  const tighten = `mutation { tightenDisclosure(input: { id: "${elder.location}", to: STREET_WITHHELD,
    withheldReason: CONFIDENTIAL_SHELTER, reason: "It is a shelter from now on." }) { userErrors { code field message } } }`;
  const answer = await directory.ask(tighten, {}, elsa.headers);
  assert.equal(outcome(answer as never), 'done', answer.text);
  assert.deepEqual(
    [await material(made.id, stella.headers), await convening(meets.id, stella.headers)],
    [null, null],
  );
  assert.equal((await material(made.id, elsa.headers))!.description, words.description);
  assert.equal((await convening(meets.id, elsa.headers))!.description, words.description);
  assert.equal(
    outcome(await revise(made.id, { withdrawn: false }, elsa.headers)),
    'INVALID input.description',
  );
  assert.equal(
    outcome(await reschedule(meets.id, { withdrawn: false }, elsa.headers)),
    'INVALID input.description',
  );
  assert.equal(await material(made.id), null);
  const mended = { withdrawn: false, description: null };
  assert.equal(outcome(await revise(made.id, mended, elsa.headers)), 'done');
  assert.equal((await material(made.id))!.description, null);
  // Of what was changed she sees that, and no words of what stood there.
  const history = (await material(made.id, stella.headers))!.history!.nodes;
  assert.deepEqual(history[0]!.changes, [
    { field: 'description', before: null, after: null },
    { field: 'withdrawn', before: null, after: null },
  ]);
});

test('a convening is its hosts’: each adds her own, whoever keeps it takes out, and a nation’s is its own people’s', async () => {
  const meets = await scheduled();
  assert.equal(
    outcome(await reschedule(meets.id, { hostIds: [open.organization, other.organization] })),
    'NOT_FOUND input.hostIds.1',
    'no words into another’s mouth',
  );
  assert.equal(
    outcome(
      await reschedule(
        meets.id,
        { hostIds: [open.organization, other.organization] },
        otto.headers,
      ),
    ),
    'NOT_FOUND input.id',
    'nor herself to what is another’s',
  );
  const both = { hostIds: [open.organization, other.organization] };
  assert.equal(outcome(await reschedule(meets.id, both, stella.headers)), 'done');
  assert.deepEqual(
    (await convening(meets.id))!.hosts.map(({ id }) => id),
    both.hostIds,
  );
  assert.equal(
    outcome(
      await reschedule(meets.id, { hostIds: [...both.hostIds, home.organization] }, stella.headers),
    ),
    'FORBIDDEN input.hostIds.2',
    'she may not know its door',
  );
  assert.equal(
    outcome(await reschedule(meets.id, { hostIds: [...both.hostIds, government] }, stella.headers)),
    'NOT_FOUND input.hostIds.2',
  );
  assert.equal(outcome(await reschedule(meets.id, { topic: 'Ours' }, otto.headers)), 'done');
  assert.equal(
    outcome(await reschedule(meets.id, { hostIds: [] }, otto.headers)),
    'INVALID input.hostIds',
  );
  // She leaves it to the other, and is told of it as everyone is.
  const left = await reschedule(meets.id, { hostIds: [other.organization] });
  assert.deepEqual(
    [outcome(left), left.body.data!.reviseConvening!.convening!.version],
    ['done', null],
  );
  assert.equal(outcome(await reschedule(meets.id, { topic: 'Mine' })), 'NOT_FOUND input.id');

  const gathers = await scheduled({ hostIds: [government] }, nora.headers);
  await database
    .em()
    .execute('insert into org.convening_host values (?, ?, 1)', [gathers.id, open.organization]);
  for (const { headers } of [olga, stella]) {
    assert.equal(
      outcome(await reschedule(gathers.id, { topic: 'Mine' }, headers)),
      'NOT_FOUND input.id',
    );
  }
  assert.equal(outcome(await reschedule(gathers.id, { topic: 'Ours' }, nora.headers)), 'done');
});

test('where a host withholds an address, who may not know it writes nothing of what it hosts', async () => {
  const meets = await scheduled();
  await database
    .em()
    .execute('insert into org.convening_host values (?, ?, 1)', [meets.id, home.organization]);
  assert.equal(outcome(await reschedule(meets.id, { topic: 'Ours' })), 'FORBIDDEN input.id');
  // It can be withdrawn.
  assert.equal(outcome(await reschedule(meets.id, { withdrawn: true, reason })), 'done');
  // Earlier words may be the other's, and lead to its door.
  const [latest] = (await convening(meets.id, olga.headers))!.history!.nodes;
  assert.deepEqual(latest!.changes, [{ field: 'withdrawn', before: null, after: null }]);
  const alone = { hostIds: [open.organization], topic: 'Ours', withdrawn: false };
  assert.equal(outcome(await reschedule(meets.id, alone)), 'FORBIDDEN input.id');
  assert.equal(
    outcome(await reschedule(meets.id, { hostIds: [open.organization] })),
    'FORBIDDEN input.id',
  );
});

const STREET = CANARY.lines[0]!;
/** A house whose street is told so far, with someone of it and someone of it and of another. */
const toldHouse = async () => {
  const house = await shelter(database, { site });
  const hana = await comeIn(directory, 'COORDINATOR', house.organization);
  const both = await comeIn(directory, 'COORDINATOR', house.organization);
  await givenToo(both, open.organization);
  const withhold = async () => {
    const input = {
      id: house.location,
      to: 'STREET_WITHHELD',
      withheldReason: 'CONFIDENTIAL_SHELTER',
      reason: 'It is a shelter from now on.',
    } as const;
    assert.equal(
      outcome(await directory.ask(TightenDisclosureDocument, { input }, hana.headers)),
      'done',
    );
  };
  return { house, hana, both, withhold };
};
/** As if the host had given her another role. */
const givenToo = (person: Pick<SignedIn, 'id'>, organizationId: string) =>
  directory.change((changing) =>
    giveRole(changing, person.id, { role: 'COORDINATOR', organizationId }, null),
  );
const valuesOf = async (id: string, headers: Headers) =>
  ((await convening(id, headers))!.history?.nodes ?? []).flatMap(({ changes }) =>
    changes.flatMap(({ before, after }) => [before, after]),
  );

test('who hosted a convening once reads what led to its door alone, and whoever may not know the door takes no host out', async () => {
  const { house, hana, both, withhold } = await toldHouse();
  const meets = await scheduled(
    { hostIds: [house.organization], description: `Come to ${STREET}.` },
    hana.headers,
  );
  assert.equal(
    outcome(await reschedule(meets.id, { description: 'Ask us.', reason }, hana.headers)),
    'done',
  );
  await withhold();
  const moved = { hostIds: [open.organization] };
  // A steward; and one who is new to the house, of another organization besides.
  const newcomer = await broughtIn(directory, hana, 'COORDINATOR', house.organization);
  await givenToo(newcomer, open.organization);
  for (const { headers } of [stella, newcomer]) {
    assert.equal(outcome(await reschedule(meets.id, moved, headers)), 'FORBIDDEN input.id');
    assert.ok((await valuesOf(meets.id, headers)).every((value) => value === null));
  }
  assert.ok(
    (await valuesOf(meets.id, hana.headers)).includes(JSON.stringify(`Come to ${STREET}.`)),
  );
  // Who may know it may; what was said while it was the house's stays so.
  assert.equal(outcome(await reschedule(meets.id, moved, both.headers)), 'done');
  for (const { headers } of [stella, olga, newcomer]) {
    const values = await valuesOf(meets.id, headers);
    assert.deepEqual([values.length > 0, values.every((value) => value === null)], [true, true]);
  }
  assert.ok(
    (await valuesOf(meets.id, both.headers)).includes(JSON.stringify(`Come to ${STREET}.`)),
  );
  assert.equal((await convening(meets.id, hana.headers))!.history, null);
});

test('an organization is told who took it out of a convening, and of its name as everyone is', async () => {
  const { house, hana } = await toldHouse();
  const hostIds = [house.organization, open.organization];
  const meets = await scheduled(
    { hostIds: [house.organization], title: 'Sorrel table' },
    hana.headers,
  );
  assert.equal(outcome(await reschedule(meets.id, { hostIds }, stella.headers)), 'done');
  const told = async (headers: Headers) => {
    const { body } = await directory.ask(NoticesDocument, { first: 50 }, headers);
    return body
      .data!.viewer.notices.nodes.filter(({ kind }) => kind === 'HOST_TAKEN_OUT')
      .map(({ thingId, thingName, organizationId, by }) => [
        thingId,
        thingName,
        organizationId,
        by?.role,
      ]);
  };
  assert.deepEqual(await told(hana.headers), []);
  const moved = { hostIds: [open.organization] };
  assert.equal(outcome(await reschedule(meets.id, moved, stella.headers)), 'done');
  const notice = [meets.id, 'Sorrel table', house.organization, 'STEWARD'];
  assert.deepEqual(await told(hana.headers), [notice]);
  for (const { headers } of [olga, stella, otto])
    assert.ok((await told(headers)).every(([thing]) => thing !== meets.id));
  // What it is called while it is told to nobody is no longer hers to read.
  const out = { withdrawn: true, reason, title: 'Sorrel board' };
  assert.equal(outcome(await reschedule(meets.id, out)), 'done');
  assert.deepEqual(await told(hana.headers), [[meets.id, null, house.organization, 'STEWARD']]);
});

test('words of who hosts it no more are held against its doors as it goes, and noted when it withholds one later', async () => {
  const { house, hana, both, withhold } = await toldHouse();
  const leading = { hostIds: [house.organization], description: `Come to ${STREET}.` };
  const [early, late] = [
    await scheduled(leading, hana.headers),
    await scheduled(leading, hana.headers),
  ];
  for (const { id } of [early, late])
    assert.equal(outcome(await reschedule(id, { withdrawn: true, reason }, hana.headers)), 'done');
  const moved = { hostIds: [open.organization] };
  assert.equal(outcome(await reschedule(early.id, moved, stella.headers)), 'done');
  assert.equal((await convening(early.id, olga.headers))!.description, leading.description);
  await withhold();
  assert.equal(outcome(await reschedule(late.id, moved, stella.headers)), 'FORBIDDEN input.id');
  assert.equal(
    outcome(await reschedule(late.id, moved, both.headers)),
    'INVALID input.description',
  );
  for (const { headers } of [stella, olga]) {
    const named = await directory.ask(OwnLibraryDocument, { id: open.organization }, headers);
    for (const { id } of [early, late]) {
      assert.equal(await convening(id, headers), null);
      assert.ok(!named.text.includes(id));
    }
    for (const change of [{ topic: 'Ours' }, { withdrawn: false }, moved])
      assert.equal(outcome(await reschedule(early.id, change, headers)), 'FORBIDDEN input.id');
  }
  // What was there before there was this rule is noted by a migration.
  assert.equal(await convening(early.id, stella.headers), null);
  const em = database.em();
  await em.execute('delete from org.may_lead_to_door where thing_id = ?', [early.id]);
  assert.notEqual(await convening(early.id, stella.headers), null);
  await em.execute(NOTED_OF_EARLIER_HOSTS);
  assert.equal(await convening(early.id, stella.headers), null);
  assert.equal((await convening(early.id, both.headers))!.description, leading.description);
  assert.equal(
    outcome(await reschedule(early.id, { withdrawn: false }, both.headers)),
    'INVALID input.description',
  );
  const mended = { withdrawn: false, description: null };
  assert.equal(outcome(await reschedule(early.id, mended, both.headers)), 'done');
  assert.equal((await convening(early.id, stella.headers))!.description, null);
});

test('whoever is new to an organization that withholds an address writes nothing for it', async () => {
  const colleague = await broughtIn(directory, cora, 'COORDINATOR', home.organization);
  const at = { organizationId: home.organization };
  assert.equal(outcome(await publish(at, colleague.headers)), 'FORBIDDEN input.organizationId');
  assert.equal(
    outcome(await schedule({ hostIds: [home.organization] }, colleague.headers)),
    'FORBIDDEN input.hostIds.0',
  );
  const made = await published(at, cora.headers);
  assert.equal(
    outcome(await revise(made.id, { title: 'Mine' }, colleague.headers)),
    'FORBIDDEN input.id',
  );
});

test('of an organization that is not admitted nothing is told but to its people', async () => {
  await directory.change(({ em }) =>
    em.execute('update org.organization set admitted_at = null where id = ?', [other.organization]),
  );
  const made = await published({ organizationId: other.organization }, otto.headers);
  const meets = await scheduled({ hostIds: [other.organization] }, otto.headers);
  assert.deepEqual(
    [made.version, meets.version, meets.hosts],
    [1, 1, [{ id: other.organization }]],
  );
  for (const headers of [{}, ada.headers, olga.headers]) {
    assert.deepEqual(
      [await material(made.id, headers), await convening(meets.id, headers)],
      [null, null],
    );
  }
  assert.deepEqual([await told(made.id), await told(meets.id)], [null, null]);
  await directory.change(({ em }) =>
    em.execute('update org.organization set admitted_at = now() where id = ?', [
      other.organization,
    ]),
  );
  assert.equal((await material(made.id))!.title, poster.title);
});

test('nothing is assigned that the contract does not name, and bad input names its field', async () => {
  const made = await published();
  const meets = await scheduled();
  for (const [name, more] of [
    ['publishMaterial', 'id: "mat_x"'],
    ['reviseMaterial', `organizationId: "${other.organization}"`],
    ['reviseMaterial', 'standing: SAMPLE'],
    ['scheduleConvening', 'withdrawn: true'],
    ['reviseConvening', 'lastStartsAt: null'],
    ['reviseNation', 'standing: CONFIRMED_BY_NATION'],
    ['reviseNation', 'landGeoids: []'],
  ]) {
    const answer = await directory.ask(
      `mutation { ${name}(input: { id: "x", version: 1, ${more} }) { userErrors { code } } }`,
      {},
      name === 'reviseNation' ? nora.headers : olga.headers,
    );
    assert.deepEqual(
      [answer.status, answer.body.errors![0]!.extensions.code],
      [400, 'BAD_REQUEST'],
    );
  }
  const bad: [Partial<ReviseMaterialInput>, string][] = [
    [{ title: '' }, 'input.title'],
    [{ title: null }, 'input.title'],
    [{ audiences: [] }, 'input.audiences'],
    [{ url: 'javascript:alert(1)' }, 'input.url'],
    [{ topics: [' '] }, 'input.topics.0'],
  ];
  for (const [named, field] of bad)
    assert.equal(outcome(await revise(made.id, named)), `INVALID ${field}`);
  const wrong: [Partial<ReviseConveningInput>, string][] = [
    [{ endsAt: table.startsAt }, 'input.endsAt'],
    [{ endsAt: '2027-10-14T02:00:00Z' }, 'input.endsAt'],
    [{ startsAt: '0001-01-01T00:00:00Z', endsAt: '0001-01-01T01:00:00Z' }, 'input.startsAt'],
    [{ timeZone: 'Mars/Olympus' }, 'input.timeZone'],
    [{ regionId: `reg_${MISSING}` }, 'input.regionId'],
    [{ recurrence: 'FREQ=SECONDLY' }, 'input.recurrence'],
    [{ recurrence: 'FREQ=MONTHLY;BYDAY=3TU' }, 'input.recurrence'],
    [{ hostIds: null }, 'input.hostIds'],
  ];
  for (const [named, field] of wrong)
    assert.equal(outcome(await reschedule(meets.id, named)), `INVALID ${field}`);
  assert.deepEqual([await versionOf(made.id), await versionOf(meets.id)], [1, 1]);
});

test('a convening says when it next begins, by the clock of its place, whatever night lies between', async () => {
  const meets = await scheduled();
  const next = async (now: string) => {
    directory.setNow(new Date(now));
    return (await convening(meets.id))!.nextStartsAt;
  };
  assert.equal(await next('2026-10-01T00:00:00Z'), '2026-10-14T00:00:00.000Z');
  assert.equal(await next('2026-10-14T00:00:01Z'), '2026-11-11T01:00:00.000Z');
  assert.equal(await next('2027-03-01T00:00:00Z'), '2027-03-10T01:00:00.000Z');
  assert.equal(await next('2027-03-20T00:00:00Z'), '2027-04-14T00:00:00.000Z');
});

test('who took it out is named by the organization for which she did, as everyone is told of that', async () => {
  const { house, hana } = await toldHouse();
  const hidden = await shelter(database, { site });
  const late = await shelter(database, { site, said: { name: 'Sample house of the latecomers' } });
  // Before she came to those for whom she does it, she was of another, which is told to nobody.
  const pia = await comeIn(directory, 'COORDINATOR', hidden.organization);
  await givenToo(pia, late.organization);
  await givenToo(pia, house.organization);
  const hostIds = [house.organization, late.organization];
  const em = database.em();
  const admit = (id: string, at: string | null) =>
    em.execute('update org.organization set admitted_at = ? where id = ?', [at, id]);
  await em.execute(`update org.organization set name = 'Sample house of nobody' where id = ?`, [
    hidden.organization,
  ]);
  await admit(hidden.organization, null);
  const [first, second] = [
    await scheduled({ hostIds }, pia.headers),
    await scheduled({ hostIds }, pia.headers),
  ];
  await em.execute(
    `update auth.role_grant set granted_at = granted_at - interval '1 day' where account_id = ? and organization_id = ?`,
    [pia.id, hidden.organization],
  );
  // She is of the house no more as she takes it out.
  await em.execute(
    'update auth.role_grant set ended_at = granted_at where account_id = ? and organization_id = ?',
    [pia.id, house.organization],
  );
  directory.setNow(new Date('2027-03-20T00:01:00Z'));
  const moved = { hostIds: [late.organization] };
  const notices = () => directory.ask(NoticesDocument, { first: 50 }, hana.headers);
  const named = async (id: string) => {
    assert.equal(outcome(await reschedule(id, moved, pia.headers)), 'done');
    const { body } = await notices();
    const { by } = body.data!.viewer.notices.nodes.find(({ thingId }) => thingId === id)!;
    return [by!.role, by!.organizationName];
  };
  assert.deepEqual(await named(first.id), ['COORDINATOR', 'Sample house of the latecomers']);
  await admit(late.organization, null);
  assert.deepEqual(await named(second.id), ['COORDINATOR', null]);
  // As of before it was kept: of her first organization, and nobody is told of that.
  await em.execute('update org.notice set as_organization_id = null');
  assert.doesNotMatch((await notices()).text, /Sample house of nobody/);
});

test('where two nations host, a person of one alone takes her own out or withdraws it, and says nothing more', async () => {
  const { organization: second } = await someNation(database.read, 1);
  const both = await comeIn(directory, 'NATION_COORDINATOR', government);
  await directory.change((changing) =>
    giveRole(changing, both.id, { role: 'NATION_COORDINATOR', organizationId: second }, null),
  );
  const nan = await comeIn(directory, 'NATION_COORDINATOR', government);
  const nia = await comeIn(directory, 'NATION_COORDINATOR', second);
  const hostIds = [government, second];
  const meets = await scheduled({ hostIds }, both.headers);
  const adding = { hostIds: [...hostIds, open.organization] };
  await givenToo(nan, open.organization);
  for (const named of [{ title: 'Ours alone' }, { description: 'Ours.' }, adding]) {
    const answer = await reschedule(meets.id, named, nan.headers);
    assert.equal(outcome(answer), 'FORBIDDEN input.id', answer.text);
    assert.match(answer.text, /Another nation hosts it too/);
  }
  assert.equal(outcome(await reschedule(meets.id, { title: 'Of both' }, both.headers)), 'done');
  const out = { withdrawn: true, reason };
  assert.equal(outcome(await reschedule(meets.id, out, nia.headers)), 'done');
  const back = { withdrawn: false };
  assert.equal(outcome(await reschedule(meets.id, back, nan.headers)), 'FORBIDDEN input.id');
  assert.equal(outcome(await reschedule(meets.id, back, both.headers)), 'done');
  assert.equal(outcome(await reschedule(meets.id, { hostIds: [second] }, nan.headers)), 'done');
  assert.equal(
    outcome(await reschedule(meets.id, { title: 'Theirs' }, nan.headers)),
    'NOT_FOUND input.id',
  );
  assert.equal(outcome(await reschedule(meets.id, { title: 'Theirs' }, nia.headers)), 'done');
});
