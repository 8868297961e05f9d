import { Migration } from '@mikro-orm/migrations';
import { changeLog } from './023-changes/change-log.js';
import { fill } from './023-changes/fill.js';
import { lastChanges } from './023-changes/last-changes.js';

/**
 * What is told to whom is logged: of each thing its latest change alone, strangers' and partners' apart. When a listing was last
 * changed is read from there, and no longer told in its card: it moved with changes that nobody was told of.
 */
export class Changes extends Migration {
  override up(): void {
    for (const statement of [...lastChanges.up, ...changeLog.up, ...fill]) this.addSql(statement);
  }

  override down(): void {
    for (const statement of [...changeLog.down, ...lastChanges.down]) this.addSql(statement);
  }
}
