import type { Changing } from '../kernel/index.js';
import type { UnmetNeed } from '../placement/index.js';

/** Adds to what was counted; a region that is no more counts as none. */
export async function addUnmetNeeds({ em }: Changing, needs: readonly UnmetNeed[]): Promise<void> {
  for (const { month, regionId, type, criterion, searches } of needs) {
    await em.execute(
      `insert into org.unmet_need (month, region_id, listing_type, criterion, searches)
       values (?, (select id from org.region where id = ?), ?, ?, ?)
       on conflict (month, region_id, listing_type, criterion)
       do update set searches = unmet_need.searches + excluded.searches`,
      [`${month}-01`, regionId, type, criterion, searches],
    );
  }
}
