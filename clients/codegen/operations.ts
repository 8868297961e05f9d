import {
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type NameNode,
  type OperationDefinitionNode,
} from 'graphql';

/**
 * A plugin of GraphQL Code Generator: each operation as one constant text, typed with what it answers and
 * what it takes. A text and not an object, so that whoever bundles the client is left with those she names.
 */
export function plugin(_schema: GraphQLSchema, files: { document?: DocumentNode }[]) {
  const definitions = files.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = new Map(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const constants = definitions
    .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
    .map((one) => constantOf(one, fragments));
  return {
    prepend: ["import type { Operation } from './operation.js';"],
    content: constants.join('\n'),
  };
}

function constantOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const name = operation.name!.value;
  const type = `${name}${operation.operation === 'mutation' ? 'Mutation' : 'Query'}`;
  const spread = spreadIn(operation, fragments);
  // What a fragment is called tells the server nothing, and is carried by everyone.
  const letters = new Map([...spread].map((one, at) => [one.name.value, `F${at}`]));
  const named = { FragmentSpread: short, FragmentDefinition: short };
  function short<Node extends { name: NameNode }>(node: Node): Node {
    return { ...node, name: { ...node.name, value: letters.get(node.name.value)! } };
  }
  const text = [operation, ...spread].map((one) => print(visit(one, named))).join('\n');
  const written = JSON.stringify(stripIgnoredCharacters(text)).slice(1, -1).replaceAll("'", "\\'");
  const constant = name[0]!.toLowerCase() + name.slice(1);
  return `export const ${constant} = '${written.replaceAll('\\"', '"')}' as Operation<${type}, ${type}Variables>;`;
}

/** The fragments that an operation spreads, and those that these spread, each once. */
function spreadIn(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Set<FragmentDefinitionNode> {
  const found = new Set<FragmentDefinitionNode>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || found.has(fragment)) return;
        found.add(fragment);
        look(fragment);
      },
    });
  };
  look(operation);
  return found;
}
