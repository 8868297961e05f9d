import { unwrapResolverError } from '@apollo/server/errors';
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { Refusal } from '../../kernel/index.js';
import { isLiteral, misfitOfLiteral } from './values.js';

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

/** What the parser expected and met, without what was written there. */
const SIGNS = String.raw`"[{}()[\]:=!|&@$.]+"`;
const SYNTAX = new RegExp(
  String.raw`^Syntax Error: (?:Expected (?:\w+|"[\w{}()[\]:=!|&@$.]+"), found |Unexpected )` +
    `(?:<EOF>|${SIGNS}|${String.raw`(?:Name|Int|Float|String|BlockString)\b`})`,
);
/** The executors' words for an argument that the variables in it spoil. */
const ARGUMENT = /^Argument "\w+" (?:of (?:required|non-null)? ?type "|has invalid value )/;

/** Words of GraphQL and its scalars after which a value is repeated. */
const REPEATS =
  / (?:got invalid value|has invalid value|cannot represent|does not exist in) |, found |^Expected /;

/**
 * What a client is told of an error: a refusal in its own words, a bad question in GraphQL's, of a value
 * that does not fit its place and its type and not the value, and of a fault nothing but the number under
 * which it was logged.
 */
export function tellErrors(schema: GraphQLSchema, logger: Logger): TellError {
  return (formatted, thrown) => {
    const error = unwrapResolverError(thrown);
    const { message, path, locations, extensions } = formatted;
    const where = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    if (error instanceof Refusal) {
      const { code, field, retryAfterSeconds } = error;
      return {
        message: error.message,
        ...where,
        extensions: {
          code,
          ...(field ? { field } : {}),
          ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
        },
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
    if (badRequests.has(code) || isSpoilt(error)) {
      const { field, message: told } = withoutValues(schema, formatted, thrown);
      return {
        message: told,
        ...where,
        extensions: { code: 'BAD_REQUEST', ...(field ? { field } : {}) },
      };
    }
    return fault(error, logger, path);
  };
}

const isSpoilt = (error: unknown) => error instanceof GraphQLError && ARGUMENT.test(error.message);

/** What is wrong with a question, in words that repeat none of the values in it. */
function withoutValues(
  schema: GraphQLSchema,
  { message, extensions }: GraphQLFormattedError,
  thrown: unknown,
): { message: string; field?: string } {
  const field = extensions?.['field'];
  if (typeof field === 'string') return { message, field };
  if (message.startsWith('Syntax Error')) {
    return { message: `${SYNTAX.exec(message)?.[0] ?? 'Syntax Error'}.` };
  }
  const { nodes, originalError } = thrown instanceof GraphQLError ? thrown : {};
  const literal = nodes?.find(isLiteral);
  const misfit = literal && misfitOfLiteral(schema, literal, originalError);
  if (misfit) return misfit;
  if (message.startsWith('Unknown operation named ')) {
    return { message: 'The question has no operation of the name that is asked for.' };
  }
  return REPEATS.test(message)
    ? { message: 'A value is not of the type of its place.' }
    : { message };
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
  // A stack begins with the message, whose lines may look like places in the code.
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { kind: error.name, code, frames: frames.slice(0, 12).map((line) => line.trim()) };
}
