import { Refusal } from './refusal.js';

/**
 * A change whose command knows its fields by their own names: whoever asked by a mutation is told them as they stand in it.
 * @param named fields that the mutation calls otherwise
 * @throws Refusal with its field under `input`
 */
export async function atInput<Result>(
  work: () => Promise<Result>,
  named: Readonly<Record<string, string>> = {},
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field || error.field.startsWith('input.'))
      throw error;
    const { message, field } = error;
    const at = `input.${field.replace(/^\w+/, (first) => named[first] ?? first)}`;
    const said = message.startsWith(`${field}: `) ? at + message.slice(field.length) : message;
    throw error.at(at, said);
  }
}
