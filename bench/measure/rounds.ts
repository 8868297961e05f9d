import type { Contender, Running } from '../contenders.js';
import { isWorstCase, type Variant, type Work } from '../works.js';
import { withClient } from '../generate/connections.js';
import { CONNECTIONS, CONNECTIONS_WORST } from './constants.js';
import { type Figures, load, medianOf } from './load.js';

const WARMING_SECONDS = 2;

export interface Timing {
  rounds: number;
  seconds: number;
}

/**
 * Each contender in turn, round after round, so that what else the machine does falls on all alike.
 * @returns the medians over the rounds; none for a contender that could not answer
 */
export async function measureWork(
  work: Work,
  variants: readonly Variant[],
  running: readonly [Contender, Running][],
  url: string,
  { rounds, seconds }: Timing,
  told: (line: string) => void,
): Promise<Map<string, Figures>> {
  const figures = new Map<string, Figures[]>();
  const failed = new Set<string>();
  for (let round = 0; round <= rounds; round++) {
    for (const [contender, process] of running) {
      if (failed.has(contender.name)) continue;
      const bodies = variants.map((variant) => contender.body(work, variant));
      await clear(url);
      try {
        const measured = await load(
          process,
          bodies,
          isWorstCase(work) ? CONNECTIONS_WORST : CONNECTIONS,
          round === 0 ? Math.min(WARMING_SECONDS, seconds) : seconds,
        );
        if (round === 0) continue;
        figures.set(contender.name, [...(figures.get(contender.name) ?? []), measured]);
      } catch (error) {
        // Who is only slow to begin, with plans to be made, may still be measured.
        if (round === 0) continue;
        failed.add(contender.name);
        figures.delete(contender.name);
        told(`FAILED ${work}: ${String(error)}`);
      }
    }
    if (round > 0) told(`${work}: round ${round} of ${rounds}`);
  }
  return new Map([...figures].map(([name, all]) => [name, medianOf(all)]));
}

const POLL_MS = 50;

/** What one contender left running when its time was up must not take the next one's. */
async function clear(url: string): Promise<void> {
  await withClient(url, async (client) => {
    for (;;) {
      const { rowCount } = await client.query(`select pg_cancel_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'active' and pid <> pg_backend_pid()
          and backend_type = 'client backend'`);
      if (rowCount === 0) return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  });
}
