import type { Client } from 'pg';
import { LISTINGS_PER_ORGANIZATION } from './generate/plan.js';
import { Dice, idOf } from './generate/random.js';
import {
  adjectives,
  housingWords,
  nouns,
  organizationWords,
  propers,
  serviceWords,
} from './generate/vocabulary.js';
import { VARIANTS } from './measure/constants.js';
import { DIRECTORY_PAGE_ROWS, type Variant, type Work } from './works.js';

/** Organizations of a page of our walk, which is how our cursors are come by. */
const WALK_ROWS = 100;
const WALK_PAGES_MAX = 400;

/** The questions of each work, the same for every contender and on every day. */
export async function drawVariants(
  client: Client,
  listings: number,
): Promise<Record<Work, Variant[]>> {
  const points = await pointVariants(client);
  return {
    placement: points,
    placementFacets: points,
    placementCity: await cityVariants(client),
    placementWide: points,
    placementRare: points,
    placementNone: points,
    directory: await directoryVariants(client),
    coverage: await coverageVariants(client),
    node: nodeVariants(listings),
    search: await searchVariants(client, listings),
    empty: [{}],
  };
}

/** Half by region, where regions fill a page at this size; else by the place in the whole order. */
async function directoryVariants(client: Client): Promise<Variant[]> {
  const regions = await client.query<{
    region: string;
  }>(`select region_id as region from pub.organization
    group by region_id having count(*) >= ${DIRECTORY_PAGE_ROWS} order by region_id limit ${VARIANTS / 2}`);
  const places = await client.query<{ sortKey: string; id: string; page: number }>(
    `select sort_key as "sortKey", id, (place / ${WALK_ROWS})::int as page from (
      select sort_key, id, row_number() over (order by sort_key, id) as place,
        count(*) over () as many from pub.organization) numbered
    where place % ${WALK_ROWS} = 0 and place <= many - ${DIRECTORY_PAGE_ROWS}
    order by place limit ${WALK_PAGES_MAX}`,
  );
  const starts: Variant[] = [{}, ...places.rows.map((after) => ({ after }))];
  const dice = new Dice('directory variants');
  return Array.from({ length: VARIANTS }, (_, index) =>
    index % 2 && regions.rows.length > 0
      ? { region: regions.rows[Math.floor(index / 2) % regions.rows.length]!.region }
      : dice.pick(starts),
  );
}

async function coverageVariants(client: Client): Promise<Variant[]> {
  const { rows } = await client.query<{ code: string }>(
    'select code from bench.zip_county where county is not null order by code',
  );
  const dice = new Dice('coverage variants');
  return Array.from({ length: VARIANTS }, () => ({ zip: dice.pick(rows).code }));
}

const zipPoints = `select z.city, z.state, st_y(point::geometry) as latitude, st_x(point::geometry) as longitude
  from pub.zip z join bench.zip_county m on m.code = z.code where county is not null`;

type Place = NonNullable<Variant['point']>;

const pointsOf = (name: string, rows: readonly Place[]): Variant[] => {
  const dice = new Dice(name);
  return Array.from({ length: VARIANTS }, () => {
    const { latitude, longitude } = dice.pick(rows);
    return { point: { latitude, longitude } };
  });
};

/** Where there are many ZIPs there are many people, and many listings. */
async function pointVariants(client: Client): Promise<Variant[]> {
  const { rows } = await client.query<Place>(`${zipPoints} order by z.code`);
  return pointsOf('point variants', rows);
}

const CITIES = 10;

/** Points of the cities with the most ZIPs. */
async function cityVariants(client: Client): Promise<Variant[]> {
  const { rows } = await client.query<Place>(`with zip as (${zipPoints})
    select latitude, longitude from zip join (
      select city, state from zip group by city, state order by count(*) desc, city limit ${CITIES}) largest
      using (city, state) order by city, latitude, longitude`);
  return pointsOf('city variants', rows);
}

function nodeVariants(listings: number): Variant[] {
  const dice = new Dice('node variants');
  return Array.from({ length: VARIANTS }, () => {
    const organization = dice.below(listings / LISTINGS_PER_ORGANIZATION);
    return { id: idOf('HousingOption', organization * LISTINGS_PER_ORGANIZATION + dice.below(3)) };
  });
}

/** In equal parts: a whole name, two words, a last word begun, a word misspelled, a frequent word. */
async function searchVariants(client: Client, listings: number): Promise<Variant[]> {
  const dice = new Dice('search variants');
  const ids = Array.from({ length: VARIANTS }, () =>
    idOf('Organization', dice.below(listings / LISTINGS_PER_ORGANIZATION)),
  );
  const { rows } = await client.query<{ name: string }>(
    'select name from pub.organization where id = any ($1) order by id',
    [ids],
  );
  const frequent = [...new Set([...housingWords, ...serviceWords, ...organizationWords])];
  const forms: (() => string)[] = [
    () => dice.pick(rows).name,
    () => `${dice.pick(adjectives)} ${dice.pick(nouns)}`,
    () => begun(dice.pick(rows).name, dice),
    () => misspelled(dice.pickSkewed(propers, 2), dice),
    () => dice.pick(frequent),
  ];
  return Array.from({ length: VARIANTS }, (_, index) => ({ text: forms[index % forms.length]!() }));
}

const LETTERS_BEGUN_MIN = 3;

function begun(name: string, dice: Dice): string {
  const words = name.split(' ');
  const last = words[1] ?? words[0]!;
  return `${words.length > 1 ? `${words[0]} ` : ''}${last.slice(0, dice.from(LETTERS_BEGUN_MIN, last.length))}`;
}

/** Two letters in each other's place, or one left out. */
function misspelled(word: string, dice: Dice): string {
  const at = dice.from(1, word.length - 2);
  return dice.chance(0.5)
    ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    : word.slice(0, at) + word.slice(at + 1);
}
