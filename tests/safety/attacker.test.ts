import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Attacker } from '../support/attacker.js';
import { sql } from '../../src/kernel/index.js';
import { openDirectory } from '../support/directory.js';
import { median, metersBetween, middleOf } from '../support/globe.js';
import { appWith } from '../support/people.js';
import { hideShelters, WAYS, type HiddenShelter } from '../support/hidden-shelters.js';
import { dataKey, vaultOf } from '../support/vaults.js';

const IS_PROVE = Boolean(process.env['HARBORLIGHT_PROVE']);
/** Of each way in which a door is kept, two at least. */
const SHELTERS = IS_PROVE ? 50 : 8;
const QUESTIONS_A_SHELTER = 200;
/** Of fifty. */
const PLACED_SHARE = 45 / 50;
const PLACED_METERS = 1_000;
/** A guess is as good as another where it errs by no less than this part of it. */
const AS_GOOD = 0.98;
/** A city whose name is like its county's is found by it, wherever the door is: some guess by that, and are nearer by luck. */
const LUCKY_SHARE = 0.5;

const plain = await openDirectory();
const database = { ...plain.database, vault: vaultOf(dataKey('attacker-key')) };
const directory = await openDirectory({ follow: true, database });
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

/** Where the bot thinks that each shelter is; and how many questions it asked. */
async function attack(viewer: Record<string, string>, seed: number) {
  const bot = new Attacker(
    async (query, variables) => (await directory.ask(query, variables, viewer)).body,
    numbers(seed),
  );
  const off = new Map<HiddenShelter, number>();
  for (const shelter of shelters)
    off.set(shelter, metersBetween(await bot.locate(shelter), shelter.door));
  return { off, asked: bot.asked };
}

const guessing = new Map(
  shelters.map((shelter) => [shelter, metersBetween(middleOf(shelter.area), shelter.door)]),
);
/** How far off the bot is in the middle. */
const inMiddle = (off: ReadonlyMap<HiddenShelter, number>) => median([...off.values()]);
/** Of the shelters whose door is kept in one way, the share to which the bot came nearer than a guess, less those it came no nearer to. */
function nearerThanGuessing(off: ReadonlyMap<HiddenShelter, number>, way: HiddenShelter['way']) {
  const of = shelters.filter((shelter) => shelter.way === way);
  const nearer = of.map((shelter) => {
    const [bot, guess] = [off.get(shelter)!, guessing.get(shelter)!];
    if (bot < guess * AS_GOOD) return 1;
    return bot > guess / AS_GOOD ? -1 : 0;
  });
  return nearer.reduce<number>((sum, one) => sum + one, 0) / of.length;
}
const km = (meters: number) => `${(meters / 1_000).toFixed(1)} km`;

test('every door is known to the network, sealed or as a place that not everyone is told of', async () => {
  const { read } = database;
  const [kept] = await read.rows<{ sealed: number; placed: number; told: number }>(sql`
    select (select count(*)::int from conf.sealed_address s join org.location p on p.id = s.location_id
        where p.organization_id = any (${shelters.map(({ organizationId }) => organizationId)}::text[])) as sealed,
      count(point)::int as placed, count(point) filter (where disclosure = 'PUBLISHED')::int as told
    from org.location where organization_id = any (${shelters.map(({ organizationId }) => organizationId)}::text[])`);
  const keptBy = (...ways: HiddenShelter['way'][]) =>
    shelters.filter(({ way }) => ways.includes(way)).length;
  assert.deepEqual(kept, {
    sealed: keptBy('SEALED', 'TIGHTENED'),
    placed: keptBy('OWN', 'PARTNERS'),
    told: 0,
  });
  for (const way of WAYS) assert.ok(keptBy(way) > 0, way);
});

test('whoever asks ten thousand questions does no better than to guess the middle of the told area', async (t) => {
  const wanted = QUESTIONS_A_SHELTER * SHELTERS;
  let asked = 0;
  const attacks: Map<HiddenShelter, number>[] = [];
  for (let turn = 0; asked < wanted; turn += 1) {
    for (const [name, viewer] of Object.entries(viewers)) {
      const attacked = await attack(viewer, turn * 2 + name.length);
      asked += attacked.asked;
      attacks.push(attacked.off);
    }
  }
  t.diagnostic(
    `${asked} questions on ${SHELTERS} shelters; off by ${attacks.map((off) => km(inMiddle(off))).join(', ')} ` +
      `in the middle; guessing, by ${km(inMiddle(guessing))}`,
  );
  for (const off of attacks) {
    // Of a few, luck moves the middle.
    if (IS_PROVE) assert.ok(inMiddle(off) >= inMiddle(guessing) * AS_GOOD);
    // Each way by itself: of all together the middle stays where it is though every door of one way be found.
    for (const way of WAYS) assert.ok(nearerThanGuessing(off, way) <= LUCKY_SHARE, way);
  }
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
    'a box or a circle looks for the door': ({ id, door, countyFips }) => [
      ['delete from pub.listing_site where listing_id = ?', [id]],
      [
        'insert into pub.listing_site values (?, ?, st_makepoint(?, ?)::geography)',
        [id, countyFips, door.longitude, door.latitude],
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
  const placed = [...off.values()].filter((meters) => meters <= PLACED_METERS).length;
  t.diagnostic(
    `${asked} questions place ${placed} of ${SHELTERS} within 1 km; off by ${km(inMiddle(off))}`,
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
