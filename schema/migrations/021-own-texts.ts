import { Migration } from '@mikro-orm/migrations';
import { overseen } from './021-own-texts/overseen.js';

const WITHHOLDS = (organization: string) => `exists (
  select from org.location w where w.organization_id = ${organization} and not w.street_told)`;

const STEPS = `array['OWN', 'PARTNERS', 'PUBLISHED']`;
const step = (column: string) => `array_position(${STEPS}, ${column})`;

/**
 * Places that 019 told as far as a withdrawn listing was: before it, they were in no answer. Where one stands they are told no
 * further than what else stands there, and to their own people where nothing does.
 */
export const AS_BEFORE_019 = `update org.location s set disclosure = there.furthest from (
    select ls.location_id as id, coalesce((${STEPS})[max(${step('l.disclosure')})
      filter (where l.status <> 'WITHDRAWN')], 'OWN') as furthest
    from org.listing_site ls join org.listing l on l.id = ls.listing_id
    group by ls.location_id having bool_or(l.status = 'WITHDRAWN')) there
  where there.id = s.id and ${step('s.disclosure')} > ${step('there.furthest')}`;

/**
 * What is told to nobody but an organization's own people is not refused for leading to a door that is withheld later. Whoever may
 * not know that door does not read it: it is noted by its id, until it was held against every door. A withdrawn listing is told
 * as far as a new one: two people tell it again when it has come back.
 */
export class OwnTexts extends Migration {
  override up(): void {
    this.addSql(`create table org.may_lead_to_door (thing_id text collate "C" primary key)`);
    this.addSql(`insert into org.may_lead_to_door
      select l.id from org.listing l
        where (l.disclosure = 'OWN' or l.status = 'WITHDRAWN') and ${WITHHOLDS('l.organization_id')}
      union all select s.id from org.location s where ${WITHHOLDS('s.organization_id')}
      union all select s.id from org.suggestion s where s.answer is not null and ${WITHHOLDS('s.organization_id')}
      union all select p.id from org.proposal p where ${WITHHOLDS('p.organization_id')}`);
    for (const statement of overseen.up) this.addSql(statement);
    this.addSql(AS_BEFORE_019);
    this.addSql(`update org.listing set disclosure = 'OWN' where status = 'WITHDRAWN'`);
    this.addSql(`alter table org.listing add constraint listing_withdrawn
      check (status <> 'WITHDRAWN' or disclosure = 'OWN')`);
  }

  override down(): void {
    this.addSql('alter table org.listing drop constraint listing_withdrawn');
    for (const statement of overseen.down) this.addSql(statement);
    this.addSql('drop table org.may_lead_to_door');
  }
}
