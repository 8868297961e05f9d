import type { CriterionKind } from '../eligibility/index.js';
import { sql } from '../kernel/index.js';
import type { ListingView } from '../listings/index.js';
import { findListings, type ById, type FoundPage } from './find.query.js';
import type { PlacementAsking } from './placement-source.js';
import type { Prepared } from './prepare.query.js';
import { verdictRanks } from './question.js';
import { Ruled } from './ruled.js';

/** What stands in the way of the nearest is what stands in the way. */
const LOOKED_AT = 20;

/**
 * Where whoever helps a seeker found nothing, counts it: by region, and by each criterion that alone kept a listing there from
 * matching. Strangers are not counted: anyone could count so what is not so. It holds the seeker no longer than her request.
 */
export async function noteUnmet<View extends ListingView>(
  prepared: Prepared,
  { rows, more }: FoundPage<View>,
  byId: ById<View>,
  asking: PlacementAsking,
): Promise<void> {
  const { unmet, viewer, now } = asking;
  if (rows.length > 0 || more || prepared.question.after || viewer.kind === 'STRANGER') return;
  try {
    const { type } = prepared.question;
    const [regionId, criteria] = await Promise.all([
      regionAsked(prepared, asking),
      inTheWay(prepared, byId, asking),
    ]);
    for (const criterion of criteria.size > 0 ? criteria : [null])
      unmet.note(now, { regionId, type, criterion });
  } catch (error) {
    // She has her answer, whatever becomes of counting it.
    unmet.failed(error);
  }
}

/** The criteria each of which alone keeps one of the nearest listings from matching. */
async function inTheWay<View extends ListingView>(
  { question, plan, seeker }: Prepared,
  byId: ById<View>,
  asking: PlacementAsking,
): Promise<Set<CriterionKind>> {
  const refused = {
    ...question,
    verdicts: verdictRanks.map((verdict) => verdict === 'NOT_ELIGIBLE'),
    limit: LOOKED_AT,
    counting: false,
    facets: false,
    widen: false,
  };
  const looking = { question: refused, plan: { ...plan, first: LOOKED_AT } };
  const { rows } = await findListings(looking, new Set(), byId, asking);
  const placements = rows.map(({ listing }) => listing.placement);
  const { land, clauseOf } = await asking.placements.rulesOf(placements);
  const ruled = new Ruled(clauseOf, seeker, land);
  const alone = rows.flatMap(({ listing, proposal }) => {
    const findings = ruled.findings(listing.placement.units[proposal.unit]!.clauses);
    const broken = new Set(
      findings.filter(({ outcome }) => outcome === 'NOT_MET').map(({ criterion }) => criterion),
    );
    return broken.size === 1 ? [...broken] : [];
  });
  return new Set(alone);
}

async function regionAsked(
  { question }: Prepared,
  { placements, read }: PlacementAsking,
): Promise<string | null> {
  const county = question.at && (await placements.shapes()).countyAt(question.at);
  if (!county) return null;
  const [row] = await read.rows<{ region: string }>(
    sql`select region_id as region from pub.region_county where county_fips = ${county.fips} order by 1 limit 1`,
  );
  return row?.region ?? null;
}
