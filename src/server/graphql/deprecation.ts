/** Since when something of the contract is not to be used any more, and when it goes. */
export interface Deprecation {
  since: string;
  removal: string;
}

/** How a reason ends, so that programs can read it. Before it stands what to use instead. */
const FORM = /\S\. Deprecated (\d{4}-\d{2}-\d{2}), removed (\d{4}-\d{2}-\d{2})\.$/;
export const DEPRECATION_FORM =
  '"Use `that` instead. Deprecated 2027-01-04, removed 2027-04-05."' as const;

/** The days that the reason of a deprecation names; null where it names none. */
export function deprecationOf(reason: string): Deprecation | null {
  const [, since, removal] = FORM.exec(reason) ?? [];
  return since && removal && isDay(since) && isDay(removal) ? { since, removal } : null;
}

/** Whether there is such a day: 30 February is none. */
export const isDay = (text: string): boolean => {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
};
