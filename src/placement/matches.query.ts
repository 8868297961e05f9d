import type { Land, Rule } from '../eligibility/index.js';
import { aboutOf, CriterionKind } from '../eligibility/index.js';
import { AvailabilityState, type Availability } from '../housing/index.js';
import type { Asking } from '../kernel/index.js';
import { namesOf, type ListingView } from '../listings/index.js';
import { languageName } from '../organizations/index.js';
import { findingsOf, reasonOf } from './explained.js';
import type { FoundListing, FoundPage, Hydrated } from './find.query.js';
import { MatchPage } from './match-page.js';
import type {
  DistanceView,
  FacetView,
  ReasonView,
  WidenStepView,
  WishView,
} from './placement.view.js';
import type { Prepared } from './prepare.query.js';
import {
  distanceBands,
  NO_BAND,
  verdictRanks,
  type FacetCounts,
  type Loosened,
  type Proposal,
} from './question.js';
import { placementTexts } from './texts.js';
import { wishesOf } from './wishes.js';

const FACET_VALUES_MAX = 100;

interface Judged<View extends ListingView> {
  listing: Hydrated<View>;
  proposal: Proposal;
  kind: string;
  /** The unit's own. */
  rules: readonly Rule[];
  availability: Availability | null;
}

/** What every match tells, of housing or of a service. Reasons are put into words only where they are asked. */
export function matchParts({ question, seeker }: Prepared, land: Land, asking: Asking) {
  const nameOf = (tag: string) => languageName(tag, asking.language);
  return <View extends ListingView>({
    listing,
    proposal,
    kind,
    rules,
    availability,
  }: Judged<View>) => {
    const bearing = {
      kind,
      rules: { listing: listing.eligibility, unit: rules },
      statements: listing,
    };
    const reasons = async (): Promise<ReasonView[]> => {
      const findings = findingsOf(bearing, seeker, land);
      const terms = findings.map(({ because }) => because.rule?.terms);
      const names = await namesOf({ terms, home: seeker.homeCountyFips }, asking);
      return findings.map((finding) => reasonOf(finding, bearing, seeker, asking.language, names));
    };
    return {
      verdict: verdictRanks[proposal.verdict]!,
      reasons,
      wishes: wishesOf(
        question,
        { ...listing, availability, rules: [...listing.eligibility, ...rules] },
        asking.language,
        nameOf,
      ) satisfies WishView[],
      distance: distanceOf(proposal),
    };
  };
}

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
