import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listHousing } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { registerOrganization } from '../../src/organizations/index.js';
import { inOne } from '../../src/server/make-ready.js';
import { openDirectory } from '../support/directory.js';
import { RevealAddressDocument } from '../support/documents.js';
import { sampleHousing, sampleOrganization } from '../support/makers.js';
import { appWith, comeIn } from '../support/people.js';
import { CANARY, dataKey, vaultOf } from '../support/vaults.js';

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('reveal-key')) };
const directory = await openDirectory({ database, log: 'debug' });
const purpose = 'Bringing someone to the door tonight.';
const { read } = database;

/** A shelter whose street is withheld, and whose address is kept where `exact` is given. */
async function shelter(exact: boolean) {
  return inOne(database, async (sealing) => {
    const { id: organization, locations } = await registerOrganization(
      {
        ...sampleOrganization,
        name: 'Sample House Of A Reveal',
        locations: [
          {
            street: 'WITHHELD',
            name: 'The house',
            countyFips: '27137',
            withheldReason: 'CONFIDENTIAL_SHELTER',
            ...(exact ? { exact: CANARY } : {}),
          },
        ],
      },
      sealing,
    );
    const { id: listing } = await listHousing(
      { ...sampleHousing(organization), siteIds: locations },
      sealing,
    );
    return { organization, listing };
  });
}

const reveal = async (listingId: string, headers: Record<string, string>, why = purpose) =>
  directory.ask(RevealAddressDocument, { input: { listingId, purpose: why } }, headers);
const one = await shelter(true);
const other = await shelter(true);
const coordinator = await comeIn(directory, 'COORDINATOR', one.organization);
const noticesOf = (organization: string) =>
  read.rows<{ listing: string; account: string }>(
    sql`select listing_id as listing, account_id as account from org.notice
        where organization_id = ${organization} and kind = 'ADDRESS_REVEALED'`,
  );

test('someone of its organization is told where it is; it is written down, and the organization is told', async () => {
  const { body, headers } = await reveal(one.listing, coordinator.headers);
  const { addresses, userErrors } = body.data!.revealAddress!;
  assert.deepEqual(userErrors, []);
  assert.deepEqual(addresses, [{ site: 'The house', ...CANARY }]);
  assert.equal(headers['cache-control'], 'no-store');
  assert.deepEqual(await noticesOf(one.organization), [
    { listing: one.listing, account: coordinator.id },
  ]);
  const [event] = await read.rows<{
    action: string;
    thing: string;
    viewer: string;
    detail: object;
  }>(
    sql`select action, thing_id as thing, viewer_id as viewer, detail from audit.event
        where action = 'revealAddress' order by number desc limit 1`,
  );
  assert.equal(event!.thing, one.listing);
  assert.equal(event!.viewer, coordinator.id);
  assert.equal((event!.detail as { purpose: string }).purpose, purpose);
  assert.doesNotMatch(JSON.stringify(event), /Zugunruhe|Wrenhaven|46\.71/);
});

test('what is another’s, what is not there and what is not kept answer alike, and nothing is noted of it', async () => {
  const unkept = await shelter(false);
  const ofUnkept = await comeIn(directory, 'COORDINATOR', unkept.organization);
  const texts = new Set([
    (await reveal(other.listing, coordinator.headers)).text,
    (await reveal('hou_AAAAAAAAAAAAAAAAAAAAAA', coordinator.headers)).text,
    (await reveal(unkept.listing, ofUnkept.headers)).text,
    // To an advocate nothing was granted.
    (await reveal(other.listing, (await comeIn(directory, 'ADVOCATE')).headers)).text,
  ]);
  assert.equal(texts.size, 1);
  assert.match([...texts][0]!, /"NOT_FOUND"/);
  assert.deepEqual(await noticesOf(other.organization), []);
});

test('who is not of an organization is not asked what for: not a stranger, an app or a steward', async () => {
  for (const [headers, code] of [
    [{}, 'UNAUTHENTICATED'],
    [(await appWith(directory, ['directory:read', 'partners:read'])).headers, 'FORBIDDEN'],
    [(await comeIn(directory, 'STEWARD')).headers, 'FORBIDDEN'],
  ] as [Record<string, string>, string][]) {
    const { body, text } = await reveal(one.listing, headers);
    assert.equal(body.errors![0]!.extensions.code, code);
    assert.doesNotMatch(text, /Zugunruhe|Wrenhaven/);
  }
});

test('without a purpose nothing is told', async () => {
  const { body } = await reveal(one.listing, coordinator.headers, ' because ');
  assert.equal(body.data!.revealAddress!.userErrors[0]!.field, 'input.purpose');
});

test('twenty in a day, however many at once, and then tomorrow; a colleague has her own', async () => {
  const greedy = await comeIn(directory, 'COORDINATOR', other.organization);
  const answers = await Promise.all(
    Array.from({ length: 24 }, () => reveal(other.listing, greedy.headers)),
  );
  const told = answers.filter(({ body }) => body.data?.revealAddress?.addresses);
  const limited = answers.filter(
    ({ body }) => body.errors?.[0]?.extensions.code === 'RATE_LIMITED',
  );
  assert.deepEqual([told.length, limited.length], [20, 4]);
  assert.ok(Number(limited[0]!.headers['retry-after']) > 0);
  const colleague = await comeIn(directory, 'COORDINATOR', other.organization);
  assert.ok((await reveal(other.listing, colleague.headers)).body.data!.revealAddress!.addresses);
  directory.setNow(new Date(Date.now() + 25 * 3_600_000));
  const tomorrow = await comeIn(directory, 'COORDINATOR', other.organization);
  assert.ok((await reveal(other.listing, tomorrow.headers)).body.data!.revealAddress!.addresses);
  directory.setNow(new Date());
});

test('nothing of an address is logged', () => {
  assert.match(directory.logged(), /"viewer":"COORDINATOR"/);
  assert.doesNotMatch(directory.logged(), /Zugunruhe|Wrenhaven|46\.71|Ptarmigan|tonight/);
});
