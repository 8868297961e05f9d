import { aboutOf, CriterionKind } from '../eligibility/index.js';
import { AvailabilityState, type Availability } from '../housing/index.js';
import type { Asking } from '../kernel/index.js';
import type { ListingView, Policy } from '../listings/index.js';
import { languageName } from '../organizations/index.js';
import type { FoundListing, FoundPage } from './find.query.js';
import { MatchPage } from './match-page.js';
import { PageReasons } from './page-reasons.js';
import type { DistanceView, FacetView, WidenStepView, WishView } from './placement.view.js';
import type { PlacementAsking } from './placement-source.js';
import type { Prepared } from './prepare.query.js';
import {
  distanceBands,
  NO_BAND,
  verdictRanks,
  type FacetCounts,
  type Loosened,
  type Proposal,
} from './question.js';
import type { PlacementRow } from './row.js';
import { Ruled } from './ruled.js';
import { placementTexts } from './texts.js';
import { wishesOf } from './wishes.js';

const FACET_VALUES_MAX = 100;

/**
 * What every match tells, of housing or of a service. Reasons are put into words only where they are asked, and
 * what many listings say alike, once.
 * @param asked the fields asked of the matches
 */
export async function matchParts<View extends ListingView>(
  { question, seeker }: Prepared,
  { rows }: FoundPage<View>,
  asked: ReadonlySet<string>,
  asking: PlacementAsking,
) {
  const { language, placements } = asking;
  const { land, clauseOf } = await placements.rulesOf(rows.map(({ listing }) => listing.placement));
  const ruled = new Ruled(clauseOf, seeker, land);
  const clausesOfPage = rows.map(
    ({ listing, proposal }) => listing.placement.units[proposal.unit]!.clauses,
  );
  const reasons = asked.has('reasons')
    ? await PageReasons.read(ruled, clausesOfPage, seeker, asking)
    : null;
  const nameOf = (tag: string) => languageName(tag, language);
  /** @param availability of the unit that gave the verdict; null for a service */
  return (
    { listing: { placement }, proposal }: FoundListing<View>,
    availability: Availability | null,
  ) => {
    const { kinds, languages, units } = placement;
    const { clauses } = units[proposal.unit]!;
    const bearing = {
      kind: kinds[0]!,
      statements: { policies: statementsOf(placement), languages },
    };
    return {
      verdict: verdictRanks[proposal.verdict]!,
      reasons: reasons?.of(bearing, clauses) ?? [],
      wishes: wishesOf(
        question,
        { ...bearing.statements, availability, rules: () => ruled.rules(clauses) },
        language,
        nameOf,
      ) satisfies WishView[],
      distance: distanceOf(proposal),
    };
  };
}

/** Policies as they are told: what holds, and what was said not to. */
const statementsOf = ({ policies, denied }: PlacementRow) => [
  ...policies.map((policy) => ({ policy: policy as Policy, holds: true })),
  ...denied.map((policy) => ({ policy: policy as Policy, holds: false })),
];

function distanceOf({ band, meters }: Proposal): DistanceView | null {
  if (band === NO_BAND) return null;
  return { band: distanceBands[band]!, basis: meters === null ? 'AREA' : 'PLACE', meters };
}

export function pageOf<View extends ListingView, Match extends object>(
  { plan, clock, question }: Prepared,
  { rows, more, through, found }: FoundPage<View>,
  asking: Asking,
  matchOf: (row: FoundListing<View>) => Match,
): MatchPage<Match> {
  const matches = rows.map((row) => ({ match: matchOf(row), place: row.proposal }));
  const { facets, loosened } = found;
  return new MatchPage(
    matches,
    { more, through },
    { plan, clock, cursors: asking.cursors },
    found,
    facets ? facetsOf(facets, question.type) : [],
    loosened ? widenSteps(loosened, asking) : [],
  );
}

function facetsOf(counts: FacetCounts, type: 'HOUSING' | 'SERVICE'): FacetView[] {
  const facet = (name: FacetView['name'], values: Map<string, number>): FacetView => ({
    name,
    values: [...values]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, FACET_VALUES_MAX),
  });
  return [
    facet('KIND', counts.kind),
    facet('POLICY', counts.policy),
    facet('LANGUAGE', counts.language),
    facet('COUNTY', counts.county),
    ...(type === 'HOUSING' ? [facet('AVAILABILITY', counts.availability)] : []),
  ];
}

const unchanged = { withinMeters: null, availability: null, askAbout: null };

/** Farther first, then what is full, then what may be asked. */
function widenSteps(loosened: Loosened, { language }: Asking): WidenStepView[] {
  const { widen } = placementTexts[language];
  const farther = [...loosened.withinMeters].map(([withinMeters, more]) => ({
    text: widen.within(withinMeters, more),
    more,
    change: { ...unchanged, withinMeters },
  }));
  const states = [...loosened.availability].map(([state, more]) => {
    const availability = AvailabilityState[state as AvailabilityState];
    return {
      text: widen.availability(availability, more),
      more,
      change: { ...unchanged, availability },
    };
  });
  const asks = [...loosened.askAbout].map(([criterion, more]) => {
    const askAbout = CriterionKind[criterion as CriterionKind];
    const say = loosened.caseByCase.get(criterion) === more ? widen.caseByCase : widen.askAbout;
    return {
      text: say(aboutOf(askAbout, language), more),
      more,
      change: { ...unchanged, askAbout },
    };
  });
  return [...farther, ...states, ...asks].filter(({ more }) => more > 0);
}
