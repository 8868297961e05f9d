import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/index.js';

/** No question needs more: variables nest some ten deep. */
const DEPTH_MAX = 64;
const [QUOTE, BACKSLASH, OPENS, CLOSES, OPENS_TOO, CLOSES_TOO] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];

/** Whether a text nests deeper than so many; what it is otherwise, a parser says. */
export function isDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isText) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isText = false;
    } else if (code === QUOTE) isText = true;
    else if (code === OPENS || code === OPENS_TOO) {
      depth += 1;
      if (depth > most) return true;
    } else if (code === CLOSES || code === CLOSES_TOO) depth -= 1;
  }
  return false;
}

/**
 * Reads bodies as Fastify does, but refuses what nests too deep before the parser sees it: a megabyte of
 * brackets would keep `JSON.parse`, and everyone else, for a third of a second.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request: FastifyRequest, body, done) => {
      if (isDeeperThan(body, DEPTH_MAX)) {
        done(new Refusal('LIMIT_EXCEEDED', `The body nests deeper than ${DEPTH_MAX} levels.`));
        return;
      }
      void parse(request, body, done);
    },
  );
}
