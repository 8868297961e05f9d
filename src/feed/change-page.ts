import type { PageInfo } from '../kernel/index.js';
import type { Change } from './change.js';
import { placeText, type Place } from './place.js';

interface PageWays {
  first: number;
  isFirst: boolean;
  /** Where the follower stood when she asked. */
  asked: Place;
  /** The number of the last change of all. */
  end: bigint;
  seal: (place: Buffer) => string;
  count: () => Promise<number | null>;
}

/** One page of changes. It always says where to go on, also where there is nothing on it. */
export class ChangePage {
  readonly nodes: Change[];
  private readonly more: boolean;
  readonly totalCount: () => Promise<number | null>;

  /** @param rows one more than the page has, where there are */
  constructor(
    rows: Change[],
    private readonly ways: PageWays,
  ) {
    this.more = rows.length > ways.first;
    this.nodes = this.more ? rows.slice(0, ways.first) : rows;
    this.totalCount = ways.count;
  }

  get edges() {
    return this.nodes.map((node) => ({ node, cursor: this.after(node) }));
  }

  get pageInfo(): PageInfo {
    const [first, last] = [this.nodes[0], this.nodes.at(-1)];
    return {
      hasNextPage: this.more,
      hasPreviousPage: !this.ways.isFirst,
      startCursor: first ? this.after(first) : null,
      endCursor: this.after(last ?? this.ways.asked),
    };
  }

  get latestCursor(): string {
    const { end, seal } = this.ways;
    return seal(placeText({ number: end, begun: end }));
  }

  private after({ number }: { number: bigint }): string {
    return this.ways.seal(placeText({ number, begun: this.ways.asked.begun }));
  }
}
