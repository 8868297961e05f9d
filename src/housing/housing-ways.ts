import type { TypeWays } from '../listings/index.js';
import { housingStatements } from './housing.store.js';
import { housingInput, listHousing, type ListHousing } from './list-housing.command.js';

/** How an option is read and written whole; what is written is checked there. */
export const housingWays: TypeWays = {
  type: 'HOUSING',
  input: housingInput,
  statements: (ids, sealing) => housingStatements(sealing, ids),
  write: (whole, sealing, differing) => listHousing(whole as ListHousing, sealing, differing),
};
