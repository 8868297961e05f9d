import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS_BEFORE_ITS_OWN } from '../../schema/migrations/045-taken-back.js';
import { approveDisclosure } from '../../src/disclosure/approve-disclosure.command.js';
import { sql, type Viewer } from '../../src/kernel/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { withdrawConsent } from '../../src/tribal-nations/withdraw-consent.command.js';
import { openDirectory } from '../support/directory.js';
import {
  ApproveDisclosureDocument,
  KeptConveningDocument,
  KeptMaterialDocument,
  ProposeDisclosureDocument,
  PublishMaterialDocument,
  RecordConsentDocument,
  ReviseConveningDocument,
  ReviseMaterialDocument,
  ReviseOrganizationDocument,
  ScheduleConveningDocument,
  SearchWordsDocument,
  WithdrawConsentDocument,
  type RecordConsentInput,
  type ReviseOrganizationInput,
} from '../support/documents.js';
import { Follower } from '../support/follower.js';
import { outcome } from '../support/outcome.js';
import { comeIn } from '../support/people.js';
import { shelter, someNation } from '../support/shelters.js';
import { onPostgresql } from '../support/template.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';
import { until, waitsForLock } from '../support/wait.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('taken back')) };
const directory = await openDirectory({ database });
const { read } = database;
const { nation, organization } = await someNation(read);
const reason = 'The council decided so today.';
const WAIT_MS = 60_000;

interface Words {
  name: string;
  description: string | null;
  contacts: { name: string; email: string | null; phones: { number: string }[] }[];
}
/** What is told of the government, and of whom to call of the nation, and what of both is found by a word. */
async function told(word: string) {
  const contacts = 'contacts { name email phones { number } }';
  const { body } = await directory.ask<
    { organization: Words; nation: Pick<Words, 'contacts'> },
    object
  >(
    `query ($organization: ID!, $nation: ID!) {
      organization: node(id: $organization) { ... on Organization { name description ${contacts} } }
      nation: node(id: $nation) { ... on TribalNation { ${contacts} } } }`,
    { organization, nation },
  );
  const { body: found } = await directory.ask(SearchWordsDocument, { text: word, first: 20 });
  return { ...body.data!, found: found.data!.search!.nodes.map(({ id }) => id) };
}
const before = await told('whinberry');
const said = {
  name: before.organization.name,
  kind: 'TRIBAL_GOVERNMENT' as const,
  description: before.organization.description,
  contacts: before.organization.contacts.map(({ name, email, phones }) => ({
    purpose: 'GENERAL' as const,
    name,
    email,
    phones: phones.map(({ number }) => ({ number, kind: 'VOICE' as const })),
    languages: [],
  })),
};
const lodge = await shelter(database, {
  organization,
  said,
  listed: { name: 'Whinberry Sample Lodge', disclosure: 'OWN' },
});
const public_ = await told('whinberry');
const nora = await comeIn(directory, 'NATION_COORDINATOR', organization);
const nell = await comeIn(directory, 'NATION_COORDINATOR', organization);
const herself = ({ id }: { id: string }): Viewer => ({
  kind: 'NATION_COORDINATOR',
  id,
  name: 'Nell',
  roles: [{ role: 'NATION_COORDINATOR', organizationId: organization }],
  owesSecondFactor: false,
});

const consent = async (input: Partial<RecordConsentInput> = {}) => {
  const given = { givenBy: 'Tribal council', terms: 'As long as it holds.', coversRecord: true };
  const whole = { nationId: nation, listingIds: [lodge.listing], ...given, ...input };
  const answer = await directory.ask(RecordConsentDocument, { input: whole }, nora.headers);
  assert.equal(outcome(answer), 'done', answer.text);
};
const withdraw = async () => {
  const input = { nationId: nation, reason };
  const answer = await directory.ask(WithdrawConsentDocument, { input }, nell.headers);
  assert.equal(outcome(answer), 'done', answer.text);
};
const propose = async (id: string) => {
  const input = { id, to: 'PUBLISHED' as const, reason };
  const { body, text } = await directory.ask(ProposeDisclosureDocument, { input }, nora.headers);
  assert.ok(body.data?.proposeDisclosure?.proposal, text);
  return body.data.proposeDisclosure.proposal.id;
};
const approve = (proposalId: string, { headers } = nell) =>
  directory.ask(ApproveDisclosureDocument, { input: { proposalId } }, headers);
const disclosureOf = async (id: string) => {
  const [row] = await read.rows<{ disclosure: string }>(
    sql`select disclosure from org.listing where id = ${id}
      union all select disclosure from org.location where id = ${id}`,
  );
  return row!.disclosure;
};
const versionOf = async (id: string) => {
  const [row] = await read.rows<{ version: number }>(sql`select version from org.organization
    where id = ${id} union all select version from org.material where id = ${id}
    union all select version from org.convening where id = ${id}`);
  return row!.version;
};
const revise = async (named: Partial<ReviseOrganizationInput>) =>
  directory.ask(
    ReviseOrganizationDocument,
    { input: { id: organization, version: await versionOf(organization), ...named } },
    nora.headers,
  );
const ours: Partial<ReviseOrganizationInput> = {
  description: 'Ask at the whinberry counter.',
  contacts: [
    {
      purpose: 'GENERAL',
      name: 'Wren Whinberry',
      email: 'wren@nation.example.org',
      phones: [{ number: '+12185550147', kind: 'VOICE' }],
      languages: [],
    },
  ],
};
const isOurs = ({ organization: told, nation: also, found }: Awaited<ReturnType<typeof toldNow>>) =>
  [told, also].every(({ contacts }) => contacts[0]?.name === 'Wren Whinberry') &&
  told.description === ours.description &&
  found.includes(organization);
const toldNow = () => told('whinberry');
const poster = {
  organizationId: organization,
  title: 'Whinberry poster',
  kind: 'POSTER' as const,
  audiences: ['HOTEL_STAFF' as const],
  language: 'en',
  url: 'https://example.org/poster.pdf',
};

test('withdrawn, what waits of a listing that is told to nobody else is void, and of the place where it stands', async () => {
  await consent();
  const place = await directory.change(
    async ({ em }) =>
      (
        await em.execute<{ id: string }[]>(
          `update org.location set disclosure = 'OWN' where id = ? returning id`,
          [lodge.location],
        )
      )[0]!,
  );
  const proposals = [await propose(lodge.listing), await propose(place.id)];
  await withdraw();
  for (const id of proposals) {
    const answer = await approve(id);
    assert.equal(outcome(answer), 'INVALID input.proposalId', answer.text);
    assert.match(answer.text, /What it is of has changed since/);
  }
  assert.deepEqual(
    [await disclosureOf(lodge.listing), await disclosureOf(place.id)],
    ['OWN', 'OWN'],
  );
  assert.ok(!(await toldNow()).found.includes(lodge.listing));
});

test('so is what waited when another consent took the place of the first, of what that leaves out', async () => {
  await consent();
  const proposal = await propose(lodge.listing);
  await consent({ listingIds: [] });
  assert.equal(outcome(await approve(proposal)), 'INVALID input.proposalId');
  await withdraw();
});

// The embedded database has one connection: no second transaction can be open beside the first.
if (onPostgresql()) {
  const waits = () => waitsForLock(read);

  test('who approves while a consent is withdrawn tells nothing', async () => {
    await consent();
    const proposalId = await propose(lodge.listing);
    const { asked } = await inOne(database, async (sealing) => {
      await withdrawConsent({ nationId: nation, reason }, herself(nora), sealing);
      const asked = approve(proposalId);
      assert.ok((await until(waits, WAIT_MS)) < WAIT_MS);
      return { asked };
    });
    assert.equal(outcome(await asked), 'INVALID input.proposalId');
    assert.equal(await disclosureOf(lodge.listing), 'OWN');
  });

  test('what is approved while a consent is withdrawn is taken down by that', async () => {
    await consent();
    const proposalId = await propose(lodge.listing);
    const { asked } = await inOne(database, async (sealing) => {
      // She has it before her, and not yet its organization.
      await sealing.em.execute('select from org.listing where id = ? for no key update', [
        lodge.listing,
      ]);
      const asked = directory.ask(
        WithdrawConsentDocument,
        { input: { nationId: nation, reason } },
        nora.headers,
      );
      assert.ok((await until(waits, WAIT_MS)) < WAIT_MS);
      await approveDisclosure({ proposalId }, herself(nell), sealing);
      return { asked };
    });
    assert.equal(outcome(await asked), 'done');
    assert.equal(await disclosureOf(lodge.listing), 'OWN');
  });
}

test('whom to call, as its people say it, is told no more: in its record, in its organization, in search and feed', async () => {
  await consent();
  const proposal = await propose(lodge.listing);
  assert.equal(outcome(await approve(proposal)), 'done');
  assert.equal(outcome(await revise(ours)), 'done');
  assert.ok(isOurs(await toldNow()));
  const follower = new Follower(directory, {});
  await follower.follow();
  await withdraw();
  assert.deepEqual(await toldNow(), public_);
  const seen = new Map((await follower.follow()).map((change) => [change.id, change]));
  assert.equal(seen.get(lodge.listing)?.what, 'WITHDRAWN');
  assert.equal(seen.get(organization)?.what, 'CHANGED');
  assert.doesNotMatch(JSON.stringify([...seen.values()]), /whinberry counter|Wren/i);
  assert.equal(seen.get(nation)?.what, 'CHANGED');
  const [change] = await read.rows<{ action: string; as: string; reason: string }>(
    sql`select action, made_as as "as", reason from org.revision where thing_id = ${organization} order by version desc limit 1`,
  );
  assert.deepEqual(change, { action: 'withdrawConsent', as: 'NATION_COORDINATOR', reason });
});

test('what public sources say anew meanwhile is laid aside, and stands there when the nation takes its words back', async () => {
  await consent();
  assert.equal(outcome(await revise(ours)), 'done');
  const enter = (description: string | null) =>
    directory.change((changing) =>
      registerOrganization(
        {
          id: organization,
          roles: ['TRIBAL_GOVERNMENT'],
          standing: 'PUBLIC_SOURCE',
          locations: [],
          ...said,
          description,
        },
        changing,
      ),
    );
  await enter('As others have it.');
  assert.ok(isOurs(await toldNow()));
  await withdraw();
  assert.equal((await toldNow()).organization.description, 'As others have it.');
  assert.deepEqual((await toldNow()).nation, public_.nation);
  await enter(said.description);
  assert.deepEqual((await toldNow()).organization, public_.organization, 'and follows them again');
});

test('a consent that leaves the record out takes it back too; whom to call is said again when one covers it', async () => {
  assert.equal(outcome(await revise(ours)), 'done');
  await consent({ coversRecord: false });
  assert.deepEqual(await toldNow(), public_);
  const refused = await revise(ours);
  assert.equal(outcome(refused), 'INVALID input.id');
  assert.match(refused.text, /does not cover its record/);
  // A place is told to its own people alone, and is no word of the record.
  const place = { name: 'Office', countyFips: '27137', withheld: 'BY_REQUEST' as const };
  const added = await revise({ newLocations: [place] });
  assert.equal(outcome(added), 'done', added.text);
  await consent();
  assert.equal(outcome(await revise(ours)), 'done');
  assert.ok(isOurs(await toldNow()));
  await withdraw();
});

test('where none holds, withdrawing says by what its words are taken back; that takes back what it published, too', async () => {
  assert.equal(outcome(await revise(ours)), 'done');
  const published = await directory.ask(PublishMaterialDocument, { input: poster }, nora.headers);
  const { id } = published.body.data?.publishMaterial?.material ?? assert.fail(published.text);
  assert.ok((await toldNow()).found.includes(id));
  const input = { nationId: nation, reason };
  const refused = await directory.ask(WithdrawConsentDocument, { input }, nell.headers);
  assert.equal(outcome(refused), 'NOT_FOUND input.nationId');
  assert.match(refused.text, /recordConsent, with coversRecord: false/);
  await consent({ coversRecord: false });
  assert.deepEqual(await toldNow(), public_);
  await consent();
  await withdraw();
});

test('what was said before there was this rule is laid aside as its changes have it', async () => {
  assert.equal(outcome(await revise({ description: 'Earlier words of ours.' })), 'done');
  assert.equal(outcome(await revise(ours)), 'done');
  const em = database.em();
  const aside = async () =>
    (
      await read.rows<{ words: Record<string, unknown> }>(
        sql`select public_words as words from org.organization where id = ${organization}`,
      )
    )[0]!.words;
  const whole = await aside();
  await em.execute('update org.organization set public_words = null');
  // Of the changes of these tests, what followed the last time that it took its words back.
  await em.execute(
    `delete from org.revision r where thing_id = ? and version <= (select max(version) from org.revision
      where thing_id = r.thing_id and action in ('withdrawConsent', 'recordConsent'))`,
    [organization],
  );
  await em.execute(WORDS_BEFORE_ITS_OWN);
  const { description, contacts } = whole;
  assert.deepEqual(await aside(), { description, contacts });
  await consent();
  await withdraw();
  assert.deepEqual(await toldNow(), public_);
});

test('of what was laid aside in part before there was this rule, the rest is when it is said otherwise', async () => {
  assert.equal(outcome(await revise({ description: 'Earlier words of ours.' })), 'done');
  await database
    .em()
    .execute(
      `update org.organization set public_words = jsonb_build_object('description', public_words -> 'description') where id = ?`,
      [organization],
    );
  assert.equal(outcome(await revise(ours)), 'done');
  await consent();
  await withdraw();
  assert.deepEqual(await toldNow(), public_);
});

test('what public sources say does not come back where it leads to an address that is withheld since', async () => {
  assert.equal(outcome(await revise(ours)), 'done');
  await shelter(database, { organization, said, exact: CANARY, listed: { disclosure: 'OWN' } });
  await directory.change(({ em }) =>
    em.execute(
      `update org.organization set public_words = public_words || jsonb_build_object('description', ?::text, 'name', ?::text)
       where id = ?`,
      [`Come to ${CANARY.lines[0]!}.`, `House at ${CANARY.lines[0]!}`, organization],
    ),
  );
  await consent();
  await withdraw();
  const { organization: after, nation: also } = await toldNow();
  assert.deepEqual(
    [after.name, after.description, after.contacts, also.contacts],
    [public_.organization.name, null, public_.organization.contacts, public_.nation.contacts],
  );
  const [{ kept }] = (await read.rows<{ kept: string }>(
    sql`select public_words ->> 'description' as kept from org.organization where id = ${organization}`,
  )) as [{ kept: string }];
  assert.match(kept, new RegExp(CANARY.lines[0]!), 'it is not lost');
});

test('what its people published goes with the record that the consent covered, and is theirs to bring back', async () => {
  const other = await comeIn(directory, 'COORDINATOR', (await shelter(database)).organization);
  const table = {
    hostIds: [organization],
    title: 'Whinberry table',
    topic: 'A test',
    startsAt: '2026-10-14T00:00:00Z',
    endsAt: '2026-10-14T02:00:00Z',
    timeZone: 'America/Chicago',
  };
  const { body, text } = await directory.ask(
    PublishMaterialDocument,
    { input: poster },
    nora.headers,
  );
  const material = body.data?.publishMaterial?.material?.id;
  assert.ok(material, text);
  const scheduled = await directory.ask(ScheduleConveningDocument, { input: table }, nora.headers);
  const convening = scheduled.body.data!.scheduleConvening!.convening!.id;
  const ids = [material, convening];
  const shown = async (headers = {}) => {
    const node = await directory.ask(KeptMaterialDocument, { id: material }, headers);
    const meets = await directory.ask(KeptConveningDocument, { id: convening }, headers);
    const { found } = await toldNow();
    const whole = [node.body.data!.node !== null, meets.body.data!.node !== null];
    return { whole, found: ids.map((id) => found.includes(id)) };
  };
  const bringBack = async (): Promise<string[]> => {
    const back = { withdrawn: false };
    const leaf = { input: { ...back, id: ids[0]!, version: await versionOf(ids[0]!) } };
    const meets = { input: { ...back, id: ids[1]!, version: await versionOf(ids[1]!) } };
    return [
      outcome(await directory.ask(ReviseMaterialDocument, leaf, nell.headers)),
      outcome(await directory.ask(ReviseConveningDocument, meets, nell.headers)),
    ];
  };
  const isTold = { whole: [true, true], found: [true, true] };
  // Published where no consent held: one that leaves the record out takes that down too, and its end nothing more.
  await consent({ coversRecord: false });
  assert.deepEqual(await shown(other.headers), { whole: [false, false], found: [false, false] });
  assert.deepEqual(await bringBack(), ['done', 'done']);
  await withdraw();
  assert.deepEqual(await shown(other.headers), isTold);
  for (const end of [withdraw, () => consent({ coversRecord: false })]) {
    await consent();
    assert.deepEqual(await shown(), isTold);
    const follower = new Follower(directory, {});
    await follower.follow();
    await end();
    assert.deepEqual(await shown(), { whole: [false, false], found: [false, false] });
    assert.deepEqual((await shown(nora.headers)).whole, [true, true]);
    const seen = new Map((await follower.follow()).map(({ id, what }) => [id, what]));
    assert.deepEqual(
      ids.map((id) => seen.get(id)),
      ['WITHDRAWN', 'WITHDRAWN'],
    );
    assert.deepEqual(await bringBack(), ['done', 'done']);
  }
});
