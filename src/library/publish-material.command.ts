import { z } from 'zod';
import { forgetLeading, holdAgainstDoors } from '../disclosure/index.js';
import type { Sealing } from '../vault/index.js';
import { newId, readInput, refuse, spokenLanguage } from '../kernel/index.js';
import { isOrganization } from '../organizations/index.js';
import { Audience, MaterialKind } from './library.js';
import { saveMaterial } from './library.store.js';

const input = z.strictObject({
  id: z.string().optional(),
  organizationId: z.string(),
  title: z.string().trim().min(1).max(300),
  kind: z.enum(MaterialKind),
  audiences: z.array(z.enum(Audience)).min(1).max(9),
  topics: z.array(z.string().trim().min(1).max(100)).max(30),
  language: spokenLanguage,
  url: z.url({ protocol: /^https?$/ }).max(1_000),
  description: z.string().trim().max(10_000).nullish(),
  publishedAt: z.iso.date(),
});
export type PublishMaterial = z.input<typeof input>;

/**
 * Publishes a material, or writes a known one anew.
 * @throws Refusal `INVALID` naming the field at fault
 */
export async function publishMaterial(given: PublishMaterial, changing: Sealing): Promise<string> {
  const {
    organizationId,
    description,
    id = newId('Material'),
    ...material
  } = readInput(input, given);
  if (!(await isOrganization(changing, organizationId))) {
    refuse('No organization has this id.', 'organizationId');
  }
  await saveMaterial(changing, {
    ...material,
    id,
    organization: organizationId,
    description: description ?? null,
  });
  const texts = { ...material, description };
  await holdAgainstDoors({ organizationId, given: texts }, changing);
  await forgetLeading(changing, id);
  return id;
}
