import { refuse, sql, type Asking, type Sql } from '../kernel/index.js';
import type { AreaInput } from './place.input.js';

/**
 * That the county, the region or the nation by which an area is named is known: an area that nobody
 * knows would hold nothing, and read as if nothing were there.
 * @throws Refusal `INVALID`, naming the field
 */
export async function checkKnown(
  { countyFips, regionId, nationId }: AreaInput,
  { read }: Pick<Asking, 'read'>,
  field: string,
): Promise<void> {
  const known = async (found: Sql) => (await read.rows(found)).length > 0;
  if (countyFips != null) {
    const fips = countyFips.trim();
    if (!/^[0-9]{5}$/.test(fips))
      refuse('A county is named by its five-digit FIPS, as 27021.', `${field}.countyFips`);
    if (!(await known(sql`select fips from pub.county where fips = ${fips}`)))
      refuse('No county has this FIPS.', `${field}.countyFips`);
  }
  if (regionId != null && !(await known(sql`select id from pub.region where id = ${regionId}`)))
    refuse('No region has this id.', `${field}.regionId`);
  if (nationId != null) await checkNations([nationId], { read }, () => `${field}.nationId`);
}

/**
 * That each nation is known, by one statement however many there are.
 * @throws Refusal `INVALID`, naming the first that is not
 */
export async function checkNations(
  ids: readonly string[],
  { read }: Pick<Asking, 'read'>,
  fieldOf: (index: number) => string,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await read.rows<{ id: string }>(
    sql`select id from pub.tribal_nation where id = any(${ids}::text[])`,
  );
  const known = new Set(rows.map(({ id }) => id));
  const unknown = ids.findIndex((id) => !known.has(id));
  if (unknown >= 0) refuse('No nation has this id.', fieldOf(unknown));
}
