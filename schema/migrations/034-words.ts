import { Migration } from '@mikro-orm/migrations';

const WITHHOLDS = (organization: string) => `exists (
  select from org.location w where w.organization_id = ${organization} and not w.street_told)`;

const sealed =
  'key_id text not null, nonce bytea not null, sealed bytea not null, sealed_at timestamptz not null';

/**
 * Why something was proposed, whom a link is for and what an address was asked for were kept as they were written, also where whoever
 * wrote them may not know the door: where one is withheld, all that were written so far are noted. And sheets that were sent, and
 * their rows while they wait, lie from now on under keys of their own; what lay in clear goes in its time. What the passwords of the database's logins
 * are made of is sealed too.
 */
export class Words extends Migration {
  override up(): void {
    this.addSql(`insert into org.may_lead_to_door
      select p.id from org.proposal p where ${WITHHOLDS('p.organization_id')}
      union all select t.id from org.notice t where t.kind = 'ADDRESS_REVEALED' and ${WITHHOLDS('t.organization_id')}
      union all select k.id from org.report_link k join org.listing l on l.id = k.listing_id
        where ${WITHHOLDS('l.organization_id')}
      on conflict do nothing`);
    this.addSql(`create table staging.content_key (
      thing_id text collate "C" primary key,
      ${sealed})`);
    this.addSql(`create table auth.login_secret (purpose text collate "C" primary key, ${sealed})`);
  }

  /** What was noted stays so: it is read by fewer people. What lies under a key that is gone cannot be read: it is sent again. */
  override down(): void {
    this.addSql(`delete from staging.upload u using staging.content_key k where k.thing_id = u.id`);
    this.addSql(`update org.import set expires_at = greatest(started_at + interval '1 ms', now())
      where state in ('READING', 'READY') and id in (select thing_id from staging.content_key)`);
    this.addSql('drop table staging.content_key');
    this.addSql('drop table auth.login_secret');
  }
}
