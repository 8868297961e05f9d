import { extensions } from '../../../schema/migrations/extensions.js';
import { Refusal } from '../../kernel/index.js';
import { unreachableCode } from '../database/unavailable.js';

export const POSTGRESQL_ADVICE =
  'Is PostgreSQL running, and are host, name and password of DATABASE_URL right?';

/** Extensions are made by a superuser; all else by whoever owns the database. */
export const PRIVILEGE_ADVICE =
  'the role of DATABASE_URL may not make what is missing. Let it own the database, and let a superuser run ' +
  `there: ${extensions.map((extension) => `create extension ${extension};`).join(' ')}`;

/** A refusal in its own words; of anything else its kind, its code and what to do. */
export function wordsOf(error: unknown): string {
  const far = unreachableCode(error);
  if (far) return `UNAVAILABLE: the database cannot be opened. ${POSTGRESQL_ADVICE} (${far})`;
  if (error instanceof Refusal) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return 'INTERNAL: something went wrong. Run "harborlight doctor".';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  if (code === ' 42501') return `FORBIDDEN: ${PRIVILEGE_ADVICE}`;
  if (code === ' EADDRINUSE') {
    return 'UNAVAILABLE: the port is in use. Stop what listens there, or set PORT to another.';
  }
  if (code === ' ERR_UNKNOWN_BUILTIN_MODULE') {
    return (
      `UNAVAILABLE: Node ${process.versions.node} lacks what this needs; 22.13 or newer has it. ` +
      '"npm start" and "npm run harborlight" bring a Node of their own.'
    );
  }
  const where =
    error.stack
      ?.split('\n')
      .find((line) => /^\s+at .*dist/.test(line))
      ?.trim() ?? '';
  return `INTERNAL: ${error.name}${code} ${where}. Run "harborlight doctor": it says what is missing.`;
}
