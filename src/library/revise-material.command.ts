import type { Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import type { ReviseMaterialInput } from './library-changes.input.js';
import { publishMaterial, type PublishMaterial } from './publish-material.command.js';
import { reviseOfLibrary, type Ways } from './revise-of-library.js';

const ways: Ways = {
  kind: 'Material',
  action: 'reviseMaterial',
  hostsAfter: async ({ hosts }) => hosts,
  write: (whole, _besides, sealing) =>
    publishMaterial(whole as unknown as PublishMaterial, sealing),
};

/** As `reviseOfLibrary`, of a material. @returns its id */
export function reviseMaterial(
  { id, version, reason, withdrawn, ...named }: Omit<ReviseMaterialInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  return reviseOfLibrary(
    { id, version, reason, withdrawn, named: { ...named } },
    ways,
    viewer,
    sealing,
  );
}
