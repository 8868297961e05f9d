import { availabilityOf, housingOptionById, type HousingOptionView } from '../housing/index.js';
import { findListings } from './find.query.js';
import type { MatchPage } from './match-page.js';
import { matchParts, pageOf } from './matches.query.js';
import type { FindHousingInput } from './placement.input.js';
import type { PlacementAsking } from './placement-source.js';
import type { HousingMatchView } from './placement.view.js';
import { prepareHousing, type PageOf } from './prepare.query.js';

/**
 * Housing for one seeker, best first. The seeker lives no longer than the request.
 * @param asked the fields asked of the page and its matches
 * @param askedOfOption the fields asked of each option
 * @throws Refusal `INVALID` naming the field at fault
 */
export async function findHousing(
  page: PageOf<FindHousingInput>,
  asked: ReadonlySet<string>,
  askedOfOption: ReadonlySet<string>,
  asking: PlacementAsking,
): Promise<MatchPage<HousingMatchView>> {
  const shapes = await asking.placements.shapes();
  const prepared = await prepareHousing(page, asked, shapes, asking);
  const byId = (id: string, fields: ReadonlySet<string>) => housingOptionById(id, fields, asking);
  const found = await findListings<HousingOptionView>(prepared, askedOfOption, byId, asking);
  const matchOf = matchParts(prepared, await asking.placements.land(), asking);
  return pageOf(prepared, found, asking, ({ listing, proposal }) => {
    const unit = listing.units[proposal.unit] ?? null;
    const availability = availabilityOf(unit ?? { capacity: null, report: null }, prepared.clock);
    const rules = unit?.eligibility ?? [];
    return {
      option: listing,
      unit,
      availability,
      ...matchOf({ listing, proposal, kind: listing.kind, rules, availability }),
    };
  });
}
