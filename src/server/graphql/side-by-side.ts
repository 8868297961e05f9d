import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** Fields of an answer that are looked at to see which stand side by side: more are too many. */
const FIELDS_MAX = 10_000;

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  new Map(
    definitions.flatMap((definition) =>
      definition.kind === 'FragmentDefinition'
        ? [[definition.name.value, definition] as const]
        : [],
    ),
  );

/** Sets that an answer puts under one name are one: what stands in them stands side by side. */
class SideBySide {
  private seen = 0;

  constructor(private readonly fragments: Fragments) {}

  most(sets: readonly SelectionSetNode[]): number {
    const told = new Map<string, { field: string; sets: SelectionSetNode[] }>();
    const spread = new Set<string>();
    for (const set of sets) this.collect(set, told, spread);
    if (this.seen > FIELDS_MAX) return Infinity;
    const times = new Map<string, number>();
    for (const { field } of told.values()) times.set(field, (times.get(field) ?? 0) + 1);
    let most = Math.max(0, ...times.values());
    for (const inside of told.values()) {
      if (inside.sets.length > 0) most = Math.max(most, this.most(inside.sets));
    }
    return most;
  }

  /** The fields of one set, by the names that they have in the answer. */
  fieldsOf(set: SelectionSetNode): string[] {
    const told = new Map<string, { field: string; sets: SelectionSetNode[] }>();
    this.collect(set, told, new Set());
    return [...told.values()].map(({ field }) => field);
  }

  private collect(
    set: SelectionSetNode,
    told: Map<string, { field: string; sets: SelectionSetNode[] }>,
    spread: Set<string>,
  ): void {
    for (const selection of set.selections) {
      if (this.seen > FIELDS_MAX) return;
      this.seen += 1;
      if (selection.kind === 'InlineFragment') this.collect(selection.selectionSet, told, spread);
      else if (selection.kind === 'FragmentSpread') {
        const name = selection.name.value;
        const fragment = spread.has(name) ? undefined : this.fragments.get(name);
        spread.add(name);
        if (fragment) this.collect(fragment.selectionSet, told, spread);
      } else {
        const name = selection.alias?.value ?? selection.name.value;
        const one = told.get(name) ?? { field: selection.name.value, sets: [] };
        if (selection.selectionSet) one.sets.push(selection.selectionSet);
        told.set(name, one);
      }
    }
  }
}

/**
 * How often one field stands beside itself, at most, in what a question answers.
 * @returns Infinity where there is too much to look at
 */
export const mostSideBySide = (
  { selectionSet }: OperationDefinitionNode,
  fragments: Fragments,
): number => new SideBySide(fragments).most([selectionSet]);

/** What an operation begins with, once for every name in its answer. */
export const rootFieldsOf = (
  { selectionSet }: OperationDefinitionNode,
  fragments: Fragments,
): string[] => new SideBySide(fragments).fieldsOf(selectionSet);
