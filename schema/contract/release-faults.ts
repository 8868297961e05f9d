import { buildSchema } from 'graphql';
import { deprecationOf, isDay } from '../../src/server/graphql/deprecation.js';
import type { ChangeFile } from './changes.js';
import { daysBetween } from './days.js';
import { NOTICE_DAYS_MIN, reasonsIn } from './deprecations.js';
import { gateFaults, openChanges } from './gate.js';
import { compareVersions, type Released } from './released.js';

const VERSION = /^\d+\.\d+\.\d+$/;

/** Why a contract may not be released as it is. */
export async function releaseFaults(
  { version, date, text }: Released,
  last: Released | null,
  changes: readonly ChangeFile[],
): Promise<string[]> {
  if (!VERSION.test(version)) return [`"${version}" is no version: write it as 0.2.0.`];
  if (!isDay(date)) return [`"${date}" is no day: write it as 2027-01-04.`];
  if (!last) return [];
  if (compareVersions(version, last.version) <= 0)
    return [`${version} is not newer than ${last.version}, the last one.`];
  if (date < last.date) return [`The last release was on ${last.date}, and ${date} was before it.`];
  const others = openChanges(changes, last)
    .filter((one) => one.version !== version)
    .map((one) => `${one.file}: it comes with ${one.version}.`);
  const faults = await gateFaults(last, text, changes, date);
  return [...faults, ...others, ...lateNotices(text, last, date)];
}

/** What is deprecated for the first time is told on the day of the release: its ninety days begin then. */
function lateNotices(text: string, last: Released, date: string): string[] {
  const told = reasonsIn(buildSchema(last.text));
  return [...reasonsIn(buildSchema(text))].flatMap(([path, reason]) => {
    const removal = deprecationOf(reason)?.removal;
    if (told.has(path) || !removal || daysBetween(date, removal) >= NOTICE_DAYS_MIN) return [];
    return [`${path}: told on ${date}, it may go ${NOTICE_DAYS_MIN} days later and no sooner.`];
  });
}
