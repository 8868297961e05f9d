import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Refusal, type RefusalCode } from '../../kernel/index.js';
import { fault } from '../graphql/errors.js';
import { isForLater, RETRY_AFTER_SECONDS } from '../graphql/retry-after.js';

/** What Fastify calls a request it cannot read, and what we tell of it. */
const told: Record<string, [status: number, code: string, message: string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'LIMIT_EXCEEDED', 'The body is larger than 1 MB.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'BAD_REQUEST', 'Send application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    400,
    'BAD_REQUEST',
    'The body is empty. Send {"query": "…"} as JSON.',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'BAD_REQUEST', 'The body is not JSON. Send {"query": "…"}.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'BAD_REQUEST', 'The body is not as long as it said.'],
};
const unreadable = [400, 'BAD_REQUEST', 'This request cannot be read.'] as const;

type Fault = { code?: string; statusCode?: number };

/** Of a request that is turned down before its question is read: who asks must be known first. */
const statusOf: Partial<Record<RefusalCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

function tellRefusal({ code, message, retryAfterSeconds }: Refusal, reply: FastifyReply) {
  if (code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  if (isForLater.has(code)) reply.header('retry-after', retryAfterSeconds ?? RETRY_AFTER_SECONDS);
  return reply.code(statusOf[code] ?? 400).send({ errors: [{ message, extensions: { code } }] });
}

function tellFault(error: Fault | Refusal, reply: FastifyReply, logger: Logger) {
  if (error instanceof Refusal) return tellRefusal(error, reply);
  const known = told[error.code ?? ''];
  const status = error.statusCode ?? 500;
  if (!known && status >= 500) return reply.code(500).send({ errors: [fault(error, logger)] });
  const [code, name, message] = known ?? [status, unreadable[1], unreadable[2]];
  return reply.code(code).send({ errors: [{ message, extensions: { code: name } }] });
}

/** For what Fastify turns down before any route or hook, as an address that cannot be decoded. */
export const tellFrameworkFault =
  (logger: Logger) => (error: Fault, _request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    void tellFault(error, reply, logger);
  };

/** Everything that goes wrong outside GraphQL is answered in the same form, with a code. */
export function answerFaults(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler((error: Fault, _request, reply) => tellFault(error, reply, logger));
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({
      errors: [
        {
          message: 'Nothing is here. The endpoint is /graphql, the start page /.',
          extensions: { code: 'NOT_FOUND' },
        },
      ],
    }),
  );
}
