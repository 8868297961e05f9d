import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal, type Viewer } from '../../kernel/index.js';

const WINDOW_SECONDS = 60;
const MS = 1_000;

/** Whose requests are counted together: a network's strangers, an app's, a person's. */
const classes = ['stranger', 'app', 'person'] as const;
type ViewerClass = (typeof classes)[number];

/** Requests a minute; 0 where they are not counted. */
export type RatesPerMinute = Record<ViewerClass, number>;

/**
 * How many requests a minute each viewer has. Counted in memory, by each server for itself: a stranger's
 * question is a read of told rows alone, and writes nothing.
 */
export class RateLimits {
  private readonly limiters = new Map<ViewerClass, RateLimiterMemory>();

  constructor(rates: RatesPerMinute) {
    for (const name of classes) {
      const points = rates[name];
      if (points > 0) {
        this.limiters.set(name, new RateLimiterMemory({ points, duration: WINDOW_SECONDS }));
      }
    }
  }

  /**
   * Counts a request and tells what is left, as draft-ietf-httpapi-ratelimit-headers has it.
   * @throws Refusal `RATE_LIMITED` with the seconds after which to ask again
   */
  async count(viewer: Viewer, network: string, reply: FastifyReply): Promise<void> {
    const [name, key] = countedAs(viewer, network);
    const limiter = this.limiters.get(name);
    if (!limiter) return;
    reply.header('ratelimit-policy', `"${name}";q=${limiter.points};w=${WINDOW_SECONDS}`);
    const result = await limiter.consume(key).catch((error: unknown) => {
      if (error instanceof RateLimiterRes) return error;
      throw error;
    });
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
}

function countedAs(viewer: Viewer, network: string): [ViewerClass, string] {
  if (viewer.kind === 'STRANGER') return ['stranger', network];
  return [viewer.kind === 'APP' ? 'app' : 'person', viewer.id];
}
