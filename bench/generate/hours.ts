import type { Dice } from './random.js';

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const DAY_MINUTES = 1_440;
const WEEK_MINUTES = 7 * DAY_MINUTES;

const zones: readonly [westOfLongitude: number, zone: string][] = [
  [-115, 'America/Los_Angeles'],
  [-102, 'America/Denver'],
  [-87, 'America/Chicago'],
  [180, 'America/New_York'],
];

/** Opening times in the form that the product stores: always open, or the same hours on some days. */
export function hoursOf(longitude: number, dice: Dice): object {
  const timeZone = zones.find(([west]) => longitude < west)![1];
  if (dice.chance(0.3)) {
    const weekly = days.map((day) => ({ day, opens: '00:00', closes: '24:00' }));
    return { timeZone, weekly, notes: null, week: [{ from: 0, to: WEEK_MINUTES }] };
  }
  const opens = dice.from(7, 10);
  const closes = dice.from(15, 22);
  const open = days.slice(0, dice.from(4, 7));
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return {
    timeZone,
    weekly: open.map((day) => ({ day, opens: clock(opens), closes: clock(closes) })),
    notes: null,
    week: open.map((_, day) => ({
      from: day * DAY_MINUTES + opens * 60,
      to: day * DAY_MINUTES + closes * 60,
    })),
  };
}
