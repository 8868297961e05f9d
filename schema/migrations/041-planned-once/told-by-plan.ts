import { contactsOfOwner, type Audience } from '../004-telling/told-listing.js';
import { sitesOf } from '../019-places/told-sites.js';

/*
 * A function in SQL that is not inlined is planned at each call; in PL/pgSQL once a connection.
 */

/** As `toldSites` of 019, planned once. */
export const toldSitesPlanned = (audience: Audience) =>
  `create or replace function org.${audience.named}_sites(organization text) returns text[]
  language plpgsql stable as $$ begin return (${sitesOf(audience)}); end $$`;

export const toldContactsPlanned = `create or replace function org.told_contacts(owner text) returns json
  language plpgsql stable as $$ begin return (${contactsOfOwner}); end $$`;
