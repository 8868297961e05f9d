import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invitePerson } from '../../src/access/index.js';
import { listHousing } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { comingsOf, UNSEEN } from '../support/comings.js';
import { openDirectory } from '../support/directory.js';
import {
  AcceptInvitationDocument,
  OpenProposalsDocument,
  RegisterOrganizationDocument,
  ReviseOrganizationDocument,
  RevokePersonDocument,
  TightenDisclosureDocument,
} from '../support/documents.js';
import { sampleHousing } from '../support/makers.js';
import { broughtIn, comeIn, HOST, PASSWORD, type SignedIn } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('who-entered')) };
const directory = await openDirectory({ database });
const { hours, again, reveal, revoke, give } = comingsOf(directory);

hours(0);
const stella = await comeIn(directory, 'STEWARD');
const sam = await comeIn(directory, 'STEWARD');

const place = (lines: string[]) => ({
  name: 'The house',
  countyFips: '27137',
  withheld: 'CONFIDENTIAL_SHELTER' as const,
  lines,
  city: CANARY.city,
  postalCode: CANARY.postalCode,
});

/** An organization that withholds nothing, nor has anybody. */
const bare = async () =>
  (await shelter(database, { said: { locations: [] }, listed: { siteIds: [] } })).organization;

/** Someone enters an address that is withheld. @returns a listing there */
async function enter(by: SignedIn, organization: string, lines = CANARY.lines): Promise<string> {
  await again(by);
  const versions = await database.read.rows<{ version: number }>(
    sql`select version from org.organization where id = ${organization}`,
  );
  const input = { id: organization, ...versions[0]!, newLocations: [place(lines)] };
  const { text } = await directory.ask(ReviseOrganizationDocument, { input }, by.headers);
  assert.match(text, /"userErrors":\[\]/);
  const [site] = await database.read.rows<{ id: string }>(
    sql`select l.id from org.location l join conf.sealed_address s on s.location_id = l.id
        where l.organization_id = ${organization} order by s.sealed_at desc, l.id desc limit 1`,
  );
  const { id } = await inOne(database, (changing) =>
    listHousing({ ...sampleHousing(organization), siteIds: [site!.id] }, changing),
  );
  return id;
}

/** She goes of her own accord, and stays what else she is. */
async function leave(person: SignedIn, organizationId: string): Promise<void> {
  await again(person);
  const input = { personId: person.id, organizationId };
  const { body } = await directory.ask(RevokePersonDocument, { input }, person.headers);
  assert.deepEqual(body.data!.revokePerson!.userErrors, []);
}

/** Somebody of the network was given a role of a house by hand, entered its door, and went. */
async function enteredAndLeft(): Promise<{ fay: SignedIn; organization: string; listing: string }> {
  const organization = await bare();
  const fay = await comeIn(directory, 'ADVOCATE');
  assert.equal(await give(fay, organization, sam), 'done');
  const listing = await enter(fay, organization);
  await leave(fay, organization);
  return { fay, organization, listing };
}

const mole = async (organization: string, by = stella) =>
  broughtIn(directory, await again(by), 'COORDINATOR', organization);

test('who was there before the door learns it by no waiting, where who entered it was not there with her', async () => {
  for (const [how, after, by] of [
    ['let go at once', 0, stella],
    ['let go within three days', 70, stella],
    ['gone by herself', 0, null],
  ] as const) {
    hours(0);
    const organization = await bare();
    const [first, second] = [await mole(organization), await mole(organization)];
    hours(500);
    const fay =
      after > 0
        ? await comeIn(directory, 'COORDINATOR', organization)
        : await mole(organization, sam);
    const listing = await enter(fay, organization);
    hours(500 + after);
    await revoke(fay, await again(by ?? fay));
    const third = await mole(organization, first);
    for (const [later, one] of [
      [573, first],
      [573, second],
      [5_000, first],
      [5_000, third],
    ] as const) {
      hours(later);
      assert.match(await reveal(listing, one), UNSEEN, how);
    }
    // A second steward confirms one; whom she is there with then, counts three days later.
    assert.equal(await give(first, organization, stella), 'FORBIDDEN');
    assert.equal(await give(first, organization, sam), 'done');
    assert.equal(await reveal(listing, first), 'told');
    hours(5_073);
    assert.equal(await reveal(listing, third), 'told');
  }
});

test('who was seen for three days by whoever entered the door knows it, also when that one has gone', async () => {
  for (const later of [75, null]) {
    hours(0);
    const organization = await bare();
    const early = await mole(organization);
    hours(100);
    const fay = await comeIn(directory, 'COORDINATOR', organization);
    const listing = await enter(fay, organization);
    assert.match(await reveal(listing, early), /^FORBIDDEN: Whoever is new/);
    if (later !== null) {
      hours(100 + later);
      await revoke(fay, await again(stella));
    }
    hours(173);
    if (later === null) assert.equal(await reveal(listing, early), 'told');
    hours(176);
    assert.equal(await reveal(listing, early), 'told');
  }
});

test('who entered the door, and is given her role back without knowing it, makes nobody know it until she comes in', async () => {
  hours(0);
  // She is an advocate elsewhere ever since, and signed in now and then.
  const { fay, organization, listing } = await enteredAndLeft();
  const bea = await comeIn(directory, 'COORDINATOR', organization);
  hours(2_000);
  await again(fay);
  await revoke(bea, await again(stella));
  const hers = await mole(organization);
  assert.match(await reveal(listing, hers), UNSEEN);
  assert.equal(await give(fay, organization, stella), 'done');
  const next = await mole(organization, hers);
  // The session that she has is no sign that she knows of it.
  hours(2_001);
  const { body } = await directory.ask(OpenProposalsDocument, {}, fay.headers);
  assert.equal(body.data!.viewer.id, fay.id);
  for (const later of [2_073, 2_145, 5_000]) {
    hours(later);
    for (const one of [hers, next])
      assert.match(await reveal(listing, one), UNSEEN, `${later} hours`);
  }
  // What she does herself nobody doubts: she comes in, and knows it, and sees who is there from then on.
  assert.equal(await reveal(listing, fay), 'told');
  for (const one of [hers, next])
    assert.match(await reveal(listing, one), /^FORBIDDEN: Whoever is new/);
  hours(5_071);
  assert.notEqual(await reveal(listing, hers), 'told');
  hours(5_073);
  for (const one of [hers, next]) assert.equal(await reveal(listing, one), 'told');
});

test('who takes up a link is in by that, also of a role that she was given before by hand', async () => {
  hours(0);
  const { fay, organization, listing } = await enteredAndLeft();
  hours(2_000);
  const hers = await mole(organization);
  assert.equal(await give(fay, organization, stella), 'done');
  hours(2_100);
  assert.match(await reveal(listing, hers), UNSEEN);
  const { token } = await directory.change((changing) =>
    invitePerson(
      { email: fay.email, role: 'COORDINATOR', organizationId: organization },
      HOST,
      changing,
    ),
  );
  const input = { token, password: PASSWORD };
  const { text } = await directory.ask(AcceptInvitationDocument, { input });
  assert.match(text, /"signedIn":true/);
  hours(2_171);
  assert.match(await reveal(listing, hers), /^FORBIDDEN: Whoever is new/);
  hours(2_173);
  assert.equal(await reveal(listing, hers), 'told');
});

test('who entered one door knows no other by it', async () => {
  hours(0);
  const organization = await bare();
  const early = await mole(organization);
  const decoy = await enter(early, organization, ['9 Decoy Sample Way']);
  hours(73);
  assert.equal(await reveal(decoy, early), 'told', 'what she entered, she knows');
  const other = await mole(organization, early);
  const fay = await comeIn(directory, 'COORDINATOR', organization);
  const listing = await enter(fay, organization);
  await revoke(fay, await again(stella));
  for (const later of [150, 5_000]) {
    hours(later);
    for (const one of [early, other]) assert.match(await reveal(listing, one), UNSEEN);
  }
});

test('an honest house: its first enters its door, brings in an heir, and each of them another', async () => {
  hours(0);
  const organization = await bare();
  const dana = await mole(organization);
  const listing = await enter(dana, organization);
  const erin = await mole(organization, dana);
  hours(73);
  assert.equal(await reveal(listing, dana), 'told', 'she entered it');
  assert.equal(await reveal(listing, erin), 'told', 'who entered it brought her in');
  hours(147);
  const second = await enter(erin, organization, ['12 Second Sample Way']);
  hours(148);
  for (const one of [dana, erin]) {
    assert.equal(await reveal(listing, one), 'told');
    assert.equal(await reveal(second, one), 'told', 'they have been there together');
  }
  await revoke(dana, await again(stella));
  hours(400);
  const later = await mole(organization, erin);
  hours(473);
  assert.equal(await reveal(second, later), 'told');
});

test('a steward who entered a door herself brings in the first who knows it', async () => {
  hours(0);
  const organization = await bare();
  const listing = await enter(stella, organization);
  const dana = await mole(organization);
  const others = await mole(organization, sam);
  hours(73);
  assert.equal(await reveal(listing, dana), 'told');
  assert.match(await reveal(listing, others), /^FORBIDDEN: Whoever is new/);
  hours(146);
  assert.equal(await reveal(listing, others), 'told');
});

test('what was told until it was withheld, those know who were there by then, whoever withholds it', async () => {
  hours(0);
  const { organization, location, listing } = await shelter(database, { site: toldSite(CANARY) });
  const early = await mole(organization);
  hours(1);
  const input = { id: location, to: 'STREET_WITHHELD', withheldReason: 'BY_REQUEST' } as const;
  const said = { ...input, reason: 'Someone came to the door.' };
  await again(stella);
  const { text } = await directory.ask(TightenDisclosureDocument, { input: said }, stella.headers);
  assert.match(text, /"userErrors":\[\]/);
  hours(2);
  const late = await mole(organization, sam);
  hours(100);
  assert.equal(await reveal(listing, early), 'told');
  await revoke(early, await again(stella));
  hours(500);
  assert.match(await reveal(listing, late), UNSEEN);
  assert.equal(await give(early, organization, sam), 'done');
  hours(573);
  assert.match(await reveal(listing, early), UNSEEN, 'she came anew');
});

test('what its own people alone read until it was withheld, those of them know who were not new by then', async () => {
  for (const before of [1, 71, 73]) {
    hours(0);
    const { organization, location, listing } = await shelter(database, {
      site: { ...toldSite(CANARY), disclosure: 'OWN' },
      listed: { disclosure: 'OWN' },
    });
    const cora = await comeIn(directory, 'COORDINATOR', organization);
    const early = await mole(organization);
    hours(before);
    await again(cora);
    const input = { id: location, to: 'STREET_WITHHELD', withheldReason: 'BY_REQUEST' } as const;
    const said = { ...input, reason: 'Someone came to the door.' };
    const { text } = await directory.ask(TightenDisclosureDocument, { input: said }, cora.headers);
    assert.match(text, /"userErrors":\[\]/);
    await revoke(cora, await again(stella));
    for (const later of [74, 5_000]) {
      hours(later);
      const told = await reveal(listing, early);
      if (before < 72) assert.match(told, UNSEEN, `withheld after ${before} hours`);
      else assert.equal(told, 'told', 'she had read it');
    }
  }
});

test('who registers a house with its address, and is made the first of its people, knows it; whom nobody saw does not', async () => {
  hours(0);
  const ada = await comeIn(directory, 'ADVOCATE');
  const input = {
    name: 'Sample New House',
    kind: 'NONPROFIT' as const,
    newLocations: [place(CANARY.lines)],
  };
  const { body, text } = await directory.ask(RegisterOrganizationDocument, { input }, ada.headers);
  const id = body.data?.registerOrganization?.id;
  assert.ok(id, text);
  assert.equal(await give(ada, id, stella), 'done');
  await again(ada);
  hours(1);
  const other = await comeIn(directory, 'ADVOCATE');
  assert.equal(await give(other, id, stella), 'done');
  const counts = async (person: SignedIn) =>
    (
      await database.read.rows<{ never: boolean }>(
        sql`select auth.counts_from(${person.id}, ${id}, 'OWN') = 'infinity' as never`,
      )
    )[0]!.never;
  assert.deepEqual([await counts(ada), await counts(other)], [false, false]);
  await revoke(ada, stella);
  assert.equal(await counts(other), true, 'nobody was there for three days to see her');
});
