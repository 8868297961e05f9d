import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  typeFromAST,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Given = (
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
) => ReadonlySet<string>;

/**
 * Finds, of what is given in variables, the reasons of the input fields and values of enums that will go. Names alone are
 * compared, and only where such can stand. Null where the contract has none: then nothing is looked at.
 */
export function goingInputs(schema: GraphQLSchema): Given | null {
  const within = typesWithGoing(schema);
  if (within.size === 0) return null;
  return ({ variableDefinitions = [] }, variables) => {
    const reasons = new Set<string>();
    for (const { variable, type } of variableDefinitions) {
      const declared = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
      if (declared) look(declared, variables[variable.name.value], within, reasons);
    }
    return reasons;
  };
}

function look(
  declared: GraphQLInputType,
  value: unknown,
  within: ReadonlySet<string>,
  reasons: Set<string>,
): void {
  if (value === null || value === undefined || !within.has(getNamedType(declared).name)) return;
  const type = getNullableType(declared);
  if (isListType(type)) {
    // One may be given for a list of one.
    for (const one of Array.isArray(value) ? value : [value])
      look(type.ofType, one, within, reasons);
  } else if (isEnumType(type)) {
    const reason = type.getValue(String(value))?.deprecationReason;
    if (reason) reasons.add(reason);
  } else if (isInputObjectType(type) && typeof value === 'object') {
    const fields = type.getFields();
    for (const [name, given] of Object.entries(value)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field?.deprecationReason) reasons.add(field.deprecationReason);
      if (field) look(field.type, given, within, reasons);
    }
  }
}

/** The names of the input types and enums in which something stands that will go, however deep. */
function typesWithGoing(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap());
  const inputs = types.filter(isInputObjectType);
  const within = new Set(
    types
      .filter(isEnumType)
      .filter((type) => type.getValues().some((one) => one.deprecationReason))
      .map(({ name }) => name),
  );
  const leadsThere = (type: GraphQLInputObjectType) =>
    Object.values(type.getFields()).some(
      (field) => field.deprecationReason || within.has(getNamedType(field.type).name),
    );
  for (let before = -1; within.size > before;) {
    before = within.size;
    for (const type of inputs) if (leadsThere(type)) within.add(type.name);
  }
  return within;
}
