import { all, among, sql, type Reader, type Sql } from '../kernel/index.js';
import type { Land } from '../eligibility/index.js';
import type { StoredClause } from './clause-book.js';
import type { PlacementQuestion } from './question.js';
import type { PlacementRow } from './row.js';

/** Rows read at a time: some hundred kilobytes, parsed in a few milliseconds. */
const ROWS_AT_A_TIME = 500;

type Read = Pick<Reader, 'rows'>;

async function readRows(read: Read, where: Sql, limit: number): Promise<PlacementRow[]> {
  const [answer] = await read.rows<{ rows: string }>(sql`
    select coalesce(string_agg(row::text, ',' order by listing_id), '') as rows from (
      select p.listing_id, p.row from pub.placement p where ${where}
      order by p.listing_id limit ${limit}) page`);
  return JSON.parse(`[${answer?.rows ?? ''}]`) as PlacementRow[];
}

/** Every placement that a condition holds of, some at a time, in the order of their ids. */
async function* placementsWhere(read: Read, where: Sql): AsyncGenerator<PlacementRow[]> {
  let last = '';
  for (;;) {
    const rows = await readRows(read, sql`${where} and p.listing_id > ${last}`, ROWS_AT_A_TIME);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_A_TIME) return;
    last = rows.at(-1)!.id;
  }
}

/** All placements there are. */
export const everyPlacement = (read: Read) => placementsWhere(read, sql`true`);

/** Those of some ids; what is told no more is not among them. */
export const placementsById = (read: Read, ids: readonly string[]) =>
  readRows(read, among('p.listing_id', ids), ids.length);

/**
 * Those that a question may find, by what the database knows of place and kind. Rules, reports and the order
 * are weighed by those who asked.
 * @param touching the counties that the circle touches
 */
export function placementsNear(
  read: Read,
  { type, kinds, at, withinMeters, state, scopes }: PlacementQuestion,
  touching: readonly string[],
): AsyncGenerator<PlacementRow[]> {
  const conditions = [sql`p.type = ${type}`];
  if (kinds) conditions.push(sql`p.kinds && ${[...kinds]}::text[]`);
  if (scopes) {
    conditions.push(sql`p.listing_id in (select t.id from pub.listing t
      where t.serves && ${[...scopes]}::text[])`);
  }
  if (at && withinMeters !== null) {
    const point = sql`st_makepoint(${at.longitude}::float8, ${at.latitude}::float8)::geography`;
    conditions.push(sql`p.listing_id in (
      select s.listing_id from pub.placement_site s
      where st_dwithin(s.point, ${point}, ${withinMeters + 1}::float8, false)
      union all select s.listing_id from pub.placement_site s
      where s.point is null and s.county_fips = any (${[...touching]}::text[])
      union all select w.listing_id from pub.placement w
      where w.statewide && ${state ? [state, 'US'] : ['US']}::text[] and w.statewide <> '{}')`);
  }
  return placementsWhere(read, all(conditions));
}

const CLAUSES_AT_A_TIME = 5_000;

async function readClauses(read: Read, where: Sql): Promise<StoredClause[]> {
  const [answer] = await read.rows<{ rows: string }>(sql`
    select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'rules', rules) order by id), '[]')::text
      as rows from (select * from pub.clause where ${where} order by id limit ${CLAUSES_AT_A_TIME}) page`);
  return JSON.parse(answer!.rows) as StoredClause[];
}

/** All rules there are, some at a time: once written, one is never changed. */
export async function* everyClause(read: Read): AsyncGenerator<StoredClause[]> {
  for (let last = 0; ;) {
    const clauses = await readClauses(read, sql`id > ${last}`);
    yield clauses;
    if (clauses.length < CLAUSES_AT_A_TIME) return;
    last = clauses.at(-1)!.id;
  }
}

/** The rules of some numbers. */
export async function clausesById(read: Read, ids: readonly number[]): Promise<StoredClause[]> {
  const clauses: StoredClause[] = [];
  for (let from = 0; from < ids.length; from += CLAUSES_AT_A_TIME) {
    const some = ids.slice(from, from + CLAUSES_AT_A_TIME);
    clauses.push(...(await readClauses(read, sql`id = any (${some}::int[])`)));
  }
  return clauses;
}

/** The same for as long as no county is another: of each row, which transaction wrote it. */
const countiesMark = sql`(select encode(sha256(convert_to(
  coalesce(string_agg(c.fips || ' ' || c.xmin, ',' order by c.fips), ''), 'UTF8')), 'hex') from pub.county c)`;

export async function readCountiesMark(read: Read): Promise<string> {
  const [row] = await read.rows<{ mark: string }>(sql`select ${countiesMark} as mark`);
  return row!.mark;
}

/** The land, with texts that are the same for as long as its regions, and all counties, are. */
export interface KnownLand extends Land {
  readonly mark: string;
  readonly countiesMark: string;
}

/** The counties of every region, by its id. */
export async function readLand(read: Read): Promise<KnownLand> {
  const [row] = await read.rows<{ regions: string; mark: string }>(sql`
    select ${countiesMark} as mark,
      coalesce(json_agg(json_build_array(id, counties) order by id), '[]')::text as regions
    from (select r.id, coalesce(json_agg(m.county_fips order by m.county_fips)
        filter (where m.county_fips is not null), '[]') as counties
      from pub.region r left join pub.region_county m on m.region_id = r.id group by r.id) region`);
  const { regions, mark } = row!;
  const counties = new Map(JSON.parse(regions) as [id: string, counties: string[]][]);
  return {
    countiesOfRegion: (regionId) => counties.get(regionId),
    mark: regions,
    countiesMark: mark,
  };
}
