import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { GraphQLInputObjectType, getNullableType } from 'graphql';
import { revokePerson } from '../../src/access/index.js';
import { grantRole } from '../../src/access/grant-role.command.js';
import { sql } from '../../src/kernel/index.js';
import { changeOnce } from '../../src/once/index.js';
import { ask } from '../../src/server/context.js';
import { buildSchema } from '../../src/server/graphql/schema.js';
import { openDirectory, type Answer } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  GrantRevealDocument,
  GrantRoleDocument,
  ProposeDisclosureDocument,
  RecordConsentDocument,
  RejectDisclosureDocument,
  RevokeAppKeyDocument,
  RevokePersonDocument,
  RevokeRevealDocument,
  TightenDisclosureDocument,
  WithdrawConsentDocument,
  type Telling,
  type TypedDocumentString,
} from '../support/documents.js';
import { appWith, comeIn, HOST, type SignedIn } from '../support/people.js';
import { shelter, someNation } from '../support/shelters.js';
import { tablesWith } from '../support/sweep.js';
import { importChanges } from './import-changes.js';
import { keptChanges, type Changes } from './kept-changes.js';
import { libraryChanges } from './library-changes.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('once')) };
const directory = await openDirectory({ database, log: 'debug' });
/** Another server of the same database. */
const elsewhere = await openDirectory({ database });
const { read } = database;
const reason = 'The board of the house decided so.';

const home = await shelter(database, { exact: CANARY, listed: { disclosure: 'OWN' } });
const second = await shelter(database, { exact: CANARY, listed: { disclosure: 'OWN' } });
const { nation, organization: government } = await someNation(read);
const ofNation = await shelter(database, {
  organization: government,
  listed: { disclosure: 'PUBLISHED' },
  said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
});
const ann = await comeIn(directory, 'COORDINATOR', home.organization);
const bea = await comeIn(directory, 'COORDINATOR', home.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stewart = await comeIn(directory, 'STEWARD');
const ada = await comeIn(directory, 'ADVOCATE');

type Given = Record<string, unknown>;
type Document = TypedDocumentString<object, { input: never }>;
const send = (document: Document, input: Given, by: SignedIn, server = directory) =>
  server.ask<object, { input: never }>(document, { input: input as never }, by.headers);
const faultOf = ({ body }: Pick<Answer<object>, 'body'>) => {
  const [payload] = Object.values(body.data ?? {}) as (Given & {
    userErrors: { code: string; field: string }[];
  })[];
  return payload?.userErrors[0] ?? body.errors?.[0]?.extensions;
};
/** The thing in an answer, that must be there. */
const thingIn = ({ body, text }: Answer<object>, name: string): Given => {
  const [payload] = Object.values(body.data ?? {}) as Given[];
  assert.ok(payload?.[name], text);
  return payload[name] as Given;
};
const many = async (statement: ReturnType<typeof sql>) =>
  (await read.rows<{ many: number }>(statement))[0]!.many;
const eventsOf = (action: string) =>
  many(sql`select count(*)::int as many from audit.event where action = ${action}`);
const keysKept = () => many(sql`select count(*)::int as many from auth.idempotency_key`);
const notices = () => many(sql`select count(*)::int as many from org.notice`);

/** Everything as it was, whatever the last test did. */
async function reset(disclosure = 'OWN', { listing, location, organization } = home) {
  const em = () => database.em();
  await em().execute('delete from org.proposal where organization_id = ?', [organization]);
  await em().execute('update org.listing set disclosure = ? where id = ?', [disclosure, listing]);
  await em().execute('update org.location set disclosure = ? where id = ?', [disclosure, location]);
}
async function proposed(by = ann, { listing } = home, to: Telling = 'PUBLISHED') {
  const input = { id: listing, to, reason };
  return String(
    thingIn(await send(ProposeDisclosureDocument as Document, input, by), 'proposal')['id'],
  );
}
const granted = () =>
  send(GrantRevealDocument as Document, { personId: ada.id, listingId: home.listing, reason }, ann);
const consent = {
  nationId: nation,
  givenBy: 'Tribal council, by resolution',
  givenAt: '2026-01-02T03:04:05.000Z',
  terms: 'Told for as long as the council holds to it.',
  coversRecord: true,
  listingIds: [ofNation.listing],
};

/** Every mutation that is made once a key: by whom, with what, and with what else. */
const changes: Changes = {
  ...keptChanges({ ask: directory.ask, home, ann, steward: stewart, reason }),
  ...libraryChanges({ ask: directory.ask, organization: home.organization, nation, ann, nora }),
  ...importChanges(directory, home, ann),
  grantRole: {
    document: GrantRoleDocument,
    by: stewart,
    input: async () => ({ personId: ada.id, role: 'ADVOCATE', organizationId: null }),
    other: { role: 'STEWARD' },
  },
  revokePerson: {
    document: RevokePersonDocument,
    by: stewart,
    input: async () => ({ personId: (await comeIn(directory, 'ADVOCATE')).id }),
    other: { organizationId: home.organization },
  },
  revokeAppKey: {
    document: RevokeAppKeyDocument,
    by: stewart,
    input: async () => ({ id: (await appWith(directory, ['directory:read'])).id }),
    other: { id: 'key_AAAAAAAAAAAAAAAAAAAAAA' },
  },
  proposeDisclosure: {
    document: ProposeDisclosureDocument,
    by: ann,
    input: async () => ({ id: home.listing, to: 'PUBLISHED', reason }),
    other: { to: 'PARTNERS' },
  },
  approveDisclosure: {
    document: ApproveDisclosureDocument,
    by: bea,
    input: async () => ({ proposalId: await proposed() }),
    other: { proposalId: 'pro_AAAAAAAAAAAAAAAAAAAAAA' },
  },
  rejectDisclosure: {
    document: RejectDisclosureDocument,
    by: bea,
    input: async () => ({ proposalId: await proposed() }),
    other: { proposalId: 'pro_AAAAAAAAAAAAAAAAAAAAAA' },
  },
  tightenDisclosure: {
    document: TightenDisclosureDocument,
    by: ann,
    input: async () => {
      await reset('PUBLISHED');
      return { id: home.location, to: 'OWN', reason };
    },
    other: { to: 'PARTNERS' },
  },
  grantReveal: {
    document: GrantRevealDocument,
    by: ann,
    input: async () => ({ personId: ada.id, listingId: home.listing, reason, days: 3 }),
    other: { days: 4 },
  },
  revokeReveal: {
    document: RevokeRevealDocument,
    by: ann,
    input: async () => {
      thingIn(await granted(), 'grant');
      return { personId: ada.id, listingId: home.listing };
    },
    other: { personId: bea.id },
  },
  recordConsent: {
    document: RecordConsentDocument,
    by: nora,
    input: async () => consent,
    other: { givenAt: '2026-01-02T03:04:06.000Z' },
  },
  withdrawConsent: {
    document: WithdrawConsentDocument,
    by: nora,
    input: async () => {
      await reset('PUBLISHED', ofNation);
      thingIn(await send(RecordConsentDocument as Document, consent, nora), 'consent');
      return { nationId: nation, reason };
    },
    other: { reason: 'Another reason of the council.' },
  },
};

/** As the contract says it: who comes in or goes, and what is told once and kept nowhere. */
const withoutKey = [
  'acceptInvitation',
  'beginSecondFactor',
  'confirmSecondFactor',
  'invitePerson',
  'issueAppKey',
  'removeSecondFactor',
  'renewRecoveryCodes',
  'revealAddress',
  'signIn',
  'signOut',
];

test('every change takes a key, but those by which people come in and what is told once', () => {
  const fields = Object.values(buildSchema().getMutationType()!.getFields());
  const takes = (field: (typeof fields)[number]) => {
    const type = field.args[0] && getNullableType(field.args[0].type);
    const key = type instanceof GraphQLInputObjectType && type.getFields()['idempotencyKey'];
    if (key) assert.equal(`${String(key.type)} ${Boolean(key.description)}`, 'String true');
    return Boolean(key);
  };
  const names = (some: typeof fields) => some.map(({ name }) => name).sort();
  assert.deepEqual(names(fields.filter((field) => !takes(field))), withoutKey);
  assert.deepEqual(names(fields.filter(takes)), Object.keys(changes).sort());
});

for (const [name, { document, by, input: given, other }] of Object.entries(changes)) {
  test(`${name}: made once a key and answered alike, on either server; with other input it is a conflict`, async () => {
    await reset();
    const input = { ...(await given()), idempotencyKey: randomUUID() };
    const [events, told] = [await eventsOf(name), await notices()];
    const first = await send(document as Document, input, by);
    assert.equal(faultOf(first), undefined, first.text);
    const noticed = (await notices()) - told;
    for (const server of [directory, elsewhere]) {
      // In another order: the same input.
      const again = Object.fromEntries(Object.entries(input).reverse());
      assert.equal((await send(document as Document, again, by, server)).text, first.text);
    }
    const conflict = await send(document as Document, { ...input, ...other }, by, elsewhere);
    const { code, field } = faultOf(conflict)!;
    assert.deepEqual([code, field], ['IDEMPOTENCY_CONFLICT', 'input.idempotencyKey']);
    assert.equal(await eventsOf(name), events + 1);
    assert.equal(await notices(), told + noticed);
  });
}

test('without a key, each is another change', async () => {
  const before = await eventsOf('grantReveal');
  for (let time = 0; time < 2; time += 1) thingIn(await granted(), 'grant');
  assert.equal(await eventsOf('grantReveal'), before + 2);
});

test('under one key another change is another input, though its input reads the same', async () => {
  await reset();
  const input = { proposalId: await proposed(), idempotencyKey: randomUUID() };
  thingIn(await send(RejectDisclosureDocument as Document, input, bea), 'proposal');
  const approved = await send(ApproveDisclosureDocument as Document, input, bea);
  assert.equal(faultOf(approved)!['code'], 'IDEMPOTENCY_CONFLICT');
});

test('many at once, on two servers: one change, and all are answered alike', async () => {
  for (let round = 0; round < 5; round += 1) {
    const before = await eventsOf('grantReveal');
    const input = { personId: ada.id, listingId: home.listing, reason, days: round + 1 };
    const keyed = { ...input, idempotencyKey: randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        send(GrantRevealDocument as Document, keyed, ann, at % 2 ? elsewhere : directory),
      ),
    );
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1, answers[0]!.text);
    thingIn(answers[0]!, 'grant');
    assert.equal(await eventsOf('grantReveal'), before + 1);
  }
});

test('at once with another input: one is done, the other a conflict', async () => {
  const idempotencyKey = randomUUID();
  const answers = await Promise.all(
    [5, 6].map((days) =>
      send(
        GrantRevealDocument as Document,
        { personId: ada.id, listingId: home.listing, reason, days, idempotencyKey },
        ann,
        days === 5 ? elsewhere : directory,
      ),
    ),
  );
  const codes = answers.map((answer) => faultOf(answer)?.['code'] ?? 'done');
  assert.deepEqual(codes.sort(), ['IDEMPOTENCY_CONFLICT', 'done']);
});

test('a change that comes to nothing lets go of its key: whoever waited for it makes the change', async () => {
  const person = { kind: 'COORDINATOR', name: 'Ann', roles: [], owesSecondFactor: false } as const;
  const input = { personId: ada.id, listingId: home.listing, reason, days: 9 };
  const idempotencyKey = randomUUID();
  const before = await eventsOf('grantReveal');
  let waiting: Promise<Answer<object>> | null = null;
  const broken = changeOnce(
    ask(directory.house, { viewer: { ...person, id: ann.id } }),
    'grantReveal',
    { ...input, idempotencyKey },
    {
      change: async () => {
        waiting = send(GrantRevealDocument as Document, { ...input, idempotencyKey }, ann);
        await new Promise((resolve) => setTimeout(resolve, 300));
        throw new Error('the power went out');
      },
      shown: async () => null,
    },
  );
  await assert.rejects(broken, /power/);
  thingIn((await waiting)!, 'grant');
  assert.equal(await eventsOf('grantReveal'), before + 1);
});

test('a change that is turned down keeps no key', async () => {
  await reset();
  const kept = await keysKept();
  const idempotencyKey = randomUUID();
  const propose = (input: Given) =>
    send(
      ProposeDisclosureDocument as Document,
      { id: home.listing, to: 'PUBLISHED', idempotencyKey, ...input },
      ann,
    );
  assert.equal(faultOf(await propose({ reason: 'so' }))!['field'], 'input.reason');
  const door = await propose({ reason: 'They know 4711 Zugunruhe Hollow.' });
  assert.equal(faultOf(door)!['field'], 'input.reason');
  assert.equal(await keysKept(), kept);
  thingIn(await propose({ reason }), 'proposal');
  assert.equal(await keysKept(), kept + 1);
});

test('one’s key says nothing to another', async () => {
  const idempotencyKey = 'the same key';
  const grants = async (by: SignedIn, listingId: string, days: number) =>
    thingIn(
      await send(
        GrantRevealDocument as Document,
        { personId: ada.id, listingId, reason, days, idempotencyKey },
        by,
      ),
      'grant',
    );
  const otto = await comeIn(directory, 'COORDINATOR', second.organization);
  await grants(ann, home.listing, 2);
  assert.equal((await grants(otto, second.listing, 3))['listingId'], second.listing);
  const before = await eventsOf('grantReveal');
  await grants(bea, home.listing, 2);
  assert.equal(await eventsOf('grantReveal'), before + 1);
});

test('it is kept for 24 hours by the clock of the database, and is free after them', async () => {
  const idempotencyKey = randomUUID();
  const grants = (days = 2) =>
    send(
      GrantRevealDocument as Document,
      { personId: ada.id, listingId: home.listing, reason, days, idempotencyKey },
      ann,
    );
  const age = (span: string) =>
    database.em().execute('update auth.idempotency_key set taken_at = now() - ?::interval', [span]);
  const before = await eventsOf('grantReveal');
  const first = await grants();
  await age('23 hours 59 minutes');
  assert.equal((await grants()).text, first.text);
  assert.equal(faultOf(await grants(3))!['code'], 'IDEMPOTENCY_CONFLICT');
  await age('24 hours');
  const later = await grants(3);
  thingIn(later, 'grant');
  assert.notEqual(later.text, first.text);
  assert.equal((await grants(3)).text, later.text, 'and is kept for another 24');
  assert.equal(await eventsOf('grantReveal'), before + 2);
});

test('what is over is forgotten in small steps, by changes under a key and by nothing else', async () => {
  const over = () =>
    many(sql`select count(*)::int as many from auth.idempotency_key
      where taken_at <= now() - interval '24 hours'`);
  await database.em().execute('delete from auth.idempotency_key');
  await database.em().execute(
    `insert into auth.idempotency_key (key_digest, input_digest, thing_id, taken_at)
     select sha256(n::text::bytea), sha256('x'), 'hou_x', now() - interval '25 hours' from generate_series(1, 45) n`,
  );
  await directory.ask(
    '{ viewer { id } organizations(first: 1) { nodes { id } } }',
    {},
    ann.headers,
  );
  await granted();
  assert.equal(await over(), 45);
  const steps: number[] = [];
  for (let step = 0; step < 3; step += 1) {
    const input = { personId: ada.id, listingId: home.listing, reason };
    await send(GrantRevealDocument as Document, { ...input, idempotencyKey: randomUUID() }, ann);
    steps.push(await over());
  }
  assert.deepEqual(steps, [25, 5, 0]);
  assert.equal(await keysKept(), 3);
});

test('a repeat tells what it changed as it is by then', async () => {
  await reset();
  const keyed = (input: Given) => ({ ...input, idempotencyKey: randomUUID() });
  const proposing = keyed({ id: home.listing, to: 'PUBLISHED', reason });
  const propose = async () =>
    thingIn(await send(ProposeDisclosureDocument as Document, proposing, ann), 'proposal');
  const { id: proposalId, state, mayApprove } = await propose();
  assert.deepEqual([state, mayApprove], ['OPEN', false]);
  await send(ApproveDisclosureDocument as Document, { proposalId }, bea);
  assert.equal((await propose())['state'], 'APPROVED');

  const tightening = keyed({ id: home.listing, to: 'PARTNERS', reason });
  const tighten = async () =>
    thingIn(await send(TightenDisclosureDocument as Document, tightening, ann), 'disclosed');
  assert.equal((await tighten())['disclosure'], 'PARTNERS');
  await send(TightenDisclosureDocument as Document, { id: home.listing, to: 'OWN', reason }, bea);
  assert.equal((await tighten())['disclosure'], 'OWN');

  const granting = keyed({ personId: ada.id, listingId: home.listing, reason });
  const grant = async () =>
    thingIn(await send(GrantRevealDocument as Document, granting, ann), 'grant');
  assert.ok(Date.parse(String((await grant())['endsAt'])) > Date.now());
  const revoking = { personId: ada.id, listingId: home.listing };
  await send(RevokeRevealDocument as Document, revoking, bea);
  assert.ok(Date.parse(String((await grant())['endsAt'])) <= Date.now());
});

test('a consent is told again as it is by then: ended, its record unconfirmed, and what is still taken down', async () => {
  await reset('PUBLISHED', ofNation);
  const recording = { ...consent, idempotencyKey: randomUUID() };
  const record = () => send(RecordConsentDocument as Document, recording, nora);
  const recorded = await record();
  assert.equal(thingIn(recorded, 'consent')['endedAt'], null);
  assert.match(recorded.text, /"standing":"CONFIRMED_BY_NATION"/);
  const withdrawing = { nationId: nation, reason, idempotencyKey: randomUUID() };
  const withdraw = () => send(WithdrawConsentDocument as Document, withdrawing, nora);
  const down = new RegExp(`"withdrawnListingIds":\\["${ofNation.listing}"\\]`);
  assert.match((await withdraw()).text, down);
  const after = await record();
  assert.ok(thingIn(after, 'consent')['endedAt']);
  assert.match(after.text, /"standing":"PUBLIC_SOURCE"/);
  assert.match((await withdraw()).text, down);
  await reset('PUBLISHED', ofNation);
  assert.match((await withdraw()).text, /"withdrawnListingIds":\[\]/);
});

test('who may no longer see what she changed is answered as of what is missing', async () => {
  await reset();
  await reset('PUBLISHED', second);
  const cora = await comeIn(directory, 'COORDINATOR', home.organization);
  const also = { personId: cora.id, role: 'COORDINATOR', organizationId: second.organization };
  await directory.change((changing) => grantRole(also as never, HOST, changing));
  const brief = await comeIn(directory, 'COORDINATOR', second.organization);
  const NONE = 'AAAAAAAAAAAAAAAAAAAAAA';
  const cases: [unknown, Given, Given][] = [
    [
      TightenDisclosureDocument,
      { id: second.listing, to: 'PARTNERS', reason },
      { id: `hou_${NONE}` },
    ],
    [
      ProposeDisclosureDocument,
      { id: second.listing, to: 'PUBLISHED', reason },
      { id: `hou_${NONE}` },
    ],
    [
      GrantRevealDocument,
      { personId: ada.id, listingId: second.listing, reason },
      { listingId: `hou_${NONE}` },
    ],
    [RevokePersonDocument, { personId: brief.id }, { personId: `acc_${NONE}` }],
  ];
  const keyed = cases.map(([document, input, missing]) => ({
    document: document as Document,
    input: { ...input, idempotencyKey: randomUUID() },
    missing: { ...input, ...missing },
  }));
  let proposalId: unknown;
  for (const { document, input } of keyed) {
    const answer = await send(document, input, cora);
    assert.equal(faultOf(answer), undefined, answer.text);
    proposalId ??= /"id":"(pro_[\w-]+)"/.exec(answer.text)?.[1];
  }
  const rejecting = {
    document: RejectDisclosureDocument as Document,
    input: { proposalId, idempotencyKey: randomUUID() },
    missing: { proposalId: `pro_${NONE}` },
  };
  assert.equal(faultOf(await send(rejecting.document, rejecting.input, cora)), undefined);
  await directory.change((changing) =>
    revokePerson({ personId: cora.id, organizationId: second.organization }, HOST, changing),
  );
  for (const { document, input, missing } of [...keyed, rejecting]) {
    const again = await send(document, input, cora);
    assert.equal(faultOf(again)?.['code'], 'NOT_FOUND', again.text);
    assert.equal(again.text, (await send(document, missing, cora)).text);
  }
});

test('a nation’s person of another nation now, and a person without a role, are told nothing of it', async () => {
  await reset('PUBLISHED', ofNation);
  const neighbor = await someNation(read, 1);
  const nell = await comeIn(directory, 'NATION_COORDINATOR', government);
  const recording = { ...consent, idempotencyKey: randomUUID() };
  const record = () => send(RecordConsentDocument as Document, recording, nell);
  thingIn(await record(), 'consent');
  await database
    .em()
    .execute('update auth.role_grant set organization_id = ? where account_id = ?', [
      neighbor.organization,
      nell.id,
    ]);
  const missing = { ...consent, nationId: 'nat_AAAAAAAAAAAAAAAAAAAAAA' };
  const again = await record();
  assert.equal(again.text, (await send(RecordConsentDocument as Document, missing, nell)).text);
  assert.equal(faultOf(again)!['code'], 'NOT_FOUND');
  await directory.change((changing) => revokePerson({ personId: nell.id }, HOST, changing));
  assert.equal(faultOf(await record())!['code'], 'UNAUTHENTICATED');
});

test('a key that is none is refused by its field, and changes nothing', async () => {
  const before = await eventsOf('grantReveal');
  for (const idempotencyKey of [
    '',
    'seven77',
    'x'.repeat(201),
    'a\0bcdefgh',
    `\ud800${'x'.repeat(9)}`,
  ]) {
    const input = { personId: ada.id, listingId: home.listing, reason, idempotencyKey };
    const answer = await send(GrantRevealDocument as Document, input, ann);
    const { code, field } = faultOf(answer)!;
    assert.deepEqual([code, field], ['INVALID', 'input.idempotencyKey'], answer.text);
  }
  assert.equal(await eventsOf('grantReveal'), before);
  for (const idempotencyKey of ['eight888', 'x'.repeat(200)]) {
    const input = { personId: ada.id, listingId: home.listing, reason, idempotencyKey };
    thingIn(await send(GrantRevealDocument as Document, input, ann), 'grant');
  }
});

test('strangers have no keys: they are not told apart', async () => {
  const asking = ask(directory.house);
  const doing = { change: async () => 'x', shown: async () => 'x' };
  assert.throws(() => changeOnce(asking, 'x', { idempotencyKey: randomUUID() }, doing), {
    code: 'INVALID',
    field: 'input.idempotencyKey',
  });
  assert.equal(await changeOnce(asking, 'x', {}, doing), 'x');
});

test('neither the key, nor whose it is, nor what was given is in the database, nor in the log', async () => {
  const idempotencyKey = 'a key of Quimperwick Landing';
  const input = {
    personId: ada.id,
    listingId: home.listing,
    reason: 'Vorzimmer says that she must.',
  };
  await send(GrantRevealDocument as Document, { ...input, idempotencyKey }, ann);
  assert.deepEqual(
    await tablesWith(read, ['Quimperwick', Buffer.from('Quimperwick').toString('hex')]),
    [],
  );
  const rows = await read.rows<{ row: string }>(
    sql`select k::text as row from auth.idempotency_key k order by taken_at`,
  );
  const last = rows.at(-1)!.row;
  assert.match(last, /^\("?\\+x[0-9a-f]{64}"?,"?\\+x[0-9a-f]{64}"?,rvg_[\w-]{22},"[^"]+"\)$/);
  assert.doesNotMatch(directory.logged(), /Quimperwick|Vorzimmer/);
});
