import { COUNT_MAX, type Cursors, type PageInfo, type PagePlan } from '../kernel/index.js';
import { positionOf } from './prepare.query.js';
import type { Found, Place } from './question.js';
import type { FacetView, WidenStepView } from './placement.view.js';

/** One page of matches. Cursors are made only when asked for. */
export class MatchPage<Match extends object> {
  readonly nodes: Match[];

  constructor(
    private readonly rows: { match: Match; place: Place }[],
    private readonly rest: { more: boolean; through: Place | null },
    private readonly walk: { plan: PagePlan; clock: Date; cursors: Cursors },
    private readonly found: Found,
    readonly facets: FacetView[],
    readonly widen: WidenStepView[],
  ) {
    this.nodes = rows.map(({ match }) => match);
  }

  /** Null above 10,000, as everywhere. */
  totalCount(): number | null {
    const { count } = this.found;
    return count !== null && count <= COUNT_MAX ? count : null;
  }

  get edges() {
    return this.rows.map(({ match, place }) => ({ node: match, cursor: this.seal(place) }));
  }

  get pageInfo(): PageInfo {
    const { more, through } = this.rest;
    const first = this.rows[0]?.place;
    const last = this.rows.at(-1)?.place ?? (more ? through : null);
    return {
      hasNextPage: more,
      hasPreviousPage: this.walk.plan.position !== null,
      startCursor: first ? this.seal(first) : null,
      endCursor: last ? this.seal(last) : null,
    };
  }

  private seal(place: Place): string {
    const { plan, clock, cursors } = this.walk;
    return cursors.seal(plan.question(), positionOf(clock, place));
  }
}
