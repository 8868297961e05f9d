import { reviseListing } from '../listings/index.js';
import type { Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import type { ReviseServiceInput } from './service-changes.input.js';
import { serviceWays } from './service-ways.js';

/** Changes what is named of a service, and nothing else. @returns its id */
export const reviseService = (
  { id, version, reason, ...named }: Omit<ReviseServiceInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> =>
  reviseListing(
    { id, version, reason, action: 'reviseService', named: { ...named } },
    serviceWays,
    viewer,
    sealing,
  );
