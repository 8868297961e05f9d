import { Migration } from '@mikro-orm/migrations';
import { consents } from './012-disclosing/consents.js';
import { notices } from './012-disclosing/notices.js';
import { proposals } from './012-disclosing/proposals.js';
import { revealGrants } from './012-disclosing/reveal-grants.js';

/** Two people to tell more, one to tell less; what a nation consents to; who beyond its own people may ask for a door. */
export class Disclosing extends Migration {
  override up(): void {
    for (const { up } of [proposals, consents, revealGrants, notices]) {
      for (const statement of up) this.addSql(statement);
    }
  }

  override down(): void {
    for (const { down } of [notices, revealGrants, consents, proposals]) {
      for (const statement of down) this.addSql(statement);
    }
  }
}
