import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import { Follower, readAll, sorted, walkAll, type SeenChange } from '../support/follower.js';
import { appWith, comeIn } from '../support/people.js';
import { shelter } from '../support/shelters.js';

const directory = await openDirectory();
const { database } = directory;
const home = await shelter(database, { listed: { name: 'Sample Followed Beds' } });
const [ada, app, partner, cora] = [
  await comeIn(directory, 'ADVOCATE'),
  await appWith(directory, ['changes:read', 'directory:read']),
  await appWith(directory, ['changes:read', 'partners:read']),
  await comeIn(directory, 'COORDINATOR', home.organization),
];

const write = (statement: string, ...values: unknown[]) =>
  directory.change(({ em }) => em.execute(statement, values));
const disclose = (to: string) =>
  write('update org.listing set disclosure = ? where id = ?', to, home.listing);
const brief = (seen: readonly SeenChange[]) => seen.map(({ id, what }) => [id, what]);

/** A follower that has all that she is told by now. */
async function followerOf(headers: Record<string, string>): Promise<Follower> {
  const follower = new Follower(directory, headers);
  await follower.follow();
  return follower;
}

test('from the beginning everything comes that is told, and nothing else, to strangers and to partners', async () => {
  for (const headers of [{}, app.headers, partner.headers, ada.headers]) {
    const { copy } = await followerOf(headers);
    assert.deepEqual(sorted(copy), sorted(await walkAll(directory, headers)));
  }
  const [stranger, advocate] = [await followerOf({}), await followerOf(ada.headers)];
  assert.ok(advocate.copy.size > stranger.copy.size);
});

test('what is tightened is withdrawn for strangers; for partners it stays, till it is theirs no more', async () => {
  const [stranger, advocate] = [await followerOf({}), await followerOf(ada.headers)];
  const tells: [to: string, strangers: string | null, partners: string | null][] = [
    ['PARTNERS', 'WITHDRAWN', null],
    ['OWN', null, 'WITHDRAWN'],
    ['PARTNERS', null, 'TOLD'],
    ['PUBLISHED', 'TOLD', null],
    ['OWN', 'WITHDRAWN', 'WITHDRAWN'],
    ['PUBLISHED', 'TOLD', 'TOLD'],
  ];
  for (const [to, strangers, partners] of tells) {
    await disclose(to);
    for (const [follower, what] of [
      [stranger, strangers],
      [advocate, partners],
    ] as const) {
      const ofListing = (await follower.follow()).filter(({ id }) => id === home.listing);
      assert.deepEqual(brief(ofListing), what ? [[home.listing, what]] : [], `${to}`);
      for (const { node } of ofListing) assert.equal(node === null, what === 'WITHDRAWN');
    }
  }
});

test('a change comes when what is told has become another, and then alone', async () => {
  const [stranger, advocate] = [await followerOf({}), await followerOf(ada.headers)];
  const both = async () => [brief(await stranger.follow()), brief(await advocate.follow())];
  await write(`update org.listing set summary = 'Beds, and breakfast.' where id = ?`, home.listing);
  assert.deepEqual(await both(), [[[home.listing, 'CHANGED']], [[home.listing, 'CHANGED']]]);
  // Written again as it is; its version and its own last change are told to nobody.
  await write(
    `update org.listing set summary = summary, version = version + 1, updated_at = now() where id = ?`,
    home.listing,
  );
  await write(
    'select org.tell(array(select id from org.listing union select id from org.organization))',
  );
  assert.deepEqual(await both(), [[], []]);
  const read = (headers: Record<string, string>) =>
    directory.ask(
      `{ node(id: "${home.listing}") { ... on Listing { updatedAt version } } }`,
      {},
      headers,
    );
  const before = [(await read({})).text, (await read(ada.headers)).text];
  await write(
    `insert into org.location (id, organization_id, name, street_told, lines, city, state, postal_code, county_fips, disclosure)
     values ('loc_of_partners', ?, 'Annex', true, '{5 Sample Way}', 'Duluth', 'MN', '55802', '27137', 'OWN')`,
    home.organization,
  );
  await write(`insert into org.listing_site values (?, 'loc_of_partners')`, home.listing);
  await write('update org.listing set updated_at = now() where id = ?', home.listing);
  assert.deepEqual(await both(), [[], []]);
  assert.deepEqual([(await read({})).text, (await read(ada.headers)).text], before);
  await write(`update org.location set disclosure = 'PARTNERS' where id = 'loc_of_partners'`);
  const [strangers, partners] = await both();
  assert.deepEqual(strangers, []);
  assert.deepEqual(
    partners,
    [home.listing, home.organization].sort().map((id) => [id, 'CHANGED']),
  );
  assert.equal((await read({})).text, before[0], 'a stranger is told of no change');
  assert.notEqual((await read(ada.headers)).text, before[1]);
  assert.deepEqual(sorted(advocate.copy), sorted(await readAll(directory, ada.headers)));
});

test('a nation and a region change with the contacts that they tell', async () => {
  const [seat] = await database.read.rows<{
    nation: string;
    organization: string;
    contact: string;
  }>(sql`
    select n.id as nation, c.organization_id as organization, c.id as contact from org.contact c
    join org.tribal_nation n on n.organization_id = c.organization_id order by 1 limit 1`);
  const stranger = await followerOf({});
  await write(`update org.contact set title = 'Sample title' where id = ?`, seat!.contact);
  assert.deepEqual(
    brief(await stranger.follow()),
    [seat!.nation, seat!.organization].sort().map((id) => [id, 'CHANGED']),
  );
  assert.deepEqual(sorted(stranger.copy), sorted(await readAll(directory, {})));
});

test('who begins is told what there is; what had gone by then was never hers to know', async () => {
  const follower = await followerOf({});
  const beginning = new Follower(directory, {});
  await beginning.step(2);
  await disclose('OWN');
  const late = new Follower(directory, {});
  assert.ok(!brief(await late.follow()).some(([id]) => id === home.listing));
  // Whoever had begun is told, also where she had not come as far.
  const gone = { id: home.listing, kind: 'HOUSING_OPTION', what: 'WITHDRAWN', node: null };
  for (const one of [follower, beginning]) {
    const told = (await one.follow()).find(({ id }) => id === home.listing);
    assert.deepEqual(told, { ...gone, at: told?.at });
  }
  const copy = sorted(late.copy);
  for (const one of [follower, beginning]) assert.deepEqual(sorted(one.copy), copy);
  await disclose('PUBLISHED');
});

test('what was never told leaves nothing, and what is told of nobody moves nothing', async () => {
  const stranger = await followerOf({});
  const { cursor } = stranger;
  const latest = async () =>
    (await directory.ask('{ changes(first: 1) { latestCursor totalCount } }')).text;
  const before = await latest();
  const hidden = await shelter(database, {
    organization: home.organization,
    listed: { disclosure: 'OWN' },
  });
  await write(`update org.listing set name = 'Sample Hidden Beds' where id = ?`, hidden.listing);
  await write(`update org.listing set status = 'WITHDRAWN' where id = ?`, hidden.listing);
  assert.deepEqual(await stranger.follow(), []);
  assert.deepEqual([stranger.cursor, await latest()], [cursor, before]);
  const rows = await database.read.rows(sql`select id from pub.change where id = ${hidden.listing}
    union all select id from partners.change where id = ${hidden.listing}`);
  assert.deepEqual(rows, []);
});

test('to those who keep a thing its changes are told as to others: what is theirs alone is in no feed', async () => {
  const follower = await followerOf(cora.headers);
  assert.deepEqual(sorted(follower.copy), sorted((await followerOf(ada.headers)).copy));
  await disclose('OWN');
  const told = (await follower.follow()).find(({ id }) => id === home.listing);
  assert.equal(told?.what, 'WITHDRAWN');
  await disclose('PUBLISHED');
  await follower.follow();
});

test('a copy made by walking lists, and followed from the cursor taken before, is right', async () => {
  const { body } = await directory.ask<{ changes: { latestCursor: string } }, object>(
    '{ changes(first: 1) { latestCursor } }',
  );
  const cursor = body.data!.changes.latestCursor;
  await write(
    `update org.listing set summary = 'Changed while it is walked.' where id = ?`,
    home.listing,
  );
  const walked = await walkAll(directory, {});
  await write(
    `update org.listing set summary = 'Changed when it was walked.' where id = ?`,
    home.listing,
  );
  const follower = new Follower(directory, {}, cursor);
  for (const [id, text] of walked) follower.copy.set(id, text);
  assert.deepEqual(brief(await follower.follow()), [[home.listing, 'CHANGED']]);
  assert.deepEqual(sorted(follower.copy), sorted(await walkAll(directory, {})));
});

const page = (after: string | null, headers: Record<string, string> = {}, first = 5) =>
  directory.ask<
    { changes: { pageInfo: { endCursor: string; hasPreviousPage: boolean }; nodes: unknown[] } },
    object
  >(
    `query ($after: String, $first: Int!) { changes(first: $first, after: $after) {
      totalCount nodes { id } edges { cursor } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
    { after, first },
    headers,
  );

test('a cursor is refused where it is altered, another’s, another audience’s, or another question’s', async () => {
  const own = async (headers: Record<string, string>) =>
    (await page(null, headers)).body.data!.changes.pageInfo.endCursor;
  const [strangers, apps, partners, hers] = [
    await own({}),
    await own(app.headers),
    await own(partner.headers),
    await own(ada.headers),
  ];
  const altered = `${strangers.slice(0, 20)}${strangers[20] === 'A' ? 'B' : 'A'}${strangers.slice(21)}`;
  const { body } = await directory.ask<
    { organizations: { pageInfo: { endCursor: string } } },
    object
  >('{ organizations(first: 1) { pageInfo { endCursor } } }');
  const refused: [cursor: string, headers: Record<string, string>][] = [
    [altered, {}],
    [`${strangers}=`, {}],
    ['', {}],
    ['x', {}],
    [body.data!.organizations.pageInfo.endCursor, {}],
    [strangers, app.headers],
    [strangers, ada.headers],
    [apps, {}],
    [apps, partner.headers],
    [partners, app.headers],
    [partners, ada.headers],
    [hers, partner.headers],
    [hers, cora.headers],
  ];
  for (const [cursor, headers] of refused) {
    const { body, status } = await page(cursor, headers);
    const [error] = body.errors!;
    assert.deepEqual(
      [status, error!.extensions.code, error!.extensions.field],
      [200, 'INVALID', 'after'],
    );
    assert.match(error!.message, /Begin again without it, and with an empty copy/);
  }
  // An app that is told more by now has to begin anew: its copy lacks what it was not told before.
  await write(
    `update auth.app_key set scopes = '{changes:read,directory:read,partners:read}' where id = ?`,
    app.id,
  );
  assert.equal((await page(apps, app.headers)).body.errors![0]!.extensions.code, 'INVALID');
  await write(
    `update auth.app_key set scopes = '{changes:read,directory:read}' where id = ?`,
    app.id,
  );
  assert.equal((await page(apps, app.headers)).body.errors, undefined);
  const list = await directory.ask(
    `{ organizations(first: 1, after: "${strangers}") { nodes { id } } }`,
  );
  assert.equal(list.body.errors![0]!.extensions.code, 'INVALID');
  for (const first of [0, 101]) {
    assert.equal((await page(null, {}, first)).body.errors![0]!.extensions.field, 'first');
  }
});

test('whoever has followed further than a database that was set back has to begin anew', async () => {
  const { cursor } = await followerOf({});
  await write('update pub.change_end set number = number - 1');
  const { body } = await page(cursor);
  assert.deepEqual(
    [body.errors![0]!.extensions.code, body.errors![0]!.extensions.field],
    ['INVALID', 'after'],
  );
  await write('update pub.change_end set number = number + 1');
  assert.equal((await page(cursor)).body.errors, undefined);
});

test('a cursor tells nothing: of one size, alike for one place, and otherwise not alike at all', async () => {
  const { body } = await page(null, {}, 100);
  const cursors = (body.data!.changes as unknown as { edges: { cursor: string }[] }).edges.map(
    ({ cursor }) => cursor,
  );
  assert.equal(new Set(cursors.map((cursor) => cursor.length)).size, 1);
  assert.equal(new Set(cursors).size, 100);
  // Of the places of numbers that follow each other no byte is the same more often than by chance.
  const bytes = cursors.map((cursor) => Buffer.from(cursor, 'base64url'));
  for (let at = 0; at < bytes[0]!.length; at += 1) {
    const values = new Set(bytes.map((cursor) => cursor[at]));
    assert.ok(values.size > 50, `byte ${at} has ${values.size} values`);
  }
  assert.deepEqual((await page(null, {}, 100)).text, (await page(null, {}, 100)).text);
});

test('an empty page says where to go on, and how many come is counted when asked', async () => {
  const follower = await followerOf({});
  const { body } = await page(follower.cursor);
  assert.deepEqual(body.data!.changes, {
    totalCount: 0,
    nodes: [],
    edges: [],
    pageInfo: {
      startCursor: null,
      endCursor: follower.cursor,
      hasNextPage: false,
      hasPreviousPage: true,
    },
  });
  const { body: first } = await page(null);
  const { totalCount, pageInfo } = first.data!.changes as unknown as {
    totalCount: number;
    pageInfo: { hasPreviousPage: boolean; endCursor: string };
  };
  assert.equal(totalCount, follower.copy.size);
  assert.equal(pageInfo.hasPreviousPage, false);
  const { body: second } = await page(pageInfo.endCursor);
  assert.equal(
    (second.data!.changes as unknown as { totalCount: number }).totalCount,
    totalCount - 5,
  );
});

test('a page of a hundred changes with all that they tell takes as many statements as kinds and what they lead to', async () => {
  const before = directory.statements();
  await page(null, {}, 1);
  assert.equal(directory.statements() - before, 2, 'the page and the count');
  const follower = new Follower(directory, {});
  let most = 0;
  for (let more = true; more;) {
    const at = directory.statements();
    ({
      pageInfo: { hasNextPage: more },
    } = await follower.step(20));
    most = Math.max(most, directory.statements() - at);
  }
  // The page; one for each kind of thing; counties, nations' counties, contacts, regions, organizations, hosts.
  assert.ok(most <= 18, `${most} statements`);
});

test('it weighs as the rows that it may answer, by the default of a hundred too', async () => {
  const cost = async (question: string) => {
    const { body } = await directory.ask(question);
    return Number(
      /up to ([\d,]+) rows/.exec(body.errors?.[0]?.message ?? '')?.[1]?.replaceAll(',', ''),
    );
  };
  const deep = 'nodes { node { ... on Organization { services(first: 99) { nodes { id } } } } }';
  // A hundred changes, the thing of each, and what each thing leads to.
  for (const first of ['', '(first: 100)']) {
    assert.equal(await cost(`{ changes${first} { ${deep} } }`), 100 * (1 + 1 + 99));
  }
  // A row is of one kind: of what is asked of several, the dearest counts; what is asked of all counts with each.
  const beds = '... on HousingOption { units { id } }';
  const both = `... on Listing { phones { number } } ... on Organization { materials(first: 99) { nodes { id } } } ${beds}`;
  assert.equal(await cost(`{ changes { nodes { node { ${both} } } } }`), 100 * (1 + 1 + 99));
  assert.equal(
    await cost(`{ changes { nodes { node { ...on Organization { materials(first: 99) { nodes { id } } }
      ...on Organization { services(first: 99) { nodes { id } } } ${beds} } } } }`),
    100 * (1 + 1 + 99 + 99),
  );
  assert.equal(await cost(`{ changes(first: 1) { ${deep} } }`), NaN);
});
