import { Refusal } from './refusal.js';

/** Work of which only so much is done at once: what comes beyond that waits in line, in its order. */
export class Line {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waitingMax: number,
    /** Said to whom the line is too long. */
    private readonly full: string,
  ) {}

  /** @throws Refusal `UNAVAILABLE` where the line is full */
  async through<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.working < this.atOnce) this.working += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      // Whoever is next takes this place: nobody comes in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.working -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.waitingMax) {
      throw new Refusal('UNAVAILABLE', `${this.full} Ask again in a few seconds.`);
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
