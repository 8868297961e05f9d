import { reviseListing } from '../listings/index.js';
import type { Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import type { ReviseHousingInput } from './housing-changes.input.js';
import { housingWays } from './housing-ways.js';

/** Changes what is named of a housing option, and nothing else. @returns its id */
export const reviseHousing = (
  { id, version, reason, ...named }: Omit<ReviseHousingInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> =>
  reviseListing(
    { id, version, reason, action: 'reviseHousing', named: { ...named } },
    housingWays,
    viewer,
    sealing,
  );
