import {
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  getNamedType,
  getNullableType,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf, mostSideBySide, rootFieldsOf, type Fragments } from './side-by-side.js';

/** Set in the contract. */
export const TOKENS_MAX = 1_000;
export const DEPTH_MAX = 12;
export const ALIASES_MAX = 15;
export const COST_MAX = 10_000;

/** Rows that a list without `first` is taken to have: what such lists have in a real network, or more. */
const LIST_ROWS = 5;
const LIST_ROWS_OF: Record<string, number> = { County: 20 };
/** Lists of `nodes` and `edges` have the rows that the `first` of their connection asks for. */
const pageFields = new Set(['nodes', 'edges']);

interface Weight {
  depth: number;
  cost: number;
}

/** What is asked of rows of a type; of all rows, where the type is none that is known. */
interface Part {
  on: GraphQLNamedType | undefined;
  weight: Weight;
}

/**
 * Refuses a question that asks too much, before anything of it is read: deeper than 12, one field more
 * than 15 times side by side, or more than 10,000 rows by the product of its `first`s. Every fragment is
 * weighed once however often it is spread, so that weighing takes no longer than reading the document.
 * @param variables as the schema reads them: with their defaults
 */
export function weigh(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError | null {
  const root = schema.getRootType(operation.operation);
  if (!root) {
    return new GraphQLError(`There is no ${operation.operation} here.`, {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
  const fragments = fragmentsOf(document);
  const scales = new Scales(schema, fragments, variables);
  const { depth, cost } = scales.set(operation.selectionSet, root);
  // Tools ask for the whole schema in one deep question, but nothing of it many times over.
  const isBounded = isIntrospection(operation);
  if (depth > DEPTH_MAX && !isBounded)
    return tooMuch(`${depth} levels deep; ${DEPTH_MAX} are allowed`);
  const aliases = mostSideBySide(operation, fragments);
  if (aliases > ALIASES_MAX) {
    const many = Number.isFinite(aliases) ? aliases : 'very many';
    return tooMuch(`one field ${many} times side by side; ${ALIASES_MAX} are allowed`);
  }
  if (operation.operation === 'mutation' && triesToComeIn(operation, fragments) > 1) {
    return tooMuch('to come in, or to prove who asks, more than once; one is allowed');
  }
  if (cost > COST_MAX && !isBounded) {
    return tooMuch(
      `up to ${cost.toLocaleString('en-US')} rows; ${COST_MAX.toLocaleString('en-US')} are allowed`,
    );
  }
  return null;
}

const tooMuch = (what: string) =>
  new GraphQLError(
    `This question asks too much: ${what}. Ask in parts, or page with first and after.`,
    {
      extensions: { code: 'LIMIT_EXCEEDED', http: { status: 400 } },
    },
  );

/** Each looks at a password or a code, and is counted as one attempt. */
const comingIn = new Set([
  'signIn',
  'acceptInvitation',
  'beginSecondFactor',
  'confirmSecondFactor',
  'renewRecoveryCodes',
  'removeSecondFactor',
]);

const triesToComeIn = (operation: OperationDefinitionNode, fragments: Fragments) =>
  rootFieldsOf(operation, fragments).filter((field) => comingIn.has(field)).length;

const introspectionFields = new Set(['__schema', '__type', '__typename']);

/** Whether a question is of the schema alone: its answer is the same for everyone. */
function isIntrospection({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every(
    (one) => one.kind === 'Field' && introspectionFields.has(one.name.value),
  );
}

class Scales {
  private readonly weighed = new Map<string, Weight>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  set(set: SelectionSetNode, type: GraphQLNamedType | undefined, rows = 1): Weight {
    const parts = this.parts(set, type, rows);
    const depth = Math.max(0, ...parts.map(({ weight }) => weight.depth));
    const sum = (some: readonly Part[]) => some.reduce((cost, { weight }) => cost + weight.cost, 0);
    if (!isAbstractType(type)) return { depth, cost: sum(parts) };
    // A row is of one type: of what is asked of several, the most that any of them has.
    const costs = this.schema
      .getPossibleTypes(type)
      .map((kind) => sum(parts.filter(({ on }) => this.isPart(kind, on))));
    return { depth, cost: Math.max(0, ...costs) };
  }

  /** What is asked of one level, each with the type that it is asked of. */
  private parts(set: SelectionSetNode, type: GraphQLNamedType | undefined, rows: number): Part[] {
    const spread = new Set<string>();
    return set.selections.flatMap((selection): Part[] => {
      if (selection.kind === 'Field')
        return [{ on: type, weight: this.field(selection, type, rows) }];
      if (selection.kind === 'InlineFragment') {
        const condition = selection.typeCondition?.name.value;
        const on = condition ? this.schema.getType(condition) : type;
        return [{ on, weight: this.set(selection.selectionSet, on, rows) }];
      }
      const name = selection.name.value;
      if (spread.has(name)) return [];
      spread.add(name);
      const condition = this.fragments.get(name)?.typeCondition.name.value;
      return [
        {
          on: condition === undefined ? type : this.schema.getType(condition),
          weight: this.fragment(name, rows),
        },
      ];
    });
  }

  /** Whether a row of a type is asked for what is asked of another. */
  private isPart(kind: GraphQLObjectType, on: GraphQLNamedType | undefined): boolean {
    if (on === kind) return true;
    return !isAbstractType(on) ? on === undefined : this.schema.isSubType(on, kind);
  }

  private fragment(name: string, rows: number): Weight {
    const key = `${name} ${rows}`;
    const known = this.weighed.get(key);
    if (known) return known;
    const definition = this.fragments.get(name);
    if (!definition) return { depth: 0, cost: 0 };
    const weight = this.set(
      definition.selectionSet,
      this.schema.getType(definition.typeCondition.name.value),
      rows,
    );
    this.weighed.set(key, weight);
    return weight;
  }

  /** @param rows how many rows `nodes` and `edges` of this level have */
  private field(field: FieldNode, parent: GraphQLNamedType | undefined, rows: number): Weight {
    const name = field.name.value;
    const known =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = known && getNamedType(known.type);
    if (!field.selectionSet || !known || !isCompositeType(type)) return { depth: 1, cost: 0 };
    const first = this.first(field, known.args.find((arg) => arg.name === 'first')?.defaultValue);
    const inside = this.set(field.selectionSet, type, first ?? 1);
    const times = this.times(field, known.type, rows, first !== null);
    return {
      depth: inside.depth + 1,
      cost: times * (first === null ? 1 : 0) + times * inside.cost,
    };
  }

  /** How many rows the `first` of a field asks for; null where it takes none. */
  private first(field: FieldNode, standard: unknown): number | null {
    const given = this.argument(field, 'first');
    const asked = given === undefined ? standard : given;
    return typeof asked === 'number' && asked > 0 ? asked : asked === undefined ? null : 1;
  }

  private times(field: FieldNode, type: GraphQLOutputType, rows: number, isPage: boolean): number {
    if (isPage || !isListType(getNullableType(type))) return 1;
    // Before the name is looked at: the root has a field `nodes` too.
    const ids = this.argument(field, 'ids');
    if (Array.isArray(ids)) return ids.length;
    if (pageFields.has(field.name.value)) return rows;
    return LIST_ROWS_OF[getNamedType(type).name] ?? LIST_ROWS;
  }

  private argument(field: FieldNode, name: string): unknown {
    const given = field.arguments?.find((argument) => argument.name.value === name);
    return given && valueFromASTUntyped(given.value, this.variables);
  }
}
