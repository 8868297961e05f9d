import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { importBoundaries } from '../../src/geography/index.js';
import { reportAvailability } from '../../src/housing/index.js';
import { boundaryFile } from '../support/boundary-file.js';
import { openDirectory, type Directory } from '../support/directory.js';
import type { FindHousingInput } from '../support/documents.js';
import { failing } from '../support/failing.js';
import { listSampleHousing } from '../support/makers.js';
import { onPostgresql } from '../support/template.js';
import { until } from '../support/wait.js';

/** The embedded database answers one at a time, and our own asking is among it. */
const SOON_MS = onPostgresql() ? 1_000 : 4_000;
/** Far longer than an index takes to say that it lags, and to catch up: for slow machines. */
const LAG_MS = 30_000;
const directory = await openDirectory({ follow: true });
const other = await openDirectory({ follow: true, database: directory.database });

const everything = {
  availability: ['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL'],
  verdicts: ['ELIGIBLE', 'ASK'],
} satisfies FindHousingInput;

const counting = `query($input: FindHousingInput!) {
  findHousing(input: $input, first: 1) { totalCount } }`;

/** How many match: counted by the index alone, where it is followed. */
async function count(input: FindHousingInput, of: Directory = directory): Promise<number> {
  const { body } = await of.ask<{ findHousing: { totalCount: number } }, object>(counting, {
    input: { ...everything, ...input },
  });
  return body.data!.findHousing.totalCount;
}

async function states(): Promise<string[]> {
  const answers = await Promise.all(
    [directory, other].map(({ http }) => http.inject({ method: 'GET', url: '/readyz' })),
  );
  return answers.map(({ body }) => JSON.parse(body).placements.state as string);
}

/** Both houses come to count so many, each soon after the change. */
async function tellsSoon(input: FindHousingInput, expected: number, what: string): Promise<void> {
  const both = () => Promise.all([count(input), count(input, other)]);
  const took = await until(async () => (await both()).every((one) => one === expected), SOON_MS);
  assert.ok(took < SOON_MS, `${what}: not within ${SOON_MS} ms`);
}

const here: FindHousingInput = {
  at: { point: { latitude: 47.4736, longitude: -94.8803 } },
  withinMeters: 1,
  kinds: ['EMERGENCY_SHELTER'],
};
const statement = (text: string, values: unknown[]) =>
  directory.change(({ em }) => em.execute(text, values));

test('both indexes are ready', async () => {
  assert.deepEqual(await states(), ['READY', 'READY']);
});

test('who waits for what was committed waits for the next look, and no further, however fast changes come', async () => {
  const { placements } = directory.house;
  const seen = { isOver: false };
  const waits = placements.catchUp().then(() => (seen.isOver = true));
  // Each as a notice from the database, before any look can end: without an end, where that is waited for.
  for (const end = Date.now() + LAG_MS; !seen.isOver && Date.now() < end;) {
    placements.settle().catch(() => undefined);
    await setImmediate();
  }
  assert.ok(seen.isOver, 'it waited as long as notices came');
  await waits;
});

test('what changes is told soon, in both houses on one database', async () => {
  const before = await count(here, other);
  assert.equal(await count(here), before);
  const full: FindHousingInput = { ...here, availability: ['FULL'] };
  const grown: FindHousingInput = { ...here, seeker: { age: 45 } };
  const fullBefore = await count(full);
  const grownBefore = await count(grown);
  const { id, unitId } = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  await tellsSoon(here, before + 1, 'a new listing');
  await directory.change((changing) =>
    reportAvailability({ unitId, accepting: false, bedsOpen: 0 }, changing),
  );
  await tellsSoon(full, fullBefore + 1, 'a report');
  await tellsSoon(grown, grownBefore, 'a rule');
  await statement(
    `update org.criterion set terms = '{"ageMin": 40, "ageMax": 49}' where listing_id = ?`,
    [id],
  );
  await tellsSoon(grown, grownBefore + 1, 'a rule that is another');
  const set = (column: string, value: string) =>
    statement(`update org.listing set ${column} = ? where id = ?`, [value, id]);
  await set('status', 'PAUSED');
  await tellsSoon(here, before, 'a pause');
  await set('status', 'ACTIVE');
  await tellsSoon(here, before + 1, 'its end');
  await set('disclosure', 'OWN');
  await tellsSoon(here, before, 'what is told no more');
  await set('disclosure', 'PUBLISHED');
  await tellsSoon(here, before + 1, 'what is told again');
  await statement(`update org.listing set status = 'WITHDRAWN', disclosure = 'OWN' where id = ?`, [
    id,
  ]);
  await tellsSoon(here, before, 'what was withdrawn');
});

test('a county that comes to a region changes what its rules say', async () => {
  const { id } = await directory.change((changing) =>
    listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
  );
  await statement(
    `update org.criterion set kind = 'RESIDENCE', terms = jsonb_build_object('regions',
      json_build_array((select id from org.region where slug = 'northeast'))) where listing_id = ?`,
    [id],
  );
  await directory.house.placements.settle();
  const ofHennepin: FindHousingInput = { ...here, seeker: { homeCountyFips: '27053' } };
  const before = await count(ofHennepin);
  const move = (to: string) =>
    statement(
      `update org.region_county set region_id = (select id from org.region where slug = ?)
      where county_fips = '27053'`,
      [to],
    );
  await move('northeast');
  const took = await until(
    async () =>
      (await count(ofHennepin)) === before + 1 && (await states()).join() === 'READY,READY',
    LAG_MS,
  );
  assert.ok(took < LAG_MS);
  await move('west-metro');
  assert.ok((await until(async () => (await count(ofHennepin)) === before, LAG_MS)) < LAG_MS);
});

test('a county whose boundary is taken in anew is where it now lies', async () => {
  await directory.change((changing) =>
    listSampleHousing(changing, { street: 'WITHHELD', countyFips: '27099' }),
  );
  const at = (latitude: number, longitude: number): FindHousingInput => ({
    ...here,
    at: { point: { latitude, longitude } },
  });
  const [was, willBe] = [at(43.67, -92.97), at(31, -100)];
  await Promise.all([directory, other].map(({ house }) => house.placements.settle()));
  const found = await count(was);
  await tellsSoon(willBe, found - 1, 'far from the county');
  const text = boundaryFile([{ GEOID: '27099', NAME: 'Mower' }, [-101, 30.5, -99, 31.5]]);
  await directory.change((changing) =>
    importBoundaries({ kind: 'county', text, source: 'a test' }, changing),
  );
  await tellsSoon(willBe, found, 'where the county lies now');
  await tellsSoon(was, found - 1, 'where it lay');
});

/** While it lasts, some statements of both houses fail, so many times each. */
const bothFailing = (which: RegExp, times: number, work: () => Promise<void>) =>
  failing(directory.questions, which, times, () => failing(other.questions, which, times, work));

test('a house whose feed is cut says LAGGING, answers by SQL, and catches up', async () => {
  const before = await count(here);
  await bothFailing(/placement_change/, Infinity, async () => {
    const lagging = async () => (await states()).join() === 'LAGGING,LAGGING';
    assert.ok((await until(lagging, LAG_MS)) < LAG_MS, 'says that it lags');
    await directory.change((changing) =>
      listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
    );
    assert.equal(await count(here), before + 1, 'answers by SQL at once');
  });
  const ready = async () => (await states()).join() === 'READY,READY';
  assert.ok((await until(ready, LAG_MS)) < LAG_MS, 'catches up');
  assert.equal(await count(here), before + 1);
});

test('a change that was seen but could not be read is not forgotten', async () => {
  const before = await count(here);
  await bothFailing(/pub\.placement p where p\.listing_id = any/, 4, async () => {
    await directory.change((changing) =>
      listSampleHousing(changing, { street: 'TOLD', countyFips: '27007' }),
    );
    const took = await until(async () => (await count(here)) === before + 1, LAG_MS);
    assert.ok(took < LAG_MS);
  });
});
