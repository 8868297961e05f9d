import { Migration } from '@mikro-orm/migrations';
import { keepingUnits } from './043-units-gone/keeping-units.js';

/**
 * A unit that its listing left out was deleted, and all that was ever reported of it with it. It stays, as none of its listing's any more:
 * whoever reads the units of a listing does not find it, and its listing may take it back.
 */
export class UnitsGone extends Migration {
  override up(): void {
    for (const statement of keepingUnits.up) this.addSql(statement);
  }

  override down(): void {
    for (const statement of keepingUnits.down) this.addSql(statement);
  }
}
