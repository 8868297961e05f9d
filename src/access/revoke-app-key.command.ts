import { z } from 'zod';
import { readInput, Refusal, type Changing, type Viewer } from '../kernel/index.js';
import { endAppKey, isAppKeyId } from './app-key.store.js';
import { idOf, record, type Doer } from '../audit/index.js';

const input = z.strictObject({ id: z.string() });
export type RevokeAppKey = z.input<typeof input>;

/**
 * Ends a key, at once and on every server.
 * @returns its id
 * @throws Refusal `NOT_FOUND` where there is none, or it has ended already
 */
export async function revokeAppKey(
  given: RevokeAppKey,
  doer: Doer,
  changing: Changing,
): Promise<string> {
  const { id } = readInput(input, given, 'input');
  if (!(await endAppKey(changing, id, idOf(doer)))) throw noKey();
  await record(changing, doer, { action: 'revokeAppKey', thing: id });
  return id;
}

const noKey = () => new Refusal('NOT_FOUND', 'There is no such key, or it has ended.', 'input.id');

/** Which key was ended. @throws Refusal `NOT_FOUND` */
export async function appKeyRevoked(id: string, _viewer: Viewer, changing: Changing) {
  if (!(await isAppKeyId(changing, id))) throw noKey();
  return { id };
}
