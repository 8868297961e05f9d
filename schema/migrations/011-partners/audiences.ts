import { everyone, type Audience } from '../004-telling/told-listing.js';

/** Everyone: of what is published, in places that are. */
export const strangers: Audience = { ...everyone, locations: `s.disclosure = 'PUBLISHED'` };

/**
 * Partners: of what is published or for them. Here lie only things that they are told of otherwise than
 * strangers: a listing for partners, a published one with a place for partners, an organization of which they
 * are told more places.
 */
export const partners: Audience = {
  schema: 'further',
  named: 'further',
  listings: `l.disclosure in ('PUBLISHED', 'PARTNERS')`,
  locations: `s.disclosure in ('PUBLISHED', 'PARTNERS')`,
  differs: {
    listing: `(l.disclosure = 'PARTNERS' or exists (
      select from org.listing_site at join org.location place on place.id = at.location_id
      where at.listing_id = l.id and place.disclosure = 'PARTNERS'))`,
    organization: 'org.further_sites(o.id) <> org.told_sites(o.id)',
  },
  reads: 'partners',
  isOwn: 'not exists (select from pub.listing p where p.id = t.id)',
  placesOfOthers: `
  more_places as (
    insert into further.listing_places (listing_id, places) select t.id, t.places from telling t
    where exists (select from pub.listing p where p.id = t.id)),`,
};
