import { Migration } from '@mikro-orm/migrations';

/** When the last confirmation of a listing runs out: those that are due are found without looking at each. */
export class Due extends Migration {
  override up(): void {
    this.addSql('alter table org.listing add column due_at timestamptz');
    this.addSql(`update org.listing l set due_at = (
      select f.due_at from org.confirmation f where f.listing_id = l.id
      order by f.confirmed_at desc, f.id desc limit 1)`);
    this.addSql(`create index listing_due on org.listing (due_at) where status <> 'WITHDRAWN'`);
  }

  override down(): void {
    this.addSql('drop index org.listing_due');
    this.addSql('alter table org.listing drop column due_at');
  }
}
