import { raw, sql, textArray, utc, type Reader, type Scope, type Sql } from '../kernel/index.js';
import { keyHolds } from './held-roles.js';

/** A key of an organization, as its own people see it. Times are ISO 8601 in UTC. */
export interface OwnKey {
  id: string;
  organizationId: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  trustedDocumentsOnly: boolean;
  expiresAt: string;
  answeredBy: string | null;
}

const keyCard = (name: Sql): Sql =>
  sql`json_build_object('id', k.id, 'organizationId', k.organization_id, 'name', ${name}, ${kept})`;

const kept = raw(`'prefix', k.prefix, 'scopes', k.scopes,
  'trustedDocumentsOnly', k.trusted_documents_only, 'expiresAt', ${utc('k.expires_at')},
  'answeredBy', (select a.name from auth.account a where a.id = k.answered_by)`);

/**
 * The keys of some organizations that hold, the oldest first.
 * @param name of a key `k`, as whoever asks reads it
 */
export async function openKeysOfAll(
  read: Pick<Reader, 'rows'>,
  organizations: readonly string[],
  now: Date,
  name: Sql,
): Promise<OwnKey[]> {
  const rows = await read.rows<{
    card: OwnKey;
  }>(sql`select ${keyCard(name)} as card from auth.app_key k
    where k.organization_id = any (${textArray(organizations)}::text[]) and ${keyHolds(now)}
    order by k.issued_at, k.id`);
  return rows.map(({ card }) => card);
}
