/** Something done over and over as long as a server runs. */
export interface Recurring {
  everyMs: number;
  /** Does what is waiting. @param isStopping whether it should end as soon as it can */
  round: (isStopping: () => boolean) => Promise<unknown>;
  /** Is told of the first of failures in a row. */
  failed(error: unknown): void;
}

/** Does one round at a time; where one fails, the next tries again. */
export class Rounds {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #isStopping = false;
  #isFailing = false;

  constructor(private readonly recurring: Recurring) {}

  start(): void {
    this.#timer = setInterval(() => void this.run(), this.recurring.everyMs).unref();
  }

  /** Ends the round under way, and makes no more of itself. @returns whether the last one failed */
  async stop(): Promise<{ isFailing: boolean }> {
    clearInterval(this.#timer);
    this.#isStopping = true;
    await this.#running;
    return { isFailing: this.#isFailing };
  }

  /** Resolves when the round, or the one that is under way, is over; never fails. */
  run(): Promise<void> {
    return (this.#running ??= this.#run().finally(() => (this.#running = null)));
  }

  async #run(): Promise<void> {
    const { failed, round } = this.recurring;
    try {
      await round(() => this.#isStopping);
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) failed(error);
      this.#isFailing = true;
    }
  }
}
