import { Refusal, type Viewer } from '../kernel/index.js';
import type { Statement } from '../history/index.js';
import type { Sealing } from '../vault/index.js';
import { spokenFor, type Kept } from './keeping.js';
import type { Speaks } from './keeping.store.js';
import type { ReviseConveningInput } from './library-changes.input.js';
import { reviseOfLibrary, type Ways } from './revise-of-library.js';
import { scheduleConvening, type ScheduleConvening } from './schedule-convening.command.js';

const ways: Ways = {
  kind: 'Convening',
  action: 'reviseConvening',
  hostsAfter,
  write: ({ organizationId: _, ...whole }, besides, sealing) => {
    const { startsAt, endsAt, ...said } = whole as Record<string, string>;
    const times = { startsAt: new Date(startsAt!), endsAt: new Date(endsAt!) };
    return scheduleConvening(
      { ...said, ...times } as unknown as ScheduleConvening,
      sealing,
      besides,
    );
  },
};

/**
 * To name an organization as a host puts words into its mouth: whoever adds one must be hers to speak for. Taking one out puts none
 * there: whoever keeps the convening may, but for a nation, which its own people alone take out, and for one that withholds an address,
 * which whoever may know it takes out (`reviseOfLibrary`).
 */
async function hostsAfter(
  { hosts }: Kept,
  { hostIds }: Statement,
  viewer: Viewer,
  sealing: Sealing,
): Promise<readonly Speaks[]> {
  if (!Array.isArray(hostIds)) return hosts;
  const ids = hostIds as string[];
  const taken = hosts.find(
    ({ organization, isOfNation, capacity }) =>
      !ids.includes(organization) && isOfNation && capacity === null,
  );
  if (taken) {
    throw new Refusal('FORBIDDEN', 'A nation’s own people alone take it out.', 'input.hostIds');
  }
  const added = ids.filter((id) => !hosts.some(({ organization }) => organization === id));
  const spoken = await spokenFor(
    added,
    viewer,
    sealing,
    (nth) => `input.hostIds.${ids.indexOf(added[nth]!)}`,
  );
  return [...hosts.filter(({ organization }) => ids.includes(organization)), ...spoken];
}

/** As `reviseOfLibrary`, of a convening. @returns its id */
export function reviseConvening(
  { id, version, reason, withdrawn, ...named }: Omit<ReviseConveningInput, 'idempotencyKey'>,
  viewer: Viewer,
  sealing: Sealing,
): Promise<string> {
  return reviseOfLibrary(
    { id, version, reason, withdrawn, named: { ...named } },
    ways,
    viewer,
    sealing,
  );
}
