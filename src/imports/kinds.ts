import { housingWays, listHousingAs } from '../housing/index.js';
import type { Viewer } from '../kernel/index.js';
import type { ListedBy, TypeWays } from '../listings/index.js';
import { listServiceAs, serviceWays } from '../services/index.js';
import type { Sealing } from '../vault/index.js';
import type { Column } from './column.js';
import { housingColumns } from './housing-columns.js';
import type { ImportKind } from './import.js';
import { serviceColumns } from './service-columns.js';

/** How things of a kind stand in a sheet, and the commands by which they are changed. */
interface KindWays {
  columns: readonly Column[];
  ways: TypeWays;
  /** The mutation by which one is revised. */
  revises: string;
  list: (given: never, viewer: Viewer, sealing: Sealing, by: ListedBy) => Promise<string>;
}

export const kinds: Record<ImportKind, KindWays> = {
  HOUSING: {
    columns: housingColumns,
    ways: housingWays,
    revises: 'reviseHousing',
    list: listHousingAs,
  },
  SERVICES: {
    columns: serviceColumns,
    ways: serviceWays,
    revises: 'reviseService',
    list: listServiceAs,
  },
};

/** Which listing a row is of, and as it was read; empty of one that is new. */
export const OWN_COLUMNS = ['id', 'version'] as const;

/** The columns of a sheet of a kind, in their order. */
export const columnNames = (kind: ImportKind): string[] => [
  ...OWN_COLUMNS,
  ...kinds[kind].columns.map(({ name }) => name),
];
