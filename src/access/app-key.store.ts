import { newId, type Changing, type Scope } from '../kernel/index.js';
import { AppKeyEntity } from './access.entity.js';
import { proofOf } from './secret.js';

export interface AppKeyRow {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  expiresAt: Date;
}

export async function addAppKey(
  { em, now }: Changing,
  key: string,
  row: Omit<AppKeyRow, 'id'> & { by: string | null },
): Promise<string> {
  const { by, ...told } = row;
  const id = newId('AppKey');
  await em.insert(AppKeyEntity, {
    ...told,
    id,
    secretHash: proofOf(key),
    issuedAt: now,
    issuedBy: by,
    endedAt: null,
    endedBy: null,
  });
  return id;
}

/** @returns whether there was such a key that had not ended */
export async function endAppKey(
  { em, now }: Changing,
  id: string,
  by: string | null,
): Promise<boolean> {
  const ended = await em.nativeUpdate(
    AppKeyEntity,
    { id, endedAt: null },
    { endedAt: now, endedBy: by },
  );
  return ended > 0;
}

/** Whether it is the id of a key, ended or not. */
export async function isAppKeyId({ em }: Changing, id: string): Promise<boolean> {
  return (await em.execute<unknown[]>('select 1 from auth.app_key where id = ?', [id])).length > 0;
}
