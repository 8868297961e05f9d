import type { Answer } from './directory.js';

/**
 * An answer as it is compared with another of the same question: without the hour of the wire, and without how long to wait, which is
 * counted from the first attempt, a second more or less.
 */
export function untimed({
  status,
  headers,
  text,
}: Pick<Answer<unknown>, 'status' | 'headers' | 'text'>) {
  const { date: _date, ...told } = headers;
  if (!('retry-after' in told)) return { status, told, text };
  const { 'retry-after': _seconds, 'content-length': _length, ...rest } = told;
  const words = text
    .replaceAll(/(?<="retryAfterSeconds":)\d+/g, 'n')
    .replaceAll(/Try again in \d+ minutes?/g, 'Try again in n minutes');
  return { status, told: rest, text: words };
}
