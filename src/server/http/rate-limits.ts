import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal, type Viewer } from '../../kernel/index.js';
import type { SumUp } from '../database/shared-rates.js';
import { SharedRates } from './shared-rates.js';

const WINDOW_SECONDS = 60;
const MS = 1_000;

/** Whose requests are counted together: a network's strangers, an app's, a person's. */
const classes = ['stranger', 'app', 'person'] as const;
type ViewerClass = (typeof classes)[number];

/** Requests a minute; 0 where they are not counted. */
export type RatesPerMinute = Record<ViewerClass, number>;

interface Limited {
  limiter: RateLimiterMemory;
  shared: SharedRates | null;
}

/**
 * How many requests a minute each viewer has. Counted in memory: a stranger's question is a read of told rows alone, and waits for
 * nothing that is written. Where there are several servers, each adds what it has counted to the sums of all now and then.
 */
export class RateLimits {
  private readonly limits = new Map<ViewerClass, Limited>();

  /** @param sumUp of all servers of the database; null where there is but one */
  constructor(rates: RatesPerMinute, sumUp: SumUp | null) {
    for (const name of classes) {
      const points = rates[name];
      if (points === 0) continue;
      const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
      this.limits.set(name, { limiter, shared: sumUp && new SharedRates(name, limiter, sumUp) });
    }
  }

  /**
   * Counts a request and tells what is left, as draft-ietf-httpapi-ratelimit-headers has it.
   * @throws Refusal `RATE_LIMITED` with the seconds after which to ask again
   */
  async count(viewer: Viewer, network: string, reply: FastifyReply): Promise<void> {
    const [name, key] = countedAs(viewer, network);
    const limited = this.limits.get(name);
    if (!limited) return;
    const { limiter, shared } = limited;
    reply.header('ratelimit-policy', `"${name}";q=${limiter.points};w=${WINDOW_SECONDS}`);
    const result = await limiter.consume(key).catch((error: unknown) => {
      if (error instanceof RateLimiterRes) return error;
      throw error;
    });
    shared?.note(key, result);
    const seconds = Math.max(1, Math.ceil(result.msBeforeNext / MS));
    reply.header('ratelimit', `"${name}";r=${result.remainingPoints};t=${seconds}`);
    if (result.consumedPoints <= limiter.points) return;
    throw new Refusal(
      'RATE_LIMITED',
      `More than ${limiter.points.toLocaleString('en-US')} requests in a minute. Ask again in ${seconds} s.`,
      undefined,
      seconds,
    );
  }

  /** Nothing is added to the sums any more. */
  async stop(): Promise<void> {
    for (const { shared } of this.limits.values()) await shared?.stop();
  }
}

function countedAs(viewer: Viewer, network: string): [ViewerClass, string] {
  if (viewer.kind === 'STRANGER') return ['stranger', network];
  return [viewer.kind === 'APP' ? 'app' : 'person', viewer.id];
}
