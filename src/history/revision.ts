import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

const REASON_MAX = 500;

/** Which thing is changed, as it was read, and why. */
export const revisionAsked = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  reason: z.string().trim().max(REASON_MAX).nullish(),
});

/** What was changed of a thing: of each field, what stood there before and after. */
export type Changes = Record<string, { before: unknown; after: unknown }>;

/** What a thing says of itself, by the names of its input. */
export type Statement = Readonly<Record<string, unknown>>;

/**
 * A statement with what is named instead.
 * @param named what is undefined stays; null empties a list
 */
export const revised = (before: Statement, named: Statement): Statement => ({
  ...before,
  ...Object.fromEntries(
    Object.entries(named)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value === null && Array.isArray(before[name]) ? [] : value]),
  ),
});

/** Which fields of a statement differ; absent and null are the same. */
export function changesBetween(before: Statement, after: Statement): Changes {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes: Changes = {};
  for (const name of names) {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    if (!isDeepStrictEqual(plain(was), plain(is))) changes[name] = { before: was, after: is };
  }
  return changes;
}

/** As it is written down: what is undefined is not. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/**
 * A statement as it was before some changes.
 * @param since the changes made since then, the latest first
 */
export const asBefore = (now: Statement, since: readonly Changes[]): Statement =>
  since.reduce<Statement>(
    (then, changes) => ({
      ...then,
      ...Object.fromEntries(Object.entries(changes).map(([name, { before }]) => [name, before])),
    }),
    now,
  );
