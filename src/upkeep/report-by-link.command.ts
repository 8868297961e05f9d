import { heldRoles } from '../access/index.js';
import { record } from '../audit/index.js';
import { holdDisclosed, reachOf } from '../disclosure/index.js';
import { bedsIn, reportAvailability } from '../housing/index.js';
import { Refusal } from '../kernel/index.js';
import type { Sealing } from '../vault/index.js';
import { reportFormIn, type FormUnit, type ReportForm } from './report-link.store.js';

/** What is said of one unit, and what whoever says it was shown of it. */
export interface SaidOfUnit {
  unitId: string;
  /** When the report was made that she was shown; null where there was none. */
  shown: string | null;
  accepting: boolean;
  bedsOpen: number | null;
  waitlist: boolean;
}

const noLink = () => new Refusal('NOT_FOUND', 'This link opens nothing.');

/** Whether it was said of just the units that there are, and nothing was reported since whoever said it looked. */
export const isAsShown = (
  units: readonly FormUnit[],
  said: readonly Pick<SaidOfUnit, 'unitId' | 'shown'>[],
): boolean =>
  units.length === said.length &&
  units.every(({ id, report }) =>
    said.some(({ unitId, shown }) => unitId === id && shown === (report?.reportedAt ?? null)),
  );

/** Whether no unit is said to have more beds open than it has. */
const hasBeds = (units: readonly FormUnit[], said: readonly SaidOfUnit[]): boolean =>
  said.every(({ unitId, bedsOpen }) => {
    const unit = units.find(({ id }) => id === unitId);
    return (bedsOpen ?? 0) <= ((unit && bedsIn(unit)) ?? Infinity);
  });

/** A form that comes again later is no second sending: whoever sends it says what is free now. */
const TWICE_WITHIN_MS = 10 * 60_000;

/** Whether the very same was reported by the link just now: the form came twice. */
const isReported = (
  { linkId, units }: ReportForm,
  said: readonly SaidOfUnit[],
  now: Date,
): boolean =>
  units.length === said.length &&
  units.every(({ id, report }) => {
    const one = said.find(({ unitId }) => unitId === id);
    return (
      report?.linkId === linkId &&
      now.getTime() - Date.parse(report.reportedAt) <= TWICE_WITHIN_MS &&
      one?.accepting === report.accepting &&
      one.bedsOpen === report.bedsOpen &&
      one.waitlist === report.waitlist
    );
  });

/**
 * Records what all units of the listing of a link have free, as of now; all of it, or nothing. What was reported already is
 * not reported again.
 * @returns what the link opens then
 * @throws Refusal `NOT_FOUND` where the link opens nothing; `STALE_VERSION` where something was reported since the form was
 *   shown, or its units are others
 */
export async function reportByLink(
  secret: string,
  said: readonly SaidOfUnit[],
  sealing: Sealing,
): Promise<ReportForm> {
  const form = await heldForm(secret, sealing);
  if (!isAsShown(form.units, said)) {
    if (isReported(form, said, sealing.now)) return form;
    throw new Refusal('STALE_VERSION', 'Something was reported since this form was opened.');
  }
  // Since the form was read, its listing said that there are fewer.
  if (!hasBeds(form.units, said)) {
    throw new Refusal('STALE_VERSION', 'How many beds there are was changed since it was opened.');
  }
  const reports: string[] = [];
  for (const { unitId, accepting, bedsOpen, waitlist } of said) {
    // How many beds there are is not asked by a link: what was last said of it stays.
    const bedsTotal = form.units.find(({ id }) => id === unitId)?.report?.bedsTotal ?? null;
    const told = { unitId, accepting, bedsOpen, bedsTotal, waitlist };
    reports.push(await reportAvailability(told, sealing, form.linkId));
  }
  await record(
    sealing,
    { kind: 'LINK', id: form.linkId },
    { action: 'reportAvailability', thing: form.listingId, detail: { reports } },
  );
  return (await reportFormIn(sealing, secret))!;
}

/**
 * What a link opens, with all that it holds by: whoever ends a role, the listing or the link at the same time waits for the
 * report, or has ended it.
 */
async function heldForm(secret: string, sealing: Sealing): Promise<ReportForm> {
  const found = await reportFormIn(sealing, secret);
  if (!found) throw noLink();
  const reach = reachOf(await heldRoles(sealing, found.madeBy));
  const own = { ...reach, isSteward: false };
  const isHeld = await holdDisclosed(sealing, found.listingId, own);
  // Read again: what was changed meanwhile was changed before.
  const form = isHeld && (await reportFormIn(sealing, secret));
  if (!form) throw noLink();
  return form;
}
