import { Rounds, type Changing, type Recurring } from '../kernel/index.js';
import type { UnmetNeeds } from '../placement/index.js';
import { endedPauses, endPause } from '../listings/index.js';
import { keepUnmetNeeds } from './keep-unmet-needs.command.js';

/** What has its hour by itself is done within half a minute of it. */
const LOOK_EVERY_MS = 15_000;
/** More wait for the next round. */
const PAUSES_AT_ONCE = 1_000;

/** Does what is due without anyone asking, as long as a server runs: ends pauses, keeps what was not found. */
export const upkeepRounds = ({
  change,
  failed,
  unmet,
}: {
  change<Result>(work: (changing: Changing) => Promise<Result>): Promise<Result>;
  unmet?: UnmetNeeds;
} & Pick<Recurring, 'failed'>): Rounds =>
  new Rounds({
    everyMs: LOOK_EVERY_MS,
    failed,
    round: async (isStopping) => {
      const failures: unknown[] = [];
      for (const id of await change((changing) => endedPauses(changing, PAUSES_AT_ONCE))) {
        if (isStopping()) break;
        // Each by itself: one that fails keeps no other from ending.
        await change((changing) => endPause(changing, id)).catch((error) => failures.push(error));
      }
      if (unmet) await keepUnmetNeeds(unmet, change).catch((error) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
  });
