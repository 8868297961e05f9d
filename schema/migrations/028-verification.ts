import { Migration } from '@mikro-orm/migrations';
import { byGroup } from './028-verification/by-group.js';
import { later } from './028-verification/later.js';
import { reminders } from './028-verification/reminders.js';

/**
 * What a listing says is confirmed by group; one whose confirmation has run out comes later in lists; and its people are reminded
 * before that, then, and once more.
 */
export class Verification extends Migration {
  override up(): void {
    for (const statement of [...byGroup.up, ...later.up, ...reminders.up]) this.addSql(statement);
  }

  override down(): void {
    for (const statement of [...reminders.down, ...later.down, ...byGroup.down]) {
      this.addSql(statement);
    }
  }
}
