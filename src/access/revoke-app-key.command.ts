import { z } from 'zod';
import { readInput, Refusal, type Changing } from '../kernel/index.js';
import { endAppKey } from './app-key.store.js';
import { idOf, record, type Doer } from '../audit/index.js';

const input = z.strictObject({ id: z.string() });
export type RevokeAppKey = z.input<typeof input>;

/**
 * Ends a key, at once and on every server.
 * @throws Refusal `NOT_FOUND` where there is none, or it has ended already
 */
export async function revokeAppKey(
  given: RevokeAppKey,
  doer: Doer,
  changing: Changing,
): Promise<void> {
  const { id } = readInput(input, given, 'input');
  if (!(await endAppKey(changing, id, idOf(doer)))) {
    throw new Refusal('NOT_FOUND', 'There is no such key, or it has ended.', 'input.id');
  }
  await record(changing, doer, { action: 'revokeAppKey', thing: id });
}
