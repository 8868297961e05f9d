import { Migration } from '@mikro-orm/migrations';

const id = 'text collate "C"';
const account = `${id} references auth.account`;

/**
 * Links by which whoever has one reports the beds of one listing. The secret in a link stands here by its digest alone. A link
 * ends with the role of whoever made it, and with its listing, whatever statement ends those; and stays so when they come back.
 */
export class ReportLinks extends Migration {
  override up(): void {
    this.addSql(`create table org.report_link (
      id ${id} primary key,
      listing_id ${id} not null references org.listing on delete cascade,
      secret_digest bytea not null unique,
      label text not null check (length(label) between 1 and 60),
      made_at timestamptz not null, made_by ${account} not null,
      expires_at timestamptz not null check (expires_at > made_at),
      ended_at timestamptz, ended_by ${account})`);
    this.addSql(
      `create index report_link_open on org.report_link (listing_id) where ended_at is null`,
    );
    this.addSql(
      `create index report_link_of_person on org.report_link (made_by) where ended_at is null`,
    );
    this.addSql(
      `alter table org.availability_report add column link_id ${id} references org.report_link on delete set null`,
    );
    this
      .addSql(`create index availability_report_link on org.availability_report (link_id, reported_at)
      where link_id is not null`);
    this
      .addSql(`create function auth.end_report_links() returns trigger language plpgsql as $$ begin
      update org.report_link k set ended_at = new.ended_at, ended_by = new.ended_by from org.listing l
      where k.made_by = new.account_id and k.ended_at is null
        and l.id = k.listing_id and l.organization_id = new.organization_id;
      return null;
    end $$`);
    this
      .addSql(`create trigger end_report_links after update of ended_at on auth.role_grant for each row
      when (old.ended_at is null and new.ended_at is not null) execute function auth.end_report_links()`);
    this.addSql(`create function org.end_report_links() returns trigger language plpgsql as $$ begin
      update org.report_link set ended_at = now() where listing_id = new.id and ended_at is null;
      return null;
    end $$`);
    this.addSql(`create trigger end_report_links after update of status on org.listing for each row
      when (old.status <> 'WITHDRAWN' and new.status = 'WITHDRAWN') execute function org.end_report_links()`);
  }

  override down(): void {
    this.addSql('drop trigger end_report_links on org.listing');
    this.addSql('drop function org.end_report_links()');
    this.addSql('drop trigger end_report_links on auth.role_grant');
    this.addSql('drop function auth.end_report_links()');
    this.addSql('alter table org.availability_report drop column link_id');
    this.addSql('drop table org.report_link');
  }
}
