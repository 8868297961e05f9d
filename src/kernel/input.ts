import type { z } from 'zod';
import { Refusal } from './refusal.js';

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
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [fault] = read.error.issues;
  const field = [at, ...(fault?.path ?? [])].filter((step) => step !== '').join('.') || undefined;
  throw new Refusal(
    'INVALID',
    field ? `${field}: ${fault?.message}` : String(fault?.message),
    field,
  );
}
