import type { Client, Ways } from './client.js';
import { HarborlightError } from './error.js';
import type { Operation } from './operation.js';

/** A page of a connection, as any operation may ask for it. */
export interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The connection that an operation asks for at its root. */
export type PageIn<Data> = Extract<NonNullable<Data[keyof Data]>, Page>;

/** How a connection is walked. */
export interface WalkWays<Data, Found extends Page> extends Ways {
  /** Where in an answer the connection is; its root field where nothing is said. */
  connection?: (data: Data) => Found | null | undefined;
}

/** What the operation of a walk takes: `after` goes on from the page whose `endCursor` it is. */
type Paged = { after?: string | null | undefined };

/** Every page of a connection, in order. Each is asked for when the one before it has been taken in. */
export async function* pages<Data, Variables extends Paged, Found extends Page = PageIn<Data>>(
  client: Client,
  operation: Operation<Data, Variables>,
  variables: NoInfer<Variables>,
  { connection = atRoot, ...ways }: WalkWays<Data, Found> = {},
): AsyncGenerator<Found, void, undefined> {
  // The way of a call depends on what an operation takes, which is not known here.
  const ask = client.ask as (
    operation: Operation<Data, Variables>,
    variables: Variables,
    ways: Ways,
  ) => Promise<Data>;
  for (let { after } = variables; ;) {
    const page = connection(await ask(operation, { ...variables, after }, ways));
    if (!page) return;
    yield page;
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return;
    if (!endCursor || endCursor === after)
      throw new HarborlightError('The page after this one is this one.', 'INTERNAL');
    after = endCursor;
  }
}

/** What is in the connection that an operation asks for at its root. */
export type NodeIn<Data> =
  PageIn<Data> extends { readonly nodes: readonly (infer Node)[] } ? Node : never;

/** Everything in a connection, in order, page after page. */
export async function* each<Data, Variables extends Paged, Node = NodeIn<Data>>(
  client: Client,
  operation: Operation<Data, Variables>,
  variables: NoInfer<Variables>,
  ways?: WalkWays<Data, Page & { readonly nodes: readonly Node[] }>,
): AsyncGenerator<Node, void, undefined> {
  for await (const { nodes } of pages(client, operation, variables, ways)) yield* nodes;
}

function atRoot<Data, Found extends Page>(data: Data): Found | null | undefined {
  return Object.values(data as Record<string, Found | null>).find((value) => value?.pageInfo);
}
