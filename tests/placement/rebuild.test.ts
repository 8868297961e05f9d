import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importBoundaries } from '../../src/geography/index.js';
import { boundaryFile } from '../support/boundary-file.js';
import { openDirectory } from '../support/directory.js';
import { HousingFoundDocument, type FindHousingInput } from '../support/documents.js';
import { failing, watching } from '../support/failing.js';
import { listSampleHousing } from '../support/makers.js';
import { until } from '../support/wait.js';

const WAIT_MS = 30_000;
/** Reads all placements: an index is built. */
const BUILDS = /from pub\.placement p where true and p\.listing_id >/;
const LOOKS = /from pub\.placement_change/;

const directory = await openDirectory({ follow: true });
const { questions, house } = directory;
const state = () => house.placements.status().state;
const statement = (text: string, values: unknown[] = []) =>
  directory.change(({ em }) => em.execute(text, values));
const housing = await directory.change((changing) =>
  listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
);

/** From now on the option is for people of one region alone. */
async function onlyOf(region: string): Promise<void> {
  await statement(
    `update org.criterion set kind = 'RESIDENCE', terms = jsonb_build_object('regions',
      json_build_array((select id from org.region where slug = ?))) where listing_id = ?`,
    [region, housing.id],
  );
  await house.placements.settle();
}

const MOVE = `update org.region_county set region_id = (select id from org.region where slug = ?)
  where county_fips = '27053'`;
const ofHennepin: FindHousingInput = {
  at: { point: { latitude: 47.4736, longitude: -94.8803 } },
  withinMeters: 1,
  kinds: ['EMERGENCY_SHELTER'],
  availability: ['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL'],
  seeker: { homeCountyFips: '27053' },
};

/** How many the search counts, and how many are told once they are judged again. */
async function found(input = ofHennepin): Promise<[number, number]> {
  const { findHousing } = await directory.data(HousingFoundDocument, { input, first: 50 });
  return [findHousing!.totalCount!, findHousing!.edges.length];
}

/** The index itself comes to find so many. */
async function comesToFind(count: number, what: string, input = ofHennepin): Promise<void> {
  const isFound = async () =>
    state() === 'READY' && (await found(input)).join() === `${count},${count}`;
  assert.ok((await until(isFound, WAIT_MS)) < WAIT_MS, `${what}: ${state()} ${await found(input)}`);
}

test('of a rebuild that fails, neither the regions nor what changed with them is lost', async () => {
  await onlyOf('northeast');
  const [before] = await found();
  let failed = 0;
  const fail = ({ text }: { text: string }) => {
    if (!BUILDS.test(text) || failed > 0) return;
    failed += 1;
    throw new Error('the connection is gone');
  };
  await watching(questions, fail, async () => {
    await directory.change(async (changing) => {
      await changing.em.execute(MOVE, ['northeast']);
      await listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' });
    });
    assert.ok((await until(async () => failed > 0, WAIT_MS)) < WAIT_MS, 'the rebuild has failed');
    await comesToFind(before + 2, 'the county has moved, and another option is there');
  });
  await statement(MOVE, ['west-metro']);
  await comesToFind(before + 1, 'the county has moved back');
});

test('an index is not built anew where a region has the counties it had', async () => {
  let builds = 0;
  const count = ({ text }: { text: string }) => void (builds += BUILDS.test(text) ? 1 : 0);
  await watching(questions, count, async () => {
    await statement(`update org.region set name = name || ', corrected' where slug = 'northeast'`);
    await house.placements.settle();
    assert.equal(builds, 0);
    await statement(MOVE, ['northeast']);
    await house.placements.settle();
    assert.equal(builds, 1);
    await statement(MOVE, ['west-metro']);
    await house.placements.settle();
  });
});

/** What happens while the log of changes cannot be read; no later than that the server says that it lags. */
async function unseen(work: () => Promise<void>): Promise<void> {
  await failing(questions, LOOKS, Infinity, async () => {
    assert.ok((await until(async () => state() === 'LAGGING', WAIT_MS)) < WAIT_MS);
    await work();
  });
}

test('a region that was another while nobody looked leaves no trace', async () => {
  await onlyOf('west-metro');
  const [before] = await found();
  await unseen(async () => {
    await statement(MOVE, ['northeast']);
    assert.equal((await found())[0], before - 1, 'SQL sees it');
    await statement(MOVE, ['west-metro']);
  });
  await comesToFind(before, 'as it was');
});

/** Mower County comes to lie around a point, where it never lay. */
const moveMower = (latitude: number, longitude: number) =>
  directory.change((changing) => {
    const [south, north] = [latitude - 0.5, latitude + 0.5];
    const [west, east] = [longitude - 1, longitude + 1];
    const mower = { GEOID: '27099', NAME: 'Mower' };
    const text = boundaryFile([mower, [west, south, east, north]]);
    return importBoundaries({ kind: 'county', text, source: 'a test' }, changing);
  });

const around = (latitude: number, longitude: number) =>
  ({
    ...ofHennepin,
    seeker: {},
    at: { point: { latitude, longitude } },
  }) satisfies FindHousingInput;

test('with the index, the counties are read anew', async () => {
  await directory.change((changing) =>
    listSampleHousing(changing, { street: 'WITHHELD', countyFips: '27099' }),
  );
  await house.placements.settle();
  const there = around(31, -100);
  const [before] = await found(there);
  await unseen(async () => {
    await moveMower(31, -100);
    await statement(`delete from pub.placement_change where listing_id = 'counties'`);
    await statement(MOVE, ['northeast']);
  });
  await comesToFind(before + 1, 'where the county lies now', there);
});

test('while nobody looks at the changes, the counties are looked at for each question', async () => {
  const there = around(33, -104);
  const avoid = [{ circle: { at: there.at, withinMeters: 1_000 } }];
  const [before] = await found(there);
  await unseen(async () => {
    await moveMower(33, -104);
    assert.equal(
      (await found({ ...there, avoid }))[0],
      before,
      'what is avoided is where it now lies',
    );
    assert.deepEqual(await found(there), [before + 1, before + 1]);
    assert.equal(state(), 'LAGGING');
  });
});
