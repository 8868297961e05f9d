import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { countOne, inMemory, type CounterOf } from '../access/index.js';

const WINDOW_SECONDS = 60 * 60;
const OF_ONE_MAX = 10;

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

  /**
   * Counts one before it is looked at: many at once are counted each.
   * @throws Refusal `RATE_LIMITED` with the seconds after which to try again
   */
  suggest = (by: string): Promise<void> => count(this.suggested, by);

  /** What was counted was not taken. */
  giveBack = async (by: string): Promise<void> => {
    await this.suggested.reward(by);
  };

  /** @throws Refusal `RATE_LIMITED` with the seconds after which to try again */
  look = (by: string): Promise<void> => count(this.looked, by);
}

const count = (limiter: RateLimiterAbstract, by: string): Promise<void> =>
  countOne(
    [[limiter, by]],
    (minutes) => `Too many within an hour. Try again in ${minutes} minutes.`,
  );
