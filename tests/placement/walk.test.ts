import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportAvailability } from '../../src/housing/index.js';
import { sql } from '../../src/kernel/index.js';
import { testBothWays } from '../support/both-ways.js';
import { openDirectory } from '../support/directory.js';
import {
  HousingWalkDocument,
  ServicesFoundDocument,
  type FindHousingInput,
} from '../support/documents.js';

const HOUR_MS = 3_600_000;
const directory = await openDirectory();
const started = new Date();
directory.setNow(started);

const input: FindHousingInput = {
  at: { city: { name: 'Bemidji', state: 'MN' } },
  seeker: { age: 17, gender: 'WOMAN', situations: ['SEX_TRAFFICKING'] },
  availability: ['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL'],
  verdicts: ['ELIGIBLE', 'ASK', 'NOT_ELIGIBLE'],
};

const page = async (first: number, after: string | null = null) =>
  (await directory.data(HousingWalkDocument, { input, first, after })).findHousing!;
type Match = Awaited<ReturnType<typeof page>>['nodes'][number];

async function walk(first: number, between: (page: number) => Promise<unknown> = async () => null) {
  const seen: Match[] = [];
  for (let after: string | null = null, pages = 1; ; pages += 1) {
    const { nodes, pageInfo } = await page(first, after);
    seen.push(...nodes);
    assert.equal(pageInfo.hasPreviousPage, after !== null);
    if (!pageInfo.hasNextPage) return seen;
    assert.equal(nodes.length, first);
    after = pageInfo.endCursor!;
    await between(pages);
  }
}

const ids = (matches: Match[]) => matches.map(({ option }) => option.id);

/** Units of housing, by listing. */
const units = await directory.database.read.rows<{ listing: string; unit: string }>(
  sql`select listing_id as listing, id as unit from org.unit order by id`,
);

/** What a unit might next be reported to have. */
const reports = [
  { accepting: true, bedsOpen: 1 },
  { accepting: false, waitlist: true },
  { accepting: false, bedsOpen: 0 },
];

testBothWays(directory, 'whatever the page, a walk sees each match once and in order', async () => {
  const whole = await page(100);
  assert.ok(whole.nodes.length > 60 && !whole.pageInfo.hasNextPage);
  assert.equal(new Set(ids(whole.nodes)).size, whole.nodes.length);
  for (const first of [1, 2, 7])
    assert.deepEqual(await walk(first), whole.nodes, `${first} a page`);
});

/** Reports come later and later, so that each is the latest. */
let seconds = 0;

testBothWays(
  directory,
  'while others’ reports change, what stays is seen once',
  async (follows) => {
    const listings = [...new Set(units.map(({ listing }) => listing))];
    const restless = new Set(listings.filter((_, index) => index % 3 === 0));
    const theirs = units.filter(({ listing }) => restless.has(listing));
    const stays = (matches: Match[]) => ids(matches).filter((id) => !restless.has(id));
    let moved = 0;
    const report = async () => {
      // A prime larger than any number of units: each has its turn, however many there are.
      const { unit } = theirs[(seconds * 7_919) % theirs.length]!;
      const said = reports[Math.trunc(seconds / 5) % reports.length]!;
      directory.setNow(new Date(started.getTime() + (seconds += 1) * 1_000));
      await directory.change((changing) => reportAvailability({ unitId: unit, ...said }, changing));
    };
    for (const first of [1, 2, 7]) {
      const before = await page(100);
      const seen = await walk(first, async () => {
        for (let times = 0; times < 3; times += 1) await report();
        if (follows) await directory.house.placements.settle();
      });
      assert.deepEqual(stays(seen), stays(before.nodes), `${first} a page`);
      assert.ok(stays(seen).length > 30);
      const after = ids((await page(100)).nodes);
      moved += after.filter((id, index) => id !== before.nodes[index]?.option.id).length;
    }
    directory.setNow(started);
    assert.ok(moved > 30, `only ${moved} had another place after`);
  },
);

testBothWays(directory, 'the clock of the first page holds to the last', async () => {
  const whole = await page(100);
  const first = await page(10);
  try {
    directory.setNow(new Date(started.getTime() + 5 * HOUR_MS));
    const rest = await page(100, first.pageInfo.endCursor);
    assert.deepEqual(rest.nodes, whole.nodes.slice(10));
    const anew = await page(100);
    assert.notDeepEqual(
      anew.nodes.map(({ availability }) => availability),
      whole.nodes.map(({ availability }) => availability),
      'reports have run out meanwhile',
    );
  } finally {
    directory.setNow(started);
  }
});

const refusal = async (after: string, asked: FindHousingInput = input) => {
  const { body } = await directory.ask(HousingWalkDocument, { input: asked, first: 5, after });
  const [error] = body.errors ?? [];
  assert.equal(body.data?.findHousing ?? null, error ? null : body.data!.findHousing);
  return error && [error.extensions.code, error.extensions.field];
};

test('a cursor of another question is refused', async () => {
  const { endCursor } = (await page(5)).pageInfo;
  assert.equal(await refusal(endCursor!), undefined);
  const others: FindHousingInput[] = [
    { ...input, seeker: { ...input.seeker, age: 18 } },
    { ...input, withinMeters: 40_000 },
    { ...input, seeker: null },
    {},
  ];
  for (const other of others)
    assert.deepEqual(await refusal(endCursor!, other), ['INVALID', 'after']);
  const { body } = await directory.ask(ServicesFoundDocument, {
    input: { at: input.at, seeker: input.seeker },
    first: 5,
    after: endCursor,
  });
  assert.equal(body.errors?.[0]?.extensions.field, 'after');
});

test('an altered cursor is refused', async () => {
  const cursor = (await page(5)).pageInfo.endCursor!;
  const [payload, signature] = cursor.split('.') as [string, string];
  const place = JSON.parse(Buffer.from(payload, 'base64url').toString()) as string[];
  const altered = place.map((_, index) =>
    Buffer.from(JSON.stringify(place.with(index, '0'))).toString('base64url'),
  );
  const cursors = [
    ...altered.filter((other) => other !== payload).map((other) => `${other}.${signature}`),
    `${payload}.${signature.slice(0, -1)}`,
    `${payload}.${'A'.repeat(signature.length)}`,
    `${cursor}.`,
    payload,
    '',
    'not a cursor',
  ];
  for (const other of cursors) assert.deepEqual(await refusal(other), ['INVALID', 'after'], other);
});

test('a cursor holds for six hours', async () => {
  const { endCursor } = (await page(5)).pageInfo;
  try {
    directory.setNow(new Date(started.getTime() + 6 * HOUR_MS));
    assert.equal(await refusal(endCursor!), undefined);
    directory.setNow(new Date(started.getTime() + 6 * HOUR_MS + 1));
    assert.deepEqual(await refusal(endCursor!), ['INVALID', 'after']);
  } finally {
    directory.setNow(started);
  }
});
