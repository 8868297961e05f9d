import { Migration } from '@mikro-orm/migrations';
import { tellListings } from './004-telling/tellers.js';
import { everyone, toldFor, type Audience } from './004-telling/told-listing.js';

/** Everyone: of what is published, in places that are. */
const strangers: Audience = { ...everyone, locations: `s.disclosure = 'PUBLISHED'` };

const telling = (audience: Audience) => [
  ...toldFor(audience),
  tellListings(audience, 'listing_rows'),
];

/** A location has a disclosure of its own: one that is not published is told to no stranger, whatever stands there. */
export class Partners extends Migration {
  override up(): void {
    this.addSql(`alter table org.location add column disclosure text not null default 'PUBLISHED'
      check (disclosure in ('PUBLISHED', 'PARTNERS', 'OWN'))`);
    for (const statement of telling(strangers)) this.addSql(statement);
  }

  override down(): void {
    for (const statement of telling(everyone)) this.addSql(statement);
    this.addSql('alter table org.location drop column disclosure');
  }
}
