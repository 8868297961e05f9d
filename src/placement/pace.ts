import { setImmediate } from 'node:timers/promises';

/** Long work lets others in after so many milliseconds. */
const SLICE_MS = 4;
/** The clock is looked at once in so many steps. */
const STEPS = 128;

/** Takes long work in slices: `if (pace.isDue()) await pace.rest();` at every step. */
export class Pace {
  private steps = 0;
  private until = performance.now() + SLICE_MS;

  isDue(): boolean {
    this.steps += 1;
    return this.steps % STEPS === 0 && performance.now() > this.until;
  }

  async rest(): Promise<void> {
    await setImmediate();
    this.until = performance.now() + SLICE_MS;
  }
}
