import { Migration } from '@mikro-orm/migrations';
import { sites } from './004-telling/told-listing.js';
import { partners, strangers } from './011-partners/audiences.js';
import { toldSites } from './019-places/told-sites.js';

/** A listing tells of a place no further than it is told itself; as far as any that stands there. */
const NO_FURTHER = `update org.location s set disclosure = there.furthest from (
    select ls.location_id as id, (array['OWN', 'PARTNERS', 'PUBLISHED'])[max(array_position(
      array['OWN', 'PARTNERS', 'PUBLISHED'], l.disclosure))] as furthest
    from org.listing_site ls join org.listing l on l.id = ls.listing_id group by ls.location_id) there
  where there.id = s.id
    and array_position(array['OWN', 'PARTNERS', 'PUBLISHED'], s.disclosure)
      > array_position(array['OWN', 'PARTNERS', 'PUBLISHED'], there.furthest)`;

/** Organizations with such a place are told anew, by the triggers of their rows. */
const tellAnew = (where: string) => `update org.organization o set id = id where exists (
  select from org.location s join org.listing_site ls on ls.location_id = s.id
  join org.listing l on l.id = ls.listing_id where s.organization_id = o.id and ${where})`;

/**
 * Whether an office is told was read off what stands there: a listing that nobody may know of took it out of every answer, and
 * so told of itself. A place is told as far as was decided of the place.
 */
export class Places extends Migration {
  override up(): void {
    this.addSql(NO_FURTHER);
    for (const audience of [strangers, partners]) this.addSql(toldSites(audience));
    this.addSql(tellAnew("l.status = 'WITHDRAWN'"));
  }

  override down(): void {
    for (const audience of [strangers, partners]) this.addSql(sites(audience));
    this.addSql(tellAnew('s.street_told'));
  }
}
