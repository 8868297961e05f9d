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
      // With it would go what was reported of it.
      'unit',
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

  test('what is told less is told less: no note of it is changed, and no part leaves it', async () => {
    const told = await shelter(database, {
      site: toldSite(CANARY),
      listed: { disclosure: 'PUBLISHED' },
    });
    for (const statement of [
      `update org.untold set thing_id = left(thing_id, 4) || '0' || substr(thing_id, 6)`,
      ...['thing_id'].map((column) => `update org.untold set ${column} = ${column} where false`),
      'select from org.untold for update',
      'delete from org.untold',
    ]) {
      await assert.rejects(
        em().transactional(async (changing) => {
          await changing.execute(`update org.listing set disclosure = 'OWN' where id = ?`, [
            told.listing,
          ]);
          await changing.execute(statement);
        }),
        /permission denied/,
        statement,
      );
    }
    // Under another id, or without a part that went to another, it would be told as it was.
    const other = await shelter(database, { site: toldSite(CANARY) });
    for (const statement of [
      `with parts as (update org.housing_option set listing_id = 'hou_elsewhere' where listing_id = '${told.listing}')
       update org.listing set id = 'hou_elsewhere', disclosure = 'OWN' where id = '${told.listing}'`,
      `update org.organization set id = 'org_elsewhere' where id = '${told.organization}'`,
      `update org.unit set listing_id = '${other.listing}' where listing_id = '${told.listing}'`,
      `update org.unit set listing_id = null, was_of = '${other.listing}' where listing_id = '${told.listing}'`,
      `update org.housing_option set listing_id = '${other.listing}' where listing_id = '${told.listing}'`,
    ]) {
      await assert.rejects(em().execute(statement), /what it is, and of what/, statement);
    }
    // A unit may be left out, and comes back to its own alone.
    const unit = `where coalesce(listing_id, was_of) = '${told.listing}'`;
    await em().execute(`update org.unit set listing_id = null, was_of = listing_id ${unit}`);
    await assert.rejects(
      em().execute(`update org.unit set listing_id = '${other.listing}', was_of = null ${unit}`),
      /what it is, and of what/,
    );
    await em().execute(`update org.unit set listing_id = was_of, was_of = null ${unit}`);
    await em().execute(`update org.listing set disclosure = 'OWN' where id = ?`, [told.listing]);
    assert.equal(await isTold(told.listing), false);
  });

  test('what one person decides to tell is written down in the log with it, or is not told', async () => {
    const { organization } = await shelter(database, {});
    const stella = await comeIn(directory, 'STEWARD');
    const material = `insert into org.material (id, organization_id, title, kind, audiences, language, url, published_at,
        created_at, updated_at, withdrawn_at)
      values ('mat_withdrawn', '${organization}', 'A sample', 'GUIDE', '{PROVIDERS}', 'en', 'https://example.org/a',
        '2026-01-01', now(), now(), now())`;
    await owner().execute(material);
    await owner().execute('update org.organization set admitted_at = null where id = ?', [
      organization,
    ]);
    const admits = `update org.organization set admitted_at = now() where id = '${organization}'`;
    const returns = `update org.material set withdrawn_at = null where id = 'mat_withdrawn'`;
    const copy = entered(
      'organization',
      `(select * from org.organization where id = '${home.organization}')`,
      {
        id: 'org_copy_of_home',
      },
    );
    for (const statement of [admits, returns, copy]) {
      await assert.rejects(em().execute(statement), /is written down with it/, statement);
    }
    const written = (action: string, thing: string, by: string) =>
      `insert into audit.event (at, viewer_kind, viewer_id, action, thing_id, detail)
       values (now(), 'PERSON', '${by}', '${action}', '${thing}', '{}')`;
    // What was written before, or in the name of who admits nobody, is not with it.
    await em().execute(written('admitOrganization', organization, stella.id));
    await assert.rejects(em().execute(admits), /is written down with it/);
    await assert.rejects(
      em().transactional(async (changing) => {
        await changing.execute(written('admitOrganization', organization, ann.id));
        await changing.execute(admits);
      }),
      /is written down with it/,
    );
    await em().transactional(async (changing) => {
      await changing.execute(admits);
      await changing.execute(written('admitOrganization', organization, stella.id));
      await changing.execute(returns);
      await changing.execute(written('reviseMaterial', 'mat_withdrawn', ann.id));
    });
  });

  test('over the login of people no sealed address goes while its place is withheld', async () => {
    for (const statement of [
      `delete from conf.sealed_address where location_id = '${home.location}'`,
      'delete from conf.sealed_address',
    ]) {
      await assert.rejects(em().execute(statement), /keeps its sealed address/);
    }
  });

  test('the host enters what it is given to enter', async () => {
    const { id } = await inOne(database, (changing) =>
      listHousing({ ...sampleHousing(home.organization), disclosure: 'PUBLISHED' }, changing),
    );
    assert.equal(await isTold(id), true);
  });
}
