import type { Changing } from '../kernel/index.js';
import { TribalNationEntity, type SeatAddress } from './nation.entity.js';

export interface NationRow {
  id: string;
  organization: string;
  name: string;
  endonym: string | null;
  people: string;
  website: string | null;
  seat: SeatAddress;
  seatPoint: string;
  seatCountyFips: string;
  landGeoids: string[];
  standing: string;
}

/** `COUNTY`: its land lies there. `SERVICE_COUNTY`: it serves its people there. Never merged into one. */
export interface NationCounty {
  countyFips: string;
  how: 'COUNTY' | 'SERVICE_COUNTY';
}

/** Writes a nation, new or known, and all of its counties. */
export async function saveNation(
  { em, now }: Changing,
  nation: NationRow,
  counties: NationCounty[],
) {
  await em.upsert(
    TribalNationEntity,
    { ...nation, createdAt: now, updatedAt: now, version: 1 },
    {
      onConflictExcludeFields: ['createdAt', 'version'],
    },
  );
  await em.execute('delete from org.nation_county where nation_id = ?', [nation.id]);
  await em.execute(
    `insert into org.nation_county (nation_id, county_fips, how)
     select ?, row."countyFips", row.how from jsonb_to_recordset(?::jsonb) as row("countyFips" text, how text)`,
    [nation.id, JSON.stringify(counties)],
  );
}
