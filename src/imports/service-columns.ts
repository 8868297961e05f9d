import { ServiceKind } from '../services/index.js';
import { many, needed, type Column } from './column.js';
import { first, last } from './listing-columns.js';

/** What a sheet of services says of each. */
export const serviceColumns: readonly Column[] = [
  ...first,
  needed(many('service_types', 'kinds', ServiceKind)),
  ...last,
];
