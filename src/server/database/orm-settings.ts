import { Migrator } from '@mikro-orm/migrations';
import { migrations } from '../../../schema/migrations/index.js';
import { entities } from '../entities.js';

/** Connections for changes; reads have their own. */
export const WRITE_CONNECTIONS = 4;

/** What MikroORM is told, whichever database it writes to. */
export const ormSettings = {
  entities,
  extensions: [Migrator],
  migrations: { migrationsList: migrations, snapshot: false, tableName: 'harborlight_migration' },
  discovery: { warnWhenNoEntities: false },
  allowGlobalContext: false,
  // Statements hold what people wrote; none of them is logged.
  debug: false,
  logger: () => undefined,
};
