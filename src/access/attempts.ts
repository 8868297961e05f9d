import { createHash } from 'node:crypto';
import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { countOne } from './count-one.js';

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords for one account from one network, within the window. */
const OF_ACCOUNT_HERE_MAX = 10;
/** For one account from wherever: so many that whoever knows an address, and has one network, keeps nobody out. */
const OF_ACCOUNT_MAX = 100;
/** From one network, for whichever accounts. */
const OF_NETWORK_MAX = 50;

/** Counts so many points in so many seconds, of each that is given to it. */
export type CounterOf = (
  of: string,
  limits: { points: number; duration: number },
) => RateLimiterAbstract;

export const inMemory: CounterOf = (_of, limits) => new RateLimiterMemory(limits);

/**
 * Attempts to come in: so many for one account from one network, for one account, and from one network, then no more
 * for a while. What is counted is kept by its digest: by all servers together where they have a counter for it, else
 * by each in its memory.
 */
export class Attempts {
  private readonly ofNetwork;
  private readonly ofAccountHere;
  private readonly ofAccount;

  constructor(counterOf: CounterOf = inMemory) {
    const counter = (of: string, points: number) =>
      counterOf(of, { points, duration: WINDOW_SECONDS });
    this.ofNetwork = counter('network', OF_NETWORK_MAX);
    this.ofAccountHere = counter('account-here', OF_ACCOUNT_HERE_MAX);
    this.ofAccount = counter('account', OF_ACCOUNT_MAX);
  }

  /**
   * Counts an attempt before it is looked at: many at once are counted each. What its network has too many of
   * already does not count for the account, or one network would use up what is for all.
   * @throws Refusal `RATE_LIMITED` with the seconds after which to try again
   */
  async begin(account: string, network: string): Promise<void> {
    await countOne(
      [
        [this.ofNetwork, digestOf(network)],
        [this.ofAccountHere, digestOf(account, network)],
        [this.ofAccount, digestOf(account)],
      ],
      (minutes) => `Too many attempts. Try again in ${minutes} minutes.`,
    );
  }

  /** It was the right password, and the right code where there is one: wrong ones before it no longer count. */
  async succeed(account: string, network: string): Promise<void> {
    await this.ofAccountHere.delete(digestOf(account, network));
    await this.ofAccount.delete(digestOf(account));
    await this.ofNetwork.reward(digestOf(network));
  }
}

const digestOf = (...parts: string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
