/*
 * What a network should be, told in a second way: plain objects that change as the design says, and nothing of the house. A year of
 * it is held against the house month by month.
 */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DUE_DAYS = 30;
/** For how long a report holds, by kind; by hand, as decided. */
const HOLDS_HOURS = {
  EMERGENCY_SHELTER: 12,
  SAFE_HOUSE: 24,
  HOST_HOME: 72,
  TRANSITIONAL: 168,
} as const;
export type Kind = keyof typeof HOLDS_HOURS;
export const KINDS = Object.keys(HOLDS_HOURS) as Kind[];
/** A reminder before a confirmation runs out, one as it does, one after. */
const REMINDED_DAYS = [-14, 0, 14];
const REMINDED_APART_DAYS = 7;
const MONTHS_HOUSING = 6;
const MONTHS_SERVICE = 12;

/** Of each field that differs, what stood there before and after. */
type Changes = Record<string, { before: unknown; after: unknown }>;

export interface Revision {
  action: string;
  version: number;
  as: 'COORDINATOR' | 'STEWARD' | 'HOST';
  reason: string | null;
  changes: Changes;
}

/** By whom something is changed, and why. */
type Made = Pick<Revision, 'as' | 'reason'>;
const byItself: Made = { as: 'HOST', reason: null };

export class ListingModel {
  version = 1;
  status: 'ACTIVE' | 'PAUSED' | 'WITHDRAWN' = 'ACTIVE';
  reason: string | null = null;
  pausedUntil: number | null = null;
  isTold = true;
  fees: string | null = null;
  /** What it said of its fees at each version, the first of them 1. */
  private feesAt: (string | null)[] = [null];
  confirmedAt: number | null = null;
  report: { at: number; beds: number; accepting: boolean } | null = null;
  reports = 0;
  confirmations = 0;
  suggestions = 0;
  history: Revision[] = [];
  reminders: { due: number; attempt: number; at: number }[] = [];

  constructor(
    readonly organization: number,
    /** Null of a service. */
    readonly kind: Kind | null,
  ) {}

  private said() {
    return {
      status: this.status,
      statusReason: this.reason,
      pausedUntil: this.pausedUntil && iso(this.pausedUntil),
      disclosure: this.isTold ? 'PUBLISHED' : 'OWN',
      fees: this.fees,
    };
  }

  /** Each change is one version. */
  private change(action: string, made: Made, instead: Partial<ListingModel>): void {
    const before: Record<string, unknown> = this.said();
    Object.assign(this, instead);
    const changes: Changes = {};
    for (const [field, after] of Object.entries(this.said()))
      if (after !== before[field]) changes[field] = { before: before[field], after };
    this.version += 1;
    this.feesAt.push(this.fees);
    this.history.push({ action, version: this.version, ...made, changes });
  }

  revise(fees: string, made: Made): void {
    this.change(this.kind ? 'reviseHousing' : 'reviseService', made, { fees });
  }

  pause(until: number | null, made: Made): void {
    const { reason } = made;
    this.change('pauseListing', made, { status: 'PAUSED', reason, pausedUntil: until });
  }

  withdraw(made: Made): void {
    const out = { status: 'WITHDRAWN', reason: null, pausedUntil: null, isTold: false } as const;
    this.change('withdrawListing', made, out);
  }

  restore(made: Made): void {
    const there = { status: 'ACTIVE', reason: null, pausedUntil: null } as const;
    this.change('restoreListing', made, there);
  }

  /** To what it said at a version: whether it is there, and told, is no part of that; where nothing differs, nothing is counted. */
  restoreAs(version: number, made: Made): void {
    const fees = this.feesAt[version - 1]!;
    if (fees !== this.fees) this.change('restoreListing', made, { fees });
  }

  tellAgain(made: Made): void {
    this.change('approveDisclosure', made, { isTold: true });
  }

  /** What ends by itself, at the round that is made at a moment. */
  round(now: number): void {
    if (this.pausedUntil !== null && this.pausedUntil <= now) this.restore(byItself);
    this.remind(now);
  }

  /** Whether its people were reminded of it three times, and it is still not confirmed: from then on it is the stewards'. */
  isRemindedInVain(): boolean {
    return this.reminders.some(({ due, attempt }) => due === this.dueAt() && attempt === 3);
  }

  /** Whoever keeps it is reminded three times of one date, never twice in a week, and not of what takes nobody. */
  private remind(now: number): void {
    const due = this.dueAt();
    if (due === null || this.status !== 'ACTIVE') return;
    const attempt = this.reminders.filter((made) => made.due === due).length;
    const days = REMINDED_DAYS[attempt];
    const last = this.reminders.at(-1);
    if (days === undefined || now < due + days * DAY_MS) return;
    if (last && now < last.at + REMINDED_APART_DAYS * DAY_MS) return;
    this.reminders.push({ due, attempt: attempt + 1, at: now });
  }

  told(now: number) {
    if (!this.isTold) return null;
    return {
      status: this.status,
      statusReason: this.reason,
      fees: this.fees,
      verification: this.verification(now),
      ...(this.kind ? { availability: this.availability(now) } : {}),
    };
  }

  private verification(now: number) {
    const due = this.dueAt();
    if (due === null) return { state: 'NEVER', confirmedAt: null, dueAt: null };
    const left = due - now;
    const current = left <= DUE_DAYS * DAY_MS ? 'DUE' : 'CURRENT';
    return {
      state: left <= 0 ? 'OVERDUE' : current,
      confirmedAt: iso(this.confirmedAt!),
      dueAt: iso(due),
    };
  }

  /** On the same day some months later, or the last day of that month. */
  dueAt(): number | null {
    if (this.confirmedAt === null) return null;
    const from = new Date(this.confirmedAt);
    const to = new Date(from);
    to.setUTCDate(1);
    to.setUTCMonth(from.getUTCMonth() + (this.kind ? MONTHS_HOUSING : MONTHS_SERVICE));
    const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
    to.setUTCDate(Math.min(from.getUTCDate(), last));
    return to.getTime();
  }

  private availability(now: number) {
    const { report, kind } = this;
    if (!report) return { state: 'UNKNOWN', bedsOpen: null, freshness: 'NEVER', reportedAt: null };
    const holds = HOLDS_HOURS[kind!] * HOUR_MS;
    const age = now - report.at;
    const reportedAt = iso(report.at);
    if (age >= holds) return { state: 'UNKNOWN', bedsOpen: null, freshness: 'STALE', reportedAt };
    const state = report.accepting && report.beds > 0 ? 'OPEN' : 'FULL';
    const freshness = age < holds / 4 ? 'FRESH' : 'AGING';
    // Free beds that nobody may take are not open.
    const bedsOpen = report.accepting || report.beds === 0 ? report.beds : null;
    return { state, bedsOpen, freshness, reportedAt };
  }
}

export const iso = (moment: number): string => new Date(moment).toISOString();

/** What waits of some listings, by kind, as a steward counts it. */
export function workOf(listings: readonly ListingModel[], now: number): Record<string, number> {
  const many = (holds: (listing: ListingModel) => boolean) => listings.filter(holds).length;
  const there = listings.filter(({ status }) => status !== 'WITHDRAWN');
  return {
    CONFIRMATION_OVERDUE: there.filter((one) => one.confirmedAt !== null && one.dueAt()! <= now)
      .length,
    REMINDED_IN_VAIN: there.filter((one) => one.isRemindedInVain()).length,
    NEVER_CONFIRMED: there.filter(({ confirmedAt }) => confirmedAt === null).length,
    NEVER_REPORTED: many(
      ({ kind, report, status }) => kind !== null && !report && status === 'ACTIVE',
    ),
    SUGGESTION: listings.reduce((sum, { suggestions }) => sum + suggestions, 0),
  };
}

/** A generator of numbers from 0 to 1 (mulberry32): the same year for the same seed. */
export function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
