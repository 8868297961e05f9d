import { listAs, type ListedBy } from '../listings/index.js';
import type { Viewer } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { listService, type ListService } from './list-service.command.js';
import type { ListServiceInput } from './service-changes.input.js';

/**
 * Lists a service of an organization whose coordinator the viewer is, or which she keeps: told to its people alone for now.
 * @returns its id
 */
export const listServiceAs = (
  given: Omit<ListServiceInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
  by?: ListedBy,
): Promise<string> =>
  listAs(
    given,
    'listService',
    (whole) => listService(whole as unknown as ListService, sealing),
    viewer,
    sealing,
    by,
  );
