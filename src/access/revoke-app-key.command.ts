import { z } from 'zod';
import { addNotice, idOf, record, type Doer } from '../audit/index.js';
import { isPerson, readInput, Refusal, type Changing, type Viewer } from '../kernel/index.js';
import { appKeyById, endAppKey, type AppKeyRow } from './app-key.store.js';
import { heldRoles, isOfNation } from './person.store.js';

const input = z.strictObject({ id: z.string() });
export type RevokeAppKey = z.input<typeof input>;

/**
 * Ends a key, at once and on every server: an organization's, whoever is of it; and a steward any but a nation's.
 * @returns its id
 * @throws Refusal `NOT_FOUND` where there is none of hers to end, or it has ended already
 */
export async function revokeAppKey(
  given: RevokeAppKey,
  doer: Doer,
  changing: Changing,
): Promise<string> {
  const { id } = readInput(input, given, 'input');
  const key = await keyToEnd(id, doer, changing);
  if (!(await endAppKey(changing, id, idOf(doer)))) throw noKey();
  await record(changing, doer, { action: 'revokeAppKey', thing: id });
  if (key.organizationId !== null) {
    const notice = { kind: 'APP_KEY_ENDED', appKey: id, account: idOf(doer) } as const;
    await addNotice(changing, { ...notice, organization: key.organizationId });
  }
  return id;
}

async function keyToEnd(id: string, doer: Doer, changing: Changing): Promise<AppKeyRow> {
  const key = await appKeyById(changing, id);
  if (key && (doer.kind === 'HOST' || (await mayEnd(key, doer, changing)))) return key;
  throw noKey();
}

async function mayEnd(
  { organizationId: of }: AppKeyRow,
  doer: Viewer,
  changing: Changing,
): Promise<boolean> {
  if (!isPerson(doer)) return false;
  const held = await heldRoles(changing, doer.id);
  if (of !== null && held.some(({ organizationId }) => organizationId === of)) return true;
  const isSteward = held.some(({ role }) => role === 'STEWARD');
  return isSteward && (of === null || !(await isOfNation(changing, of)));
}

const noKey = () =>
  new Refusal(
    'NOT_FOUND',
    'There is no such key among those that you may end, or it has ended.',
    'input.id',
  );

/** Which key was ended. @throws Refusal `NOT_FOUND` */
export async function appKeyRevoked(id: string, viewer: Viewer, changing: Changing) {
  await keyToEnd(id, viewer, changing);
  return { id };
}
