import type { DocumentNode, GraphQLSchema } from 'graphql';
import { textsOf, type Text } from './texts.js';

/**
 * A plugin of GraphQL Code Generator: each operation as one constant text, typed with what it answers and
 * what it takes. A text and not an object, so that whoever bundles the client is left with those she names.
 */
export function plugin(_schema: GraphQLSchema, files: { document?: DocumentNode }[]) {
  return {
    prepend: ["import type { Operation } from './operation.js';"],
    content: textsOf(files).map(constantOf).join('\n'),
  };
}

function constantOf({ name, type, body }: Text): string {
  const typed = `${name}${type === 'mutation' ? 'Mutation' : 'Query'}`;
  const written = JSON.stringify(body).slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"');
  const constant = name[0]!.toLowerCase() + name.slice(1);
  return `export const ${constant} = '${written}' as Operation<${typed}, ${typed}Variables>;`;
}
