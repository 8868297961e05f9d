import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { inMemory, type CounterOf } from '../access/index.js';
import { Refusal } from '../kernel/index.js';

const WINDOW_SECONDS = 60 * 60;
const OF_ONE_MAX = 10;
const MS = 1_000;

/** So many suggestions, and looks at what became of them, an hour from one network, app or person. */
export class SuggestionLimit {
  private readonly suggested: RateLimiterAbstract;
  private readonly looked: RateLimiterAbstract;

  constructor(counterOf: CounterOf = inMemory) {
    this.suggested = counterOf('suggested', { points: OF_ONE_MAX, duration: WINDOW_SECONDS });
    this.looked = counterOf('suggestion looked up', {
      points: OF_ONE_MAX * OF_ONE_MAX,
      duration: WINDOW_SECONDS,
    });
  }

  /** @throws Refusal `RATE_LIMITED` with the seconds after which to try again */
  suggest = (by: string): Promise<void> => count(this.suggested, by);

  /** @throws Refusal `RATE_LIMITED` with the seconds after which to try again */
  look = (by: string): Promise<void> => count(this.looked, by);
}

async function count(limiter: RateLimiterAbstract, by: string): Promise<void> {
  try {
    await limiter.consume(by);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / MS));
    throw new Refusal(
      'RATE_LIMITED',
      `Too many within an hour. Try again in ${Math.ceil(seconds / 60)} minutes.`,
      undefined,
      seconds,
    );
  }
}
