import { textArray, type Changing } from '../kernel/index.js';
import type { RecordStanding } from './geography.view.js';
import { RegionEntity } from './region.entity.js';

export interface RegionRow {
  id: string;
  slug: string;
  name: string;
  standing: RecordStanding;
  standingNote: string | null;
  organizationId: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

/** Writes a region and the whole set of its counties. */
export async function saveRegion(
  { em }: Changing,
  region: RegionRow,
  counties: string[],
): Promise<void> {
  await em.upsert(RegionEntity, region);
  await em.execute(
    'delete from org.region_county where region_id = ? and county_fips <> all (?::text[])',
    [region.id, textArray(counties)],
  );
  await em.execute(
    `insert into org.region_county (region_id, county_fips)
    select ?, fips from unnest(?::text[]) fips on conflict do nothing`,
    [region.id, textArray(counties)],
  );
}

/** The region of that name; of several in time the last. */
export async function knownRegion({ em }: Changing, slug: string): Promise<RegionRow | null> {
  const [found] = await em.execute<RegionRow[]>(
    `select id, slug, name, standing, standing_note as "standingNote",
       organization_id as "organizationId", effective_from::text as "effectiveFrom",
       effective_to::text as "effectiveTo"
     from org.region where slug = ? order by effective_from desc nulls last limit 1`,
    [slug],
  );
  return found ?? null;
}

/** Takes all their counties from some regions, which are to be drawn anew in the same transaction. */
export async function releaseCounties(
  { em }: Changing,
  regionIds: readonly string[],
): Promise<void> {
  await em.execute('delete from org.region_county where region_id = any (?::text[])', [
    textArray(regionIds),
  ]);
}

/** Whether a region is of these counties and no others. */
export async function hasCounties(
  { em }: Changing,
  regionId: string,
  counties: readonly string[],
): Promise<boolean> {
  const [{ same } = { same: false }] = await em.execute<{ same: boolean }[]>(
    `select coalesce(array_agg(county_fips order by county_fips), '{}') =
       array(select fips from unnest(?::text[]) fips order by fips collate "C") as same
     from org.region_county where region_id = ?`,
    [textArray(counties), regionId],
  );
  return same;
}

/** Which of these counties no one knows. */
export async function unknownCounties({ em }: Changing, counties: string[]): Promise<string[]> {
  const missing = await em.execute<{ fips: string }[]>(
    `select fips from unnest(?::text[]) given(fips)
     where not exists (select from pub.county c where c.fips = given.fips)`,
    [textArray(counties)],
  );
  return missing.map(({ fips }) => fips);
}

/** A county that at the same time belongs to another region, and that region's name. */
export async function sharedCounty({ em }: Changing, region: RegionRow, counties: string[]) {
  const [shared] = await em.execute<{ fips: string; name: string }[]>(
    `select m.county_fips as fips, r.name from org.region_county m join org.region r on r.id = m.region_id
     where m.county_fips = any (?::text[]) and r.id <> ?
       and daterange(r.effective_from, r.effective_to) && daterange(?::date, ?::date) limit 1`,
    [textArray(counties), region.id, region.effectiveFrom, region.effectiveTo],
  );
  return shared ?? null;
}
