import { Migration } from '@mikro-orm/migrations';

/** What an organization is told of what others did with what is its own. */
export class Notices extends Migration {
  override up(): void {
    this.addSql(`create table org.notice (
      id text collate "C" primary key,
      organization_id text collate "C" not null references org.organization on delete cascade,
      kind text not null check (kind in ('ADDRESS_REVEALED')),
      listing_id text collate "C" references org.listing on delete set null,
      account_id text collate "C" references auth.account,
      noted_at timestamptz not null)`);
    this.addSql('create index notice_organization on org.notice (organization_id, noted_at)');
  }

  override down(): void {
    this.addSql('drop table org.notice');
  }
}
