import { Rounds, type Changing, type Recurring } from '../kernel/index.js';
import { endPauses } from '../listings/index.js';

/** What has its hour by itself is done within half a minute of it. */
const LOOK_EVERY_MS = 15_000;

/** Does what is due without anyone asking, as long as a server runs: ends pauses. */
export const upkeepRounds = ({
  change,
  failed,
}: {
  change<Result>(work: (changing: Changing) => Promise<Result>): Promise<Result>;
} & Pick<Recurring, 'failed'>): Rounds =>
  new Rounds({
    everyMs: LOOK_EVERY_MS,
    failed,
    round: async (isStopping) => {
      while ((await change(endPauses)) > 0 && !isStopping());
    },
  });
