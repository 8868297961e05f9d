import { among, batched, jsonObject, readJson, sql, type Asking } from '../kernel/index.js';
import type { CountyView, RegionView } from './geography.view.js';

const card = jsonObject(['r.card'], {});
const today = (now: Date) => sql`${now.toISOString()}::timestamptz::date`;

/** Of a region `r`: it holds on the day of the request. */
const holds = (now: Date) => sql`coalesce(r.effective_from, '-infinity') <= ${today(now)}
  and coalesce(r.effective_to, 'infinity') > ${today(now)}`;

/** Every region that holds today, by name. A network has few: this list needs no pages. */
export function regions({ read, now }: Pick<Asking, 'read' | 'now'>): Promise<RegionView[]> {
  return readJson<RegionView>(
    read,
    sql`select ${card} as row from pub.region r
    where ${holds(now)} order by r.name, r.id limit 1000`,
  );
}

export function regionById(id: string, asking: Asking): Promise<RegionView | null> {
  return batched<RegionView>(asking, 'region', async (ids) => {
    const found = await readJson<RegionView>(
      asking.read,
      sql`select ${card} as row from pub.region r where ${among('r.id', ids)}`,
    );
    return new Map(found.map((region) => [region.id, region]));
  })(id);
}

/** The region that a county belongs to today, or null. */
export function regionOfCounty(fips: string, asking: Asking): Promise<RegionView | null> {
  return batched<RegionView>(asking, 'region of county', async (keys) => {
    const found = await readJson<RegionView & { ofCounty: string }>(
      asking.read,
      sql`
      select ${jsonObject(['r.card'], { ofCounty: 'to_json(m.county_fips)' })} as row
      from pub.region_county m join pub.region r on r.id = m.region_id
      where ${among('m.county_fips', keys)} and ${holds(asking.now)} order by r.id desc`,
    );
    return new Map(found.map((region) => [region.ofCounty, region]));
  })(fips);
}

export async function countiesOfRegion(id: string, asking: Asking): Promise<CountyView[]> {
  const load = batched<CountyView[]>(asking, 'counties of region', async (ids) => {
    const found = await asking.read.rows<CountyView & { region: string }>(sql`
      select m.region_id as region, c.fips, c.name, c.state, c.population
      from pub.region_county m join pub.county c on c.fips = m.county_fips
      where ${among('m.region_id', ids)} order by c.name, c.fips`);
    return Map.groupBy(found, (county) => county.region) as Map<string, CountyView[]>;
  });
  return (await load(id)) ?? [];
}
