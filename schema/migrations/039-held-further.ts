import { Migration } from '@mikro-orm/migrations';
import { whoEntered } from './039-held-further/who-entered.js';

/** Who knows a door by time alone, asked of each door and of who entered it (decision 44). */
export class HeldFurther extends Migration {
  override up(): void {
    for (const statement of whoEntered.up) this.addSql(statement);
  }

  override down(): void {
    for (const statement of whoEntered.down) this.addSql(statement);
  }
}
