import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import { ReviseOrganizationDocument, TightenDisclosureDocument } from '../support/documents.js';
import { broughtIn, comeIn } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const { database: plain } = await openDirectory();
const database = { ...plain, vault: vaultOf(dataKey('who-entered-before')) };
const directory = await openDirectory({ database });
const { migrator, read, em } = database;

test('of a network that is there already it is found who entered what, and who knew a door knows it', async () => {
  const stella = await comeIn(directory, 'STEWARD');
  const none = (await shelter(database, { said: { locations: [] }, listed: { siteIds: [] } }))
    .organization;
  const told = await shelter(database, { site: toldSite(CANARY) });
  const entered = (await shelter(database, { said: { locations: [] }, listed: { siteIds: [] } }))
    .organization;
  const ann = await comeIn(directory, 'COORDINATOR', entered);
  const dana = await broughtIn(directory, stella, 'COORDINATOR', entered);
  const bea = await broughtIn(directory, stella, 'COORDINATOR', none);
  // Two stewards whom one brought in, and one who has nothing to do with them.
  const [ada, ben] = [
    await broughtIn(directory, stella, 'STEWARD'),
    await broughtIn(directory, stella, 'STEWARD'),
  ];
  const sam = await comeIn(directory, 'STEWARD');
  const [cleo, cora] = [
    await broughtIn(directory, ada, 'COORDINATOR', entered),
    await broughtIn(directory, ada, 'COORDINATOR', entered),
  ];
  const newLocations = [
    {
      name: 'The house',
      countyFips: '27137',
      withheld: 'CONFIDENTIAL_SHELTER' as const,
      lines: ['9 Entered Sample Way'],
      city: CANARY.city,
      postalCode: CANARY.postalCode,
    },
  ];
  const enters = { id: entered, version: 1, newLocations };
  const answers = [
    await directory.ask(ReviseOrganizationDocument, { input: enters }, ann.headers),
    await directory.ask(
      TightenDisclosureDocument,
      {
        input: {
          id: told.location,
          to: 'STREET_WITHHELD',
          withheldReason: 'BY_REQUEST',
          reason: 'Someone came to the door.',
        },
      },
      stella.headers,
    ),
  ];
  for (const { text } of answers) assert.match(text, /"userErrors":\[\]/);
  const rows = () =>
    read.rows<{ by: string | null; told: string | null }>(
      sql`select entered_by as by, told_until::text as told from auth.door_entered order by location_id`,
    );
  const before = await rows();
  const known = before.map(({ by }) => by).filter((by) => by !== null);
  assert.deepEqual(known.sort(), [ann.id, stella.id].sort());
  assert.equal(before.filter((row) => row.told !== null).length, 1);

  await em().execute(
    `update auth.role_grant set granted_at = granted_at - interval '100 hours' where account_id = any (?::text[])`,
    [`{${ann.id},${dana.id},${bea.id}}`],
  );
  const later = (await migrator.getExecuted()).findIndex(({ name }) => name.startsWith('039'));
  for (let step = (await migrator.getExecuted()).length; step > later; step -= 1)
    await migrator.down();
  // As the migration before left whom it found.
  await em().execute(
    `update auth.role_grant set confirmed_at = granted_at + interval '72 hours' where account_id = ?`,
    [bea.id],
  );
  for (const [one, by] of [
    [cleo, ben],
    [cora, sam],
  ] as const)
    await em().execute(
      'update auth.role_grant set confirmed_at = now(), confirmed_by = ? where account_id = ?',
      [by.id, one.id],
    );
  await migrator.up();
  // How far a place was told stood nowhere: it is taken for its own people's, of whom the new ones do not read it.
  const hours = (from: string) => Date.parse(from) / 3_600_000;
  assert.deepEqual(
    (await rows()).map(({ by, told }) => [by, told && hours(told)]),
    before.map(({ by, told }) => [by, told && hours(told) - 72]),
  );
  const [out] = await read.rows<{ many: number }>(
    sql`select count(*)::int as many from auth.role_grant where here_since is distinct from granted_at`,
  );
  assert.equal(out!.many, 0, 'who was there by then, stays so');
  const confirmed = await read.rows<{ id: string }>(
    sql`select account_id as id from auth.role_grant where confirmed_at is not null order by granted_at`,
  );
  assert.deepEqual(
    confirmed,
    [{ id: dana.id }, { id: cora.id }],
    'and nobody for a door that is not there, nor by an account of one person with who gave it',
  );
});
