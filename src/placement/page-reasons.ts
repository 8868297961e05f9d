import type { Finding, Seeker } from '../eligibility/index.js';
import { namesOf } from '../listings/index.js';
import { findingsOf, reasonOf, type Bearing } from './explained.js';
import type { PlacementAsking } from './placement-source.js';
import type { ReasonView } from './placement.view.js';
import type { Ruled } from './ruled.js';

/**
 * The reasons of a page's matches, put into words where they are asked. What many listings say alike is said
 * once, and the names in all rules of the page are read at once. It holds the seeker: it lives for one request.
 */
export class PageReasons {
  private readonly said = new Map<Finding, ReasonView>();
  private names: ReturnType<typeof namesOf> | null = null;

  /** @param clauses of the unit of each match that gave its verdict */
  constructor(
    private readonly ruled: Ruled,
    private readonly clauses: readonly (readonly number[])[],
    private readonly seeker: Seeker,
    private readonly asking: PlacementAsking,
  ) {}

  async of(bearing: Bearing, clauses: readonly number[]): Promise<ReasonView[]> {
    const { asking, ruled, said, seeker } = this;
    const findings = findingsOf(bearing, ruled.findings(clauses), ruled.spoken(clauses), seeker);
    const names = await (this.names ??= this.namesOfPage());
    return findings.map((finding) => {
      const reason =
        said.get(finding) ?? reasonOf(finding, bearing, seeker, asking.language, names);
      said.set(finding, reason);
      return reason;
    });
  }

  private namesOfPage() {
    const findings = this.clauses.flatMap((clauses) => this.ruled.findings(clauses));
    const terms = findings.map(({ because }) => because.rule?.terms);
    return namesOf({ terms, home: this.seeker.homeCountyFips }, this.asking);
  }
}
