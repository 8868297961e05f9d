/**
 * The text of a question or a change, and what it takes and answers. What GraphQL Code Generator writes for
 * one's own documents (typed-document-node with `documentMode: string`) is one too.
 */
export interface Operation<Data, Variables> {
  toString(): string;
  /** For the compiler alone: nothing is there. */
  readonly __apiType?: (variables: Variables) => Data;
}

/** A question takes variables where it names any, and may take none where it needs none. */
export type Given<Variables, Ways> =
  Record<string, never> extends Variables
    ? [variables?: Variables, ways?: Ways]
    : [variables: Variables, ways?: Ways];
