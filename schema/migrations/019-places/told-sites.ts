import type { Audience } from '../004-telling/told-listing.js';

/**
 * The sites of an organization that may be told of, by what was decided of them: those whose street is told; of those whose street
 * is withheld only the ones where a told listing stands, which tells the county anyway.
 */
export const sitesOf = ({ listings, locations }: Audience) =>
  `select coalesce(array_agg(s.id order by s.id), '{}') from org.location s
  where s.organization_id = organization and ${locations} and (s.street_told or exists (
    select from org.listing_site ls join org.listing l on l.id = ls.listing_id
    where ls.location_id = s.id and ${listings} and l.status <> 'WITHDRAWN'))`;

export const toldSites = (audience: Audience) =>
  `create or replace function org.${audience.named}_sites(organization text) returns text[]
  language sql stable as $$ ${sitesOf(audience)} $$`;
