import { raw, sql, type Sql } from '../kernel/index.js';

/**
 * That a role `g` is held: it has not ended, and is no coordinator's of what has become a nation's since, whose own people alone keep it.
 */
export const isHeld = raw(`g.ended_at is null and not (g.role = 'COORDINATOR' and exists (
  select from org.tribal_nation n where n.organization_id = g.organization_id))`);

/** That a key `k` has not ended, and if it is an organization's, that whoever answers for it is still of that organization. */
export const isAnsweredFor =
  raw(`k.ended_at is null and (k.organization_id is null or k.answered_by is null or exists (
  select from auth.role_grant g where g.account_id = k.answered_by and g.organization_id = k.organization_id and
    ${isHeld.text}))`);

/** That a key `k` opens something at a moment: it has not run out either. */
export const keyHolds = (now: Date): Sql =>
  sql`${isAnsweredFor} and k.expires_at > ${now.toISOString()}::timestamptz`;

/** Whether a role `g` of an organization does not count yet: see `auth.counts_from`. */
export const isNew = (now: Date): Sql =>
  sql`(g.organization_id is not null
    and auth.counts_from(g.account_id, g.organization_id, 'OWN') > ${now.toISOString()}::timestamptz)`;

/** A role `g` as one JSON object. */
export const heldRole = (now: Date): Sql =>
  sql`json_build_object('role', g.role, 'organizationId', g.organization_id, 'isNew', ${isNew(now)})`;
