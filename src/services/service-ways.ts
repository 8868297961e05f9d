import type { TypeWays } from '../listings/index.js';
import { listService, type ListService } from './list-service.command.js';
import { serviceStatement } from './service.store.js';

/** How a service is read and written whole; what is written is checked there. */
export const serviceWays: TypeWays = {
  type: 'SERVICE',
  statement: (id, sealing) => serviceStatement(sealing, id),
  write: (whole, sealing) => listService(whole as ListService, sealing),
};
