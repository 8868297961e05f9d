import { HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import type { ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Asking } from '../../kernel/index.js';
import { compileCoerced, coerceVariables, type Variables } from './coerced.js';
import type { TellError } from './errors.js';
import { weigh } from './limits.js';
import { refuseMisfits } from './values.js';

/** Compiled questions that are kept; the one asked longest ago goes first. */
const KEPT_MAX = 500;

/** A question seen this often is worth compiling: compiling costs some hundred plain executions of a small one. */
const SEEN_MIN = 3;

/**
 * Weighs every question, then runs those that come again and again as compiled code (graphql-jit).
 * The answer is the same either way; whatever cannot be compiled is executed in the ordinary way.
 */
export function compiledExecution(
  schema: GraphQLSchema,
  tell: TellError,
): ApolloServerPlugin<Asking> {
  const kept = new Kept();
  return {
    requestDidStart: async () => {
      let variables: Variables | null = null;
      return {
        async didResolveOperation({ document, operation, request }) {
          if (!operation) return;
          variables = coerceVariables(schema, operation, request.variables);
          if (!variables) refuseMisfits(schema, operation, request.variables);
          const error = variables && weigh(schema, document, operation, variables);
          if (error) throw error;
        },
        async responseForOperation({
          document,
          operation,
          operationName,
          queryHash,
          contextValue,
        }) {
          if (operation?.operation !== 'query' || !variables) return null;
          if (nullsADefault(operation, variables)) return null;
          const compiled = kept.compiled(`${queryHash} ${operationName ?? ''}`, () =>
            compileCoerced(schema, document, operation),
          );
          if (!compiled) return null;
          const result = await compiled.query(undefined, contextValue, variables);
          return responseOf(result as ExecutionResult, tell);
        },
      };
    },
  };
}

/**
 * A variable with a default may stand where null may not; given as null all the same, it is refused. Compiled
 * code would let it through.
 */
const nullsADefault = ({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables) =>
  variableDefinitions.some(
    ({ variable, defaultValue }) => defaultValue && given[variable.name.value] === null,
  );

function responseOf({ data, errors }: ExecutionResult, tell: TellError): GraphQLResponse {
  const told = errors?.map((error) => tell(error.toJSON(), error));
  const singleResult = {
    ...(told ? { errors: told } : {}),
    ...(data === undefined ? {} : { data }),
  };
  const status = data === undefined ? 400 : undefined;
  return {
    http: { headers: new HeaderMap(), ...(status ? { status } : {}) },
    body: { kind: 'single', singleResult },
  };
}

/** The questions seen lately, and the code of those that are compiled. */
class Kept {
  private readonly entries = new Map<string, { seen: number; code: CompiledQuery | null }>();

  compiled(key: string, compile: () => CompiledQuery | ExecutionResult): CompiledQuery | null {
    const entry = this.entries.get(key) ?? { seen: 0, code: null };
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (this.entries.size > KEPT_MAX) this.entries.delete(this.entries.keys().next().value!);
    entry.seen += 1;
    if (entry.seen === SEEN_MIN) {
      const code = compile();
      entry.code = isCompiledQuery(code) ? code : null;
    }
    return entry.code;
  }
}
