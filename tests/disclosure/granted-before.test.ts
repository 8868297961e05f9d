import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveRole } from '../../src/access/give-role.js';
import { listHousing } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { comingsOf } from '../support/comings.js';
import { openDirectory } from '../support/directory.js';
import {
  GrantRevealDocument,
  ReviseOrganizationDocument,
  RevokePersonDocument,
} from '../support/documents.js';
import { sampleHousing } from '../support/makers.js';
import { outcome } from '../support/outcome.js';
import { broughtIn, comeIn } from '../support/people.js';
import { shelter, someNation } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('granted-before')) };
const directory = await openDirectory({ database });
const { hours, again, reveal, revoke, give } = comingsOf(directory);

test('what was granted before there was a door opens none that is entered later, unless who granted it may know it', async () => {
  hours(0);
  const [stella, sam] = [await comeIn(directory, 'STEWARD'), await comeIn(directory, 'STEWARD')];
  const friend = await comeIn(directory, 'ADVOCATE');
  const open = { said: { locations: [] }, listed: { siteIds: [] } };
  const { organization, listing } = await shelter(database, open);
  const mole = await broughtIn(directory, await again(stella), 'COORDINATOR', organization);
  // It withholds nothing: whoever was brought in counts by time alone.
  hours(80);
  const input = {
    personId: friend.id,
    listingId: listing,
    reason: 'She brings people.',
    days: 300,
  };
  const granted = await directory.ask(GrantRevealDocument, { input }, (await again(mole)).headers);
  assert.equal(outcome(granted), 'done', granted.text);

  const fay = await comeIn(directory, 'COORDINATOR', organization);
  const house = {
    name: 'The house',
    countyFips: '27137',
    withheld: 'CONFIDENTIAL_SHELTER' as const,
    lines: CANARY.lines,
    city: CANARY.city,
    postalCode: CANARY.postalCode,
  };
  const versions = await database.read.rows<{ version: number }>(
    sql`select version from org.organization where id = ${organization}`,
  );
  const entering = { id: organization, ...versions[0]!, newLocations: [house] };
  const entered = await directory.ask(ReviseOrganizationDocument, { input: entering }, fay.headers);
  assert.equal(outcome(entered), 'done', entered.text);
  const [site] = await database.read.rows<{ id: string }>(
    sql`select id from org.location where organization_id = ${organization}`,
  );
  await inOne(database, (changing) =>
    listHousing({ ...sampleHousing(organization), id: listing, siteIds: [site!.id] }, changing),
  );
  assert.equal(await reveal(listing, fay), 'told');
  await revoke(fay, await again(stella));
  for (const later of [81, 200, 5_000]) {
    hours(later);
    assert.match(await reveal(listing, friend), /^NOT_FOUND/, String(later));
    assert.match(await reveal(listing, mole), /^FORBIDDEN/);
  }
  assert.equal(await give(mole, organization, sam), 'done');
  assert.equal(await reveal(listing, mole), 'told');
  assert.equal(await reveal(listing, friend), 'told', 'who granted it may know the door now');
});

test('nor does it where its organization has become a nation’s since', async () => {
  hours(0);
  const { organization, listing } = await shelter(database, { exact: CANARY });
  const [clara, friend] = [
    await comeIn(directory, 'COORDINATOR', organization),
    await comeIn(directory, 'ADVOCATE'),
  ];
  const input = { personId: friend.id, listingId: listing, reason: 'She brings people.' };
  const granted = await directory.ask(GrantRevealDocument, { input }, clara.headers);
  assert.equal(outcome(granted), 'done', granted.text);
  assert.equal(await reveal(listing, friend), 'told');
  const { nation } = await someNation(database.read);
  await database
    .em()
    .execute('update org.tribal_nation set organization_id = ? where id = ?', [
      organization,
      nation,
    ]);
  assert.match(await reveal(listing, friend), /^NOT_FOUND/);
});

test('whoever is let go of a house asks for its door no more, also by what was granted her before she came to it', async () => {
  hours(0);
  const { organization, listing } = await shelter(database, { exact: CANARY });
  const clara = await comeIn(directory, 'COORDINATOR', organization);
  const ann = await comeIn(directory, 'ADVOCATE');
  const input = { personId: ann.id, listingId: listing, reason: 'She brings people.', days: 300 };
  const granted = await directory.ask(GrantRevealDocument, { input }, clara.headers);
  assert.equal(outcome(granted), 'done', granted.text);
  assert.equal(await reveal(listing, ann), 'told');
  await directory.change((changing) =>
    giveRole(changing, ann.id, { role: 'COORDINATOR', organizationId: organization }, null),
  );
  const ending = { personId: ann.id, organizationId: organization };
  const { body } = await directory.ask(
    RevokePersonDocument,
    { input: ending },
    (await again(clara)).headers,
  );
  assert.deepEqual(body.data!.revokePerson!.userErrors, []);
  assert.match(await reveal(listing, ann), /^NOT_FOUND/, 'she is an advocate still');
});
