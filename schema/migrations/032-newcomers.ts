import { Migration } from '@mikro-orm/migrations';

/** Of an organization that withholds an address. */
const WITHHOLDS = (organization: string) => `exists (
  select from org.location w where w.organization_id = ${organization} and not w.street_told)`;

/**
 * Why something was granted or told of, the labels of links and a nation's terms were written while nothing was held against a door
 * that is withheld now: they are noted like all else that its own people alone read. And what was granted of a listing ends when
 * that is withdrawn, whatever statement withdraws it, and stays so when it comes back.
 */
export class Newcomers extends Migration {
  override up(): void {
    this.addSql(`insert into org.may_lead_to_door
      select g.id from org.reveal_grant g where ${WITHHOLDS('g.organization_id')}
      union all select t.id from org.notice t where t.reason is not null and ${WITHHOLDS('t.organization_id')}
      union all select k.id from org.report_link k join org.listing l on l.id = k.listing_id
        where ${WITHHOLDS('l.organization_id')}
      union all select c.id from org.consent c join org.tribal_nation n on n.id = c.nation_id
        where ${WITHHOLDS('n.organization_id')}
      on conflict do nothing`);
    this.addSql(`update org.reveal_grant g set ended_at = now() from org.listing l
      where l.id = g.listing_id and l.status = 'WITHDRAWN' and g.ended_at is null`);
    this
      .addSql(`create function org.end_reveal_grants() returns trigger language plpgsql as $$ begin
      update org.reveal_grant set ended_at = now() where listing_id = new.id and ended_at is null;
      return null;
    end $$`);
    this.addSql(`create trigger end_reveal_grants after update of status on org.listing for each row
      when (old.status <> 'WITHDRAWN' and new.status = 'WITHDRAWN') execute function org.end_reveal_grants()`);
  }

  override down(): void {
    this.addSql('drop trigger end_reveal_grants on org.listing');
    this.addSql('drop function org.end_reveal_grants()');
    this
      .addSql(`delete from org.may_lead_to_door where thing_id like 'rvg\\_%' or thing_id like 'ntc\\_%'
      or thing_id like 'rpl\\_%' or thing_id like 'cns\\_%'`);
  }
}
