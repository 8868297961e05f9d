import { Migration } from '@mikro-orm/migrations';
import { tellListings } from './004-telling/tellers.js';
import { everyone, toldFor, type Audience } from './004-telling/told-listing.js';
import { strangers } from './011-partners/audiences.js';
import { relations } from './011-partners/relations.js';
import { tellPartners } from './011-partners/tell-partners.js';

const tellEveryone = (audience: Audience) => [
  ...toldFor(audience),
  tellListings(audience, 'listing_rows'),
];

/**
 * A location has a disclosure of its own, and partners are told more than strangers: listings and places that
 * are for them. That lies in a schema of its own, made by the same tellers; `pub` says nothing of it.
 */
export class Partners extends Migration {
  override up(): void {
    this.addSql(`alter table org.location add column disclosure text not null default 'PUBLISHED'
      check (disclosure in ('PUBLISHED', 'PARTNERS', 'OWN'))`);
    for (const statement of [...tellEveryone(strangers), ...relations.up, ...tellPartners.up]) {
      this.addSql(statement);
    }
  }

  override down(): void {
    for (const statement of [...tellPartners.down, ...relations.down, ...tellEveryone(everyone)]) {
      this.addSql(statement);
    }
    this.addSql('alter table org.location drop column disclosure');
  }
}
