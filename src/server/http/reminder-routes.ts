import { timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Refusal, stranger } from '../../kernel/index.js';
import { REMINDERS_PATH, saveWish, wantsReminders } from '../../upkeep/index.js';
import { changeAsked } from '../change-asked.js';
import { languageOf, type House } from '../context.js';
import type { RateLimits } from './rate-limits.js';
import { pageOf } from './report-page.js';
import { htmlPage, turnDown } from './report-routes.js';
import { reminderWords } from './reminder-words.js';
import { networkOf } from './who-asks.js';

/** A choice is some ten letters; what programs send by themselves, some thirty. */
const BODY_BYTES_MAX = 1_024;

type Asked = FastifyRequest<{ Params: { '*': string } }>;

interface Ways {
  house: House;
  limits: RateLimits;
  logger: Logger;
}

const secretOf = ({ digests }: Pick<House, 'digests'>, account: string) =>
  digests.secretOf('stop reminders', account);

/** What a link in a reminder ends in: whose it is, and what nobody else could write. By it she is reminded or not, and nothing else. */
export const stopToken = (house: Pick<House, 'digests'>, account: string): string =>
  `${account}.${secretOf(house, account)}`;

/** Whose a link is. @throws Refusal `NOT_FOUND` where it is nobody's */
function accountOf(house: House, token: string): string {
  const [account = '', secret = ''] = token.split('.');
  const [given, right] = [Buffer.from(secret), Buffer.from(secretOf(house, account))];
  if (given.length === right.length && timingSafeEqual(given, right)) return account;
  throw new Refusal('NOT_FOUND', 'This link opens nothing.');
}

/**
 * Where a person stops her reminders, or begins them again, without signing in. Opening it changes nothing; a program of hers that
 * unsubscribes (RFC 8058) posts to it.
 */
export function reminderRoutes(ways: Ways): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: BODY_BYTES_MAX },
      (_request, body, done) => done(null, body),
    );
    app.setErrorHandler((error, request, reply) =>
      turnDown(error, request, reply, ways.logger, (language) => reminderWords[language].gone),
    );
    app.get(`${REMINDERS_PATH}/*`, (request: Asked, reply) => answer(ways, request, reply, null));
    app.post(`${REMINDERS_PATH}/*`, (request: Asked, reply) => {
      const wants = typeof request.body === 'string' && /(^|&)wanted=yes(&|$)/.test(request.body);
      return answer(ways, request, reply, wants);
    });
  };
}

/** @param wish what she wants from now on; null where she only looks */
async function answer(
  { house, limits }: Ways,
  request: Asked,
  reply: FastifyReply,
  wish: boolean | null,
): Promise<FastifyReply> {
  await limits.count(stranger, networkOf(request.ip), reply);
  const account = accountOf(house, request.params['*']);
  const wants = await changeAsked(
    house,
    async (changing) => {
      if (wish !== null) await saveWish(changing, account, wish);
      return wantsReminders(changing, account);
    },
    house.now(),
  );
  if (wants === null) throw new Refusal('NOT_FOUND', 'This link opens nothing.');
  const language = languageOf(request.headers['accept-language']);
  return htmlPage(reply, language).send(choicePage(wants, wish !== null, language));
}

function choicePage(wants: boolean, isDone: boolean, language: 'en' | 'es'): string {
  const words = reminderWords[language];
  const said = isDone
    ? `<p class="notice done" role="status" tabindex="-1" autofocus>${wants ? words.resumed : words.stopped}</p>`
    : `<p class="lead">${wants ? words.on : words.off}</p>`;
  return pageOf(
    language,
    words.title,
    `      <h1>${words.title}</h1>
      ${said}
      <form method="post">
        <button name="wanted" value="${wants ? 'no' : 'yes'}">${wants ? words.stop : words.resume}</button>
      </form>`,
  );
}
