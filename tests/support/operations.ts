import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  type GraphQLCompositeType,
  type GraphQLField,
} from 'graphql';
import { actions } from '../../src/access/roles.js';
import { argumentsOf, DEPTH_MAX, fieldOf, schema, selectionOf, type Pool } from './drawing.js';

/** How much more often one thing is asked for by its id, and by many arguments. */
const BY_ID_WEIGHT = 4;
const BY_ARGUMENTS_WEIGHT = 2;

export interface Operation {
  query: string;
  /** `Type.field` of all that is asked for. */
  fields: string[];
}

/** Whether a root field is for people alone: whoever has not come in is refused, and hears nothing of what is behind it. */
const isForPeople = (root: string): boolean => {
  const { stranger, scopes } = (
    actions as Record<string, { stranger: boolean; scopes: readonly string[] }>
  )[root]!;
  return !stranger && scopes.length === 0;
};

/** Every field that a question of a stranger or an app can reach. */
export function fieldsToReach(): string[] {
  const seen = new Set<string>();
  const visit = (type: GraphQLCompositeType) => {
    if (seen.has(type.name)) return;
    seen.add(type.name);
    const kinds = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    for (const kind of kinds) visit(kind);
    if (isAbstractType(type)) return;
    for (const field of Object.values(type.getFields())) {
      if (type === schema.getQueryType() && isForPeople(`Query.${field.name}`)) continue;
      const inside = getNamedType(field.type);
      if (isCompositeType(inside)) visit(inside);
    }
  };
  visit(schema.getQueryType()!);
  return [...seen]
    .map((name) => schema.getType(name)!)
    .filter((type) => !isAbstractType(type))
    .flatMap((type) =>
      Object.keys((type as { getFields(): object }).getFields()).map(
        (field) => `${type.name}.${field}`,
      ),
    )
    .filter((field) => !field.startsWith('Query.') || !isForPeople(field))
    .sort();
}

/** What is asked by id, and by many arguments, has more to show. */
function weightOf({ name, args }: GraphQLField<unknown, unknown>): number {
  if (name.startsWith('node')) return BY_ID_WEIGHT;
  return args.length > 1 ? BY_ARGUMENTS_WEIGHT : 1;
}

/**
 * One root field with what is asked of it.
 * @param weight how often one is asked for
 */
export function operations(pool: Pool, weight = weightOf): fc.Arbitrary<Operation> {
  const roots = Object.values(schema.getQueryType()!.getFields());
  return fc
    .oneof(
      ...roots.map((root) => ({
        arbitrary: fc.constant(root),
        weight: weight(root),
      })),
    )
    .chain((root) => fieldOf('Query', root, DEPTH_MAX, pool))
    .map(({ text, fields }) => ({ query: `{ ${text} }`, fields }));
}

/** One change with whatever it may be given. */
export function changes(pool: Pool): fc.Arbitrary<Operation> {
  return fc
    .constantFrom(...Object.values(schema.getMutationType()!.getFields()))
    .chain((root) => fieldOf('Mutation', root, DEPTH_MAX, pool))
    .map(({ text, fields }) => ({ query: `mutation { ${text} }`, fields }));
}

/** A list of one root field, to be walked. */
export interface Walk {
  root: string;
  /** @param cursor of the page before; null for the first */
  page(cursor: string | null): Operation;
}

/** A list that goes on, page by page. */
export function walks(pool: Pool): fc.Arbitrary<Walk> {
  const roots = Object.values(schema.getQueryType()!.getFields()).filter(({ args }) =>
    args.some(({ name }) => name === 'after'),
  );
  return fc.constantFrom(...roots).chain(({ name, args, type }) =>
    fc
      .tuple(
        argumentsOf(args, pool),
        selectionOf(getNamedType(type) as GraphQLCompositeType, DEPTH_MAX - 1, pool),
      )
      .map(([given, { text, fields }]) => ({
        root: name,
        page: (cursor) => ({
          query: `{ ${name}(${given.slice(1, -1)}, after: ${JSON.stringify(cursor)}) {
            pageInfo { endCursor hasNextPage } ${text} } }`,
          fields: [`Query.${name}`, ...fields],
        }),
      })),
  );
}
