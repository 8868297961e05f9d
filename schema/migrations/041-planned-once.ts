import { Migration } from '@mikro-orm/migrations';
import { toldContacts } from './004-telling/told-listing.js';
import { partners, strangers } from './011-partners/audiences.js';
import { toldSites } from './019-places/told-sites.js';
import { toldContactsPlanned, toldSitesPlanned } from './041-planned-once/told-by-plan.js';

/**
 * Telling planned each of its statements anew whenever something changed, for a plan made for one thing looked cheaper than one for
 * any number: that was more than half of what a change cost. What it calls is planned as it is.
 */
export class PlannedOnce extends Migration {
  override up(): void {
    this.addSql('alter function org.tell_things(text[]) set plan_cache_mode = force_generic_plan');
    this.addSql(toldContactsPlanned);
    for (const audience of [strangers, partners]) this.addSql(toldSitesPlanned(audience));
  }

  override down(): void {
    this.addSql('alter function org.tell_things(text[]) reset plan_cache_mode');
    this.addSql(toldContacts);
    for (const audience of [strangers, partners]) this.addSql(toldSites(audience));
  }
}
