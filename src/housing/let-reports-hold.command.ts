import { z } from 'zod';
import { record, type Doer } from '../audit/index.js';
import { readInput, type Changing } from '../kernel/index.js';
import { HousingKind } from './housing.js';
import { saveReportHold } from './report-hold.store.js';

/** A year. The table holds it too. */
const HOURS_MAX = 8_760;
const TOO_FEW_OR_MANY = `Say whole hours, from 1 to ${HOURS_MAX}.`;

const input = z.strictObject({
  kind: z.enum(HousingKind),
  hours: z
    .number(TOO_FEW_OR_MANY)
    .int(TOO_FEW_OR_MANY)
    .min(1, TOO_FEW_OR_MANY)
    .max(HOURS_MAX, TOO_FEW_OR_MANY),
});

/**
 * Lets reports of beds of a kind of housing hold for so many hours, those that are made from now on, on every server. What
 * was told of others stays: until when they hold was said with them. It is the host's to do.
 * @returns for how many hours they held before
 * @throws Refusal `INVALID` where there is no such kind, or the hours are none
 */
export async function letReportsHold(
  given: z.input<typeof input>,
  doer: Doer & { kind: 'HOST' },
  changing: Changing,
): Promise<number> {
  const { kind, hours } = readInput(input, given);
  const before = await saveReportHold(changing, { kind, hours });
  await record(changing, doer, {
    action: 'letReportsHold',
    thing: null,
    detail: { kind, before, hours },
  });
  return before;
}
