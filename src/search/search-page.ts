import type { Cursors, PageInfo, PagePlan, Position } from '../kernel/index.js';
import type { AnyNode } from './node.query.js';

/** One page of what a search found. */
export class SearchPage {
  constructor(
    private readonly rows: { node: AnyNode; position: Position }[],
    private readonly more: boolean,
    private readonly plan: PagePlan,
    private readonly cursors: Cursors,
    readonly totalCount: () => Promise<number | null>,
  ) {}

  get nodes(): AnyNode[] {
    return this.rows.map(({ node }) => node);
  }

  get edges() {
    return this.rows.map(({ node, position }) => ({ node, cursor: this.seal(position) }));
  }

  get pageInfo(): PageInfo {
    const [first, last] = [this.rows[0], this.rows.at(-1)];
    return {
      hasNextPage: this.more,
      hasPreviousPage: this.plan.position !== null,
      startCursor: first ? this.seal(first.position) : null,
      endCursor: last ? this.seal(last.position) : null,
    };
  }

  private seal(position: Position): string {
    return this.cursors.seal(this.plan.question(), position);
  }
}
