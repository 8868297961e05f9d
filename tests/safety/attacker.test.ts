import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Attacker } from '../support/attacker.js';
import { openDirectory } from '../support/directory.js';
import { median, metersBetween, middleOf } from '../support/globe.js';
import { appWith } from '../support/people.js';
import { hideShelters, type HiddenShelter } from '../support/hidden-shelters.js';

const IS_PROVE = Boolean(process.env['HARBORLIGHT_PROVE']);
const SHELTERS = IS_PROVE ? 50 : 6;
const QUESTIONS_A_SHELTER = 200;
/** Of fifty. */
const PLACED_SHARE = 45 / 50;
const PLACED_METERS = 1_000;
/** A guess is as good as another where it errs by no less than this part of it. */
const AS_GOOD = 0.98;

const directory = await openDirectory({ follow: true });
const shelters = await hideShelters(directory, SHELTERS);
await directory.house.placements.settle();
const app = await appWith(directory, ['directory:read']);
const viewers = { stranger: {}, app: app.headers };

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How far off the bot is, shelter by shelter, in metres; and how many questions it asked. */
async function attack(viewer: Record<string, string>, seed: number) {
  const bot = new Attacker(
    async (query, variables) => (await directory.ask(query, variables, viewer)).body,
    numbers(seed),
  );
  const off: number[] = [];
  for (const shelter of shelters) off.push(metersBetween(await bot.locate(shelter), shelter.door));
  return { off, asked: bot.asked };
}

const guessing = shelters.map(({ area, door }) => metersBetween(middleOf(area), door));
const km = (meters: number) => `${(meters / 1_000).toFixed(1)} km`;

test('whoever asks ten thousand questions does no better than to guess the middle of the told area', async (t) => {
  const wanted = QUESTIONS_A_SHELTER * SHELTERS;
  let asked = 0;
  const errors: number[] = [];
  for (let turn = 0; asked < wanted; turn += 1) {
    for (const [name, viewer] of Object.entries(viewers)) {
      const attacked = await attack(viewer, turn * 2 + name.length);
      asked += attacked.asked;
      errors.push(median(attacked.off));
    }
  }
  t.diagnostic(
    `${asked} questions on ${SHELTERS} shelters; off by ${errors.map(km).join(', ')} in the middle; ` +
      `guessing, by ${km(median(guessing))}`,
  );
  for (const error of errors) assert.ok(error >= median(guessing) * AS_GOOD);
});

/** As if the door were written where only the told area may stand. */
const leaks: Record<string, (shelter: HiddenShelter) => [statement: string, values: unknown[]][]> =
  {
    'a distance is measured from the door': ({ id, door, countyFips }) => [
      [
        `update pub.placement set row = (row::jsonb || jsonb_build_object('area', '[]'::jsonb, 'points', jsonb_build_array(
         jsonb_build_object('latitude', ?::float8, 'longitude', ?::float8, 'county', ?::text))))::json
       where listing_id = ?`,
        [door.latitude, door.longitude, countyFips, id],
      ],
      ['insert into pub.placement_change (listing_id) values (?)', [id]],
    ],
    'a box or a circle looks for the door': ({ id, door }) => [
      [
        'update pub.listing_site set point = st_makepoint(?, ?)::geography where listing_id = ?',
        [door.longitude, door.latitude, id],
      ],
    ],
  };

async function planted(t: TestContext, statements: (typeof leaks)[string]): Promise<void> {
  await directory.change(async ({ em }) => {
    for (const [statement, values] of shelters.flatMap(statements))
      await em.execute(statement, values);
  });
  await directory.house.placements.settle();
  const { off, asked } = await attack(viewers.stranger, 5);
  const placed = off.filter((meters) => meters <= PLACED_METERS).length;
  t.diagnostic(
    `${asked} questions place ${placed} of ${SHELTERS} within 1 km; off by ${km(median(off))}`,
  );
  await directory.change(({ em }) =>
    em.execute('select org.tell(array(select jsonb_array_elements_text(?::jsonb)))', [
      JSON.stringify(shelters.map(({ id }) => id)),
    ]),
  );
  await directory.house.placements.settle();
  assert.ok(placed >= Math.floor(PLACED_SHARE * SHELTERS));
}

for (const [name, statements] of Object.entries(leaks)) {
  test(`the same questions find the shelters where ${name}`, (t) => planted(t, statements));
}
