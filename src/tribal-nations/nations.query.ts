import {
  among,
  batched,
  sql,
  toldById,
  toldPage,
  toldTable,
  wordsOf,
  type Asking,
  type Connection,
  type Sql,
} from '../kernel/index.js';
import { locate, within, type CountyView } from '../geography/index.js';
import { nationsOfPlace } from './nations-of-place.query.js';
import type { NationFilter } from './nation.input.js';
import type { TribalNationView } from './nation.view.js';

const told = toldTable(sql`pub.tribal_nation t`, ['t.card']);

/** A nation lies where its seat does and in every county of its land. */
const sites = {
  table: sql`(select id as nation_id, seat_county_fips as county_fips, seat_point as point
      from pub.tribal_nation
    union all select nation_id, county_fips, null from pub.nation_county where how = 'COUNTY')`,
  owner: sql`nation_id`,
};

export interface NationsAsk {
  filter?: NationFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}

/** @throws Refusal `INVALID` where the filter or the page is none */
export async function tribalNations(
  { filter, first, after }: NationsAsk,
  asked: ReadonlySet<string>,
  asking: Asking,
): Promise<Connection<TribalNationView>> {
  const page = { question: 'tribalNations', args: filter, first, after };
  return toldPage<TribalNationView>(
    told,
    await conditions(filter ?? {}, asking),
    page,
    asked,
    asking,
  );
}

async function conditions(
  { isIn, serves, people, text }: NationFilter,
  asking: Asking,
): Promise<Sql[]> {
  const holds: Sql[] = [];
  if (isIn != null) holds.push(sql`t.id in (${await within(isIn, sites, asking, 'filter.isIn')})`);
  if (serves != null) {
    const found = await nationsOfPlace(await locate(serves, asking, 'filter.serves'), asking);
    holds.push(sql`t.id = any (${found.map(({ nationId }) => nationId)}::text[])`);
  }
  if (people != null) holds.push(sql`t.people = any (${people}::text[])`);
  if (text != null) holds.push(sql`t.id in (${wordsOf(text, ['TRIBAL_NATION'], 'filter.text')})`);
  return holds;
}

export function nationById(id: string, asking: Asking): Promise<TribalNationView | null> {
  return toldById<TribalNationView>(id, told, asking);
}

/** What a revision of a nation names as read. */
export function versionOfNation(id: string, asking: Asking): Promise<number | null> {
  return batched<number>(asking, 'version of nation', async (ids) => {
    const found = await asking.read.rows<{ id: string; version: number }>(sql`
      select n.id, n.version from kept.tribal_nation n where ${among('n.id', ids)}`);
    return new Map(found.map((nation) => [nation.id, nation.version]));
  })(id);
}

export async function nationCounties(
  nationId: string,
  how: 'COUNTY' | 'SERVICE_COUNTY',
  asking: Asking,
): Promise<CountyView[]> {
  const load = batched<CountyView[]>(asking, `nation counties ${how}`, async (ids) => {
    const found = await asking.read.rows<CountyView & { nation: string }>(sql`
      select m.nation_id as nation, c.fips, c.name, c.state, c.population
      from pub.nation_county m join pub.county c on c.fips = m.county_fips
      where ${among('m.nation_id', ids)} and m.how = ${how} order by c.name, c.fips`);
    return Map.groupBy(found, (county) => county.nation) as Map<string, CountyView[]>;
  });
  return (await load(nationId)) ?? [];
}

/** The nations whose land lies in a county, by name. */
export async function nationsOfCounty(fips: string, asking: Asking): Promise<TribalNationView[]> {
  const load = batched<string[]>(asking, 'nations of county', async (keys) => {
    const found = await asking.read.rows<{ fips: string; id: string }>(sql`
      select m.county_fips as fips, m.nation_id as id from pub.nation_county m
      join pub.tribal_nation n on n.id = m.nation_id
      where ${among('m.county_fips', keys)} and m.how = 'COUNTY' order by n.sort_key, n.id`);
    const groups = Map.groupBy(found, (nation) => nation.fips);
    return new Map([...groups].map(([county, rows]) => [county, rows.map(({ id }) => id)]));
  });
  const ids = (await load(fips)) ?? [];
  const nations = await Promise.all(ids.map((id) => nationById(id, asking)));
  return nations.filter((nation) => nation !== null);
}
