import { record } from '../audit/index.js';
import { noteWritten } from '../disclosure/index.js';
import { atInput, type Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { spokenFor } from './keeping.js';
import type { PublishMaterialInput } from './library-changes.input.js';
import { publishMaterial, type PublishMaterial } from './publish-material.command.js';

/**
 * Publishes a material of an organization that is the viewer's to speak for.
 * @returns its id
 * @throws Refusal `NOT_FOUND`, `FORBIDDEN` and `INVALID` as `spokenFor` and `publishMaterial`
 */
export async function publishMaterialAs(
  given: Omit<PublishMaterialInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  const spoken = await spokenFor(
    [given.organizationId],
    viewer,
    sealing,
    () => 'input.organizationId',
  );
  const today = sealing.now.toISOString().slice(0, 10);
  const { topics, publishedAt } = given;
  const said = { ...given, topics: topics ?? [], publishedAt: publishedAt ?? today };
  const id = await atInput(() => publishMaterial(said as PublishMaterial, sealing));
  await record(sealing, viewer, { action: 'publishMaterial', thing: id });
  for (const one of spoken) await noteWritten(one, viewer, sealing);
  return id;
}
