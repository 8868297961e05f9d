import { Rounds, type Recurring } from '../kernel/index.js';
import type { InOne } from '../vault/index.js';
import { UPLOAD_KEPT_MS } from './import.js';
import { expireImports } from './import.store.js';
import { readNextImport } from './read-imports.command.js';
import { dropUploads } from './upload.store.js';

/** Whoever starts an import sees within a second how far it is. */
const LOOK_EVERY_MS = 1_000;
/** What is over is thrown away every ten minutes. */
const ROUNDS_A_CLEANING = 600;

/** Reads the imports that were started, as long as a server runs, and throws away what was sent and not applied in time. */
export const importRounds = ({
  change,
  failed,
}: { change: InOne } & Pick<Recurring, 'failed'>): Rounds => {
  let rounds = 0;
  return new Rounds({
    everyMs: LOOK_EVERY_MS,
    failed,
    round: async (isStopping) => {
      if (rounds++ % ROUNDS_A_CLEANING === 0) await throwAway(change);
      while (!isStopping() && (await readNextImport(change, isStopping)));
    },
  });
};

/** Ends what nobody applied in its time, and throws away what was read of it and what was sent. */
export const throwAway = (change: InOne): Promise<void> =>
  change(async (sealing) => {
    await expireImports(sealing);
    await dropUploads(sealing, new Date(sealing.now.getTime() - UPLOAD_KEPT_MS));
  });
