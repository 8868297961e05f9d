import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Asking } from '../../kernel/index.js';
import { compiledExecution } from './compiled.js';
import { tellErrors } from './errors.js';
import { TOKENS_MAX } from './limits.js';
import { retryAfter } from './retry-after.js';
import { tellDeprecated } from './tell-deprecated.js';

/** Questions in, answers out. HTTP and the database are others' business. */
export async function startGraphql(
  schema: GraphQLSchema,
  logger: Logger,
): Promise<ApolloServer<Asking>> {
  const tell = tellErrors(schema, logger);
  const server = new ApolloServer<Asking>({
    schema,
    introspection: true,
    // "Did you mean" would spell out names that nobody asked for.
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    status400ForVariableCoercionErrors: true,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: TOKENS_MAX },
    formatError: tell,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      compiledExecution(schema, tell),
      retryAfter,
      tellDeprecated(schema),
    ],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    },
  });
  await server.start();
  return server;
}
