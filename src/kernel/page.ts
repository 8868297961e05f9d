import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Cursors, Position } from './cursor.js';
import { questionOf } from './cursor.js';
import { refuse } from './refusal.js';

/** Above this many, counting costs more than the count is worth: `totalCount` is then null. */
export const COUNT_MAX = 10_000;
export const PAGE_ROWS_MAX = 100;

@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** What a list question names: its own name and arguments, and which page of it. */
export interface PageAsk {
  question: string;
  args: unknown;
  first: number;
  after?: string | null | undefined;
}

/** A page asked for, its cursor opened and its size checked. */
export interface PagePlan {
  /** The question's name for cursors. A page of many is of none: it is made when it is asked for. */
  question: () => string;
  /** Rows to read: one more than `first`, to learn whether there is a next page. */
  limit: number;
  first: number;
  position: Position | null;
}

/** @throws Refusal `INVALID` where `first` is not 1 to 100 or the cursor is not this question's */
export function planPage(ask: PageAsk, cursors: Cursors): PagePlan {
  if (!Number.isInteger(ask.first) || ask.first < 1 || ask.first > PAGE_ROWS_MAX) {
    refuse(`first must be from 1 to ${PAGE_ROWS_MAX}.`, 'first');
  }
  let name: string | undefined;
  const question = () => (name ??= questionOf(ask.question, ask.args));
  const position = ask.after == null ? null : cursors.open(question(), ask.after);
  return { question, limit: ask.first + 1, first: ask.first, position };
}

/** One page of things. Cursors are made only when asked for. */
export class Connection<T extends object> {
  readonly nodes: T[];
  private readonly more: boolean;

  constructor(
    rows: T[],
    private readonly plan: PagePlan,
    private readonly cursors: Cursors,
    private readonly positionOf: (node: T) => Position,
    readonly totalCount: () => Promise<number | null>,
  ) {
    this.more = rows.length > plan.first;
    this.nodes = this.more ? rows.slice(0, plan.first) : rows;
  }

  get edges() {
    return this.nodes.map((node) => ({ node, cursor: this.cursorOf(node)! }));
  }

  get pageInfo(): PageInfo {
    return {
      hasNextPage: this.more,
      hasPreviousPage: this.plan.position !== null,
      startCursor: this.cursorOf(this.nodes[0]),
      endCursor: this.cursorOf(this.nodes.at(-1)),
    };
  }

  private cursorOf(node: T | undefined): string | null {
    return node ? this.cursors.seal(this.plan.question(), this.positionOf(node)) : null;
  }
}

/**
 * A page of nothing, for whoever is told of none: nothing is read for her.
 * @throws Refusal `INVALID` where the page is none
 */
export const emptyPage = <T extends { id: string }>(ask: PageAsk, cursors: Cursors) =>
  new Connection<T>(
    [],
    planPage(ask, cursors),
    cursors,
    ({ id }) => [id],
    async () => 0,
  );

/** The GraphQL types of a connection over one type: `XEdge` and `XConnection`. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T> | object) {
  const nodeType = () => node() as ClassType<T>;

  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class Edge {
    @Field(nodeType)
    node!: T;

    @Field(() => String)
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class TypedConnection {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => [nodeType()])
    nodes!: T[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description: 'Counted only when asked for; null above 10,000.',
    })
    totalCount!: number | null;
  }

  return TypedConnection as unknown as ClassType<Connection<T>>;
}
