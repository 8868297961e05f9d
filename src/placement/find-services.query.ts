import { serviceById, type ServiceView } from '../services/index.js';
import { findListings } from './find.query.js';
import { noteUnmet } from './in-the-way.query.js';
import type { MatchPage } from './match-page.js';
import { matchParts, pageOf } from './matches.query.js';
import type { FindServicesInput } from './placement.input.js';
import type { PlacementAsking } from './placement-source.js';
import type { ServiceMatchView } from './placement.view.js';
import { prepareServices, type PageOf } from './prepare.query.js';

/**
 * Services for one seeker, best first. The seeker lives no longer than the request.
 * @param asked the fields asked of the page and its matches
 * @param askedOfService the fields asked of each service
 * @throws Refusal `INVALID` naming the field at fault
 */
export async function findServices(
  page: PageOf<FindServicesInput>,
  asked: ReadonlySet<string>,
  askedOfService: ReadonlySet<string>,
  asking: PlacementAsking,
): Promise<MatchPage<ServiceMatchView>> {
  const shapes = await asking.placements.shapes();
  const prepared = await prepareServices(page, asked, shapes, asking);
  const byId = (id: string, fields: ReadonlySet<string>) => serviceById(id, fields, asking);
  const found = await findListings<ServiceView>(prepared, askedOfService, byId, asking);
  await noteUnmet(prepared, found, byId, asking);
  const matchOf = await matchParts(prepared, found, asked, asking);
  return pageOf(prepared, found, asking, (row) => ({
    service: row.listing,
    ...matchOf(row, null),
  }));
}
