import { listAs } from '../listings/index.js';
import type { Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { listHousing, type ListHousing } from './list-housing.command.js';
import type { ListHousingInput } from './housing-changes.input.js';

/**
 * Lists a housing option of an organization whose coordinator the viewer is: told to its people alone for now.
 * @returns its id
 */
export const listHousingAs = (
  given: Omit<ListHousingInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> =>
  listAs(
    given,
    'listHousing',
    async (whole) => (await listHousing(whole as unknown as ListHousing, sealing)).id,
    viewer,
    sealing,
  );
