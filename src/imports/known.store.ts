import type { Changing } from '../kernel/index.js';
import { Known, type KnownPlaces } from './known.js';

/** What cells of a sheet of an organization may name. */
export async function knownTo({ em }: Changing, organization: string): Promise<Known> {
  const [row] = await em.execute<{ places: KnownPlaces }[]>(
    `select json_build_object(
       'counties', (select coalesce(json_agg(json_build_object('fips', fips, 'name', name, 'state', state) order by fips),
         '[]') from pub.county),
       'regions', (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by id), '[]') from org.region),
       'nations', (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by id), '[]')
         from org.tribal_nation),
       'sites', (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by id), '[]')
         from org.location where organization_id = ?)) as places`,
    [organization],
  );
  return new Known(row!.places);
}
