import { enumOf } from '../kernel/index.js';
import type { ReportNote } from './housing.js';

/** `UNKNOWN` is not `FULL`: nobody has said, or what was said has run out. */
export const AvailabilityState = enumOf('OPEN', 'FULL', 'WAITLIST', 'UNKNOWN');
export type AvailabilityState = keyof typeof AvailabilityState;

/** `FRESH`: the first quarter of the kind's time. `AGING`: the rest of it. */
export const Freshness = enumOf('FRESH', 'AGING', 'STALE', 'NEVER');
export type Freshness = keyof typeof Freshness;

const HOUR_MS = 3_600_000;
const FRESH_SHARE = 0.25;

/** A report as it was made. Times are ISO 8601 in UTC. */
export interface Report {
  reportedAt: string;
  goodUntil: string;
  accepting: boolean;
  bedsOpen: number | null;
  /** Null too where the listing said another number since. */
  bedsTotal: number | null;
  waitlist: boolean;
  note: ReportNote | null;
}

export interface Availability {
  state: AvailabilityState;
  bedsOpen: number | null;
  capacity: number | null;
  reportedAt: Date | null;
  goodUntil: Date | null;
  freshness: Freshness;
  lastReport: Report | null;
}

export interface ReportedUnit {
  capacity: number | null;
  report: Report | null;
}

/** Until when a report may be relied on, where reports of its kind of housing hold for so many hours. */
export const goodUntil = (holdsHours: number, reportedAt: Date) =>
  new Date(reportedAt.getTime() + holdsHours * HOUR_MS);

export function freshnessOf(report: Report | null, now: Date): Freshness {
  if (!report) return 'NEVER';
  const from = Date.parse(report.reportedAt);
  const to = Date.parse(report.goodUntil);
  if (now.getTime() >= to) return 'STALE';
  return now.getTime() < from + (to - from) * FRESH_SHARE ? 'FRESH' : 'AGING';
}

/** What a report says while it holds. Beds open are said, not guessed: none said leaves the state to the rest. */
function stateOf({ accepting, bedsOpen, waitlist }: Report): AvailabilityState {
  if (accepting && (bedsOpen === null || bedsOpen > 0)) return 'OPEN';
  return waitlist ? 'WAITLIST' : 'FULL';
}

/** How many beds a unit has, by who said it last; null where nobody did. */
export const bedsIn = ({ capacity, report }: ReportedUnit): number | null =>
  report?.bedsTotal ?? capacity;

/** Beds that one may have now. Where nobody is taken, those that are free are none of them, nor did anyone say that there are none. */
const bedsOpenOf = ({ accepting, bedsOpen }: Report) =>
  accepting || bedsOpen === 0 ? bedsOpen : null;

/** One unit's availability at a moment. A stale report is kept and told; it no longer says what is so. */
export function availabilityOf(unit: ReportedUnit, now: Date): Availability {
  const { report } = unit;
  const freshness = freshnessOf(report, now);
  const holds = report !== null && (freshness === 'FRESH' || freshness === 'AGING');
  return {
    state: holds ? stateOf(report) : 'UNKNOWN',
    bedsOpen: holds ? bedsOpenOf(report) : null,
    capacity: bedsIn(unit),
    reportedAt: report ? new Date(report.reportedAt) : null,
    goodUntil: report ? new Date(report.goodUntil) : null,
    freshness,
    lastReport: report,
  };
}

const best: AvailabilityState[] = ['OPEN', 'WAITLIST', 'UNKNOWN', 'FULL'];

/** Adds up what is known of every one; null where of none anything is known. */
const sum = (numbers: (number | null)[]) => {
  const known = numbers.filter((number) => number !== null);
  return known.length > 0 ? known.reduce((total, number) => total + number, 0) : null;
};

/**
 * All units together: open where one is, full only where every one is. Beds open are those of the units
 * that make it so; the report told is the newest.
 */
export function availabilityTogether(units: readonly ReportedUnit[], now: Date): Availability {
  const each = units.map((unit) => availabilityOf(unit, now));
  const state = best.find((one) => each.some((unit) => unit.state === one)) ?? 'UNKNOWN';
  const newest = each.reduce<Availability | null>(
    (last, unit) =>
      unit.reportedAt && (!last || unit.reportedAt > last.reportedAt!) ? unit : last,
    null,
  );
  const capacity = each.every((unit) => unit.capacity !== null)
    ? sum(each.map((unit) => unit.capacity))
    : null;
  return {
    state,
    // Of the units that make the state: none of a full room says that an open one has none.
    bedsOpen: sum(each.flatMap((unit) => (unit.state === state ? unit.bedsOpen : []))),
    capacity,
    reportedAt: newest?.reportedAt ?? null,
    goodUntil: newest?.goodUntil ?? null,
    freshness: newest?.freshness ?? 'NEVER',
    lastReport: newest?.lastReport ?? null,
  };
}
