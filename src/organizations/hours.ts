import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
export type Weekday = (typeof weekdays)[number];

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const WEEK_MINUTES = 7 * DAY_MINUTES;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'A time is written as 08:30.');
/** An IANA time zone by its name. */
export const timeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, 'Name an IANA time zone, as America/Chicago.');

export const hoursInput = z.strictObject({
  timeZone,
  weekly: z.array(z.strictObject({ day: z.enum(weekdays), opens: clock, closes: clock })).max(50),
  notes: z.string().max(500).nullish(),
});

export interface OpenInterval {
  day: Weekday;
  opens: string;
  closes: string;
}

/** Opening times as stored: what was said, and the same as minutes from Monday 00:00 local time. */
export interface StoredHours {
  timeZone: string;
  weekly: OpenInterval[];
  notes: string | null;
  /** Half-open, sorted, joined, within one week. */
  week: { from: number; to: number }[];
}

/** Names as the clock here calls places, once they were asked for: to ask again would cost more than a row of a sheet. */
const knownZones = new Set<string>();

/** A place, as both the clock here and the database know it: an offset has another sign there. */
function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  if (!/^[A-Z]/.test(name)) return false;
  try {
    const { timeZone: zone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    if (zone === name) knownZones.add(name);
    return zone !== '';
  } catch {
    return false;
  }
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * HOUR_MINUTES + Number(time.slice(3));

/** A closing time not after the opening one belongs to the next day; Sunday night runs into Monday. */
export function storedHours({
  timeZone: zone,
  weekly,
  notes,
}: z.output<typeof hoursInput>): StoredHours {
  const spans = weekly.flatMap(({ day, opens, closes }) => {
    const start = weekdays.indexOf(day) * DAY_MINUTES;
    const from = start + minutesOf(opens);
    const to =
      start + minutesOf(closes) + (minutesOf(closes) <= minutesOf(opens) ? DAY_MINUTES : 0);
    return to <= WEEK_MINUTES
      ? [{ from, to }]
      : [
          { from, to: WEEK_MINUTES },
          { from: 0, to: to - WEEK_MINUTES },
        ];
  });
  return { timeZone: zone, weekly, notes: notes ?? null, week: joined(spans) };
}

function joined(spans: { from: number; to: number }[]) {
  const sorted = spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  const week: { from: number; to: number }[] = [];
  for (const span of sorted) {
    const last = week.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else week.push({ ...span });
  }
  return week;
}

const localTime = (zone: string, now: Date) =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);

/** Minutes from Monday 00:00 by the clocks of a zone. */
export function minuteOfWeek(zone: string, now: Date): number {
  const local = localTime(zone, now);
  return (local.dayOfWeek - 1) * DAY_MINUTES + local.hour * HOUR_MINUTES + local.minute;
}

export function isOpen({ week, timeZone: zone }: StoredHours, now: Date): boolean {
  const minute = minuteOfWeek(zone, now);
  return week.some(({ from, to }) => from <= minute && minute < to);
}

/** When it next opens, in UTC; null while it is open and where it never opens. */
export function nextOpening(hours: StoredHours, now: Date): Date | null {
  if (hours.week.length === 0 || isOpen(hours, now)) return null;
  const minute = minuteOfWeek(hours.timeZone, now);
  const wait = Math.min(
    ...hours.week.map(({ from }) => (from > minute ? from - minute : from - minute + WEEK_MINUTES)),
  );
  // Counted on the wall clock: a night with a change of clocks is an hour longer or shorter.
  const local = localTime(hours.timeZone, now);
  const midnight = local.startOfDay();
  const passed = minute % DAY_MINUTES;
  const opens = midnight.add({ days: Math.floor((passed + wait) / DAY_MINUTES) }).withPlainTime({
    hour: Math.floor(((passed + wait) % DAY_MINUTES) / HOUR_MINUTES),
    minute: (passed + wait) % HOUR_MINUTES,
  });
  return opens.offsetNanoseconds === local.offsetNanoseconds
    ? new Date(opens.epochMilliseconds)
    : nextAcrossChange(hours, now);
}

/** A week, and the day on which it ends. */
const DAYS_AHEAD = 8;

/**
 * The same where clocks change before it. A time that comes twice opens twice, one that is left out opens as the clocks have passed it:
 * whatever `isOpen` says of each moment. It becomes true only at a time of opening or as clocks change.
 */
function nextAcrossChange(hours: StoredHours, now: Date): Date | null {
  const local = localTime(hours.timeZone, now);
  const change = local.getTimeZoneTransition('next');
  const moments = change ? [change.epochMilliseconds] : [];
  for (let day = 0; day <= DAYS_AHEAD; day += 1) {
    const date = local.toPlainDate().add({ days: day });
    for (const { from } of hours.week) {
      if (Math.floor(from / DAY_MINUTES) !== date.dayOfWeek - 1) continue;
      const minute = from % DAY_MINUTES;
      const time = { hour: Math.floor(minute / HOUR_MINUTES), minute: minute % HOUR_MINUTES };
      for (const disambiguation of ['earlier', 'later'] as const) {
        const { epochMilliseconds } = date
          .toPlainDateTime(time)
          .toZonedDateTime(hours.timeZone, { disambiguation });
        moments.push(epochMilliseconds);
      }
    }
  }
  const opening = moments
    .filter((moment) => moment > now.getTime() && isOpen(hours, new Date(moment)))
    .sort((one, other) => one - other)[0];
  return opening === undefined ? null : new Date(opening);
}
