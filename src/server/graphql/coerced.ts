import {
  getVariableValues,
  GraphQLScalarType,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, type CompiledQuery } from 'graphql-jit';

/** Variables as the schema reads them: each of its type, defaults in their places. */
export type Variables = Readonly<Record<string, unknown>>;

/** As many faults as graphql's own execution tells. */
const ERRORS_MAX = 50;

/** @returns null where they cannot be read */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Record<string, unknown> = {},
): Variables | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
    maxErrors: ERRORS_MAX,
  });
  return coerced ?? null;
}

/** Takes whatever it is given as it is. It is no part of the contract: only compiled code sees it. */
const asGiven = new GraphQLScalarType({ name: 'AsGiven', parseValue: (value) => value });
const asGivenNode: TypeNode = {
  kind: Kind.NAMED_TYPE,
  name: { kind: Kind.NAME, value: asGiven.name },
};

/**
 * Compiled code that takes variables already read. Left to itself, graphql-jit reads them otherwise than
 * graphql does: it loses defaults, does not check `@oneOf`, and tells faults in another form.
 */
export function compileCoerced(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledQuery | ExecutionResult {
  const reading = {
    ...operation,
    variableDefinitions: (operation.variableDefinitions ?? []).map(readAsGiven),
  };
  return compileQuery(
    knowing(schema),
    {
      ...document,
      definitions: document.definitions.map((one) => (one === operation ? reading : one)),
    },
    operation.name?.value,
  );
}

/** Booleans stay: they read alike in both, and `@skip` and `@include` look at their type. */
function readAsGiven(definition: VariableDefinitionNode): VariableDefinitionNode {
  const type = definition.type.kind === Kind.NON_NULL_TYPE ? definition.type.type : definition.type;
  if (type.kind === Kind.NAMED_TYPE && type.name.value === 'Boolean') return definition;
  const { defaultValue: _read, ...rest } = definition;
  return { ...rest, type: asGivenNode };
}

/** The same schema, in which the type of variables already read has a name. */
function knowing(schema: GraphQLSchema): GraphQLSchema {
  return Object.create(schema, {
    getType: { value: (name: string) => (name === asGiven.name ? asGiven : schema.getType(name)) },
  }) as GraphQLSchema;
}
