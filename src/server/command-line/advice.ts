import { Refusal } from '../../kernel/index.js';

/** Codes of the operating system and of PostgreSQL for a server that cannot be reached or lets nobody in. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  '28000',
  '28P01',
  '3D000',
]);

export const POSTGRESQL_ADVICE =
  'Is PostgreSQL running, and are host, name and password of DATABASE_URL right?';

/** The code with which PostgreSQL could not be reached; null where something else went wrong. */
export function unreachableCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  return unreachable.has(code) ? code : unreachableCode(error.cause);
}

/** A refusal in its own words; of anything else its kind, its code and what to do. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return 'INTERNAL: something went wrong. Run "harborlight doctor".';
  const far = unreachableCode(error);
  if (far) return `UNAVAILABLE: the database cannot be opened. ${POSTGRESQL_ADVICE} (${far})`;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  if (code === ' EADDRINUSE') {
    return 'UNAVAILABLE: the port is in use. Stop what listens there, or set PORT to another.';
  }
  const where =
    error.stack
      ?.split('\n')
      .find((line) => /^\s+at .*dist/.test(line))
      ?.trim() ?? '';
  return `INTERNAL: ${error.name}${code} ${where}. Run "harborlight doctor": it says what is missing.`;
}
