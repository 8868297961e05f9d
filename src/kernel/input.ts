import type { z } from 'zod';
import { Refusal } from './refusal.js';
import { checkTexts } from './sql.js';

/**
 * What was given, as its schema says it must be.
 * @param at where the given stands in a larger input
 * @throws Refusal `INVALID` with the path of the first field at fault
 */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  at = '',
): z.output<Schema> {
  checkWithin(given, [at]);
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [fault] = read.error.issues;
  const field = fieldAt([at, ...(fault?.path ?? [])]);
  throw new Refusal(
    'INVALID',
    field ? `${field}: ${fault?.message}` : String(fault?.message),
    field,
  );
}

const fieldAt = (path: readonly PropertyKey[]) =>
  path.filter((step) => step !== '').join('.') || undefined;

/** Every text of an input must be one: what a command writes passes by no other check. */
function checkWithin(given: unknown, path: readonly PropertyKey[]): void {
  if (typeof given === 'string') checkTexts([given], fieldAt(path));
  else if (typeof given === 'object' && given !== null) {
    for (const [name, value] of Object.entries(given)) checkWithin(value, [...path, name]);
  }
}
