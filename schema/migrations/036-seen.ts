import { Migration } from '@mikro-orm/migrations';
import { seen } from './036-seen/seen.js';

/** Who knows the doors of a house by time alone, and who only when another has confirmed her: decision 44. */
export class Seen extends Migration {
  override up(): void {
    for (const statement of seen.up) this.addSql(statement);
  }

  override down(): void {
    for (const statement of seen.down) this.addSql(statement);
  }
}
