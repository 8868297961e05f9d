import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantRole, type GrantRole } from '../../src/access/grant-role.command.js';
import { revokePerson } from '../../src/access/index.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import {
  GrantRevealDocument,
  OpenProposalsDocument,
  RestoreListingDocument,
  RevealAddressDocument,
  RevokeRevealDocument,
  WithdrawListingDocument,
} from '../support/documents.js';
import { broughtIn, comeIn, HOST, type SignedIn } from '../support/people.js';
import { shelter, someNation } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('reveal-grants')) };
const directory = await openDirectory({ database, log: 'debug' });
const { read } = database;
const DAY_MS = 24 * 3_600_000;
const reason = 'She brings people to us by night.';

const home = await shelter(database, { exact: CANARY });
const second = await shelter(database, { exact: { ...CANARY, lines: ['9 Another Sample Way'] } });
const { organization: government } = await someNation(read);
const ofNation = await shelter(database, {
  organization: government,
  exact: CANARY,
  said: { name: 'Sample government', kind: 'TRIBAL_GOVERNMENT' },
});
const ann = await comeIn(directory, 'COORDINATOR', home.organization);
const otto = await comeIn(directory, 'COORDINATOR', second.organization);
const nora = await comeIn(directory, 'NATION_COORDINATOR', government);
const stewart = await comeIn(directory, 'STEWARD');
const ada = await comeIn(directory, 'ADVOCATE');

const grant = async (by: SignedIn, input: object) => {
  const whole = { personId: ada.id, listingId: home.listing, reason, ...input };
  const { body, text } = await directory.ask(GrantRevealDocument, { input: whole }, by.headers);
  return { text, code: body.errors?.[0]?.extensions.code, ...body.data?.grantReveal };
};
const revoke = async (by: SignedIn, listingId = home.listing, personId = ada.id) => {
  const input = { personId, listingId };
  const { body, text } = await directory.ask(RevokeRevealDocument, { input }, by.headers);
  return { text, ...body.data!.revokeReveal! };
};
const reveal = async (who: SignedIn, listingId = home.listing) => {
  const input = { listingId, purpose: 'Bringing someone to the door tonight.' };
  const { body, text } = await directory.ask(RevealAddressDocument, { input }, who.headers);
  return { text, addresses: body.data?.revealAddress?.addresses ?? null };
};
const grantHost = (given: GrantRole) =>
  directory.change((changing) => grantRole(given, HOST, changing));

test('an advocate sees her own id, by which an organization grants', async () => {
  const { body } = await directory.ask(OpenProposalsDocument, {}, ada.headers);
  assert.equal(body.data!.viewer.id, ada.id);
  const stranger = await directory.ask(OpenProposalsDocument, {});
  assert.equal(stranger.body.data!.viewer.id, null);
});

test('granted one door of two, she learns nothing of the other by what is refused, counted or told', async () => {
  const other = '77 Quillmarsh Lane';
  const house = await shelter(database, { exact: CANARY });
  await shelter(database, {
    organization: house.organization,
    exact: { ...CANARY, lines: [other] },
    listed: { name: 'The other house' },
  });
  const own = await comeIn(directory, 'COORDINATOR', house.organization);
  const fresh = await broughtIn(directory, own, 'COORDINATOR', house.organization);
  const told = await comeIn(directory, 'ADVOCATE');
  await grant(own, { listingId: house.listing, personId: told.id });
  const asks = async (who: SignedIn, purpose: string) => {
    const input = { listingId: house.listing, purpose };
    const { status, text } = await directory.ask(RevealAddressDocument, { input }, who.headers);
    return { status, text };
  };
  const purposes = async (who: SignedIn) => {
    const query = '{ viewer { notices(first: 2) { nodes { kind reason } } } }';
    const { text } = await directory.ask(query, {}, who.headers);
    return text;
  };
  const [right, wrong] = [
    `Bringing her over from ${other}.`,
    'Bringing her over from 78 Other Lane.',
  ];
  const [one, two] = [await asks(told, right), await asks(told, wrong)];
  assert.deepEqual(one, two);
  assert.match(one.text, /"userErrors":\[\]/);
  assert.match(await purposes(own), /78 Other Lane.*Not kept: it may lead/);
  for (const who of [fresh, stewart]) assert.doesNotMatch(await purposes(who), / Lane|Not kept/);
  const kept = await read.rows(
    sql`select number from audit.event where detail::text like '%Quillmarsh%'`,
  );
  assert.equal(kept.length, 0);
  // What she is told at this moment, she may not write down in clear.
  assert.match((await asks(told, `It is at ${CANARY.lines[0]}.`)).text, /input\.purpose/);
  assert.match((await asks(own, right)).text, /input\.purpose/);
});

test('what was granted ends when its listing is withdrawn, and does not come back with it', async () => {
  const house = await shelter(database, { exact: CANARY });
  const [own, other] = [
    await comeIn(directory, 'COORDINATOR', house.organization),
    await comeIn(directory, 'ADVOCATE'),
  ];
  await grant(own, { listingId: house.listing, personId: other.id });
  assert.notEqual((await reveal(other, house.listing)).addresses, null);
  const change = async (document: object) => {
    const [row] = await read.rows<{ version: number }>(
      sql`select version from org.listing where id = ${house.listing}`,
    );
    const input = { id: house.listing, version: row!.version, reason: 'It is no more our house.' };
    const { text } = await directory.ask(document as never, { input }, own.headers);
    assert.match(text, /"userErrors":\[\]/);
  };
  await change(WithdrawListingDocument);
  assert.equal((await reveal(other, house.listing)).addresses, null);
  assert.notEqual((await reveal(own, house.listing)).addresses, null, 'it is their own still');
  const ended = await revoke(own, house.listing, other.id);
  assert.equal(ended.userErrors[0]!.code, 'NOT_FOUND', 'it has ended already');
  await change(RestoreListingDocument);
  assert.equal((await reveal(other, house.listing)).addresses, null);
});

test('granted by its organization she is told of that listing alone; it is written down, and told', async () => {
  const before = await reveal(ada);
  assert.equal(before.addresses, null);
  const { grant: granted } = await grant(ann, {});
  const days = (Date.parse(granted!.endsAt) - Date.now()) / DAY_MS;
  assert.ok(days > 29.9 && days < 30.1, String(days));
  const { addresses } = await reveal(ada);
  assert.deepEqual(addresses, [{ site: 'The house', ...CANARY }]);
  assert.equal(
    (await reveal(ada, second.listing)).text,
    before.text,
    'another listing answers as before',
  );
  const kinds = await read.rows<{ kind: string; account: string }>(sql`
    select kind, account_id as account from org.notice where organization_id = ${home.organization} and role is null
    order by noted_at, kind`);
  assert.deepEqual(kinds, [
    { kind: 'REVEAL_GRANTED', account: ann.id },
    { kind: 'ADDRESS_REVEALED', account: ada.id },
  ]);
  const actions = await read.rows<{ action: string; viewer: string }>(sql`
    select action, viewer_id as viewer from audit.event where thing_id = ${home.listing} order by number`);
  assert.deepEqual(actions, [
    { action: 'grantReveal', viewer: ann.id },
    { action: 'revealAddress', viewer: ada.id },
  ]);
});

test('it ends on its day, when it is revoked, and when she holds no role any more', async () => {
  await grant(ann, { days: 1 });
  directory.setNow(new Date(Date.now() + 1.1 * DAY_MS));
  const later = await comeIn(directory, 'ADVOCATE');
  await database
    .em()
    .execute('update org.reveal_grant set account_id = ? where account_id = ?', [later.id, ada.id]);
  assert.equal((await reveal(later)).addresses, null);
  assert.match((await revoke(ann, home.listing, later.id)).text, /UNAUTHENTICATED|NOT_FOUND/);
  directory.setNow(new Date());
  assert.ok((await grant(ann, {})).grant);
  assert.ok((await reveal(ada)).addresses);
  assert.ok((await revoke(ann)).grant);
  assert.equal((await reveal(ada)).addresses, null);
  assert.equal((await revoke(ann)).userErrors![0]!.code, 'NOT_FOUND');
  const brief = await comeIn(directory, 'ADVOCATE');
  await grant(ann, { personId: brief.id });
  assert.ok((await reveal(brief)).addresses);
  await directory.change((changing) => revokePerson({ personId: brief.id }, HOST, changing));
  assert.match((await reveal(brief)).text, /UNAUTHENTICATED/);
  const left = await read.rows(
    sql`select from org.reveal_grant where account_id = ${brief.id} and ended_at is null`,
  );
  assert.equal(left.length, 0, 'and when she comes back, it does not');
});

test('nobody grants what is another’s: not a steward, nor another coordinator; of a nation its own people', async () => {
  assert.equal((await grant(stewart, {})).code, 'FORBIDDEN');
  assert.equal((await grant(ada, {})).code, 'FORBIDDEN');
  const texts = new Set([
    (await grant(otto, {})).text,
    (await grant(otto, { listingId: ofNation.listing })).text,
    (await grant(otto, { listingId: 'hou_AAAAAAAAAAAAAAAAAAAAAA' })).text,
    (await grant(otto, { listingId: second.location })).text,
  ]);
  assert.equal(texts.size, 1, [...texts].join('\n'));
  assert.match([...texts][0]!, /NOT_FOUND/);
  assert.equal((await revoke(otto)).userErrors![0]!.field, 'input.listingId');
  assert.ok((await grant(nora, { listingId: ofNation.listing })).grant);
  assert.ok((await reveal(ada, ofNation.listing)).addresses);
});

test('to whom it cannot be granted answers alike; a steward reads no address, whatever she was granted before', async () => {
  const gone = await comeIn(directory, 'ADVOCATE');
  await directory.change((changing) => revokePerson({ personId: gone.id }, HOST, changing));
  const texts = new Set<string>();
  for (const personId of ['acc_AAAAAAAAAAAAAAAAAAAAAA', stewart.id, gone.id, '']) {
    texts.add((await grant(ann, { personId })).text);
  }
  assert.equal(texts.size, 1, [...texts].join('\n'));
  assert.match([...texts][0]!, /"NOT_FOUND".*input.personId/);
  assert.equal((await grant(ann, { personId: ann.id })).userErrors![0]!.code, 'INVALID');
  const rising = await comeIn(directory, 'ADVOCATE');
  await grant(ann, { personId: rising.id });
  assert.ok((await reveal(rising)).addresses);
  await grantHost({ personId: rising.id, role: 'STEWARD' });
  assert.equal((await reveal(rising)).addresses, null);
  // Someone of another organization is an advocate too.
  assert.ok((await grant(ann, { personId: otto.id })).grant);
  assert.ok((await reveal(otto)).addresses);
});

test('an input that is none is refused, and a reason that repeats the door', async () => {
  const field = async (input: object) => (await grant(ann, input)).userErrors![0]!.field;
  assert.equal(await field({ days: 366 }), 'input.days');
  assert.equal(await field({ days: 0 }), 'input.days');
  assert.equal(await field({ reason: 'so' }), 'input.reason');
  assert.equal(await field({ reason: 'She knows 4711 Zugunruhe Hollow.' }), 'input.reason');
  const purpose = { listingId: home.listing, purpose: 'Is it 4711 Zugunruhe Hollow still?' };
  const { body, text } = await directory.ask(
    RevealAddressDocument,
    { input: purpose },
    ann.headers,
  );
  assert.equal(body.data!.revealAddress!.userErrors[0]!.field, 'input.purpose');
  assert.doesNotMatch(text, /Zugunruhe/);
});

test('what was granted ends when whoever granted it is let go', async () => {
  const friend = await comeIn(directory, 'ADVOCATE');
  const door = await shelter(database, { exact: CANARY });
  const [owner, leaves] = [
    await comeIn(directory, 'COORDINATOR', door.organization),
    await comeIn(directory, 'COORDINATOR', door.organization),
  ];
  await grant(leaves, { listingId: door.listing, personId: friend.id });
  assert.ok((await reveal(friend, door.listing)).addresses);
  await directory.change((changing) => revokePerson({ personId: leaves.id }, HOST, changing));
  assert.equal((await reveal(friend, door.listing)).addresses, null);
  assert.equal((await revoke(owner, door.listing, friend.id)).userErrors![0]!.code, 'NOT_FOUND');
});

test('an advocate has the same quota as anyone', async () => {
  const busy = await comeIn(directory, 'ADVOCATE');
  await grant(ann, { personId: busy.id });
  const answers = await Promise.all(Array.from({ length: 22 }, () => reveal(busy)));
  assert.equal(answers.filter(({ addresses }) => addresses).length, 20);
  assert.equal(answers.filter(({ text }) => text.includes('RATE_LIMITED')).length, 2);
  assert.doesNotMatch(directory.logged(), /Zugunruhe|Wrenhaven|Ptarmigan/);
});
