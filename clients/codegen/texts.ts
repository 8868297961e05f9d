import {
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type NameNode,
  type OperationDefinitionNode,
} from 'graphql';

/** An operation as the client sends it. */
export interface Text {
  name: string;
  type: OperationDefinitionNode['operation'];
  body: string;
}

/** The text of every operation, each with the fragments that it spreads. */
export function textsOf(files: readonly { document?: DocumentNode }[]): Text[] {
  const definitions = files.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = new Map(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  return definitions
    .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
    .map((one) => ({
      name: one.name!.value,
      type: one.operation,
      body: bodyOf(one, spreadIn(one, fragments)),
    }));
}

function bodyOf(operation: OperationDefinitionNode, spread: Set<FragmentDefinitionNode>): string {
  // What a fragment is called tells the server nothing, and is carried by everyone.
  const letters = new Map([...spread].map((one, at) => [one.name.value, `F${at}`]));
  const named = { FragmentSpread: short, FragmentDefinition: short };
  function short<Node extends { name: NameNode }>(node: Node): Node {
    return { ...node, name: { ...node.name, value: letters.get(node.name.value)! } };
  }
  return stripIgnoredCharacters(
    [operation, ...spread].map((one) => print(visit(one, named))).join('\n'),
  );
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
