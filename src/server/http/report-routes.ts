import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { isAsShown, reportByLink, reportForm, type ReportForm } from '../../upkeep/index.js';
import { Refusal, stranger, type TextLanguage } from '../../kernel/index.js';
import type { Sealing } from '../../vault/index.js';
import { changeAsked } from '../change-asked.js';
import { languageOf, type House } from '../context.js';
import { fault } from '../graphql/errors.js';
import { isForLater, RETRY_AFTER_SECONDS } from '../graphql/retry-after.js';
import { serveSheet } from './page.js';
import type { RateLimits } from './rate-limits.js';
import { readFilled } from './report-form.js';
import { formPage, reportSheet, saidPage, type Shown } from './report-page.js';
import { reportWords, type Said } from './report-words.js';
import { networkOf } from './who-asks.js';

/** Fifty units are some 8 KB. */
const BODY_BYTES_MAX = 32_768;
const MINUTE_SECONDS = 60;

type Asked = FastifyRequest<{ Params: { '*': string } }>;

interface Ways {
  house: House;
  limits: RateLimits;
  logger: Logger;
}

/**
 * The form behind a link. Opening it changes nothing, as often as scanners do; sending it reports. The secret in the address
 * is all the authority there is: nothing that a browser holds is asked, so nothing is won by sending the form from another
 * page, and where it comes from is not asked either (our own page, which tells nobody its address, has the origin "null").
 */
export function reportRoutes(ways: Ways): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: BODY_BYTES_MAX },
      (_request, body, done) => done(null, body),
    );
    app.setErrorHandler((error, request, reply) => turnDown(error, request, reply, ways.logger));
    app.get('/report/*', async (request: Asked, reply) =>
      show(ways, request, reply, await opened(ways, request, reply), { as: 'OPENED' }),
    );
    app.post('/report/*', (request: Asked, reply) => report(ways, request, reply));
    serveSheet(app, reportSheet);
  };
}

/**
 * What the link of a request opens now.
 * @throws Refusal `NOT_FOUND` where it opens nothing, whatever the reason; `RATE_LIMITED`
 */
async function opened(
  { house, limits }: Ways,
  request: Asked,
  reply: FastifyReply,
): Promise<ReportForm> {
  const { reporting, answering } = house;
  const network = networkOf(request.ip);
  await limits.count(stranger, network, reply);
  await reporting.try(network);
  const form = await reportForm(answering.people, request.params['*'], house.now());
  if (!form) throw new Refusal('NOT_FOUND', 'This link opens nothing.');
  await reporting.open(network);
  return form;
}

async function report(ways: Ways, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { house } = ways;
  const form = await opened(ways, request, reply);
  await house.reporting.report(form.linkId);
  const body = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
  const filled = readFilled(body, form);
  if (filled.faults.size > 0) {
    const isChanged = !isAsShown(form.units, filled.said);
    return show(ways, request, reply.code(422), form, { as: 'FAULTY', filled, isChanged });
  }
  const secret = request.params['*'];
  const work = (sealing: Sealing) => reportByLink(secret, filled.said, sealing);
  try {
    const made = await changeAsked(house, work, house.now());
    return show(ways, request, reply, made, { as: 'REPORTED' });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'STALE_VERSION') throw error;
    const now = await opened(ways, request, reply);
    const again = { as: 'CHANGED', filled: readFilled(body, now), isChanged: true } as const;
    return show(ways, request, reply.code(409), now, again);
  }
}

function show(
  { house }: Ways,
  request: Asked,
  reply: FastifyReply,
  form: ReportForm,
  shown: Shown,
): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  return htmlPage(reply, language).send(formPage(form, shown, { language, now: house.now() }));
}

/** A page for whoever has a link: kept by nobody on the way, and found by no search. */
export const htmlPage = (reply: FastifyReply, language: string) =>
  reply
    .header('content-language', language)
    .header('vary', 'accept-language')
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8');

/** @param gone what is told of a link that opens nothing */
export function turnDown(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
  gone: (language: TextLanguage) => Said = (language) => reportWords[language].gone,
) {
  const language = languageOf(request.headers['accept-language']);
  const words = { ...reportWords[language], gone: gone(language) };
  const [status, said] = turnedDown(error, words, logger);
  if (error instanceof Refusal && isForLater.has(error.code)) {
    reply.header('retry-after', error.retryAfterSeconds ?? RETRY_AFTER_SECONDS);
  }
  return htmlPage(reply.code(status), language).send(saidPage(said, language));
}

/** What is told of what went wrong. A link that opens nothing is told alike, whatever the reason. */
function turnedDown(
  error: unknown,
  words: (typeof reportWords)['en'],
  logger: Logger,
): [status: number, said: Said] {
  if (error instanceof Refusal) {
    if (error.code === 'NOT_FOUND') return [404, words.gone];
    if (error.code === 'UNAVAILABLE') return [503, words.unavailable];
    if (error.code === 'RATE_LIMITED') {
      const seconds = error.retryAfterSeconds ?? RETRY_AFTER_SECONDS;
      return [429, words.later(Math.ceil(seconds / MINUTE_SECONDS))];
    }
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status < 500) return [status, words.unreadable];
  const { extensions } = fault(error, logger);
  return [500, words.fault(String(extensions?.['incident']))];
}
