import type { Statement } from '../history/index.js';
import type { Changing } from '../kernel/index.js';
import { listingStatements } from '../listings/index.js';
import { ServiceEntity } from './service.entity.js';

export async function saveService(
  { em }: Changing,
  listing: string,
  kinds: string[],
): Promise<void> {
  await em.upsert(ServiceEntity, { listing, kinds });
}

/** What services say of themselves, by the names of their input. */
export const serviceStatements = (
  changing: Changing,
  ids: readonly string[],
): Promise<Map<string, Statement>> =>
  listingStatements(changing, ids, {
    join: 'org.service s on s.listing_id = l.id',
    said: `json_build_object('kinds', s.kinds)`,
  });
