import { Migration } from '@mikro-orm/migrations';

/** What was searched for and not found: numbers of searches, never fewer than five. */
export class UnmetNeeds extends Migration {
  override up(): void {
    this.addSql(`create table org.unmet_need (
      month date not null check (month = date_trunc('month', month)),
      region_id text collate "C" references org.region on delete set null,
      listing_type text not null check (listing_type in ('HOUSING', 'SERVICE')),
      criterion text,
      searches integer not null check (searches >= 5),
      unique nulls not distinct (month, region_id, listing_type, criterion))`);
  }

  override down(): void {
    this.addSql('drop table org.unmet_need');
  }
}
