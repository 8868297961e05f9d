import { dataOf } from './answer.js';
import { HarborlightError } from './error.js';

/** A timer that is set to more goes off at once. */
const MS_MAX = 2 ** 31 - 1;

/**
 * One try of a question.
 * @throws HarborlightError, or the reason of the signal that ended it
 */
export async function attempt<Data>(
  send: typeof fetch,
  url: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Data> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, Math.min(timeoutMs, MS_MAX));
  signal?.addEventListener('abort', end);
  try {
    // No redirect is followed: what is told of a person goes to this address and no other.
    const ways = { method: 'POST', redirect: 'manual', headers, body } as const;
    return await dataOf<Data>(await send(url, { ...ways, signal: ending.signal }));
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof HarborlightError) throw error;
    throw ending.signal.aborted
      ? new HarborlightError(`No answer within ${timeoutMs} ms.`, 'TIMEOUT')
      : new HarborlightError('The directory cannot be reached.', 'UNREACHABLE');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}
