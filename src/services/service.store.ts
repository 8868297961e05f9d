import type { Changing } from '../kernel/index.js';
import { ServiceEntity } from './service.entity.js';

export async function saveService(
  { em }: Changing,
  listing: string,
  kinds: string[],
): Promise<void> {
  await em.upsert(ServiceEntity, { listing, kinds });
}
