import rrule from 'rrule';
import { refuse } from '../kernel/index.js';

/** An iCalendar rule of at most this many letters; longer ones say nothing a meeting needs. */
const RULE_LETTERS_MAX = 500;

/**
 * An iCalendar RRULE, as `FREQ=MONTHLY;BYDAY=2TU`.
 * @throws Refusal `INVALID` where it is none
 */
export function checkRecurrence(rule: string, field: string): string {
  try {
    if (rule.length > RULE_LETTERS_MAX || !/^[A-Z0-9=;,+:-]+$/.test(rule))
      throw new Error('not a rule');
    const read = rrule.RRule.parseString(rule);
    if (read.freq === undefined) throw new Error('no frequency');
    return rule;
  } catch {
    return refuse('A recurrence is an iCalendar rule, as FREQ=MONTHLY;BYDAY=2TU.', field);
  }
}

/** More meetings than this are as good as without end. */
const MEETINGS_MAX = 2_000;

/** When the last of the meetings of a rule begins; null where there is no last. */
export function lastStart(rule: string, first: Date): Date | null {
  const options = rrule.RRule.parseString(rule);
  if (!options.count && !options.until) return null;
  let last = first;
  let met = 0;
  new rrule.RRule({ ...options, dtstart: first }).all((date) => {
    last = date;
    met += 1;
    return met < MEETINGS_MAX;
  });
  return met < MEETINGS_MAX ? last : null;
}
