import { weekdays } from '../organizations/index.js';
import { listed, listIn } from './cell-text.js';
import { faulty } from './cell-fault.js';

type Weekday = (typeof weekdays)[number];

/** Opening times as they are given. */
export interface GivenHours {
  timeZone: string;
  weekly: { day: Weekday; opens: string; closes: string }[];
  notes: string | null;
}

const NAMES = weekdays.map((day) => day[0]! + day.slice(1, 3).toLowerCase());
const ZONE = /^[A-Z][\w+-]*\/[\w/+-]+$/;
const SPAN = /^([\p{L}]+)(?:\s*[-–]\s*([\p{L}]+))?\s+(.+)$/u;
const TIMES = /^(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})$/;
const ADVICE =
  'Write the time zone, then days and times: America/Chicago; Mon-Fri 08:30-17:00; Sat 10:00-14:00.';

/** *America/Chicago; Mon-Fri 08:30-17:00*: days that follow each other and are open alike stand together. */
export function hoursCell(hours: GivenHours | null): string {
  if (!hours) return '';
  const days = weekdays.map((day) =>
    hours.weekly
      .filter((one) => one.day === day)
      .map(({ opens, closes }) => `${opens}-${closes}`)
      .join(', '),
  );
  const spans: string[] = [];
  for (let from = 0; from < days.length; from += 1) {
    if (days[from] === '') continue;
    let to = from;
    while (days[to + 1] === days[from]) to += 1;
    spans.push(`${NAMES[from]}${to > from ? `-${NAMES[to]}` : ''} ${days[from]}`);
    from = to;
  }
  return listed([hours.timeZone, ...spans]);
}

/** @param before what it says now: its time zone holds where none is named, and its notes stay @throws CellFault */
export function hoursIn(cell: string, before: GivenHours | null): GivenHours | null {
  const parts = listIn(cell);
  if (parts.length === 0) return null;
  const named = ZONE.test(parts[0]!) ? parts.shift()! : null;
  const timeZone = named ?? before?.timeZone ?? faulty(ADVICE);
  return { timeZone, weekly: parts.flatMap(spanIn), notes: before?.notes ?? null };
}

function spanIn(part: string): GivenHours['weekly'] {
  const always = /^24\s*\/\s*7$/.test(part);
  const [, first = '', last = first, times = ''] = always
    ? ['', 'Mon', 'Sun', '00:00-24:00']
    : (SPAN.exec(part) ?? faulty(ADVICE));
  const [from, to] = [dayNamed(first), dayNamed(last)];
  const many = ((to - from + weekdays.length) % weekdays.length) + 1;
  const days = Array.from({ length: many }, (_, nth) => weekdays[(from + nth) % weekdays.length]!);
  const open = times.split(',').map((one) => TIMES.exec(one.trim()) ?? faulty(ADVICE));
  return days.flatMap((day) =>
    open.map(([, opens, closes]) => ({
      day,
      opens: opens!.padStart(5, '0'),
      closes: closes!.padStart(5, '0'),
    })),
  );
}

function dayNamed(name: string): number {
  const at = NAMES.indexOf(name[0]!.toUpperCase() + name.slice(1, 3).toLowerCase());
  return at >= 0 && weekdays[at]!.startsWith(name.toUpperCase()) ? at : faulty(ADVICE);
}
