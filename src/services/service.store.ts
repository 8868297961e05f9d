import type { Statement } from '../history/index.js';
import type { Changing } from '../kernel/index.js';
import { listingStatement } from '../listings/index.js';
import { ServiceEntity } from './service.entity.js';

export async function saveService(
  { em }: Changing,
  listing: string,
  kinds: string[],
): Promise<void> {
  await em.upsert(ServiceEntity, { listing, kinds });
}

/** What a service says of itself, by the names of its input. */
export async function serviceStatement(changing: Changing, id: string): Promise<Statement> {
  const [row] = await changing.em.execute<{ kinds: string[] }[]>(
    'select to_json(kinds) as kinds from org.service where listing_id = ?',
    [id],
  );
  return { ...(await listingStatement(changing, id)), ...row! };
}
