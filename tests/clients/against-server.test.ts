import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { mock, test } from 'node:test';
import * as client from '../../clients/typescript/src/index.js';
import {
  createClient,
  each,
  findHousing,
  listing,
  organizations,
} from '../../clients/typescript/src/index.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import { appWith, comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';

const directory = await openDirectory();
const portOf = ({ http }: typeof directory) => (http.server.address() as AddressInfo).port;
await directory.http.listen({ port: 0, host: '127.0.0.1' });
const url = `http://127.0.0.1:${portOf(directory)}/graphql`;
const { organization, listing: shelterId } = await shelter(directory.database, {
  listed: { disclosure: 'PARTNERS' },
});

/** Every operation of the client. */
const operations = Object.entries<unknown>(client).filter(
  (one): one is [string, string & client.Operation<object, object>] => typeof one[1] === 'string',
);
/** What those take that take something; each besides the most of a page. */
const taken: Record<string, object> = {
  coverage: { at: { zip: '56633' } },
  findHousing: { input: { at: { zip: '56601' }, seeker: { age: 17 }, policies: ['PETS_WELCOME'] } },
  widenHousing: { input: { at: { zip: '56601' } } },
  findServices: { input: { at: { zip: '56601' } } },
  search: { text: 'house' },
  listing: { id: shelterId },
  reportLinks: { id: shelterId },
  counties: { state: 'MN' },
};

test('every question is answered, a hundred at once, as its limits allow', async () => {
  for (const [name, text] of operations) {
    if (text.startsWith('mutation')) continue;
    const first = text.includes('$first:') ? { first: 100 } : {};
    const variables = { ...taken[name], ...first };
    assert.ok(taken[name] || !/\$(?!first)\w+:[^$)]*!/.test(text), `say what ${name} takes`);
    const answer = await createClient({ url }).ask(text, variables);
    assert.equal(Object.keys(answer).length, 1, name);
  }
  assert.ok(operations.length >= 16);
});

test('a key tells further, and one that is none is refused by its code', async () => {
  const { key } = await appWith(directory, ['partners:read']);
  const { node } = await createClient({ url, key }).ask(listing, { id: shelterId });
  assert.ok(node?.__typename === 'HousingOption');
  assert.equal(node.id, shelterId);
  assert.deepEqual(await createClient({ url }).ask(listing, { id: shelterId }), { node: null });
  await assert.rejects(createClient({ url, key: `${key}0` }).ask(listing, { id: shelterId }), {
    name: 'HarborlightError',
    code: 'UNAUTHENTICATED',
  });
});

test('a server that ends in the middle of a walk and comes back loses nothing, and tells nothing twice', async () => {
  const whole = await directory.database.read.rows<{ id: string }>(
    sql`select id from pub.organization order by id`,
  );
  let server = await openDirectory({ database: directory.database });
  await server.http.listen({ port: 0, host: '127.0.0.1' });
  const port = portOf(server);
  const walked: string[] = [];
  const walk = each(createClient({ url: `http://127.0.0.1:${port}/graphql` }), organizations, {
    first: 10,
  });
  for await (const { id } of walk) {
    walked.push(id);
    if (walked.length !== 10 && walked.length !== 20) continue;
    await server.http.close();
    const again = openDirectory({ database: directory.database });
    void again.then(({ http }) => http.listen({ port, host: '127.0.0.1' }));
    server = await again;
  }
  assert.ok(walked.length > 20);
  assert.deepEqual(walked.sort(), whole.map(({ id }) => id).sort());
});

test('a change whose answer is lost is made once, under its key', async () => {
  const { headers } = await comeIn(directory, 'COORDINATOR', organization);
  let sent = 0;
  const losing: typeof fetch = async (to, ways) => {
    const answer = await fetch(to, { ...ways, headers: { ...ways!.headers, ...headers } });
    sent += 1;
    if (sent === 1) throw new TypeError('fetch failed');
    return answer;
  };
  mock.method(Math, 'random', () => 0);
  const { tightenDisclosure } = await createClient({ url, fetch: losing }).ask(
    client.tightenDisclosure,
    {
      input: {
        id: shelterId,
        to: 'OWN',
        reason: 'A burst pipe.',
        idempotencyKey: randomUUID(),
      },
    },
  );
  assert.deepEqual(tightenDisclosure?.userErrors, []);
  assert.equal(tightenDisclosure?.disclosed?.disclosure, 'OWN');
  const [{ many }] = (await directory.database.read.rows<{ many: number }>(
    sql`select count(*)::int as many from audit.event where action = 'tightenDisclosure'`,
  )) as [{ many: number }];
  assert.deepEqual([sent, many], [2, 1]);
});

test('beds are reported and a listing is confirmed, and said so in the answer', async () => {
  const { organization, listing: id } = await shelter(directory.database);
  const { headers } = await comeIn(directory, 'COORDINATOR', organization);
  const signedIn: typeof fetch = (to, ways) =>
    fetch(to, { ...ways, headers: { ...ways!.headers, ...headers } });
  const house = createClient({ url, fetch: signedIn });
  const { node } = await house.ask(listing, { id });
  assert.ok(node?.__typename === 'HousingOption');
  const unitId = node.units[0]!.id;
  const { reportAvailability: reported } = await house.ask(client.reportAvailability, {
    input: { unitId, accepting: true, bedsOpen: 1, idempotencyKey: randomUUID() },
  });
  assert.deepEqual(reported?.userErrors, []);
  const { state, bedsOpen, freshness } = reported.housingOption!.units[0]!.availability;
  assert.deepEqual([state, bedsOpen, freshness], ['OPEN', 1, 'FRESH']);
  const { confirmListing: confirmed } = await house.ask(client.confirmListing, {
    input: { listingId: id, method: 'OWN_STAFF', idempotencyKey: randomUUID() },
  });
  assert.deepEqual(confirmed?.userErrors, []);
  assert.equal(confirmed.listing?.verification.state, 'CURRENT');
  const wrong = { unitId: 'unt_none', accepting: true };
  const { reportAvailability: none } = await house.ask(client.reportAvailability, { input: wrong });
  assert.equal(none?.userErrors[0]?.code, 'NOT_FOUND');
});

test('a match says why, what to ask and whom to call', async () => {
  const { findHousing: found } = await createClient({ url, language: 'es' }).ask(findHousing, {
    input: { at: { city: { name: 'Bemidji', state: 'MN' } }, seeker: { age: 17, pregnant: true } },
  });
  const asked = found!.nodes.flatMap(({ reasons }) => reasons.filter(({ question }) => question));
  assert.ok(asked.some(({ question }) => question!.startsWith('¿')));
  assert.ok(found!.nodes.every(({ option }) => option.phones.length > 0));
});
