import { Migration } from '@mikro-orm/migrations';

/**
 * A withdrawn listing says nothing beside its history: why it was withdrawn stood in a text that no input has, and that could lead to
 * a door withheld later.
 */
export class Withdrawn extends Migration {
  override up(): void {
    this.addSql(`update org.listing set status_reason = null where status = 'WITHDRAWN'`);
    this.addSql('alter table org.listing drop constraint listing_withdrawn');
    this.addSql(`alter table org.listing add constraint listing_withdrawn
      check (status <> 'WITHDRAWN' or (disclosure = 'OWN' and status_reason is null))`);
  }

  override down(): void {
    this.addSql('alter table org.listing drop constraint listing_withdrawn');
    this.addSql(`alter table org.listing add constraint listing_withdrawn
      check (status <> 'WITHDRAWN' or disclosure = 'OWN')`);
  }
}
