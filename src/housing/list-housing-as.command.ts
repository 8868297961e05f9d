import { listAs, type ListedBy } from '../listings/index.js';
import type { Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { listHousing, type ListHousing } from './list-housing.command.js';
import type { ListHousingInput } from './housing-changes.input.js';

/**
 * Lists a housing option of an organization whose coordinator the viewer is, or which she keeps: told to its people alone for now.
 * @returns its id
 */
export const listHousingAs = (
  given: Omit<ListHousingInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
  by?: ListedBy,
): Promise<string> =>
  listAs(
    given,
    'listHousing',
    async (whole) => (await listHousing(whole as unknown as ListHousing, sealing)).id,
    viewer,
    sealing,
    by,
  );
