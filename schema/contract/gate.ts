import { ChangeType, CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { deprecationOf } from '../../src/server/graphql/deprecation.js';
import type { ChangeFile } from './changes.js';
import { deprecationFaults, reasonsIn } from './deprecations.js';
import { compareVersions, type Released } from './released.js';

/** A default is part of what was promised: whoever left it out is answered otherwise. */
const defaults: ReadonlySet<string> = new Set([
  ChangeType.FieldArgumentDefaultChanged,
  ChangeType.InputFieldDefaultValueChanged,
]);

/** One way in which what was written for the released contract fails on the emitted one. */
export interface Break {
  change: string;
  path: string;
  message: string;
}

const isBreak = ({ type, criticality }: Change) =>
  criticality.level === CriticalityLevel.Breaking || defaults.has(type);

export async function breaksBetween(released: string, emitted: string): Promise<Break[]> {
  const changes = await diff(buildSchema(released), buildSchema(emitted));
  return changes
    .filter(isBreak)
    .map(({ type, path, message }) => ({ change: type, path: path ?? '', message }));
}

const isSame = (one: Omit<Break, 'message'>, other: Omit<Break, 'message'>) =>
  one.change === other.change && one.path === other.path;

/** The change files that the last release did not hold yet. */
export const openChanges = (changes: readonly ChangeFile[], { version }: Released): ChangeFile[] =>
  changes.filter((one) => compareVersions(one.version, version) > 0);

/**
 * Why the emitted contract may not follow the last released one: a break that no change file names, a file that names
 * none or whose day has not come, something that goes sooner than was promised, a deprecation without its days. Empty where
 * it may.
 * @param today as `2027-01-04`: what is on the main branch is served, so a break waits for its day outside of it
 */
export async function gateFaults(
  released: Released,
  emitted: string,
  changes: readonly ChangeFile[],
  today: string,
): Promise<string[]> {
  const breaks = await breaksBetween(released.text, emitted);
  const open = openChanges(changes, released);
  const named = open.flatMap(({ file, date, breaks: all }) =>
    all.map((one) => ({ file, date, ...one })),
  );
  const reasons = reasonsIn(buildSchema(released.text));
  const unnamed = breaks
    .filter((one) => !named.some((other) => isSame(one, other)))
    .map(({ change, path, message }) => `${change} ${path}: ${message}. No change file names it.`);
  const idle = named
    .filter((one) => !breaks.some((other) => isSame(one, other)))
    .map(({ file, change, path }) => `${file}: ${change} ${path} is no break of this contract.`);
  const early = named.flatMap(({ file, date, path }) => {
    // With a type, a field or an input goes all that it has.
    const days = [...reasons]
      .filter(([of]) => of === path || of.startsWith(`${path}.`))
      .flatMap(([, reason]) => deprecationOf(reason)?.removal ?? []);
    const promised = days.sort().at(-1) ?? date;
    return date < promised ? [`${file}: ${path} was promised until ${promised}.`] : [];
  });
  const waiting = open
    .filter(({ date }) => date > today)
    .map(({ file, date }) => `${file}: its day, ${date}, has not come.`);
  const deprecations = deprecationFaults(reasonsIn(buildSchema(emitted)), {
    reasons,
    date: released.date,
  });
  return [...unnamed, ...idle, ...early, ...waiting, ...deprecations];
}
