import { Rounds, type Changing, type Reader } from '../kernel/index.js';
import { sealEvents } from './seal-events.command.js';
import { isWaiting } from './seals.query.js';

/** An event waits half a second at most before its seal is begun, so that it has it within one. */
const LOOK_EVERY_MS = 500;

/** What a sealer stands on. */
export interface SealerWays {
  read: Pick<Reader, 'rows'>;
  change<Result>(work: (changing: Changing) => Promise<Result>): Promise<Result>;
  /** Is told of the first of failures in a row. */
  failed(error: unknown): void;
}

/** Seals what was done as long as a server runs, whoever wrote it; where it fails, it tries again. */
export class Sealer {
  readonly #rounds: Rounds;

  constructor({ read, change, failed }: SealerWays) {
    const round = async (isStopping: () => boolean) => {
      while (await isWaiting(read)) {
        const sealed = await change((changing) => sealEvents(changing));
        if (!sealed || isStopping()) break;
      }
    };
    this.#rounds = new Rounds({ everyMs: LOOK_EVERY_MS, round, failed });
  }

  start(): void {
    this.#rounds.start();
  }

  /** Seals what waits, so that a directory at rest has no unsealed tail; leaves a long one to the next start. */
  async stop(): Promise<void> {
    const { isFailing } = await this.#rounds.stop();
    // A database that does not answer now would only hold up the end.
    if (!isFailing) await this.seal();
  }

  /** Resolves when nothing waits any more, or somebody else is sealing it; never fails. */
  seal(): Promise<void> {
    return this.#rounds.run();
  }
}
