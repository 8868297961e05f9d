import { letReportsHold, reportHolds, type HousingKind } from '../../housing/index.js';
import type { Say } from '../make-ready.js';
import { changing, host } from './work.js';

export async function listHolds(say: Say): Promise<void> {
  for (const { kind, hours } of await changing(reportHolds, say)) {
    say(`${kind.padEnd(24)} ${hours} hours`);
  }
}

export async function hold(kind: HousingKind, hours: string, say: Say): Promise<void> {
  const before = await changing(
    (change) => letReportsHold({ kind, hours: Number(hours) }, host, change),
    say,
  );
  say(
    `Reports of ${kind} hold for ${Number(hours)} hours from now on, on every server of this database; it was ${before}. ` +
      'What was told of those that were made already stays.',
  );
}
