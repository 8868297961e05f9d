import { Refusal } from '../../kernel/index.js';

/** Codes of the operating system and of PostgreSQL for a server that cannot be reached or lets nobody in. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'EPIPE',
  '28000',
  '28P01',
  '3D000',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);
/** What pg says of connections that it could not get or lost; it gives these no code. */
const LOST = /timeout exceeded when trying to connect|Connection terminated/;
const STATEMENT_TOOK_TOO_LONG = '57014';

/** The code with which PostgreSQL could not be reached; null where something else went wrong. */
export function unreachableCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (LOST.test(error.message)) return code || 'no connection';
  return unreachable.has(code) ? code : unreachableCode(error.cause);
}

/** The cause is for whoever runs the server, and is not told. */
const refusalOf = (cause: unknown, words: string) =>
  Object.assign(new Refusal('UNAVAILABLE', words), { cause });

/** An error of the database as who asks is to be told of it: whether to ask again. */
export function asRefusal(error: unknown): unknown {
  if (unreachableCode(error)) {
    return refusalOf(error, 'The database does not answer. Ask again in a few seconds.');
  }
  if (error instanceof Error && 'code' in error && error.code === STATEMENT_TOOK_TOO_LONG) {
    return refusalOf(error, 'This took too long. Ask for less, or again later.');
  }
  return error;
}
