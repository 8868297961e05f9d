import type { Say } from '../make-ready.js';

/** What a look at the directory found, said line by line. */
export class Findings {
  well = true;

  constructor(private readonly say: Say) {}

  add(good: boolean, what: string, advice: string): void {
    if (!good) this.well = false;
    this.say(good ? `  ok       ${what}` : `  MISSING  ${what}. ${advice}`);
  }
  /** What is not as it should be, and hinders nothing. */
  warn(what: string): void {
    this.say(`  WARNING  ${what}`);
  }
}
