import { Migration } from '@mikro-orm/migrations';
import { kept } from './018-keeping/kept.js';
import { revisions } from './018-keeping/revisions.js';

/** What those who keep a thing true read and write of it: as its source has it, with every change that was made. */
export class Keeping extends Migration {
  override up(): void {
    for (const statement of [...revisions.up, ...kept.up]) this.addSql(statement);
  }

  override down(): void {
    for (const statement of [...kept.down, ...revisions.down]) this.addSql(statement);
  }
}
