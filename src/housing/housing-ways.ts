import type { TypeWays } from '../listings/index.js';
import { housingStatement } from './housing.store.js';
import { listHousing, type ListHousing } from './list-housing.command.js';

/** How an option is read and written whole; what is written is checked there. */
export const housingWays: TypeWays = {
  type: 'HOUSING',
  statement: (id, sealing) => housingStatement(sealing, id),
  write: (whole, sealing) => listHousing(whole as ListHousing, sealing),
};
