import type { TypeWays } from '../listings/index.js';
import { listService, serviceInput, type ListService } from './list-service.command.js';
import { serviceStatements } from './service.store.js';

/** How a service is read and written whole; what is written is checked there. */
export const serviceWays: TypeWays = {
  type: 'SERVICE',
  input: serviceInput,
  statements: (ids, sealing) => serviceStatements(sealing, ids),
  write: (whole, sealing, differing) => listService(whole as ListService, sealing, differing),
};
