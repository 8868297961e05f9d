import type { Finding, Names, Seeker } from '../eligibility/index.js';
import { namesOf } from '../listings/index.js';
import { findingsOf, reasonOf, statedOf, type Bearing } from './explained.js';
import type { PlacementAsking } from './placement-source.js';
import type { ReasonView } from './placement.view.js';
import type { Ruled } from './ruled.js';

/**
 * The reasons of a page's matches, put into words. What many listings say alike is said once, and the names in all rules of the page
 * are read at once. It holds the seeker: it lives for one request.
 */
export class PageReasons {
  private readonly said = new Map<Finding, ReasonView>();

  private constructor(
    private readonly ruled: Ruled,
    private readonly seeker: Seeker,
    private readonly asking: PlacementAsking,
    private readonly names: Names,
  ) {}

  /** @param clauses of the unit of each match that gave its verdict */
  static async read(
    ruled: Ruled,
    clauses: readonly (readonly number[])[],
    seeker: Seeker,
    asking: PlacementAsking,
  ): Promise<PageReasons> {
    const findings = clauses.flatMap((some) => ruled.findings(some));
    const terms = findings.map(({ because }) => because.rule?.terms);
    const names = await namesOf({ terms, home: seeker.homeCountyFips }, asking);
    return new PageReasons(ruled, seeker, asking, names);
  }

  of(bearing: Bearing, clauses: readonly number[]): ReasonView[] {
    const { asking, names, ruled, seeker } = this;
    const findings = findingsOf(bearing, ruled.findings(clauses), ruled.spoken(clauses), seeker);
    return findings.map((finding) => {
      const reason = this.reasonOf(finding);
      const stated = statedOf(finding, bearing.statements, asking.language, names);
      return stated === null ? reason : { ...reason, text: stated };
    });
  }

  private reasonOf(finding: Finding): ReasonView {
    let reason = this.said.get(finding);
    if (reason === undefined) {
      reason = reasonOf(finding, this.seeker, this.asking.language, this.names);
      this.said.set(finding, reason);
    }
    return reason;
  }
}
