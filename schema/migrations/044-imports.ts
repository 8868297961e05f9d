import { Migration } from '@mikro-orm/migrations';

const id = 'text collate "C"';

/**
 * An import is one server's to read for some seconds, by the clock of the database; and it is known which listings a sheet was compared
 * with, so that those which came since are compared before it is applied.
 */
export class ImportsAtOnce extends Migration {
  override up(): void {
    this.addSql('alter table org.import add column reading_until timestamptz');
    this.addSql(`create table staging.import_seen (
      import_id ${id} not null references org.import on delete cascade,
      thing_id ${id} not null, version integer not null,
      primary key (import_id, thing_id))`);
    this.addSql(
      'create index phone_of_listings on org.phone (number) where listing_id is not null',
    );
  }

  override down(): void {
    this.addSql('drop index org.phone_of_listings');
    this.addSql('drop table staging.import_seen');
    this.addSql('alter table org.import drop column reading_until');
  }
}
