const MILLISECONDS_BETWEEN_LINES = 5_000;

/** Says on standard error what is being done, how far it is, and what each step took. */
export class Progress {
  private lastLine = 0;
  readonly seconds: Record<string, number> = {};

  constructor(private readonly label: string) {}

  async step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
    const started = Date.now();
    const result = await work();
    const seconds = (Date.now() - started) / 1000;
    this.seconds[what] = seconds;
    this.say(`${what}: ${seconds.toFixed(1)} s`);
    return result;
  }

  told(what: string, done: number, total: number): void {
    if (Date.now() - this.lastLine < MILLISECONDS_BETWEEN_LINES) return;
    this.lastLine = Date.now();
    this.say(`${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
  }

  say(line: string): void {
    process.stderr.write(`${this.label} ${line}\n`);
  }
}
