import { openKeysOfAll, type OwnKey } from '../access/index.js';
import { knowsDoorsOf, reachOfViewer } from '../disclosure/index.js';
import { batched, unheldReadBy, type Asking } from '../kernel/index.js';

/**
 * The keys of an organization that hold, the oldest first, to its own people; null to everyone else. What they are called is held
 * against no door: whoever is new reads it where none is withheld.
 */
export function ownAppKeys(organization: string, asking: Asking): Promise<OwnKey[]> | null {
  const reach = reachOfViewer(asking);
  const { organizations, nations } = reach;
  if (![...organizations, ...nations].includes(organization)) return null;
  const named = unheldReadBy(
    knowsDoorsOf('k.organization_id', reach),
    'k.organization_id',
    'k.name',
  );
  const load = batched<OwnKey[]>(asking, 'appKeys', async (wanted) => {
    const keys = await openKeysOfAll(asking.read, wanted, asking.now, named);
    return Map.groupBy(keys, ({ organizationId }) => organizationId);
  });
  return load(organization).then((keys) => keys ?? []);
}
