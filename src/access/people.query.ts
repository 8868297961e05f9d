import { sql, type HeldRole, type Reader, type Scope } from '../kernel/index.js';

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
  expires: string;
}

/** Every key that has not ended, for the host's eyes. */
export function keysOf(read: Pick<Reader, 'rows'>): Promise<KeyRow[]> {
  return read.rows<KeyRow>(sql`
    select id, name, prefix, scopes, to_char(expires_at at time zone 'utc', 'YYYY-MM-DD') as expires
    from auth.app_key where ended_at is null order by issued_at, id limit ${PEOPLE_MAX}`);
}
