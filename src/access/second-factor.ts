import { z } from 'zod';
import { Refusal } from '../kernel/index.js';

const CODE_LETTERS_MAX = 100;

/** A code as it is typed: six digits of the app, or a recovery code. */
export const code = z.string().max(CODE_LETTERS_MAX);

/** By what someone who is in proves again who she is. */
export const proof = { password: z.string().min(1).max(1_000), code: code.nullish() };

export function hasNone(): never {
  throw new Refusal('NOT_FOUND', 'There is no second factor of this person.');
}
