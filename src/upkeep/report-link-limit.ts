import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { countOne, inMemory, type CounterOf } from '../access/index.js';

const TRIED_SECONDS = 15 * 60;
/** Links that open nothing, tried from one network. */
const TRIED_MAX = 50;
const REPORTED_SECONDS = 60 * 60;
/** A desk reports a few times a shift; whoever found a link fills no history with it. */
const REPORTED_MAX = 30;

/** How often one network tries links that open nothing, and how often one link reports. */
export class ReportLinkLimit {
  private readonly tried: RateLimiterAbstract;
  private readonly reported: RateLimiterAbstract;

  constructor(counterOf: CounterOf = inMemory) {
    this.tried = counterOf('report link tried', { points: TRIED_MAX, duration: TRIED_SECONDS });
    this.reported = counterOf('reported by link', {
      points: REPORTED_MAX,
      duration: REPORTED_SECONDS,
    });
  }

  /**
   * Counts a link before it is looked for: many at once are counted each.
   * @throws Refusal `RATE_LIMITED` with the seconds after which to try again
   */
  try = (network: string): Promise<void> => count(this.tried, network);

  /** It opened something, and is none of those that are counted. */
  async open(network: string): Promise<void> {
    await this.tried.reward(network);
  }

  /** @throws Refusal `RATE_LIMITED` with the seconds after which to report again */
  report = (linkId: string): Promise<void> => count(this.reported, linkId);
}

const count = (limiter: RateLimiterAbstract, by: string): Promise<void> =>
  countOne([[limiter, by]], () => 'Too many. Try again later.');
