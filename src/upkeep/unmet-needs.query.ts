import { reachOfViewer } from '../disclosure/index.js';
import { refuse, sql, type Asking } from '../kernel/index.js';
import type { UnmetNeed } from '../placement/index.js';

const MONTHS_MAX = 36;
/** The largest; more is for nobody to read at once. */
const CELLS_MAX = 1_000;

/**
 * What was searched for and not found in the months before this one, the most searched first, for stewards; of no cell fewer than
 * five. The month that runs is nobody's to watch.
 * @throws Refusal `INVALID` where so many months are none
 */
export async function unmetNeeds(months: number, asking: Asking): Promise<UnmetNeed[]> {
  if (months < 1 || months > MONTHS_MAX) refuse(`Ask for 1 to ${MONTHS_MAX} months.`, 'months');
  if (!reachOfViewer(asking).isSteward) return [];
  const now = sql`date_trunc('month', ${asking.now.toISOString()}::timestamptz at time zone 'utc')`;
  return asking.read.rows<UnmetNeed & Record<string, unknown>>(
    sql`select to_char(month, 'YYYY-MM') as month, region_id as "regionId", listing_type as type, criterion, searches
      from org.unmet_need where month < ${now} and month >= ${now} - make_interval(months => ${months}::int)
      order by searches desc, month desc, region_id nulls last, listing_type, criterion nulls last limit ${CELLS_MAX}`,
  );
}
