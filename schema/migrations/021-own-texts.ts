import { Migration } from '@mikro-orm/migrations';
import { keptForStewards } from './021-own-texts/kept-for-stewards.js';

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
 * What is told to nobody but an organization's own people is not refused for leading to a door that is withheld later. A steward
 * may not know that door: what leads there is noted by its id, and she does not read it. What was written before this was not
 * looked through, and is noted where it may.
 */
export class OwnTexts extends Migration {
  override up(): void {
    this.addSql(`create table org.leads_to_door (thing_id text collate "C" primary key)`);
    this.addSql(`insert into org.leads_to_door
      select l.id from org.listing l
        where (l.disclosure = 'OWN' or l.status = 'WITHDRAWN') and ${WITHHOLDS('l.organization_id')}
      union all select s.id from org.location s where ${WITHHOLDS('s.organization_id')}
      union all select p.id from org.proposal p where ${WITHHOLDS('p.organization_id')}`);
    for (const statement of keptForStewards.up) this.addSql(statement);
    this.addSql(AS_BEFORE_019);
  }

  override down(): void {
    for (const statement of keptForStewards.down) this.addSql(statement);
    this.addSql('drop table org.leads_to_door');
  }
}
