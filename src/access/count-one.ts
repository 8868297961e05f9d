import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Refusal } from '../kernel/index.js';

const MS = 1_000;

/**
 * Counts one of something, for each counter that it is counted by.
 * @param words of the refusal, by the minutes after which to try again
 * @throws Refusal `RATE_LIMITED` with the seconds after which to try again
 */
export async function countOne(
  counted: readonly [by: RateLimiterAbstract, of: string][],
  words: (minutes: number) => string,
): Promise<void> {
  try {
    for (const [by, of] of counted) await by.consume(of);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / MS));
    throw new Refusal('RATE_LIMITED', words(Math.ceil(seconds / 60)), undefined, seconds);
  }
}
