import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Cursors } from '../../src/kernel/index.js';
import { findListings } from '../../src/placement/find.query.js';
import { MatchPage } from '../../src/placement/match-page.js';
import { positionOf, type Prepared } from '../../src/placement/prepare.query.js';
import {
  comparePlaces,
  type Found,
  type Place,
  type PlacementQuestion,
} from '../../src/placement/question.js';
import type { PlacementRow } from '../../src/placement/row.js';

const [OPEN, WAITLIST] = [0, 1];
const PAGES_MAX = 200;

/** A listing as the index last saw it, and as the database has it; null where it matches no more. */
interface Listing {
  before: Place;
  now: Place | null;
}

/** Placements whose index is behind until it is told to catch up; what is judged is as it now is. */
function networkOf(listings: readonly Listing[]) {
  const ways = { behind: true, catchesUp: false };
  const answer = (places: (Place | null)[], { after, limit }: PlacementQuestion): Found => ({
    proposals: places
      .filter((place) => place !== null)
      .filter((place) => !after || comparePlaces(place, after) > 0)
      .sort(comparePlaces)
      .slice(0, limit)
      .map((place) => ({ ...place, unit: 0 })),
    count: places.filter((place) => place !== null).length,
    facets: null,
    loosened: null,
  });
  const placements = {
    search: async (question: PlacementQuestion) =>
      answer(
        listings.map(({ before, now }) => (ways.behind ? before : now)),
        question,
      ),
    judge: async (question: PlacementQuestion, rows: readonly PlacementRow[]) => {
      const now = rows.map(({ id }) => listings.find(({ before }) => before.id === id)!.now);
      return answer(now, { ...question, limit: rows.length });
    },
  };
  const catchUp = async () => {
    if (ways.catchesUp) ways.behind = false;
  };
  const byId = async (id: string) => ({ id, placement: { id } }) as never;
  const page = async (first: number, after: Place | null) => {
    const asked = { question: { limit: first + 1, after }, plan: { first } } as Prepared;
    const { rows, ...rest } = await findListings(asked, new Set(), byId, {
      placements: { ...placements, catchUp },
    });
    return { ...rest, places: rows.map(({ proposal: { unit: _unit, ...place } }) => place) };
  };
  return { ways, page };
}

const place = (id: string, availability: number): Place => ({
  id,
  verdict: 0,
  availability,
  band: 0,
  freshness: 0,
  meters: 0,
});
const steady = (id: string): Listing => ({ before: place(id, OPEN), now: place(id, OPEN) });
const sunk = (id: string): Listing => ({ before: place(id, OPEN), now: place(id, WAITLIST) });
const gone = (id: string): Listing => ({ before: place(id, OPEN), now: null });
const ids = (places: readonly Place[]) => places.map(({ id }) => id).join(' ');

test('what has sunk since the index saw it does not end the page before its time', async () => {
  const { ways, page } = networkOf([sunk('a'), sunk('b'), ...'cdefg'.split('').map(steady)]);
  const first = await page(3, null);
  assert.equal(ids(first.places), 'c d e');
  assert.ok(first.more);
  ways.behind = false;
  const second = await page(3, first.places.at(-1)!);
  assert.equal(ids(second.places), 'f g a');
  assert.ok(second.more);
  assert.equal(ids((await page(3, second.places.at(-1)!)).places), 'b');
});

test('what has sunk, but not below the page, is on it', async () => {
  const risen = { before: place('f', WAITLIST), now: place('f', OPEN) };
  const { page } = networkOf([sunk('a'), steady('c'), gone('d'), gone('e'), risen]);
  const { places, more } = await page(3, null);
  assert.equal(ids(places), 'c f a');
  assert.equal(more, false);
});

test('where so much fell out that no more is looked for, there is more, and a way on to it', async () => {
  const many = Array.from({ length: 30 }, (_, at) => `a${String(at).padStart(2, '0')}`);
  const { page } = networkOf([...many.map(gone), steady('b')]);
  const { found, places, ...rest } = await page(2, null);
  assert.deepEqual(places, []);
  assert.ok(rest.more);
  const cursors = new Cursors(Buffer.alloc(32));
  const plan = { question: () => 'q', first: 2, limit: 3, position: null };
  const clock = new Date(0);
  const { pageInfo } = new MatchPage([], rest, { plan, clock, cursors }, found, [], []);
  assert.equal(pageInfo.hasNextPage, true);
  assert.deepEqual(cursors.open('q', pageInfo.endCursor!), positionOf(clock, rest.through!));
});

const somewhere = fc.record({
  verdict: fc.nat(1),
  availability: fc.nat(3),
  band: fc.nat(2),
  freshness: fc.nat(3),
  meters: fc.option(fc.nat(3)),
});
const someListing = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    before: somewhere,
    now: fc.oneof(
      { arbitrary: fc.constant('AS_BEFORE' as const), weight: 6 },
      { arbitrary: somewhere, weight: 3 },
      { arbitrary: fc.constant(null), weight: 1 },
    ),
  })
  .map(({ id, before, now }): Listing => {
    const was = { ...before, id };
    return { before: was, now: now === 'AS_BEFORE' ? was : now && { ...now, id } };
  });

test('whatever the index has missed, what stays is seen once, and in order', async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(someListing, {
        maxLength: 60,
        size: 'max',
        selector: ({ before }) => before.id,
      }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(4),
      async (listings, first, catchesUpAfter) => {
        const { ways, page } = networkOf(listings);
        const seen: Place[] = [];
        let after: Place | null = null;
        const due = listings.filter(({ before, now }) => now === before);
        for (let pages = 0; ; pages += 1) {
          assert.ok(pages < PAGES_MAX, 'the walk ends');
          if (pages === catchesUpAfter) {
            ways.behind = false;
            due.push(
              ...listings.filter(({ now }) => now && (!after || comparePlaces(now, after) > 0)),
            );
          }
          const { places, more, through }: Awaited<ReturnType<typeof page>> = await page(
            first,
            after,
          );
          assert.ok(places.length <= first);
          seen.push(...places);
          if (!more) break;
          after = places.at(-1) ?? through;
        }
        assert.deepEqual(seen, seen.toSorted(comparePlaces));
        const times = Map.groupBy(seen, ({ id }) => id);
        assert.equal(times.size, seen.length, 'nothing is seen twice');
        for (const { before } of due) assert.ok(times.has(before.id), before.id);
        changed += listings.filter(({ before, now }) => now !== before).length;
      },
    ),
    { numRuns: 500 },
  );
  assert.ok(changed > 500, `${changed} changed`);
});

test('where a page shows that the index was behind, it catches up and counts anew', async () => {
  const { ways, page } = networkOf([gone('a'), sunk('b'), steady('c')]);
  ways.catchesUp = true;
  const { places, found } = await page(3, null);
  assert.equal(ids(places), 'c b');
  assert.equal(found.count, 2, 'and not the three of before');
});
