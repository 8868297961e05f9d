import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  parse,
  typeFromAST,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { Refusal } from '../../kernel/index.js';

/*
 * GraphQL's own words for a value that does not fit repeat the value. Here it may be what happened to
 * someone: so we say where it stands and what belongs there, and never what was given.
 */

/** Of a value that does not fit: where it stands, as `input.seeker.age`, and what is wrong. */
export interface Misfit {
  field: string;
  message: string;
}

const literals = new Set<string>([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
]);

/** Whether a part of a question is a value written into it. */
export const isLiteral = ({ kind }: ASTNode) => literals.has(kind);

/**
 * Refuses variables that GraphQL cannot read, in words of ours.
 * @throws GraphQLError a bad request, naming the first that does not fit its type
 */
export function refuseMisfits(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Record<string, unknown> = {},
): void {
  for (const { variable, type, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const wanted = typeFromAST(schema, type);
    if (!isInputType(wanted)) continue;
    if (!Object.hasOwn(given, name)) {
      if (!isNonNullType(wanted) || defaultValue) continue;
      throw refused({ field: name, message: `${name} is missing: it is of type ${wanted}.` });
    }
    coerceInputValue(given[name], wanted, (path, value, { originalError }) => {
      const wrong = wrongOf(typeAt(wanted, path), value, originalError);
      throw refused(misfitAt([name, ...path], wrong));
    });
  }
}

const refused = ({ field, message }: Misfit) =>
  new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', field, http: { status: 400 } },
  });

/** A value written into a question where it does not fit; null where the question cannot say. */
export function misfitOfLiteral(
  schema: GraphQLSchema,
  literal: ASTNode,
  thrown: Error | undefined,
): Misfit | null {
  const { loc, kind } = literal;
  if (!loc) return null;
  const info = new TypeInfo(schema);
  const document = parse(loc.source);
  let misfit: Misfit | null = null;
  const enter = (node: ASTNode, _key: unknown, _parent: unknown, path: readonly unknown[]) => {
    if (misfit || node.kind !== kind || node.loc?.start !== loc.start) return;
    const steps = stepsOf(document, path);
    if (node.kind === Kind.OBJECT_FIELD) {
      misfit = misfitAt(
        steps.slice(0, -1),
        `has a field that ${info.getParentInputType()} has not`,
      );
    } else if (isLiteral(node)) {
      const value = valueFromASTUntyped(node as Parameters<typeof valueFromASTUntyped>[0]);
      misfit = misfitAt(steps, wrongOf(info.getInputType(), value, thrown));
    }
  };
  visit(document, visitWithTypeInfo(info, { enter }));
  return misfit;
}

const misfitAt = (steps: readonly (string | number)[], wrong: string): Misfit => {
  const field = steps.join('.');
  return { field, message: `${field} ${wrong}.` };
};

/** The names of arguments and fields, and the places in lists, on the way to a part of a question. */
function stepsOf(document: ASTNode, path: readonly unknown[]): (string | number)[] {
  const steps: (string | number)[] = [];
  let at: unknown = document;
  for (const [index, key] of path.entries()) {
    at = (at as Record<string | number, unknown>)[key as string | number];
    const node = at as ASTNode;
    if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) steps.push(node.name.value);
    else if (node.kind === Kind.VARIABLE_DEFINITION) steps.push(node.variable.name.value);
    else if (typeof key === 'number' && path[index - 1] === 'values') steps.push(key);
  }
  return steps;
}

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  return path.reduce((at: GraphQLInputType, step) => {
    const open = getNullableType(at);
    if (typeof step === 'number' && isListType(open)) return open.ofType as GraphQLInputType;
    const named = getNamedType(at);
    return (isInputObjectType(named) && named.getFields()[step]?.type) || at;
  }, type);
}

/** What is wrong with a value, in words of the schema alone. */
function wrongOf(
  type: GraphQLInputType | null | undefined,
  value: unknown,
  thrown: Error | undefined,
): string {
  const plain = `must be of type ${type}`;
  if (thrown instanceof Refusal) return `${plain}. ${thrown.message.replace(/\.$/, '')}`;
  const named = type && getNamedType(type);
  if (!isInputObjectType(named) || !isObject(value)) return plain;
  const fields = named.getFields();
  if (Object.keys(value).some((name) => !Object.hasOwn(fields, name))) {
    return `has a field that ${named} has not`;
  }
  const lacking = Object.values(fields).find(
    (field) => isRequiredInputField(field) && value[field.name] === undefined,
  );
  if (lacking) return `lacks ${lacking.name}, of type ${lacking.type}`;
  return named.isOneOf ? `must name exactly one of ${Object.keys(fields).join(', ')}` : plain;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
