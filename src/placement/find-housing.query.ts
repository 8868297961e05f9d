import { availabilityOf, housingOptionById, type HousingOptionView } from '../housing/index.js';
import { askedAlso } from '../kernel/index.js';
import { findListings } from './find.query.js';
import { noteUnmet } from './in-the-way.query.js';
import type { MatchPage } from './match-page.js';
import { matchParts, pageOf } from './matches.query.js';
import type { FindHousingInput } from './placement.input.js';
import type { PlacementAsking } from './placement-source.js';
import type { HousingMatchView } from './placement.view.js';
import { prepareHousing, type PageOf } from './prepare.query.js';

const withUnits = askedAlso('units');

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
  const isOfUnits = asked.has('unit') || asked.has('availability') || page.input.bedsFor != null;
  const reading = isOfUnits ? withUnits(askedOfOption) : askedOfOption;
  const found = await findListings<HousingOptionView>(prepared, reading, byId, asking);
  await noteUnmet(prepared, found, byId, asking);
  const matchOf = await matchParts(prepared, found, asked, asking);
  return pageOf(prepared, found, asking, (row) => {
    const option = row.listing;
    const unit = (isOfUnits && option.units[row.proposal.unit]) || null;
    const availability = availabilityOf(unit ?? { capacity: null, report: null }, prepared.clock);
    return { option, unit, availability, ...matchOf(row, availability) };
  });
}
