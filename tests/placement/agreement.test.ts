import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from '../../src/kernel/index.js';
import { reportAvailability } from '../../src/housing/index.js';
import { availabilityRanks, freshnessRanks, verdictRanks } from '../../src/placement/question.js';
import { prepareHousing } from '../../src/placement/prepare.query.js';
import {
  forOracle,
  silentFor,
  someAsked,
  someInput,
  someLimit,
} from '../support/asked-of-network.js';
import { openBothForms } from '../support/both-forms.js';
import { openDirectory } from '../support/directory.js';
import { oracle } from '../support/oracle/index.js';
import { surelyFirst, toTheMetreOf } from '../support/to-the-metre.js';

const proving = process.env['HARBORLIGHT_PROVE'] === 'yes';
const SEARCHES = proving ? 10_000 : 400;
const SEARCHES_OF_ORACLE = proving ? 500 : 40;
const SEARCHES_BETWEEN_CHANGES = 20;

const directory = await openDirectory();
const { database } = directory;
const { indexed, both, questionOf: prepared, nations } = await openBothForms(directory);
const units = await database.read.rows<{ id: string; capacity: number | null }>(
  sql`select id, capacity from org.unit order by id`,
);

const questionOf = prepared(prepareHousing);

let changes = 0;
/** Some unit reports something else, and the index takes it in. */
async function change(): Promise<void> {
  changes += 1;
  const { id, capacity } = units[(changes * 7_919) % units.length]!;
  const accepting = changes % 3 > 0;
  const bedsOpen = accepting ? Math.min(changes % 5, capacity ?? Infinity) : 0;
  await directory.change((changing) =>
    reportAvailability({ unitId: id, accepting, bedsOpen, waitlist: changes % 2 > 0 }, changing),
  );
  await indexed.settle();
}

test(`the index and SQL answer alike, ${SEARCHES} random searches, with changes between`, async () => {
  let asked = 0;
  let found = 0;
  let fromTheBestOn = 0;
  await fc.assert(
    fc.asyncProperty(
      someInput(nations),
      someAsked,
      someLimit,
      fc.nat(),
      async (input, besides, limit, pick) => {
        asked += 1;
        if (asked % SEARCHES_BETWEEN_CHANGES === 0) await change();
        const { question } = await questionOf(input, besides, limit);
        const { proposals } = await both(question);
        found += proposals.length;
        if (proposals.length === 0) return;
        const after = proposals[pick % proposals.length]!;
        const next = await both({ ...question, after });
        if (besides.length === 0 && next.proposals.length === limit) fromTheBestOn += 1;
      },
    ),
    { numRuns: SEARCHES },
  );
  assert.ok(found > asked, `${found} found by ${asked} searches: too few to say anything`);
  assert.ok(fromTheBestOn > asked / 100, `${fromTheBestOn} full pages with nothing else asked`);
});

test('what lies less than a metre beyond a radius counts for the next one, with all of that', async () => {
  const at = (latitude: number) => ({ point: { latitude, longitude: -92 } });
  const from = (latitude: number, withinMeters: number, asked: string[]) =>
    questionOf({ at: at(latitude), withinMeters, seeker: {} }, asked, 10_000);
  for (const [radius, next] of [
    [160_000, 240_000],
    [240_000, 320_000],
  ] as const) {
    const finds = async (latitude: number, withinMeters: number = radius) =>
      (await indexed.search((await from(latitude, withinMeters, [])).question)).proposals.length;
    // From where on, going north, nothing is within the radius any more, to a tenth of a metre.
    let [some, none] = [47, 60];
    assert.ok((await finds(some)) > 0);
    assert.equal(await finds(none), 0);
    while (none - some > 1e-6) {
      const middle = (some + none) / 2;
      if ((await finds(middle)) > 0) some = middle;
      else none = middle;
    }
    const { loosened } = await both((await from(none, 1_000, ['widen'])).question);
    assert.deepEqual([...loosened!.withinMeters], [[next, await finds(none, next)]]);
  }
});

test(`both answer as the slow oracle does, ${SEARCHES_OF_ORACLE} random searches`, async () => {
  let found = 0;
  // Whatever comes of it: an index that follows would keep the process from ending.
  const asking = fc.assert(
    fc.asyncProperty(someInput(nations), someAsked, someLimit, async (input, besides, limit) => {
      const { question, seeker, clock } = await questionOf(input, besides, limit);
      const { proposals, count } = await indexed.search(question);
      const slow = await oracle.search(database, forOracle(input), clock, silentFor(seeker));
      const ours = proposals.map(({ verdict, availability, freshness, ...place }) => ({
        ...place,
        verdict: verdictRanks[verdict]!,
        availability: availabilityRanks[availability]!,
        freshness: freshnessRanks[freshness]!,
      }));
      const sure = surelyFirst(slow, limit);
      assert.deepEqual(toTheMetreOf(slow, ours).slice(0, sure), slow.slice(0, sure));
      assert.equal(ours.length, Math.min(limit, slow.length));
      assert.equal(count, besides.includes('totalCount') ? slow.length : null);
      found += sure;
    }),
    { numRuns: SEARCHES_OF_ORACLE },
  );
  await asking.finally(() => indexed.stop());
  assert.ok(found > SEARCHES_OF_ORACLE, `${found} found: too few to say anything`);
});
