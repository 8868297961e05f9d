import { Refusal } from '../kernel/index.js';

/**
 * A change whose command knows its fields by their own names: whoever asked by a mutation is told them as they stand in it.
 * @throws Refusal with its field under `input`
 */
export async function atInput<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field || error.field.startsWith('input.'))
      throw error;
    const { code, message, field } = error;
    const said = message.startsWith(`${field}: `) ? `input.${message}` : message;
    throw new Refusal(code, said, `input.${field}`);
  }
}
