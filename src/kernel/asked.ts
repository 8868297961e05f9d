import { onceFor } from './once-for.js';
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

const remembered = new WeakMap<FieldNode, ReadonlySet<string>>();
const rememberedUnder = new WeakMap<FieldNode, Map<string, ReadonlySet<string>>>();
const wrappers = new Set(['nodes', 'edges', 'node']);

/**
 * The fields asked of the things a field answers with, seen through `nodes` and `edges { node }` and
 * through fragments. `@skip` and `@include` are taken as asked: too much is read then, never too little.
 */
export function askedOf(
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
): ReadonlySet<string> {
  const [first] = info.fieldNodes;
  const known = first && info.fieldNodes.length === 1 ? remembered.get(first) : undefined;
  if (known) return known;
  const names = new Set<string>();
  for (const node of info.fieldNodes) collect(node.selectionSet, info.fragments, names);
  if (first && info.fieldNodes.length === 1) remembered.set(first, names);
  return names;
}

/** The same, and a field beside. */
export const askedAlso = (field: string): ((asked: ReadonlySet<string>) => ReadonlySet<string>) =>
  onceFor((asked: ReadonlySet<string>) => new Set([...asked, field]));

function collect(
  set: SelectionSetNode | undefined,
  fragments: GraphQLResolveInfo['fragments'],
  names: Set<string>,
): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === 'FragmentSpread') {
      collect(fragments[selection.name.value]?.selectionSet, fragments, names);
    } else if (selection.kind === 'InlineFragment') {
      collect(selection.selectionSet, fragments, names);
    } else {
      names.add(selection.name.value);
      if (wrappers.has(selection.name.value)) collect(selection.selectionSet, fragments, names);
    }
  }
}

/**
 * The fields asked of what lies under one field of the things listed: of `option`, in
 * `nodes { option { name } }`.
 */
export function askedUnder(
  field: string,
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
): ReadonlySet<string> {
  const [first] = info.fieldNodes;
  if (!first || info.fieldNodes.length > 1) return collectUnder(field, info);
  const under = rememberedUnder.get(first) ?? new Map<string, ReadonlySet<string>>();
  rememberedUnder.set(first, under);
  const names = under.get(field) ?? collectUnder(field, info);
  under.set(field, names);
  return names;
}

function collectUnder(
  field: string,
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'FragmentSpread') {
        visit(info.fragments[selection.name.value]?.selectionSet);
      } else if (selection.kind === 'InlineFragment' || wrappers.has(selection.name.value)) {
        visit(selection.selectionSet);
      } else if (selection.name.value === field) {
        collect(selection.selectionSet, info.fragments, names);
      }
    }
  };
  for (const node of info.fieldNodes) visit(node.selectionSet);
  return names;
}
