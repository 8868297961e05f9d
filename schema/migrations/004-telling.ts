import { Migration } from '@mikro-orm/migrations';
import { tellers } from './004-telling/tellers.js';
import { toldListing } from './004-telling/told-listing.js';
import { noteTriggers } from './004-telling/triggers.js';

/**
 * How a source row becomes a told row. Every change notes the thing it touched in `org.untold`; when
 * the transaction commits, each noted thing is told once, from what the sources then say.
 */
export class Telling extends Migration {
  override up(): void {
    for (const statement of [...toldListing.up, ...tellers.up, ...noteTriggers.up]) {
      this.addSql(statement);
    }
  }

  override down(): void {
    for (const statement of [...noteTriggers.down, ...tellers.down, ...toldListing.down]) {
      this.addSql(statement);
    }
  }
}
