import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { table, whoMay } from './tables.js';

const byName = <Named extends { name: string }>(named: readonly Named[]): Named[] =>
  [...named].sort((one, other) => (one.name < other.name ? -1 : 1));

const code = (text: unknown) => `\`${String(text)}\``;

interface Told {
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
}
const words = ({ description, deprecationReason }: Told) =>
  [deprecationReason && `**Going.** ${deprecationReason}`, description].filter(Boolean).join(' ');

const given = ({ name, type, defaultValue }: GraphQLArgument) =>
  code(`${name}: ${type}${defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`}`);

/** What one asks first, or changes: each with who may, what it takes and what it answers. */
export function rootTable(schema: GraphQLSchema, root: 'Query' | 'Mutation'): string {
  const fields = Object.values(
    (root === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {},
  );
  return table(
    ['name', 'what', 'takes', 'answers', 'who may'],
    byName(fields).map((field) => [
      code(field.name),
      words(field),
      byName(field.args).map(given).join(', '),
      code(field.type),
      whoMay(`${root}.${field.name}`),
    ]),
  );
}

const fieldRow = (field: GraphQLField<unknown, unknown>) => [
  `${code(field.name)}${field.args.length > 0 ? ` (${byName(field.args).map(given).join(', ')})` : ''}`,
  code(field.type),
  words(field),
];
const inputRow = (field: GraphQLInputField) => [
  code(field.name),
  code(
    `${field.type}${field.defaultValue === undefined ? '' : ` = ${JSON.stringify(field.defaultValue)}`}`,
  ),
  words(field),
];

/** What is inside a type, as a table or a list of names. */
function insides(type: GraphQLNamedType): string {
  if (isEnumType(type)) {
    const values = type.getValues();
    if (!values.some(words)) return values.map(({ name }) => code(name)).join(' ');
    return table(
      ['value', 'what'],
      values.map((one) => [code(one.name), words(one)]),
    );
  }
  if (isUnionType(type)) return `One of ${byName(type.getTypes()).map(code).join(', ')}.`;
  if (isInputObjectType(type))
    return table(['field', 'type', 'what'], byName(Object.values(type.getFields())).map(inputRow));
  if (isObjectType(type) || isInterfaceType(type))
    return table(['field', 'type', 'what'], byName(Object.values(type.getFields())).map(fieldRow));
  return '';
}

function heading(type: GraphQLNamedType): string {
  const is = isObjectType(type) || isInterfaceType(type) ? byName(type.getInterfaces()) : [];
  const also = is.length > 0 ? `Is a ${is.map(code).join(' and a ')}.` : '';
  const oneOf = isInputObjectType(type) && type.isOneOf ? 'Exactly one of these.' : '';
  return [type.description, also, oneOf].filter(Boolean).join(' ').replaceAll(/\s+/g, ' ');
}

const groups: [title: string, of: (type: GraphQLNamedType) => boolean][] = [
  [
    'Things and answers',
    (type) => isObjectType(type) || isInterfaceType(type) || isUnionType(type),
  ],
  ['What is given', isInputObjectType],
  ['Closed sets', isEnumType],
  ['Scalars', (type) => isScalarType(type) && !isSpecifiedScalarType(type)],
];

/** Every type, by what it is for. Connections and edges are all alike, and are told of at pages. */
export function everyType(schema: GraphQLSchema): string {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const types = byName(Object.values(schema.getTypeMap())).filter(
    (type) =>
      !isIntrospectionType(type) &&
      !type.name.endsWith('Edge') &&
      !roots.some((root) => root?.name === type.name),
  );
  const parts = groups.map(([title, isOf]) => {
    const those = types
      .filter(isOf)
      .map((type) =>
        [`### ${type.name}`, heading(type), insides(type)].filter(Boolean).join('\n\n'),
      );
    return [`## ${title}`, ...those].join('\n\n');
  });
  return parts.join('\n\n');
}
