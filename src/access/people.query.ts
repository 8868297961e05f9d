import { sql, type HeldRole, type Reader, type Scope } from '../kernel/index.js';
import { isAnsweredFor } from './held-roles.js';

export interface PersonRow {
  id: string;
  email: string;
  name: string;
  hasSecondFactor: boolean;
  roles: (HeldRole & { organization: string | null })[];
}

const PEOPLE_MAX = 10_000;

/** Everyone who holds a role, for the host's eyes. */
export function peopleOf(read: Pick<Reader, 'rows'>): Promise<PersonRow[]> {
  return read.rows<PersonRow>(sql`
    select a.id, a.email, a.name,
      exists (select from auth.second_factor f where f.account_id = a.id) as "hasSecondFactor", json_agg(json_build_object('role', g.role,
      'organizationId', g.organization_id, 'organization', o.name) order by g.granted_at, g.id) as roles
    from auth.account a join auth.role_grant g on g.account_id = a.id and g.ended_at is null
    left join pub.organization o on o.id = g.organization_id
    group by a.id order by a.email_key limit ${PEOPLE_MAX}`);
}

export interface KeyRow {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  trustedDocumentsOnly: boolean;
  expires: string;
  /** By its name where it is told, else by its id; null of the network's. */
  organization: string | null;
  /** Who answers for it: by her name, and whether she still may; null of the host. */
  answered: { by: string; still: boolean } | null;
}

/** Every key that has not ended, for the host's eyes. */
export function keysOf(read: Pick<Reader, 'rows'>): Promise<KeyRow[]> {
  return read.rows<KeyRow>(sql`
    select k.id, k.name, k.prefix, k.scopes, k.trusted_documents_only as "trustedDocumentsOnly",
      to_char(k.expires_at at time zone 'utc', 'YYYY-MM-DD') as expires,
      coalesce((select o.name from pub.organization o where o.id = k.organization_id), k.organization_id) as organization,
      (select json_build_object('by', a.name, 'still', case when k.organization_id is null
          then exists (select from auth.role_grant g
            where g.account_id = a.id and g.role = 'STEWARD' and g.ended_at is null)
          else ${isAnsweredFor} end)
        from auth.account a where a.id = k.answered_by) as answered
    from auth.app_key k where k.ended_at is null order by k.issued_at, k.id limit ${PEOPLE_MAX}`);
}
