import type { Statement } from '../history/index.js';
import { stateOfFips } from '../geography/index.js';
import { textArray, type Changing } from '../kernel/index.js';
import { pointText } from '../organizations/index.js';
import { nationRecord, type Recorded } from './nation-record.js';

const statement = `json_build_object('name', n.name, 'endonym', n.endonym, 'people', n.people, 'website', n.website,
  'seat', json_build_object('lines', n.seat -> 'lines', 'city', n.seat ->> 'city', 'postalCode', n.seat ->> 'postalCode',
    'countyFips', n.seat_county_fips, 'point', json_build_object(
      'latitude', st_y(n.seat_point::geometry), 'longitude', st_x(n.seat_point::geometry))),
  'serviceCounties', array(select m.county_fips from org.nation_county m
    where m.nation_id = n.id and m.how = 'SERVICE_COUNTY' order by 1))`;

/** What a nation's record says, by the names of its input. */
export async function recordOf({ em }: Changing, nation: string): Promise<Statement> {
  const [row] = await em.execute<{ statement: Statement }[]>(
    `select ${statement} as statement from org.tribal_nation n where n.id = ?`,
    [nation],
  );
  return row!.statement;
}

/** Writes what a nation's record says; its land stays. */
export async function writeRecord(
  { em }: Changing,
  nation: string,
  { record: { seat, serviceCounties, ...said }, state }: Recorded,
): Promise<void> {
  const { countyFips, point, ...address } = seat;
  await em.execute(
    `update org.tribal_nation set name = ?, endonym = ?, people = ?, website = ?, seat = ?::jsonb, seat_county_fips = ?,
       seat_point = ?::geography where id = ?`,
    [
      said.name,
      said.endonym ?? null,
      said.people,
      said.website ?? null,
      JSON.stringify({ ...address, state, country: 'US' }),
      countyFips,
      pointText(point),
      nation,
    ],
  );
  await em.execute(`delete from org.nation_county where nation_id = ? and how = 'SERVICE_COUNTY'`, [
    nation,
  ]);
  await em.execute(
    `insert into org.nation_county (nation_id, county_fips, how)
     select distinct ?, fips, 'SERVICE_COUNTY' from json_array_elements_text(?::json) fips`,
    [nation, JSON.stringify(serviceCounties)],
  );
}

/** What public sources say of a nation that says it otherwise itself; null where its record is theirs. */
export async function publicRecordOf({ em }: Changing, nation: string): Promise<Recorded | null> {
  const [row] = await em.execute<{ aside: Recorded | null }[]>(
    'select public_record as aside from org.tribal_nation where id = ?',
    [nation],
  );
  return row?.aside ?? null;
}

/** Lays aside what stands there, as public sources say it, where the nation is about to say it itself. */
export async function layAside(changing: Changing, nation: string): Promise<void> {
  if (await publicRecordOf(changing, nation)) return;
  const record = nationRecord.parse(await recordOf(changing, nation));
  const state = stateOfFips(record.seat.countyFips)!;
  await setPublicRecord(changing, nation, { record, state });
}

/** Lays aside what public sources say; null where the record is theirs again. */
export async function setPublicRecord(
  { em }: Changing,
  nation: string,
  aside: Recorded | null,
): Promise<void> {
  await em.execute('update org.tribal_nation set public_record = ?::jsonb where id = ?', [
    aside && JSON.stringify(aside),
    nation,
  ]);
}

/** Facts of a nation's land, and by which organization it is governed: of these no record speaks. */
export async function writeLand(
  { em, now }: Changing,
  { id, organization, landGeoids }: { id: string; organization: string; landGeoids: string[] },
  counties: readonly string[],
): Promise<void> {
  await em.execute(
    'update org.tribal_nation set organization_id = ?, land_geoids = ?::text[], updated_at = ? where id = ?',
    [organization, textArray(landGeoids), now, id],
  );
  await em.execute(`delete from org.nation_county where nation_id = ? and how = 'COUNTY'`, [id]);
  await em.execute(
    `insert into org.nation_county (nation_id, county_fips, how) select ?, unnest(?::text[]), 'COUNTY'`,
    [id, textArray(counties)],
  );
}

/** One that is invented stays so, whatever is recorded. */
export async function setStanding(
  { em }: Changing,
  nation: string,
  standing: 'CONFIRMED_BY_NATION' | 'PUBLIC_SOURCE',
): Promise<void> {
  await em.execute(
    `update org.tribal_nation set standing = ? where id = ? and standing <> 'SAMPLE'`,
    [standing, nation],
  );
}

/** Counts a change of a nation's record. @returns the version that it made */
export async function countNation({ em, now }: Changing, nation: string): Promise<number> {
  const [row] = await em.execute<{ version: number }[]>(
    'update org.tribal_nation set version = version + 1, updated_at = ? where id = ? returning version',
    [now, nation],
  );
  return row!.version;
}
