import { publishMaterial, scheduleConvening } from '../../src/library/index.js';
import { newId, sql } from '../../src/kernel/index.js';
import type { Directory } from './directory.js';

/** A material as a mutation publishes it, but for whose it is; and a convening. */
export const SAMPLE_POSTER = {
  title: 'Sample poster',
  kind: 'POSTER',
  audiences: ['PUBLIC'],
  language: 'en',
  url: 'https://example.org/poster',
} as const;
export const SAMPLE_TABLE = {
  title: 'Sample table',
  topic: 'A test',
  startsAt: '2027-01-05T16:00:00Z',
  endsAt: '2027-01-05T17:00:00Z',
  timeZone: 'America/Chicago',
} as const;

/** What an organization answers for besides its listings. */
export interface LibraryThings {
  material: string;
  convening: string;
  /** The nation whose government it is; of any other one that is not there. */
  nation: string;
}

/** Publishes a material of an organization and schedules a convening. */
export async function libraryOf(
  directory: Directory,
  organizationId: string,
): Promise<LibraryThings> {
  const { audiences, ...poster } = SAMPLE_POSTER;
  const made = { ...poster, audiences: [...audiences], topics: [], publishedAt: '2026-01-01' };
  const times = {
    startsAt: new Date(SAMPLE_TABLE.startsAt),
    endsAt: new Date(SAMPLE_TABLE.endsAt),
  };
  const things = await directory.change(async (changing) => ({
    material: await publishMaterial({ ...made, organizationId }, changing),
    convening: await scheduleConvening(
      { ...SAMPLE_TABLE, ...times, hostIds: [organizationId] },
      changing,
    ),
  }));
  const [row] = await directory.database.read.rows<{ id: string }>(
    sql`select id from org.tribal_nation where organization_id = ${organizationId}`,
  );
  return { ...things, nation: row?.id ?? newId('TribalNation') };
}
