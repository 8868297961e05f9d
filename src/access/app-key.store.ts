import { newId, textArray, type Changing, type Scope } from '../kernel/index.js';
import { AppKeyEntity } from './access.entity.js';
import { proofOf } from './secret.js';

export interface AppKeyRow {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  trustedDocumentsOnly: boolean;
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
    answeredBy: by,
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

const keySelected =
  'id, name, prefix, scopes, trusted_documents_only as "trustedDocumentsOnly", expires_at as "expiresAt"';

/** The keys for which a person answers and that have not ended, held until the change is kept. */
export async function keysAnsweredBy({ em }: Changing, account: string): Promise<AppKeyRow[]> {
  return em.execute(
    `select ${keySelected} from auth.app_key where answered_by = ? and ended_at is null
     order by issued_at, id for update`,
    [account],
  );
}

/** Another answers for them from now on; null where it is the host. */
export async function answerFor(
  { em }: Changing,
  ids: readonly string[],
  by: string | null,
): Promise<void> {
  await em.execute('update auth.app_key set answered_by = ? where id = any (?::text[])', [
    by,
    textArray(ids),
  ]);
}

/** The keys that someone (null: the host) ended when she ended the role of the steward who answered for them. */
export async function keysEnded(
  { em }: Changing,
  account: string,
  by: string | null,
): Promise<AppKeyRow[]> {
  return em.execute(
    `select ${keySelected} from auth.app_key k
     where answered_by = ? and ended_by is not distinct from ?::text and exists (select from auth.role_grant g
       where g.account_id = k.answered_by and g.role = 'STEWARD' and g.ended_at = k.ended_at)
     order by issued_at, id`,
    [account, by],
  );
}

/** Whether it is the id of a key, ended or not. */
export async function isAppKeyId({ em }: Changing, id: string): Promise<boolean> {
  return (await em.execute<unknown[]>('select 1 from auth.app_key where id = ?', [id])).length > 0;
}
