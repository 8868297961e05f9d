import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AS_BEFORE_019 } from '../../schema/migrations/021-own-texts.js';
import { sql } from '../../src/kernel/index.js';
import type { ListHousing } from '../../src/housing/index.js';
import { openDirectory } from '../support/directory.js';
import { TightenDisclosureDocument, type Telling } from '../support/documents.js';
import { comeIn } from '../support/people.js';
import { shelter, toldSite } from '../support/shelters.js';
import { CANARY } from '../support/vaults.js';

const directory = await openDirectory();
const { database } = directory;
const partner = await comeIn(directory, 'ADVOCATE');

/** An organization with one place whose street is told, and listings there, told so far. */
async function houseWith(...disclosures: ListHousing['disclosure'][]) {
  const first = await shelter(database, {
    site: toldSite(CANARY),
    listed: { disclosure: disclosures[0]! },
  });
  const { organization, location } = first;
  const listings = [first.listing];
  for (const disclosure of disclosures.slice(1)) {
    const { listing } = await shelter(database, {
      organization,
      said: { locations: [] },
      listed: { disclosure, siteIds: [location] },
    });
    listings.push(listing);
  }
  const { headers } = await comeIn(directory, 'COORDINATOR', organization);
  const tighten = async (id: string, to: Telling) => {
    const input = { id, to, reason: 'Someone came to the door.' };
    const { body } = await directory.ask(TightenDisclosureDocument, { input }, headers);
    assert.deepEqual(body.data?.tightenDisclosure?.userErrors, [], JSON.stringify(body));
  };
  const withdraw = (id: string) =>
    database
      .em()
      .execute(`update org.listing set status = 'WITHDRAWN', disclosure = 'OWN' where id = ?`, [
        id,
      ]);
  const toldTo = async (viewer: Record<string, string>) => {
    const { body } = await directory.ask<{ node: { places: unknown[] } }, object>(
      `{ node(id: "${organization}") { ... on Organization { places { area } } } }`,
      {},
      viewer,
    );
    return body.data!.node.places.length;
  };
  return {
    listings,
    tighten,
    withdraw,
    /** How many of its places strangers and partners are told of, and how far the place itself is told. */
    told: async () => {
      const [row] = await database.read.rows<{ disclosure: string }>(
        sql`select disclosure from org.location where id = ${location}`,
      );
      return [await toldTo({}), await toldTo(partner.headers), row!.disclosure];
    },
  };
}

test('a place is told no more when the last told listing that stands there is not', async () => {
  const { listings, tighten, told } = await houseWith('PUBLISHED');
  assert.deepEqual(await told(), [1, 1, 'PUBLISHED']);
  await tighten(listings[0]!, 'PARTNERS');
  assert.deepEqual(await told(), [0, 1, 'PARTNERS']);
  await tighten(listings[0]!, 'OWN');
  assert.deepEqual(await told(), [0, 0, 'OWN']);
});

test('it stays told as far as another that stands there', async () => {
  const { listings, tighten, told } = await houseWith('PUBLISHED', 'PARTNERS', 'OWN');
  await tighten(listings[0]!, 'OWN');
  assert.deepEqual(await told(), [0, 1, 'PARTNERS']);
  await tighten(listings[1]!, 'OWN');
  assert.deepEqual(await told(), [0, 0, 'OWN']);
});

test('an office that is told further than what stands there says nothing of it', async () => {
  const { listings, tighten, told } = await houseWith('PARTNERS', 'OWN');
  assert.deepEqual(await told(), [1, 1, 'PUBLISHED']);
  await tighten(listings[0]!, 'OWN');
  assert.deepEqual(await told(), [1, 1, 'PUBLISHED']);
});

test('a place that a withdrawn listing alone had told is told again by those who decide on it', async () => {
  const [alone, beside, other] = [
    await houseWith('PUBLISHED', 'OWN'),
    await houseWith('PUBLISHED', 'PARTNERS'),
    await houseWith('OWN'),
  ];
  for (const { withdraw, listings } of [alone, beside]) await withdraw(listings[0]!);
  await database.em().execute(AS_BEFORE_019);
  assert.deepEqual(
    [await alone.told(), await beside.told(), await other.told()],
    [
      [0, 0, 'OWN'],
      [0, 1, 'PARTNERS'],
      [1, 1, 'PUBLISHED'],
    ],
  );
});
