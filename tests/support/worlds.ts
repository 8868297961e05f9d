import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import { Attempts, invitePerson, type CounterOf } from '../../src/access/index.js';
import { newAppKey, proofText } from '../../src/access/secret.js';
import { listHousing } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { SuggestionLimit } from '../../src/upkeep/index.js';
import { openDirectory, type Directory } from './directory.js';
import { sampleHousing, sampleOrganization } from './makers.js';
import { HOST } from './people.js';
import type { Pool } from './drawing.js';
import { addDifferingRows } from './differing-rows.js';
import { copyOfTemplate } from './template.js';
import { dataKey, vaultOf } from './vaults.js';

const NOW = new Date('2026-11-20T18:00:00Z');
const CURSOR_KEY = '5a'.repeat(32);

/** What one network hides and another hides otherwise; all that is told of both is the same. */
export interface World {
  directory: Directory;
  /** A listing that is told to nobody, with words that stand nowhere else, and its organization. */
  hidden: { listing: string; organization: string };
  /** What is for partners: a listing of an organization that is told, and a place of it where another listing stands. */
  forPartners: { listing: string; organization: string; place: string; sited: string };
}

export interface Worlds {
  one: World;
  other: World;
  /** An app that both know by the same key. */
  app: Record<string, string>;
  /** And one that is told what is for partners. */
  partner: Record<string, string>;
  pool: Pool;
  /** A told listing whose only site is withheld in a county too small to be told. */
  withheld: { listing: string; organization: string };
}

/** Words by which what is hidden would be found: of each world its own. */
const SECRETS = ['Quillmarsh', 'Tansywick'] as const;

async function openWorld(secret: string, keys: AppKeys, extra: boolean): Promise<World> {
  const database = { ...(await copyOfTemplate()), vault: vaultOf(dataKey(secret)) };
  await database.em().execute(
    `insert into auth.server_key (purpose, key) values ('cursors', decode(?, 'hex'))
       on conflict (purpose) do update set key = excluded.key`,
    [CURSOR_KEY],
  );
  const directory = await openDirectory({ database });
  after(async () => {
    await database.close();
  });
  directory.setNow(NOW);
  // Thousands are asked here; that few may be asked an hour, or tried in a quarter of one, are tests of their own: here the windows of two
  // networks would end a moment apart.
  const unlimited: CounterOf = (_of, limits) =>
    new RateLimiterMemory({ ...limits, points: Number.MAX_SAFE_INTEGER });
  directory.house.suggesting = new SuggestionLimit(unlimited);
  directory.house.attempts = new Attempts(unlimited);
  await directory.change(async ({ em }) => {
    for (const [id, scope, key] of [
      ['key_same', '{directory:read,changes:read}', keys.app],
      ['key_partner', '{partners:read,changes:read}', keys.partner],
    ]) {
      await em.execute(
        `insert into auth.app_key (id, secret_hash, prefix, name, scopes, issued_at, expires_at)
         values (?, decode(?, 'hex'), 'hbl_', 'Sample tool', ?::text[], '2026-01-01', '2030-01-01')`,
        [id, proofText(key!), scope],
      );
    }
  });
  const hidden = await hide(directory, secret, extra);
  const forPartners = await keepForPartners(directory, secret, extra);
  await standAtOffice(directory, forPartners.organization, secret, extra);
  if (extra) await linkTo(directory, forPartners.sited, secret);
  const { organization, place, sited } = forPartners;
  const told = { organization, place, listing: sited };
  await addDifferingRows({ directory, secret, extra, hidden, told });
  return { directory, hidden, forPartners };
}

/** Where that place is, in one network and in the other: far from each other. */
const PLACES_FOR_PARTNERS = {
  extra: { county: '27137', longitude: -92.1, latitude: 46.79 },
  other: { county: '27007', longitude: -94.88, latitude: 46.79 },
};
/** Whoever is told to be so near that place is found there by everyone. */
const FOUND_WITHIN_METERS = 120_000;
const isNear = (which: keyof typeof PLACES_FOR_PARTNERS) => {
  const { longitude, latitude } = PLACES_FOR_PARTNERS[which];
  return sql`st_dwithin(s.point, st_makepoint(${longitude}::float8, ${latitude}::float8)::geography, ${FOUND_WITHIN_METERS})`;
};

/**
 * A listing and a place that partners alone are told of, beside what everyone is told of their organization: one that
 * stands nowhere near, so that who finds it there was told the place.
 */
async function keepForPartners(
  directory: Directory,
  secret: string,
  extra: boolean,
): Promise<World['forPartners']> {
  const [told] = await directory.database.read.rows<{ organization: string; sited: string }>(sql`
    select l.organization_id as organization, l.id as sited from pub.listing l
    where l.type = 'HOUSING' and l.serves <> '{}' and not exists (
      select from pub.organization_site s where s.organization_id = l.organization_id
        and (${isNear('extra')} or ${isNear('other')}))
    order by l.id limit 1`);
  const { organization, sited } = told!;
  const { county, longitude, latitude } = PLACES_FOR_PARTNERS[extra ? 'extra' : 'other'];
  const place = `loc_${secret}`;
  const listing = await directory.change(async (changing) => {
    await changing.em.execute(
      `insert into org.location (id, organization_id, name, street_told, lines, city, state, postal_code,
         county_fips, point, disclosure)
       values (?, ?, ?, true, array[?], ?, 'MN', '55802', ?, st_makepoint(?, ?)::geography, 'PARTNERS')`,
      [
        place,
        organization,
        secret,
        `2 ${secret} Road`,
        `${secret} Landing`,
        county,
        longitude,
        latitude,
      ],
    );
    await changing.em.execute('insert into org.listing_site values (?, ?)', [sited, place]);
    const { id } = await listHousing(
      {
        ...sampleHousing(organization),
        name: `${secret} Rooms`,
        siteIds: [place],
        disclosure: 'PARTNERS',
      },
      changing,
    );
    return id;
  });
  return { listing, organization, place, sited };
}

/** An office that everyone is told of, far from what partners alone are told of, at which something stands, in one of the networks, that nobody is told of. */
async function standAtOffice(
  directory: Directory,
  organizationId: string,
  secret: string,
  extra: boolean,
): Promise<void> {
  const office = 'loc_office_of_both';
  await directory.change(async (changing) => {
    await changing.em.execute(
      `insert into org.location (id, organization_id, name, street_told, lines, city, state, postal_code, county_fips, point)
       values (?, ?, 'Office', true, array['3 Sample Way'], 'Saint Paul', 'MN', '55102', '27123', st_makepoint(-93.1, 44.94)::geography)`,
      [office, organizationId],
    );
    if (!extra) return;
    await listHousing(
      {
        ...sampleHousing(organizationId),
        name: `${secret} Attic`,
        siteIds: [office],
        disclosure: 'OWN',
      },
      changing,
    );
  });
}

/** A link by which a listing that everyone is told of is reported: its own people alone know that there is one. */
async function linkTo(directory: Directory, listing: string, secret: string): Promise<void> {
  await directory.change(async ({ em }) => {
    await em.execute(
      `insert into auth.account (id, email_key, email, name, password_hash, created_at)
       values ('acc_of_link', ?, ?, ?, '', '2026-01-01')`,
      [`${secret}@example.org`, `${secret}@example.org`, secret],
    );
    await em.execute(
      `insert into org.report_link (id, listing_id, secret_digest, label, made_at, made_by, expires_at)
       values ('rpl_of_both', ?, decode('00', 'hex'), ?, '2026-01-01', 'acc_of_link', '2030-01-01')`,
      [listing, `${secret} desk`],
    );
  });
}

/** What was for partners is nobody's now: of both networks they too are told the same. */
export async function hideFromPartners({ one, other }: Worlds): Promise<void> {
  for (const { directory, forPartners } of [one, other]) {
    await directory.change(async ({ em }) => {
      await em.execute(`update org.listing set disclosure = 'OWN' where id = ?`, [
        forPartners.listing,
      ]);
      await em.execute(`update org.location set disclosure = 'OWN' where id = ?`, [
        forPartners.place,
      ]);
    });
    // What they were told before is another in each: their log begins with what they are told now.
    await directory.change(async ({ em }) => {
      await em.execute(`create table before.partners as
        select id, row_number() over (order by id) as number, digest from partners.change where what <> 'WITHDRAWN'`);
      await em.execute('delete from partners.change');
      await em.execute(`insert into partners.change
        select id, number, 'TOLD', '2026-11-01T00:00:00Z'::timestamptz, digest from before.partners`);
      await em.execute(
        'update partners.change_end set number = (select count(*) from partners.change)',
      );
    });
  }
  // And goes on where something changes that is its organization's own.
  await other.directory.change(({ em }) =>
    em.execute(`update org.listing set name = 'Tansywick Rooms Again' where id = ?`, [
      other.forPartners.listing,
    ]),
  );
}

interface AppKeys {
  app: string;
  partner: string;
}

/** Everything that nobody is told of: unlisted and withdrawn listings, an organization not admitted, people. */
async function hide(
  directory: Directory,
  secret: string,
  extra: boolean,
): Promise<World['hidden']> {
  const county = extra ? '27137' : '27007';
  const { organization, listing } = await directory.change(async (changing) => {
    const { id: organization, locations } = await registerOrganization(
      {
        ...sampleOrganization,
        name: `${secret} Circle`,
        description: `The ${secret} house, invented for a test.`,
        contacts: [{ purpose: 'INTAKE', name: `${secret} desk`, phones: [], languages: [] }],
        locations: [
          {
            street: 'TOLD',
            name: secret,
            countyFips: county,
            address: { lines: [`1 ${secret} Road`], city: secret, postalCode: '55802' },
            point: { latitude: extra ? 46.79 : 47.47, longitude: extra ? -92.1 : -94.88 },
          },
        ],
      },
      changing,
    );
    const { id: listing } = await listHousing(
      {
        ...sampleHousing(organization),
        name: `${secret} Refuge`,
        summary: `${secret} beds.`,
        siteIds: locations,
        disclosure: extra ? 'PARTNERS' : 'OWN',
      },
      changing,
    );
    return { organization, listing };
  });
  // Told for a while, and hidden again: what was told of it must be gone.
  await directory.change(({ em }) =>
    em.execute(`update org.listing set disclosure = 'PUBLISHED' where id = ?`, [listing]),
  );
  await directory.change(async ({ em }) => {
    await em.execute(`update org.listing set disclosure = 'OWN' where id = ?`, [listing]);
    await em.execute('update org.organization set admitted_at = null where id = ?', [organization]);
  });
  for (let person = 0; person < (extra ? 3 : 1); person += 1) {
    await directory.change((changing) =>
      invitePerson({ email: `${randomUUID()}@example.org`, role: 'STEWARD' }, HOST, changing),
    );
  }
  return { listing, organization };
}

/** Both are made at their own time; but for that, that a change came to be told may differ in nothing. */
async function tellAtSameTimes({ directory }: World): Promise<void> {
  await directory.change(async ({ em }) => {
    for (const schema of ['pub', 'partners']) {
      await em.execute(
        `update ${schema}.change set at = '2026-11-01T00:00:00Z'::timestamptz + number * interval '1 second'`,
      );
    }
    // As it was, to be put back when a mistake is mended.
    await em.execute('create schema before');
    await em.execute('create table before.change as table pub.change');
    await em.execute('create table before.change_end as table pub.change_end');
  });
}

/** Two networks of which a stranger, and an app that may read, can be told nothing different. */
export async function openWorlds(): Promise<Worlds> {
  const keys = { app: newAppKey().key, partner: newAppKey().key };
  const one = await openWorld(SECRETS[0], keys, false);
  const other = await openWorld(SECRETS[1], keys, true);
  const { read } = one.directory.database;
  const [withheld] = await read.rows<{
    listing: string;
    organization: string;
    site: string;
    county: string;
    name: string;
  }>(sql`select l.id as listing, l.organization_id as organization, s.id as site,
      s.county_fips as county, l.name
    from pub.listing l join org.listing_site ls on ls.listing_id = l.id
    join org.location s on s.id = ls.location_id join pub.county c on c.fips = s.county_fips
    where l.type = 'HOUSING' and not s.street_told and c.population < 10000
      and (select count(*) from org.listing_site x where x.location_id = s.id) = 1
    order by l.id limit 1`);
  // It lies in another small county of the same region: what is told of it is the region.
  await other.directory.change(({ em }) =>
    em.execute(
      `update org.location s set county_fips = (
         select m.county_fips from org.region_county m join pub.county c on c.fips = m.county_fips
         where m.region_id = (select region_id from org.region_county where county_fips = s.county_fips)
           and m.county_fips <> s.county_fips and c.population < 10000 order by 1 limit 1)
       where id = ?`,
      [withheld!.site],
    ),
  );
  const [elsewhere] = await other.directory.database.read.rows<{ county: string }>(
    sql`select county_fips as county from org.location where id = ${withheld!.site}`,
  );
  for (const world of [one, other]) await tellAtSameTimes(world);
  const aimedAt = [
    withheld!.listing,
    withheld!.organization,
    other.hidden.listing,
    other.hidden.organization,
    ...[one, other].map(({ forPartners }) => forPartners.listing),
    other.forPartners.organization,
    other.forPartners.sited,
  ];
  const ids = await read.rows<{ id: string }>(sql`
    (select id from pub.region order by id limit 2)
    union all (select id from pub.tribal_nation order by id limit 2)
    union all (select id from org.listing where paused_until is not null order by id limit 1)
    union all (select id from pub.material order by id limit 1)
    union all (select id from pub.convening order by id limit 1)
    union all (select id from pub.listing where type = 'SERVICE' order by id limit 1)`);
  return {
    one,
    other,
    app: { authorization: `Bearer ${keys.app}` },
    partner: { authorization: `Bearer ${keys.partner}` },
    withheld: withheld!,
    pool: {
      ids: ids.map(({ id }) => id),
      aimedAt,
      counties: [withheld!.county, elsewhere!.county, '27137', '27007', '27053'],
      texts: [
        withheld!.name,
        ...SECRETS,
        'quilmarch',
        'tansiwick',
        'house',
        'sample',
        'legl',
        'MN',
      ],
    },
  };
}
