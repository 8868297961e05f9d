import { Temporal } from 'temporal-polyfill';
import { refuse } from '../kernel/index.js';

/** An iCalendar rule of at most this many letters; longer ones say nothing a meeting needs. */
const RULE_LETTERS_MAX = 500;
const INTERVAL_MAX = 366;
/** More meetings than this are as good as without end; so is a rule whose last one lies in a later period. */
const MEETINGS_MAX = 2_000;
const PERIODS_MAX = 2_400;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WEEK_DAYS = 7;
const FREQUENCIES = { DAILY: 'days', WEEKLY: 'weeks', MONTHLY: 'months', YEARLY: 'years' } as const;
type Frequency = keyof typeof FREQUENCIES;

/** What may be said besides for a frequency: so that in each period there is a meeting, or soon one. */
const PARTS: Record<Frequency, readonly string[]> = {
  DAILY: [],
  WEEKLY: ['BYDAY', 'WKST'],
  MONTHLY: ['BYDAY', 'BYMONTHDAY', 'BYMONTH', 'WKST'],
  YEARLY: ['BYDAY', 'BYMONTHDAY', 'BYMONTH', 'WKST'],
};
const OF_ANY = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL']);

/** A weekday, and which of its month: the second, or counted from the end. Null: each. */
interface ByDay {
  weekday: number;
  nth: number | null;
}

interface Rule {
  frequency: Frequency;
  interval: number;
  count: number | null;
  /** By the clock of the meeting; in UTC where it ends so. */
  until: string | null;
  byDay: readonly ByDay[];
  byMonthDay: readonly number[];
  byMonth: readonly number[];
  /** 1 is Monday. */
  weekStart: number;
}

/** Meetings as they are said: the first of them, by which clock, and how it recurs. */
export interface Recurring {
  startsAt: Date;
  timeZone: string;
  recurrence: string | null;
}

function whole(text: string | undefined, from: number, to: number): number | null {
  if (text === undefined) return null;
  const number = /^-?\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to && number !== 0) return number;
  throw new Error('no such number');
}

const numbers = (text: string | undefined, from: number, to: number) =>
  (text?.split(',') ?? []).map((one) => whole(one, from, to)!);

function byDayOf(text: string): ByDay {
  const [, nth, day] = /^(-?[1-5])?([A-Z]{2})$/.exec(text) ?? [];
  const at = WEEKDAYS.indexOf(day ?? '');
  if (at < 0) throw new Error('no weekday');
  return { weekday: at + 1, nth: nth === undefined ? null : Number(nth) };
}

/** @throws Error where it is no rule, or none that is known here */
function readRule(text: string): Rule {
  if (text.length > RULE_LETTERS_MAX) throw new Error('too long');
  const said = text.split(';').map((part) => part.split('='));
  const parts = new Map(said.map(([name, value]) => [name!, value ?? '']));
  const frequency = parts.get('FREQ') as Frequency;
  const known = PARTS[frequency];
  if (!known || parts.size < said.length) throw new Error('no frequency, or something twice');
  for (const name of parts.keys()) {
    if (!OF_ANY.has(name) && !known.includes(name)) throw new Error(`${name} is not known`);
  }
  const until = parts.get('UNTIL') ?? null;
  if (until !== null && (!/^\d{8}(T\d{6}Z?)?$/.test(until) || parts.has('COUNT')))
    throw new Error('no end');
  const byDay = parts.get('BYDAY')?.split(',').map(byDayOf) ?? [];
  const rule = {
    frequency,
    interval: whole(parts.get('INTERVAL'), 1, INTERVAL_MAX) ?? 1,
    count: whole(parts.get('COUNT'), 1, MEETINGS_MAX - 1),
    until,
    byDay,
    byMonthDay: numbers(parts.get('BYMONTHDAY'), -31, 31),
    byMonth: numbers(parts.get('BYMONTH'), 1, 12),
    weekStart: parts.has('WKST') ? byDayOf(parts.get('WKST')!).weekday : 1,
  };
  if (until !== null) endOf(until, 'UTC');
  const needsMonth = byDay.length + rule.byMonthDay.length > 0;
  if (frequency === 'YEARLY' && needsMonth && rule.byMonth.length === 0)
    throw new Error('no month');
  const counted = byDay.filter(({ nth }) => nth !== null).length;
  // The second Monday and each Monday: programs read it in two ways.
  if (counted > 0 && (frequency === 'WEEKLY' || counted < byDay.length))
    throw new Error('counted where there is no month, or with what is not');
  return rule;
}

/** The days of a month on which a rule has meetings. */
function daysOfMonth({ byDay, byMonthDay }: Rule, month: Temporal.PlainYearMonth, first: number) {
  const { daysInMonth } = month;
  const { dayOfWeek: begins } = month.toPlainDate({ day: 1 });
  const isMet = (day: number): boolean => {
    const fromEnd = day - daysInMonth - 1;
    if (byDay.length + byMonthDay.length === 0) return day === first;
    if (byMonthDay.length > 0 && !byMonthDay.includes(day) && !byMonthDay.includes(fromEnd))
      return false;
    const dayOfWeek = ((begins + day - 2) % WEEK_DAYS) + 1;
    const nth = Math.ceil(day / WEEK_DAYS);
    const nthFromEnd = -Math.ceil(-fromEnd / WEEK_DAYS);
    return (
      byDay.length === 0 ||
      byDay.some((by) => by.weekday === dayOfWeek && [null, nth, nthFromEnd].includes(by.nth))
    );
  };
  return Array.from({ length: daysInMonth }, (_, index) => index + 1)
    .filter(isMet)
    .map((day) => month.toPlainDate({ day }));
}

/** The days of a rule in one of its periods, the first of which is that of the first meeting. */
function daysIn(rule: Rule, first: Temporal.PlainDate, period: number): Temporal.PlainDate[] {
  const { frequency, interval, byDay, byMonth, weekStart } = rule;
  const steps = period * interval;
  if (frequency === 'DAILY') return [first.add({ days: steps })];
  if (frequency === 'WEEKLY') {
    const since = (first.dayOfWeek - weekStart + WEEK_DAYS) % WEEK_DAYS;
    const week = first.subtract({ days: since }).add({ weeks: steps });
    const days = byDay.length > 0 ? byDay.map(({ weekday }) => weekday) : [first.dayOfWeek];
    return Array.from({ length: WEEK_DAYS }, (_, day) => week.add({ days: day })).filter((day) =>
      days.includes(day.dayOfWeek),
    );
  }
  const month = first.toPlainYearMonth();
  const months =
    frequency === 'MONTHLY'
      ? [month.add({ months: steps })]
      : (byMonth.length > 0 ? byMonth.toSorted((one, other) => one - other) : [month.month]).map(
          (number) => month.add({ years: steps }).with({ month: number }),
        );
  return months
    .filter((one) => byMonth.length === 0 || byMonth.includes(one.month))
    .flatMap((one) => daysOfMonth(rule, one, first.day));
}

const momentOf = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime());

/** The last moment at which a meeting may begin. */
function endOf(until: string, timeZone: string): number {
  const [, year, month, day, time, utc] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6})(Z?))?$/.exec(until)!;
  const clock = (time ?? '235959').replace(/(\d{2})(?=\d)/g, '$1:');
  const local = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${clock}`);
  return local.toZonedDateTime(utc ? 'UTC' : timeZone).epochMilliseconds;
}

/**
 * The starts of meetings in order, each at the hour of the first by the clock of their place: a night that is an hour longer or
 * shorter changes when that is in UTC, and nothing else.
 * @param from the period of the rule to begin with
 */
function* startsOf(rule: Rule, { startsAt, timeZone }: Recurring, from: number) {
  const first = momentOf(startsAt).toZonedDateTimeISO(timeZone);
  const [day, plainTime] = [first.toPlainDate(), first.toPlainTime()];
  const until = rule.until === null ? Infinity : endOf(rule.until, timeZone);
  for (let period = from; period < from + PERIODS_MAX; period += 1) {
    for (const one of daysIn(rule, day, period)) {
      if (Temporal.PlainDate.compare(one, day) < 0) continue;
      const at = one.equals(day)
        ? startsAt.getTime()
        : one.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
      if (at > until) return;
      yield new Date(at);
    }
  }
}

const meetsFirst = (rule: Rule, recurring: Recurring): boolean => {
  const { value } = startsOf(rule, recurring, 0).next();
  return value?.getTime() === recurring.startsAt.getTime();
};

/**
 * That a convening recurs by a rule that is known here: daily, weekly, monthly or yearly, on days of a week or a month.
 * @throws Refusal `INVALID` where it is none, or the first meeting is none of its own
 */
export function checkRecurrence(
  recurring: Recurring & { recurrence: string },
  field: string,
): void {
  let rule: Rule;
  try {
    rule = readRule(recurring.recurrence);
  } catch {
    return refuse('A recurrence is an iCalendar rule of days, as FREQ=MONTHLY;BYDAY=2TU.', field);
  }
  if (!meetsFirst(rule, recurring))
    refuse('By this rule it does not meet on the day on which it first starts.', field);
}

/** When the last of the meetings of a rule begins; null where there is no last, or none that is near. */
export function lastStart(recurring: Recurring & { recurrence: string }): Date | null {
  const rule = readRule(recurring.recurrence);
  const { count, until } = rule;
  if (count === null && until === null) return null;
  if (until !== null) {
    const end = new Date(endOf(until, recurring.timeZone));
    if (periodOf(rule, recurring, end) >= PERIODS_MAX - 2) return null;
  }
  let [last, met] = [recurring.startsAt, 0];
  for (const at of startsOf(rule, recurring, 0)) {
    last = at;
    met += 1;
    if (met === count) return last;
    if (met === MEETINGS_MAX) return null;
  }
  return count === null ? last : null;
}

/** In which period of a rule a moment lies, or shortly before. */
function periodOf({ frequency, interval }: Rule, { startsAt, timeZone }: Recurring, at: Date) {
  const [first, then] = [startsAt, at].map((one) =>
    momentOf(one).toZonedDateTimeISO(timeZone).toPlainDate(),
  );
  const unit = FREQUENCIES[frequency];
  const passed = first!.until(then!, { largestUnit: unit })[unit];
  return Math.max(0, Math.floor(passed / interval) - 1);
}

/**
 * When it next begins; null where it does no more. A rule that is not known here says nothing.
 * @param lastStartsAt of the last of all; null where there is none
 */
export function nextStart(
  { lastStartsAt, ...recurring }: Recurring & { lastStartsAt: Date | null },
  now: Date,
): Date | null {
  const { recurrence, startsAt } = recurring;
  if (startsAt >= now) return startsAt;
  if (recurrence === null || (lastStartsAt && lastStartsAt < now)) return null;
  try {
    const rule = readRule(recurrence);
    for (const at of startsOf(rule, recurring, periodOf(rule, recurring, now))) {
      if (at >= now) return lastStartsAt && at > lastStartsAt ? null : at;
    }
  } catch {
    // What was written before rules were read here.
  }
  return null;
}
