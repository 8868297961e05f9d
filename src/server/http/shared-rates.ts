import type { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Counted, SumUp } from '../database/shared-rates.js';

/** So long after a request all servers know of it. */
const AFTER_MS = 1_000;
const MS = 1_000;
/**
 * Whoever asks less than a twentieth of what she may is counted here alone: of nearly all who ask nothing is written, and twenty
 * servers still let through no more than twice as much.
 */
const ALONE = 20;

/** What each viewer has asked here, added to what she has asked elsewhere: once a second, and never while she waits. */
export class SharedRates {
  private readonly from: number;
  private waiting = new Map<string, Counted>();
  private timer: NodeJS.Timeout | null = null;
  private adding: Promise<void> = Promise.resolve();
  private isStopped = false;

  /** @param of whom, for the sums */
  constructor(
    private readonly of: string,
    private readonly limiter: RateLimiterMemory,
    private readonly sumUp: SumUp,
  ) {
    this.from = Math.max(1, Math.floor(limiter.points / ALONE));
  }

  /** Of a request that was counted here. What is more than too much, nobody needs to know. */
  note(key: string, { consumedPoints, msBeforeNext }: RateLimiterRes): void {
    if (consumedPoints < this.from || consumedPoints > this.limiter.points + 1) return;
    const of = `${this.of}:${key}`;
    const known = this.waiting.get(of);
    const points =
      known === undefined && consumedPoints === this.from ? this.from : (known?.points ?? 0) + 1;
    this.waiting.set(of, { of, points, expiresAt: Date.now() + msBeforeNext });
    this.wait();
  }

  /** What is being added is waited for: the database is closed next. */
  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.adding;
  }

  private wait(): void {
    if (this.timer || this.isStopped) return;
    this.timer = setTimeout(() => {
      this.adding = this.add();
    }, AFTER_MS);
    this.timer.unref();
  }

  /** Where the database does not answer, each server counts for itself meanwhile, and adds it later. */
  private async add(): Promise<void> {
    const counted = [...this.waiting.values()];
    this.waiting = new Map();
    try {
      const sums = await this.sumUp(counted);
      for (const { of, points, expiresAt } of sums) await this.take(of, points, expiresAt);
    } catch {
      this.putBack(counted);
    }
    this.timer = null;
    if (this.waiting.size > 0) this.wait();
  }

  private putBack(counted: readonly Counted[]): void {
    for (const one of counted.filter(({ expiresAt }) => expiresAt > Date.now())) {
      const since = this.waiting.get(one.of)?.points ?? 0;
      this.waiting.set(one.of, { ...one, points: one.points + since });
    }
  }

  /** What was asked here while it was added is not in the sum yet. */
  private async take(of: string, points: number, expiresAt: number): Promise<void> {
    const seconds = (expiresAt - Date.now()) / MS;
    if (seconds <= 0) return;
    const since = this.waiting.get(of)?.points ?? 0;
    await this.limiter.set(of.slice(this.of.length + 1), points + since, seconds);
  }
}
