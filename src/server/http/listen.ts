import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { stranger, type Asking, type Viewer } from '../../kernel/index.js';
import { ask, languageOf, type House } from '../context.js';
import { trustedTexts, withTrustedText, type TrustedTexts } from '../graphql/trusted.js';
import { readJsonBodies } from './json-body.js';
import { RateLimits, type RatesPerMinute } from './rate-limits.js';
import { doorOf, networkOf, whoAsks } from './who-asks.js';
import { answerFaults, tellFrameworkFault } from './faults.js';
import { explorerRoutes } from './explorer.js';
import { healthRoutes } from './health.js';
import { reminderRoutes } from './reminder-routes.js';
import { importRoutes } from './import-routes.js';
import { reportRoutes } from './report-routes.js';
import { startPageRoutes } from './start-page.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asked, for the log: of what kind, never which one. */
    viewerKind: Viewer['kind'];
  }
}

export const BODY_BYTES_MAX = 1_048_576;
/** A request that has not come whole by then is dropped. */
const REQUEST_TIMEOUT_MS = 30_000;

export interface HttpWays {
  isBehindProxy?: boolean;
  rates?: RatesPerMinute;
  /** Those of our own client, where nothing is said. */
  trusted?: TrustedTexts;
}
const ours = trustedTexts();
const unlimited: RatesPerMinute = { stranger: 0, app: 0, person: 0 };

/** What browsers are told of every answer. */
const headersTold: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  // Told over plain HTTP on one's own machine; in front of the world stands a proxy that says this.
  strictTransportSecurity: false,
};

/** The proxy before us says whose request it is; what others before it say is hearsay. */
const ofNearest = (_address: string, hop: number) => hop === 0;

/** Everything that is told over HTTP. */
export async function openHttp(
  graphql: ApolloServer<Asking>,
  house: House,
  logger: Logger,
  { isBehindProxy = false, rates = unlimited, trusted = ours }: HttpWays = {},
): Promise<FastifyInstance> {
  const app = Fastify({
    trustProxy: isBehindProxy ? ofNearest : false,
    logger: false,
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    frameworkErrors: tellFrameworkFault(logger),
  });
  await app.register(helmet, headersTold);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  readJsonBodies(app);
  app.decorateRequest('viewerKind', 'STRANGER');
  logRequests(app, logger);
  answerFaults(app, logger);
  const limits = new RateLimits(rates, house.sumRates);
  app.addHook('onClose', () => limits.stop());
  app.route({
    method: ['GET', 'POST', 'HEAD'],
    url: '/graphql',
    handler: (request, reply) => answer({ graphql, house, limits, trusted }, request, reply),
  });
  await app.register(explorerRoutes);
  await app.register(startPageRoutes(house));
  await app.register(healthRoutes(house));
  await app.register(reportRoutes({ house, limits, logger }));
  await app.register(reminderRoutes({ house, limits, logger }));
  const whoSends = (request: FastifyRequest, reply: FastifyReply) =>
    countedViewer(house, limits, request, reply);
  await app.register(importRoutes({ house, whoAsks: whoSends }));
  return app;
}

interface Endpoint {
  graphql: ApolloServer<Asking>;
  house: House;
  limits: RateLimits;
  trusted: TrustedTexts;
}

/** The thin front of the endpoint: Apollo Server answers, nothing is in between. */
async function answer(
  { graphql, house, limits, trusted }: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (request.method !== 'POST') {
    return reply
      .code(405)
      .header('allow', 'POST')
      .send({
        errors: [
          {
            message:
              'Questions are sent by POST, as application/json. The explorer is at /graphiql.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      });
  }
  const headers = new HeaderMap();
  for (const name of [
    'accept',
    'content-type',
    'apollo-require-preflight',
    'x-apollo-operation-name',
  ]) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const viewer = await countedViewer(house, limits, request, reply);
  const body = withTrustedText(request.body, trusted, viewer);
  const {
    status,
    headers: told,
    body: answered,
  } = await graphql.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: async () =>
      ask(house, {
        viewer,
        door: doorOf(request, reply),
        language: languageOf(request.headers['accept-language']),
      }),
  });
  for (const [name, value] of told) if (name !== 'cache-control') reply.header(name, value);
  reply.code(status ?? 200);
  return reply.send(answered.kind === 'complete' ? answered.string : '');
}

/** Who asks, and that it is not too often. A key that is none is counted as its network's. */
async function countedViewer(
  house: House,
  limits: RateLimits,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Viewer> {
  const network = networkOf(request.ip);
  let viewer: Viewer = stranger;
  try {
    viewer = await whoAsks(request, house);
  } finally {
    request.viewerKind = viewer.kind;
    await limits.count(viewer, network, reply);
  }
  return viewer;
}

/** What is logged is a list of what may be; never a body, a variable, a query string or an address. */
function logRequests(app: FastifyInstance, logger: Logger): void {
  if (!logger.isLevelEnabled('info')) return;
  app.addHook('onResponse', async (request, reply) => {
    logger.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        duration: Math.round(reply.elapsedTime),
        viewer: request.viewerKind,
      },
      'request',
    );
  });
}
