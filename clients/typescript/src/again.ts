import { HarborlightError } from './error.js';

/** Doubled with every try: five waits take between five and ten seconds in all. */
const FIRST_WAIT_MS = 300;
/** Whoever is told to wait longer than that decides for herself. */
const RETRY_AFTER_SECONDS_MAX = 60;
const passing = new Set<string>(['UNREACHABLE', 'TIMEOUT', 'UNAVAILABLE', 'RATE_LIMITED']);

/** A question is; of changes only one alone, whose input has a key by which it is made once. */
export function isSafeToRepeat(query: string, variables: object | undefined): boolean {
  if (!/\bmutation\b/.test(query)) return true;
  const { input } = (variables ?? {}) as { input?: { idempotencyKey?: string | null } | null };
  return !!input?.idempotencyKey && query.match(/[^$\w]input\s*:/g)?.length === 1;
}

/** Whether asking again may help. */
export const mayHelp = (error: unknown): error is HarborlightError =>
  error instanceof HarborlightError &&
  passing.has(error.code) &&
  (error.retryAfter ?? 0) <= RETRY_AFTER_SECONDS_MAX;

/** As long as is told, and a drawn time more: those who were turned down together do not come back together. */
export const waitMsAfter = ({ retryAfter }: HarborlightError, retried: number): number =>
  (retryAfter ?? 0) * 1_000 + FIRST_WAIT_MS * 2 ** retried * (0.5 + Math.random() / 2);

/** @throws the reason of the signal, where that comes first */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, ms);
    signal?.addEventListener('abort', end);
  });
}
