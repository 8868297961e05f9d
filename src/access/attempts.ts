import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../kernel/index.js';

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords for one account, and from one network, within the window. */
const OF_ACCOUNT_MAX = 10;
const OF_NETWORK_MAX = 50;
const MS = 1_000;

/**
 * Attempts to come in: so many for one account and from one network, then no more for a while. What is counted is
 * kept in memory by its digest, and by each server for itself.
 */
export class Attempts {
  private readonly ofAccount = new RateLimiterMemory({
    points: OF_ACCOUNT_MAX,
    duration: WINDOW_SECONDS,
  });
  private readonly ofNetwork = new RateLimiterMemory({
    points: OF_NETWORK_MAX,
    duration: WINDOW_SECONDS,
  });

  /**
   * Counts an attempt before it is looked at: many at once are counted each.
   * @throws Refusal `RATE_LIMITED` with the seconds after which to try again
   */
  async begin(account: string, network: string): Promise<void> {
    try {
      await this.ofNetwork.consume(digestOf(network));
      await this.ofAccount.consume(digestOf(account));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / MS));
      throw new Refusal(
        'RATE_LIMITED',
        `Too many attempts. Try again in ${Math.ceil(seconds / 60)} minutes.`,
        undefined,
        seconds,
      );
    }
  }

  /** It was the right password, and the right code where there is one: wrong ones before it no longer count. */
  async succeed(account: string, network: string): Promise<void> {
    await this.ofAccount.delete(digestOf(account));
    await this.ofNetwork.reward(digestOf(network));
  }
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url');
