import {
  newId,
  raw,
  sql,
  textArray,
  unheldReadBy,
  type Changing,
  type HeldRole,
  type Scope,
} from '../kernel/index.js';
import { AppKeyEntity } from './access.entity.js';
import { isAnsweredFor, keyHolds } from './held-roles.js';
import { proofOf } from './secret.js';

export interface AppKeyRow {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  trustedDocumentsOnly: boolean;
  expiresAt: Date;
  /** Whose listings its app keeps; null of the network's. */
  organizationId: string | null;
  /** The name of whoever answers for it: with her it ends. Null where the host does. */
  answeredBy: string | null;
}

export async function addAppKey(
  { em, now }: Changing,
  key: string,
  row: Omit<AppKeyRow, 'id' | 'answeredBy'> & { by: string | null },
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

/** How many keys of an organization hold now; the next is issued when this one is kept. */
export async function openKeysOf({ em, now }: Changing, organization: string): Promise<number> {
  await em.execute('select 1 from org.organization where id = ? for no key update', [organization]);
  const held = sql`select count(*)::int as keys from auth.app_key k
    where k.organization_id = ${organization} and ${keyHolds(now)}`;
  const [row] = await em.execute<{ keys: number }[]>(held.sql, held.values);
  return row!.keys;
}

/** What an app may do by its key for an organization, held until the change is kept: none where it has ended. */
export async function rolesOfKey({ em }: Changing, id: string): Promise<HeldRole[]> {
  const held = sql`select case when exists (
        select from org.tribal_nation n where n.organization_id = k.organization_id)
      then 'NATION_COORDINATOR' else 'COORDINATOR' end as role,
      k.organization_id as "organizationId", true as "isNew"
    from auth.app_key k where k.id = ${id} and k.organization_id is not null and ${isAnsweredFor} for share of k`;
  return em.execute(held.sql, held.values);
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

const keySelected = `id, prefix, scopes, trusted_documents_only as "trustedDocumentsOnly", expires_at as "expiresAt",
    organization_id as "organizationId",
    (select a.name from auth.account a where a.id = answered_by) as "answeredBy"`;

/** The keys for which a person answers and that have not ended, held until the change is kept. */
export async function keysAnsweredBy({ em }: Changing, account: string): Promise<AppKeyRow[]> {
  return em.execute(
    `select ${keySelected}, name from auth.app_key where answered_by = ? and ended_at is null
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

/**
 * The keys that someone (null: the host) ended when she ended the role by which another answered for them.
 * @param settled of which organizations she may know the doors: the names of others' keys may lead to them
 */
export async function keysEnded(
  { em }: Changing,
  account: string,
  { by, settled }: { by: string | null; settled: readonly string[] | 'EVERYWHERE' },
): Promise<AppKeyRow[]> {
  const knowsDoors =
    settled === 'EVERYWHERE'
      ? raw('true')
      : sql`coalesce(k.organization_id = any (${textArray(settled)}::text[]), true)`;
  const name = unheldReadBy(knowsDoors, 'k.organization_id', 'k.name');
  const ended = sql`select ${raw(keySelected)}, ${name} as name from auth.app_key k
     where answered_by = ${account} and ended_by is not distinct from ${by}::text and exists (select from auth.role_grant g
       where g.account_id = k.answered_by and g.ended_at = k.ended_at
        and (case when k.organization_id is null then g.role = 'STEWARD' else g.organization_id = k.organization_id end))
     order by issued_at, id`;
  return em.execute(ended.sql, ended.values);
}

/** A key by its id, ended or not. */
export async function appKeyById({ em }: Changing, id: string): Promise<AppKeyRow | null> {
  const [row] = await em.execute<AppKeyRow[]>(
    `select ${keySelected}, name from auth.app_key where id = ?`,
    [id],
  );
  return row ?? null;
}
