import type { Statement } from '../history/index.js';
import { textArray, type Changing } from '../kernel/index.js';
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
export async function serviceStatements(
  changing: Changing,
  ids: readonly string[],
): Promise<Map<string, Statement>> {
  const listings = await listingStatements(changing, ids);
  const rows = await changing.em.execute<{ id: string; kinds: string[] }[]>(
    `select listing_id as id, to_json(kinds) as kinds from org.service
     where listing_id = any (?::text[])`,
    [textArray(ids)],
  );
  return new Map(rows.map(({ id, kinds }) => [id, { ...listings.get(id), kinds }]));
}
