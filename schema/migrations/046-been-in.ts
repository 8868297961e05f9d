import { Migration } from '@mikro-orm/migrations';
import { beenIn } from './046-been-in/counting.js';

/** Since when somebody has come in with a role that another gave her: before it she sees nobody come to the house (decision 44). */
export class BeenIn extends Migration {
  override up(): void {
    for (const statement of beenIn.up) this.addSql(statement);
  }

  override down(): void {
    for (const statement of beenIn.down) this.addSql(statement);
  }
}
