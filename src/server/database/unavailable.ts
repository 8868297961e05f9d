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
  '08000',
  '08003',
  '08006',
  '25P03',
  '28000',
  '28P01',
  '3D000',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
]);
/** What pg says of connections that it could not get or lost; it gives these no code. */
const LOST =
  /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/;
const STATEMENT_TOOK_TOO_LONG = '57014';
/** Two that change the same at once, each of which waits for the other, or would not see what the other did. */
const CROSSED = new Set(['40001', '40P01']);

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

/** What the database was doing: answering a question, making a change, or keeping one that was made. */
type Doing = 'ANSWERING' | 'CHANGING' | 'KEEPING';

const lostWords: Record<Doing, string> = {
  ANSWERING: 'The database does not answer. Ask again in a few seconds.',
  CHANGING: 'The database does not answer. Nothing was changed: ask again in a few seconds.',
  KEEPING:
    'The database stopped answering as this was being kept. Look whether it was done before you ask again; what was ' +
    'asked with an idempotencyKey may be asked again with the same.',
};

/** An error of the database as who asks is to be told of it: whether to ask again. */
export function asRefusal(error: unknown, doing: Doing = 'ANSWERING'): unknown {
  if (error instanceof Refusal) return error;
  if (unreachableCode(error)) return refusalOf(error, lostWords[doing]);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === STATEMENT_TOOK_TOO_LONG) {
    return refusalOf(error, 'This took too long. Ask for less, or again later.');
  }
  if (CROSSED.has(code)) {
    return refusalOf(
      error,
      'Somebody else changed the same at this moment. Nothing of this was kept: ask again.',
    );
  }
  return error;
}
