import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listHousing } from '../../src/housing/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { openDirectory } from '../support/directory.js';
import { sampleHousing } from '../support/makers.js';
import { comeIn } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { onPostgresql } from '../support/template.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('entered-untold')) };
const directory = await openDirectory({ database });
const { em: owner, read } = database;

const home = await shelter(database, { exact: CANARY, listed: { disclosure: 'OWN' } });
const office = await shelter(database, { site: toldSite(CANARY), listed: { disclosure: 'OWN' } });
const ann = await comeIn(directory, 'COORDINATOR', home.organization);
const bea = await comeIn(directory, 'COORDINATOR', home.organization);
await owner().execute(`update org.location set disclosure = 'OWN' where id = any (?::text[])`, [
  `{${home.location},${office.location}}`,
]);

const THINGS = [
  ['listing', home.listing],
  ['location', home.location],
  ['location', office.location],
] as const;
const entered = (table: string, from: string, said: object) =>
  `insert into org.${table} select (jsonb_populate_record(null::org.${table},
     to_jsonb(d) || '${JSON.stringify(said)}')).* from ${from} d`;
const isTold = async (id: string) =>
  (
    await read.rows({
      text: `select id from pub.listing where id = $1 union all select id from further.listing where id = $1`,
      values: [id],
    })
  ).length > 0;

test('a proposal is not entered as approved: one statement is not two people', async () => {
  const approved = `insert into org.proposal (id, organization_id, listing_id, aspect, told_before, told_after,
      reason, proposed_at, proposed_by, proposed_as, lapses_at, outcome, ended_at, ended_by, ended_as)
    values ('pro_at_once', '${home.organization}', '${home.listing}', 'DISCLOSURE', 'OWN', 'PUBLISHED', 'Because.',
      now(), '${ann.id}', 'OWN', now() + interval '9 days', 'APPROVED', now(), '${bea.id}', 'OWN')`;
  await assert.rejects(owner().execute(approved), /no proposal is entered as approved/);
  const { em } = directory.house.answering;
  await assert.rejects(
    em().execute(
      `with p as (${approved} returning listing_id)
       update org.listing l set disclosure = 'PUBLISHED' from p where l.id = p.listing_id`,
    ),
    /no proposal is entered as approved/,
  );
  assert.equal(await isTold(home.listing), false);
});

if (onPostgresql()) {
  const { em } = directory.house.answering;

  test('over the login of people nothing that is told or decided is taken away, to be entered anew', async () => {
    for (const [table, id] of THINGS) {
      await assert.rejects(
        em().execute(
          `with d as (delete from org.${table} where id = '${id}' returning *)
           ${entered(table, 'd', { disclosure: 'PUBLISHED' })}`,
        ),
        /permission denied/,
        table,
      );
    }
    for (const table of [
      'organization',
      'tribal_nation',
      'proposal',
      'notice',
      'consent',
      'untold',
    ]) {
      await assert.rejects(
        em().execute(`delete from org.${table} where false`),
        /permission denied/,
      );
    }
  });

  test('a copy that is entered is told to its own people alone, as all that people enter', async () => {
    for (const [table, id] of THINGS) {
      const from = `(select * from org.${table} where id = '${id}')`;
      for (const disclosure of ['PARTNERS', 'PUBLISHED']) {
        const copy = { id: `${id.slice(0, -4)}copy`, disclosure };
        const refused = /told to its own people, until two/;
        await assert.rejects(em().execute(entered(table, from, copy)), refused, table);
        // In the place of one that is there it tells nothing further either.
        await assert.rejects(
          em().execute(
            `${entered(table, from, { disclosure })} on conflict (id) do update set disclosure = excluded.disclosure`,
          ),
          /two people have approved/,
          table,
        );
      }
      await em().transactional(async (undone) => {
        await undone.execute(
          entered(table, from, { id: `${id.slice(0, -4)}copy`, disclosure: 'OWN' }),
        );
        await undone.rollback();
      });
    }
    // What was told already is written again, as it is told.
    const told = await shelter(database, { site: toldSite(CANARY) });
    await em().execute(
      `${entered('listing', `(select * from org.listing where id = '${told.listing}')`, {})}
       on conflict (id) do update set disclosure = excluded.disclosure, name = 'The same house'`,
    );
  });

  test('a thing and its place stay its organization’s', async () => {
    const others = await shelter(database, { site: toldSite(CANARY) });
    for (const [table, id] of THINGS) {
      await assert.rejects(
        em().execute(`update org.${table} set organization_id = ? where id = ?`, [
          others.organization,
          id,
        ]),
        /whose it is, it stays/,
      );
    }
    for (const statement of [
      `update org.listing_site set location_id = '${home.location}' where listing_id = '${others.listing}'`,
      `update org.listing_site set listing_id = '${others.listing}' where listing_id = '${home.listing}'`,
      `insert into org.listing_site (listing_id, location_id) values ('${others.listing}', '${office.location}')`,
    ]) {
      await assert.rejects(em().execute(statement), /places of its own organization/, statement);
    }
    // How far a withheld place is told is its county or its region: a smaller one would tell more.
    for (const statement of [
      `update org.region_county set region_id = region_id`,
      `update org.tribal_nation set organization_id = '${home.organization}'`,
    ]) {
      await assert.rejects(em().execute(statement), /permission denied|it stays/, statement);
    }
  });

  test('the host enters what it is given to enter', async () => {
    const { id } = await inOne(database, (changing) =>
      listHousing({ ...sampleHousing(home.organization), disclosure: 'PUBLISHED' }, changing),
    );
    assert.equal(await isTold(id), true);
  });
}
