import { Migration } from '@mikro-orm/migrations';
import { guards } from './039-held-further/guards.js';
import { whoEntered } from './039-held-further/who-entered.js';

/** Who knows a door by time alone, asked of each door and of who entered it (decision 44); and what no statement alone does (24). */
export class HeldFurther extends Migration {
  override up(): void {
    for (const statement of [...whoEntered.up, ...guards.up]) this.addSql(statement);
  }

  override down(): void {
    for (const statement of [...guards.down, ...whoEntered.down]) this.addSql(statement);
  }
}
