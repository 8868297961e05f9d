import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { deprecationOf, type Deprecation } from './deprecation.js';
import { goingInputs } from './going-inputs.js';

const MS = 1_000;

/**
 * Whoever asks for what will go is told so with every answer: since when it is not to be used (`Deprecation`, RFC 9745)
 * and when it goes (`Sunset`, RFC 8594), the earliest of each. It is asked for by the document, or given in its variables.
 */
export function tellDeprecated(schema: GraphQLSchema): ApolloServerPlugin {
  // The same document comes again and again, and is parsed once.
  const known = new WeakMap<DocumentNode, readonly Deprecation[]>();
  const givenIn = goingInputs(schema);
  return {
    requestDidStart: async () => {
      let found: readonly Deprecation[] = [];
      return {
        async didResolveOperation({ document, operation, request: { variables } }) {
          const named = known.get(document) ?? deprecationsIn(schema, document);
          known.set(document, named);
          const given = operation && givenIn?.(operation, variables ?? {});
          found = given ? [...named, ...daysOf(given)] : named;
        },
        async willSendResponse({ response: { http } }) {
          const [since] = found.map((one) => one.since).sort();
          const [removal] = found.map((one) => one.removal).sort();
          if (!since || !removal) return;
          http.headers.set('deprecation', `@${Date.parse(since) / MS}`);
          http.headers.set('sunset', new Date(removal).toUTCString());
        },
      };
    },
  };
}

/** Every deprecation of a field, argument, input field or value of an enum that a document names. */
function deprecationsIn(schema: GraphQLSchema, document: DocumentNode): Deprecation[] {
  const info = new TypeInfo(schema);
  const reasons = new Set<string>();
  const note = (named: { deprecationReason?: string | null | undefined } | null | undefined) => {
    if (named?.deprecationReason) reasons.add(named.deprecationReason);
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: () => note(info.getFieldDef()),
      Argument: () => note(info.getArgument()),
      EnumValue: () => note(info.getEnumValue()),
      ObjectField(node) {
        // Of lists too, and of what must be given, as every `input` of a change.
        const type = getNamedType(info.getParentInputType());
        if (isInputObjectType(type)) note(type.getFields()[node.name.value]);
      },
    }),
  );
  return daysOf(reasons);
}

const daysOf = (reasons: ReadonlySet<string>): Deprecation[] =>
  [...reasons].flatMap((reason) => deprecationOf(reason) ?? []);
