import { openKeysOfAll, type OwnKey } from '../access/index.js';
import { reachOfViewer } from '../disclosure/index.js';
import { batched, type Asking } from '../kernel/index.js';

/** The keys of an organization that hold, the oldest first, to its own people; null to everyone else. */
export function ownAppKeys(organization: string, asking: Asking): Promise<OwnKey[]> | null {
  const { organizations, nations } = reachOfViewer(asking);
  if (![...organizations, ...nations].includes(organization)) return null;
  const load = batched<OwnKey[]>(asking, 'appKeys', async (wanted) => {
    const keys = await openKeysOfAll(asking.read, wanted, asking.now);
    return Map.groupBy(keys, ({ organizationId }) => organizationId);
  });
  return load(organization).then((keys) => keys ?? []);
}
