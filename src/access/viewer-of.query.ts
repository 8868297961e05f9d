import { sql, type App, type HeldRole, type Person, type Reader } from '../kernel/index.js';
import { heldRole, keyHolds, isHeld } from './held-roles.js';
import { isAskedOf, kindOf, type SecondFactorRule } from './roles.js';
import { proofText } from './secret.js';

/** A session that nobody used for so long has ended: a night shift. */
const IDLE_MS_MAX = 12 * 3_600_000;
/** How often it is noted that a session is in use. */
const TOUCH_MS = 60_000;

interface SessionRow {
  id: string;
  name: string;
  seen: number;
  proved: boolean;
  roles: HeldRole[];
}

export interface Session {
  person: Person;
  /** Whether it is to be noted again that it is in use. */
  isDue: boolean;
}

/**
 * Whose session a token is. It is read at every request, so that what has ended has ended everywhere.
 * @param rule of whom a second factor is asked: it holds for sessions that began before it
 * @returns null where it is nobody's, has ended, or is of a person who holds no role any more
 */
export async function sessionOf(
  read: Pick<Reader, 'rows'>,
  token: string,
  now: Date,
  rule: SecondFactorRule,
): Promise<Session | null> {
  const [row] = await read.rows<SessionRow>(sql`
    select a.id, a.name, s.proved_at is not null as proved, extract(epoch from s.seen_at)::float8 * 1000 as seen,
      (select coalesce(json_agg(${heldRole(now)} order by g.granted_at, g.id), '[]') from auth.role_grant g
        where g.account_id = a.id and ${isHeld}) as roles
    from auth.session s join auth.account a on a.id = s.account_id
    where s.token_hash = decode(${proofText(token)}, 'hex') and s.ended_at is null
      and s.ends_at > ${now.toISOString()}::timestamptz
      and s.seen_at > ${new Date(now.getTime() - IDLE_MS_MAX).toISOString()}::timestamptz`);
  const kind = row && kindOf(row.roles);
  if (!kind) return null;
  const { id, name, proved, roles, seen } = row;
  const owesSecondFactor = !proved && isAskedOf(rule, roles);
  return {
    person: { kind, id, name, roles, owesSecondFactor },
    isDue: now.getTime() - seen > TOUCH_MS,
  };
}

/** Whose key it is; null where it is nobody's, has ended or has run out. */
export async function appOf(
  read: Pick<Reader, 'rows'>,
  key: string,
  now: Date,
): Promise<App | null> {
  const [row] = await read.rows<Omit<App, 'kind'>>(sql`
    select k.id, k.name, k.scopes, k.organization_id as "organizationId",
      k.trusted_documents_only as "trustedDocumentsOnly" from auth.app_key k
    where k.secret_hash = decode(${proofText(key)}, 'hex') and ${keyHolds(now)}`);
  return row ? { kind: 'APP', ...row } : null;
}
