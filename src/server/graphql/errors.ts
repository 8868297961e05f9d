import { unwrapResolverError } from '@apollo/server/errors';
import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Refusal } from '../../kernel/index.js';

export type TellError = (
  formatted: GraphQLFormattedError,
  thrown: unknown,
) => GraphQLFormattedError;

/** What Apollo Server calls a request that it could not even begin to answer. */
const badRequests = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** The parser's own words for a document of too many tokens. */
const TOO_MANY_TOKENS = /Document contains more tha[nt] \d+ tokens/;

/**
 * What a client is told of an error: a refusal in its own words, a bad question in GraphQL's, and of a
 * fault nothing but the number under which it was logged.
 */
export function tellErrors(logger: Logger): TellError {
  return (formatted, thrown) => {
    const error = unwrapResolverError(thrown);
    const { message, path, locations, extensions } = formatted;
    const where = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    if (error instanceof Refusal) {
      const { code, field } = error;
      return {
        message: error.message,
        ...where,
        extensions: { code, ...(field ? { field } : {}) },
      };
    }
    const code = String(extensions?.['code'] ?? '');
    if (TOO_MANY_TOKENS.test(message)) {
      return {
        message: 'The question is longer than 1,000 tokens.',
        extensions: { code: 'LIMIT_EXCEEDED' },
      };
    }
    if (code === 'LIMIT_EXCEEDED') return { message, extensions: { code } };
    if (badRequests.has(code)) return { message, ...where, extensions: { code: 'BAD_REQUEST' } };
    return fault(error, logger, path);
  };
}

/** Logs a fault by its kind and place in the code, never by its message: that may hold what people wrote. */
export function fault(
  error: unknown,
  logger: Logger,
  path?: readonly (string | number)[],
): GraphQLFormattedError {
  const incident = randomUUID();
  logger.error({ incident, ...describe(error) }, 'fault');
  return {
    message: `Something went wrong on our side. Incident ${incident}.`,
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL', incident },
  };
}

function describe(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { kind: error.name, code, frames: frames.slice(0, 12).map((line) => line.trim()) };
}
