import { Migration } from '@mikro-orm/migrations';
import { attempts } from './017-held-by-database/attempts.js';
import { decisions } from './017-held-by-database/decisions.js';
import { wakePartners } from './017-held-by-database/wake-partners.js';

/** What only the code held until now, or each server for itself. */
export class HeldByDatabase extends Migration {
  override up(): void {
    for (const { up } of [decisions, wakePartners, attempts]) {
      for (const statement of up) this.addSql(statement);
    }
  }

  override down(): void {
    for (const { down } of [attempts, wakePartners, decisions]) {
      for (const statement of down) this.addSql(statement);
    }
  }
}
