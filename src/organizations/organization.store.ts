import { textArray, type Changing } from '../kernel/index.js';
import type { Disclosure } from '../disclosure/index.js';
import type { Point } from '../geography/index.js';
import { LocationEntity, OrganizationEntity } from './organization.entity.js';

export interface OrganizationRow {
  id: string;
  name: string;
  kind: string;
  roles: string[];
  description: string | null;
  website: string | null;
  region: string | null;
  standing: string;
  admittedAt: Date | null;
}

export interface LocationRow {
  id: string;
  name: string;
  streetTold: boolean;
  lines: string[] | null;
  city: string | null;
  state: string;
  postalCode: string | null;
  country: string;
  point: Point | null;
  countyFips: string;
  withheldReason: string | null;
  disclosure: Disclosure;
}

/** Extended well-known text: longitude first. */
export const pointText = ({ latitude, longitude }: Point) =>
  `SRID=4326;POINT(${longitude} ${latitude})`;

/** Writes an organization, new or known; a known one keeps the day it was first entered. */
export async function saveOrganization(
  { em, now }: Changing,
  organization: OrganizationRow,
): Promise<void> {
  await em.upsert(
    OrganizationEntity,
    { ...organization, createdAt: now, updatedAt: now, version: 1 },
    {
      onConflictExcludeFields: ['createdAt', 'version'],
    },
  );
}

/**
 * Writes sites, new or known; how far a known one is told stays as it was decided. One that is no longer named stays:
 * listings may still stand there.
 */
export async function saveLocations(
  { em }: Changing,
  organization: string,
  locations: LocationRow[],
) {
  if (locations.length === 0) return;
  await em.upsertMany(
    LocationEntity,
    locations.map((location) => ({
      ...location,
      organization,
      point: location.point && pointText(location.point),
    })),
    { onConflictExcludeFields: ['disclosure'] },
  );
}

/** The sites of an organization among these ids. */
export async function locationsOf(
  { em }: Changing,
  organization: string,
  ids: string[],
): Promise<string[]> {
  const found = await em.execute<{ id: string }[]>(
    'select id from org.location where organization_id = ? and id = any (?::text[])',
    [organization, textArray(ids)],
  );
  return found.map(({ id }) => id);
}

/** The same, held until the change is kept. */
export async function holdLocations(
  { em }: Changing,
  organization: string,
  ids: string[],
): Promise<string[]> {
  const found = await em.execute<{ id: string }[]>(
    `select id from org.location where organization_id = ? and id = any (?::text[])
     order by id for no key update`,
    [organization, textArray(ids)],
  );
  return found.map(({ id }) => id);
}

export async function isOrganization({ em }: Changing, id: string): Promise<boolean> {
  return (
    (await em.execute<unknown[]>('select 1 from org.organization where id = ?', [id])).length > 0
  );
}
