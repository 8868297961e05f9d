import { Migration } from '@mikro-orm/migrations';
import { named } from './012-disclosing/notices.js';
import { kindsSince } from './031-own-keys.js';

/** Convenings that are withdrawn, and that an organization hosted once, as their changes say, which withholds an address now. */
export const NOTED_OF_EARLIER_HOSTS = `insert into org.may_lead_to_door
  select v.id from org.convening v where v.withdrawn_at is not null and exists (
    select from org.revision r
      cross join lateral jsonb_array_elements_text(r.changes #> '{hostIds,before}') was(host)
      join org.location s on s.organization_id = was.host and not s.street_told
    where r.thing_id = v.id)
  on conflict do nothing`;

export const kindsWithHosts = [...kindsSince, 'HOST_TAKEN_OUT'];

/**
 * Words of a convening may lead to the door of whoever hosted it once: where it was moved to another host, whoever may not know that door
 * read them when it was withdrawn. They are noted like those of its hosts. An organization that is
 * taken out of a convening is told.
 */
export class EarlierHosts extends Migration {
  override up(): void {
    this.addSql(NOTED_OF_EARLIER_HOSTS);
    this.addSql(`alter table org.notice add column convening_id text collate "C"
      references org.convening on delete set null`);
    for (const statement of named(kindsWithHosts)) this.addSql(statement);
  }

  /** What was noted stays so: it is read by fewer people. */
  override down(): void {
    this.addSql(`delete from org.notice where kind = 'HOST_TAKEN_OUT'`);
    this.addSql('alter table org.notice drop column convening_id');
    for (const statement of named(kindsSince)) this.addSql(statement);
  }
}
